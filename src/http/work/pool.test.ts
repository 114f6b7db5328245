import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { analysedWorld, type AnalysedWorld } from '../../../test/analysed-world.ts';
import { ranking } from '../../analyses/ranking/analysis.ts';
import { type Observatory, readManifest } from '../../observatory/index.ts';
import { LIMITS } from '../limits.ts';
import { SOURCES } from '../sources.ts';
import { Pool } from './pool.ts';
import type { Question } from './question.ts';

let world: AnalysedWorld;
beforeAll(async () => {
  world = await analysedWorld({ works: 1500, seed: 23 });
});
afterAll(() => world.close());

const question = (seed: number, draws: number, top: number): Question => ({
  source: 'ranking',
  parameters: ranking.params.parse({ seed, draws, top }),
  language: 'en',
  format: 'json',
  parts: null,
  raw: false,
});

describe('questions that nobody waits for any more', () => {
  it('run beside others up to so many, and those that wait go on waiting', { tags: 'full' }, async () => {
    const limits = { ...LIMITS, workers: 1, jobs: 1, waiting: 8, jobAfter: 200 };
    const pool = new Pool({ folder: world.folder, hash: world.observatory.hash }, limits);
    await pool.warm();
    // Minutes of drawing each.
    const asked = [1, 2, 3, 4, 5].map((seed) => pool.ask(question(seed, 100_000, 5000), 'a'));
    const settled = Promise.allSettled(asked.map(({ answer }) => answer));
    for (const one of asked) one.aside();
    const running = (): number => asked.filter((one) => one.before() === 0).length;
    expect(running()).toBe(2);
    // The second has been let aside too late: as many jobs as may already run.
    await new Promise((resolve) => setTimeout(resolve, 3 * limits.jobAfter));
    expect(running()).toBe(2);
    for (const one of asked) one.cancel();
    await settled;
    expect((await pool.ask(question(6, 100, 3), 'a').answer).mediaType).toContain('json');
    await pool.close();
  });
});

describe('who asks one question', () => {
  it(
    'is answered before most of those of who asks many, and is not refused because of them',
    { tags: 'full' },
    async () => {
      const limits = { ...LIMITS, workers: 1, jobs: 0, waiting: 8 };
      const pool = new Pool({ folder: world.folder, hash: world.observatory.hash }, limits);
      await pool.warm();
      const answered: string[] = [];
      const refused: unknown[] = [];
      const ask = (client: string, seed: number): Promise<void> =>
        pool.ask(question(seed, 100, 3), client).answer.then(
          () => void answered.push(client),
          (error: unknown) => void refused.push({ client, trouble: (error as { trouble: unknown }).trouble }),
        );
      const many = Array.from({ length: 9 }, (_, i) => ask('many', i));
      // Eight wait: there is no room but for who has fewer.
      expect(() => ask('many', 9)).toThrow('busy');
      await Promise.all([ask('one', 20), ...many]);
      expect(answered.indexOf('one')).toBeLessThanOrEqual(2);
      expect(answered).toHaveLength(9);
      expect(refused).toEqual([
        { client: 'many', trouble: { kind: 'busy', seconds: expect.any(Number) as number } },
      ]);
      await pool.close();
    },
  );
});

describe('a question that takes no time', () => {
  it('does not wait for those that take long', { tags: 'full' }, async () => {
    const pool = new Pool(
      { folder: world.folder, hash: world.observatory.hash },
      { ...LIMITS, workers: 1, jobs: 0 },
    );
    await pool.warm();
    const heavy = [1, 2].map((seed) => pool.ask(question(seed, 100_000, 5000), 'a'));
    const settled = Promise.allSettled(heavy.map(({ answer }) => answer));
    const places = {
      ...question(1, 100, 3),
      source: 'places',
      parameters: { q: 'Beijing', kind: null, skip: 0, top: 3 },
    };
    const { body } = await pool.ask(places, 'a').answer;
    expect(new TextDecoder().decode(body)).toContain('cn:1100');
    expect(heavy.map((one) => one.before())).toEqual([0, 1]);
    for (const one of heavy) one.cancel();
    await settled;
    await pool.close();
  });
});

it('nothing is read from tables in the process that serves', async () => {
  const light = SOURCES.filter((source) => source.light === true);
  expect(light.map(({ id }) => id)).toEqual(['analyses', 'manifest']);
  // The manifest is all that they have of an observatory.
  for (const source of light) {
    const told = await source.answer(
      { manifest: readManifest(world.folder) } as unknown as Observatory,
      {} as never,
      'en',
    );
    expect([...told.printable.cells].length).toBeGreaterThan(1);
  }
});
