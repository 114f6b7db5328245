import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { analysedWorld, type AnalysedWorld } from '../../../../test/analysed-world.ts';
import { createRandom, type Random } from '../../../measures/index.ts';
import { Observatory } from '../../../observatory/index.ts';
import { links } from '../../links/analysis.ts';
import { profile } from '../../profile/analysis.ts';
import { ranking } from '../../ranking/analysis.ts';

let world: AnalysedWorld;
/** The same observatory, with its tables in memory. */
let kept: Observatory;

beforeAll(async () => {
  world = await analysedWorld({ works: 3000, seed: 31, authorCap: 8 });
  kept = await Observatory.open(world.observatory.folder);
  await kept.loadIntoMemory(2 ** 28);
});

afterAll(async () => {
  kept.close();
  await world.close();
});

const QUESTIONS = 60;
const YEARS = [2014, 2015, 2016, 2017, 2018];
const FIELDS = [null, null, '1', '17', '27', '22', '1702', 'none'];
const PLACES = ['cn:3100', 'cn:3205', 'cn:1100', 'cn-p:32', 'iso:CN', 'def:yrd_41'];

function shared(random: Random): Record<string, unknown> {
  const one = <T>(list: readonly T[]): T => list[random.integer(list.length)];
  const [from, to] = [one(YEARS), one(YEARS)].sort((a, b) => a - b);
  return { years: random.uniform() < 0.2 ? null : { from, to }, field: one(FIELDS) };
}

/** Answers to the last digits that floats keep in any order of rows. */
function rounded(value: unknown): unknown {
  return JSON.parse(
    JSON.stringify(value, (_, part: unknown) =>
      typeof part === 'number' ? Number(part.toPrecision(10)) : part,
    ),
  );
}

async function answered(run: Promise<object>): Promise<unknown> {
  try {
    return await run;
  } catch (error) {
    return { refused: (error as Error).message };
  }
}

describe('what is kept in memory answers as the files do', () => {
  it('rankings, to the last bit', async () => {
    const random = createRandom(1);
    const one = <T>(list: readonly T[]): T => list[random.integer(list.length)];
    const kinds = [['cities'], ['cities', 'regions'], ['provinces'], ['nations'], ['regions']];
    let answers = 0;
    for (let n = 0; n < QUESTIONS; n++) {
      const params = ranking.params.parse({
        ...shared(random),
        of: one(kinds),
        by: one(['share', 'count']),
        base: one([null, null, 2016]),
        top: one([5, 60]),
        region: one([[], [{ name: 'Own', cities: ['cn:3205', 'cn:3100'] }]]),
        draws: 200,
      });
      const [own, due] = await Promise.all(
        [kept, world.observatory].map((o) => answered(ranking.run(o, params))),
      );
      expect(own).toEqual(due);
      if ('rows' in (own as object)) answers += 1;
    }
    expect(answers).toBeGreaterThan(QUESTIONS / 2);
  });

  it('links, whatever the counting and the filter', async () => {
    const random = createRandom(2);
    const one = <T>(list: readonly T[]): T => list[random.integer(list.length)];
    let answers = 0;
    for (let n = 0; n < QUESTIONS; n++) {
      const place = one([null, ...PLACES]);
      const params = links.params.parse({
        ...shared(random),
        place,
        kind: place === null ? one([null, 'province', 'region']) : null,
        rows: place?.startsWith('cn:') === false ? one(['inside', 'partners']) : null,
        counting: one(['full', 'fractional', 'partner', 'score']),
        capped: random.uniform() < 0.3,
        coaffiliation: random.uniform() < 0.7,
        top: one([3, 40]),
      });
      const [own, due] = await Promise.all(
        [kept, world.observatory].map((o) => answered(links.run(o, params))),
      );
      expect(rounded(own)).toEqual(rounded(due));
      if ('rows' in (own as object)) answers += 1;
    }
    expect(answers).toBeGreaterThan(QUESTIONS / 2);
  });

  it('profiles', async () => {
    const random = createRandom(3);
    for (const place of [...PLACES, ...PLACES]) {
      const params = profile.params.parse({ ...shared(random), place, draws: 200 });
      const [own, due] = await Promise.all(
        [kept, world.observatory].map((o) => answered(profile.run(o, params))),
      );
      expect(rounded(own)).toEqual(rounded(due));
    }
  });
});

describe('tables are left in their files', () => {
  it('where they would take more memory than there may be', async () => {
    const small = await Observatory.open(world.observatory.folder);
    await small.loadIntoMemory(1_000);
    expect(small.inMemory).toBeNull();
    const params = ranking.params.parse({ top: 3, draws: 200 });
    expect(await ranking.run(small, params)).toEqual(await ranking.run(world.observatory, params));
    small.close();
  });
});
