import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { analysedWorld, type AnalysedWorld, type TestWork } from '../../../test/analysed-world.ts';
import { covarianceOf } from './covariance.ts';
import { gather, type Unit, yearWeights } from './rank-neighbourhood.ts';
import { outputs, type UnitChoice } from './output.ts';
import { Population } from '../population/population.ts';

let world: AnalysedWorld;
beforeAll(async () => {
  world = await analysedWorld({ works: 2500, seed: 5 });
});
afterAll(() => world.close());

/** Σ_w s_wi·s_wj − S_i·S_j/N, over all works or in every year with its weight. */
function brute(
  works: readonly TestWork[],
  ids: readonly string[],
  by: 'share' | 'count',
  base: number | null,
): number[] {
  const years = base === null ? [null] : [...new Set(works.map(({ year }) => year))];
  const matrix = ids.map(() => ids.map(() => 0));
  const sets = ids.map((id) => world.members.get(id) ?? new Set([id]));
  for (const year of years) {
    const stratum = works.filter((work) => year === null || work.year === year);
    const weight = base === null ? 1 : works.filter((work) => work.year === base).length / stratum.length;
    const vectors = stratum.map((work) =>
      sets.map((cities) => {
        const parts = work.parts.filter(({ place }) => cities.has(place));
        if (by === 'count') return parts.length > 0 ? 1 : 0;
        return parts.reduce((sum, { share }) => sum + share, 0);
      }),
    );
    const totals = ids.map((_, i) => vectors.reduce((sum, vector) => sum + vector[i], 0));
    ids.forEach((_, i) => {
      ids.forEach((__, j) => {
        const products = vectors.reduce((sum, vector) => sum + vector[i] * vector[j], 0);
        matrix[i][j] += weight ** 2 * (products - (totals[i] * totals[j]) / stratum.length);
      });
    });
  }
  return matrix.flat();
}

const KINDS = ['cities', 'provinces', 'nations', 'regions'] as const;
const ENOUGH = 1_000_000;

async function covariance(
  kinds: UnitChoice['kinds'],
  by: 'share' | 'count',
  base: number | null,
  works: (unit: Unit) => number,
): Promise<{ found: Float64Array; due: number[] }> {
  const population = await Population.of(world.observatory, { years: null, field: null, sector: null });
  const choice: UnitChoice = { kinds, definitions: null, adHoc: [] };
  const weights = yearWeights(population, base);
  const rows = await outputs(world.observatory, population, choice);
  const units = gather(rows, weights, by)
    .sort((a, b) => b.share - a.share)
    .slice(0, 25)
    .map((unit) => ({ ...unit, works: works(unit) }));
  const found = await covarianceOf(world.observatory, { population, choice, units, by, rows, weights });
  return {
    found,
    due: brute(
      world.works,
      units.map(({ id }) => id),
      by,
      base,
    ),
  };
}

describe('the covariance of totals over works', () => {
  it.each(KINDS.flatMap((kind) => (['share', 'count'] as const).map((by) => [kind, by] as const)))(
    'of %s by %s is that of brute force, from the tables and work by work, in all and by year',
    async (kind, by) => {
      for (const base of [null, 2016]) {
        for (const works of [() => ENOUGH, (unit: Unit) => unit.works]) {
          const { found, due } = await covariance([kind], by, base, works);
          expect(due.some((value) => value > 1)).toBe(true);
          due.forEach((value, k) => {
            expect(found[k]).toBeCloseTo(value, 5);
          });
        }
      }
    },
  );

  it('of places of several kinds is summed work by work, also where one holds the other', async () => {
    const { found, due } = await covariance(KINDS, 'share', null, () => ENOUGH);
    due.forEach((value, k) => {
      expect(found[k]).toBeCloseTo(value, 8);
    });
  });

  it('of no place is empty', async () => {
    const population = await Population.of(world.observatory, { years: null, field: null, sector: null });
    const choice: UnitChoice = { kinds: ['cities'], definitions: null, adHoc: [] };
    const nothing = { population, choice, units: [], by: 'share', rows: [], weights: null } as const;
    expect(await covarianceOf(world.observatory, nothing)).toHaveLength(0);
  });
});
