import { afterAll, beforeAll, expect, it } from 'vitest';
import { analysedWorld, type AnalysedWorld } from '../../test/analysed-world.ts';
import { effect } from './effect/analysis.ts';
import { sensitivity } from './sensitivity/analysis.ts';
import type { Step } from './progress.ts';

let world: AnalysedWorld;
beforeAll(async () => {
  world = await analysedWorld({ works: 1200, seed: 21 });
});
afterAll(() => world.close());

it('an answer under many settings tells each before it is asked', async () => {
  const steps: Step[] = [];
  const asked = sensitivity.params.parse({ place: 'def:yrd_41', analysis: 'balance' });
  const told = await sensitivity.run(world.observatory, asked, (step) => steps.push(step));
  expect(steps.map(({ done }) => done)).toEqual(steps.map((_, i) => i));
  expect(steps.map(({ of }) => of)).toEqual(steps.map(() => steps.length));
  expect(new Set(steps.map(({ what }) => what.en))).toEqual(new Set(told.rows.map(({ name }) => name)));
  expect(steps.every(({ what }) => /\p{Script=Han}/u.test(what.zh))).toBe(true);
  expect(await sensitivity.run(world.observatory, asked)).toEqual(told);
});

it.each([
  [{ draws: 0, sensitivity: false }, 2],
  [{ draws: 19, sensitivity: false }, 3],
  [{ draws: 19, sensitivity: true }, 4],
])('an effect asked for with %j has as many steps as it tells: %i', async (given, many) => {
  const steps: Step[] = [];
  const asked = effect.params.parse({ place: 'def:yrd_41', policy: 2016, ...given });
  await effect.run(world.observatory, asked, (step) => steps.push(step));
  expect(steps.map(({ done, of }) => [done, of])).toEqual(steps.map((_, i) => [i, many]));
  expect(steps).toHaveLength(many);
});
