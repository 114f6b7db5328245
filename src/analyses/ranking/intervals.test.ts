import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { analysedWorld, type AnalysedWorld } from '../../../test/analysed-world.ts';
import { fullUnless } from '../../../test/few-and-many.ts';
import {
  bootstrapWorks,
  jointRankIntervals,
  outrankProbability,
  percentileInterval,
  shareCovariance,
  summariseRanks,
} from '../../measures/index.ts';
import { render } from '../../base/index.ts';
import { messages } from '../output/messages.ts';
import { MOST_NEIGHBOURS, neighbourhood, type Unit } from '../output/rank-neighbourhood.ts';
import type { Ranking } from './question.ts';
import { ranking } from './analysis.ts';

let world: AnalysedWorld;
/** All cities with a work, and what each work gives to each: Shares and presence, work by work. */
let cities: string[];
let places: Int32Array[];
let parts: Record<'share' | 'count', Float64Array[]>;
beforeAll(async () => {
  world = await analysedWorld({ works: 2500, seed: 5 });
  cities = [...new Set(world.works.flatMap((work) => work.parts.map(({ place }) => place)))].sort();
  const index = new Map(cities.map((city, i) => [city, i]));
  places = world.works.map((work) => Int32Array.from(work.parts, ({ place }) => index.get(place)!));
  parts = {
    share: world.works.map((work) => Float64Array.from(work.parts, ({ share }) => share)),
    count: world.works.map((work) => Float64Array.from(work.parts, () => 1)),
  };
});
afterAll(() => world.close());

const ask = (params: Record<string, unknown>): Promise<Ranking> =>
  ranking.run(world.observatory, ranking.params.parse(params));

function totalsOf(by: 'share' | 'count', weights?: ArrayLike<number>): Float64Array {
  const totals = new Float64Array(cities.length);
  for (const [w, own] of places.entries())
    own.forEach((city, k) => (totals[city] += (weights?.[w] ?? 1) * parts[by][w][k]));
  return totals;
}

/** Of all cities at once, none left out as clearly apart. */
function everybody(by: 'share' | 'count'): { totals: Float64Array; covariance: Float64Array } {
  const n = cities.length;
  const products = new Float64Array(n * n);
  for (const [w, own] of places.entries())
    own.forEach((i, k) => {
      own.forEach((j, l) => (products[i * n + j] += parts[by][w][k] * parts[by][w][l]));
    });
  const totals = totalsOf(by);
  return { totals, covariance: shareCovariance(totals, products, world.works.length) };
}

/** Ranks lie close in a crowd of small cities, so that ends need many draws to stand still. */
const DRAWS = 20_000;

/** Ends of two intervals of a rank are one apart at most, or a part of the width of the second. */
function near(interval: readonly [number, number], due: { low: number; high: number }, part: number): void {
  const most = Math.max(1, part * (due.high - due.low));
  expect(Math.abs(interval[0] - due.low)).toBeLessThanOrEqual(most);
  expect(Math.abs(interval[1] - due.high)).toBeLessThanOrEqual(most);
}

describe('rank intervals of the places shown', () => {
  describe.each(['share', 'count'] as const)('by %s', (by) => {
    it('are those of all places drawn jointly', fullUnless(by === 'share'), async () => {
      const { rows, about } = await ask({ by, draws: DRAWS, top: 25 });
      expect(about.interval).toMatchObject({ draws: DRAWS, level: 0.95, seed: 1 });
      const all = jointRankIntervals({ ...everybody(by), draws: DRAWS, level: 0.95, seed: 2 });
      for (const { place, rank, rankInterval } of rows) {
        const due = all[cities.indexOf(place.id)];
        expect(rank).toBe(due.rank);
        // Other draws: an end may fall on the next rank, or where ranks are wide open a little further.
        near(rankInterval!, due, 0.08);
      }
      expect(
        rows.filter(({ rankInterval }) => rankInterval![1] - rankInterval![0] > 3).length,
      ).toBeGreaterThan(10);
    });
  });

  it('do not depend on which other places are shown', async () => {
    const few = await ask({ top: 5, draws: DRAWS });
    const many = await ask({ top: 60, draws: DRAWS });
    for (const [i, { place, rankInterval }] of few.rows.entries()) {
      expect(many.rows[i].place).toEqual(place);
      const [low, high] = many.rows[i].rankInterval!;
      near(rankInterval!, { low, high }, 0.08);
    }
  });

  it('of a region in the crowd of small cities are as wide as the crowd', { tags: 'full' }, async () => {
    const { totals, covariance } = everybody('share');
    const ordered = totals.map((_, i) => i).sort((a, b) => totals[b] - totals[a]);
    const crowd = cities[ordered[Math.floor(cities.length * 0.7)]];
    const { rows, about } = await ask({ top: 1, region: [{ name: 'Small', cities: [crowd] }], draws: DRAWS });
    expect(about.notes).toContain(render(messages.crowded(), 'en'));
    const { rankInterval } = rows.find(({ place }) => place.id === 'adhoc:Small')!;
    const due = jointRankIntervals({ totals, covariance, draws: DRAWS, level: 0.95, seed: 2 })[
      cities.indexOf(crowd)
    ];
    expect(due.high - due.low).toBeGreaterThan(150);
    // The region stands beside its only city, so that ranks are of one place more.
    expect(Math.abs(rankInterval![0] - due.low)).toBeLessThan(0.05 * cities.length);
    expect(Math.abs(rankInterval![1] - due.high)).toBeLessThan(0.05 * cities.length);
  });

  it('the probability that one is ahead of another is that of the two in all places', async () => {
    const { totals, covariance } = everybody('count');
    const { rows } = await ask({ by: 'count', top: 12 });
    const [first, , , second] = rows.slice(5).map(({ place }) => place);
    const { outranks } = await ask({ by: 'count', outranks: [first.id, second.id] });
    const due = outrankProbability(totals, covariance, cities.indexOf(first.id), cities.indexOf(second.id));
    expect(outranks!.first.id).toBe(first.id);
    expect(outranks!.probability).toBeCloseTo(due.value!, 8);
    expect(outranks!.probability).toBeGreaterThan(0.5);
    const turned = await ask({ by: 'count', outranks: [second.id, first.id] });
    expect(turned.outranks!.probability).toBeCloseTo(1 - due.value!, 8);
  });
});

describe('a ranking whose intervals nobody asked for', () => {
  it('has the ranks and outputs that it has with them, and says that there are no intervals', async () => {
    const whole = await ask({ top: 30 });
    const bare = await ask({ top: 30, intervals: false });
    expect(bare.about.interval).toBeNull();
    const none = {
      rankInterval: null,
      shareInterval: null,
      countInterval: null,
      reason: 'not asked for',
    };
    expect(bare.rows).toEqual(whole.rows.map((row) => ({ ...row, ...none })));
    expect(whole.about.interval).not.toBeNull();
    expect([...bare.about.notes, ...bare.about.warnings].join('\n')).not.toMatch(/interval|drawn/);
    expect(whole.about.notes.join('\n')).toMatch(/interval/);
  });

  it('still tells how likely one place is ahead of another, where that is asked', async () => {
    const { rows } = await ask({ top: 2, intervals: false });
    const outranks = rows.map(({ place }) => place.id);
    const bare = await ask({ outranks, intervals: false });
    expect(bare.outranks).toEqual((await ask({ outranks })).outranks);
  });
});

describe('places that are left out of the draws', () => {
  it('are five standard errors from every place shown, and counted where they stand above', () => {
    const units: Unit[] = Array.from({ length: 600 }, (_, i) => ({
      id: String(i),
      kind: 'city',
      share: 1000 / (i + 1),
      count: 0,
      works: 0,
      error: Math.sqrt(1000 / (i + 1)),
    }));
    const shown = [0, 1, 2, 300];
    const { joint, above, distant } = neighbourhood(units, shown, ({ share }) => share);
    const kept = new Set([...joint, ...distant].map(({ id }) => id));
    for (const i of shown) expect(kept.has(String(i))).toBe(true);
    for (const { id, share, error } of units) {
      const apart = shown.every(
        (i) => Math.abs(units[i].share - share) >= 5 * Math.hypot(units[i].error, error),
      );
      expect(kept.has(id)).toBe(!apart);
    }
    joint.forEach(({ id }, k) => {
      const dropped = units.filter((unit, i) => i < Number(id) && !kept.has(unit.id)).length;
      expect(above[k]).toBe(dropped);
    });
    expect(joint).toHaveLength(shown.length + MOST_NEIGHBOURS);
    expect(distant.length).toBeGreaterThan(0);
  });
});

describe('a plain bootstrap over works, as judge', { tags: 'full' }, () => {
  it.each(['share', 'count'] as const)('agrees with the intervals of %s and of its ranks', async (by) => {
    const { rows } = await ask({ by, draws: DRAWS, top: 25 });
    const n = cities.length;
    const draws = 2500;
    const drawn = bootstrapWorks({
      works: world.works.length,
      draws,
      seed: 5,
      statistic: (weights) => totalsOf(by, weights),
    });
    expect(rows.filter(({ fewWorks }) => !fewWorks).length).toBeGreaterThan(10);
    const ranks = summariseRanks({ totals: totalsOf(by), drawn, level: 0.95 });
    for (const row of rows) {
      const i = cities.indexOf(row.place.id);
      const own = Array.from({ length: draws }, (_, d) => drawn[d * n + i]);
      const judge = percentileInterval(own, 0.95);
      const interval = by === 'share' ? row.shareInterval! : row.countInterval!;
      const width = judge.high - judge.low;
      expect(Math.abs(interval[0] - judge.low) / width).toBeLessThan(0.1);
      expect(Math.abs(interval[1] - judge.high) / width).toBeLessThan(0.1);
      // Of fewer works a normal draw is rough, which the row says.
      if (!row.fewWorks) near(row.rankInterval!, ranks[i], 0.15);
    }
  });
});
