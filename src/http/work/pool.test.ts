import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { analysedWorld, type AnalysedWorld } from '../../../test/analysed-world.ts';
import { ranking } from '../../analyses/ranking.ts';
import { LIMITS } from '../limits.ts';
import { Pool } from './pool.ts';
import type { Question } from './question.ts';

let world: AnalysedWorld;
beforeAll(async () => {
  world = await analysedWorld({ works: 1500, seed: 41 });
});
afterAll(() => world.close());

const question = (seed: number, draws: number, top: number): Question => ({
  source: 'ranking',
  parameters: ranking.params.parse({ seed, draws, top }),
  language: 'en',
  format: 'json',
  parts: null,
});

describe('questions that nobody waits for any more', () => {
  it('run beside others up to so many, and those that wait go on waiting', async () => {
    const limits = { ...LIMITS, workers: 1, jobs: 1, waiting: 8, jobAfter: 200 };
    const pool = new Pool({ folder: world.folder, hash: world.observatory.hash }, limits);
    await pool.warm();
    // Minutes of drawing each.
    const asked = [1, 2, 3, 4, 5].map((seed) => pool.ask(question(seed, 100_000, 5000)));
    const settled = Promise.allSettled(asked.map(({ answer }) => answer));
    for (const one of asked) one.aside();
    const running = (): number => asked.filter((one) => one.before() === 0).length;
    expect(running()).toBe(2);
    // The second has been let aside too late: as many jobs as may already run.
    await new Promise((resolve) => setTimeout(resolve, 3 * limits.jobAfter));
    expect(running()).toBe(2);
    for (const one of asked) one.cancel();
    await settled;
    expect((await pool.ask(question(6, 100, 3)).answer).mediaType).toContain('json');
    await pool.close();
  });
});
