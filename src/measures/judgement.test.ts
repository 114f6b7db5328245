import { describe, expect, it } from 'vitest';
import { shareCovariance, standardErrors } from './covariance.ts';
import { expectedInside, quasiIndependence } from './expected.ts';
import { gradientInside } from './gradient.ts';
import { linearisedInterval, percentileInterval, type Interval } from './interval.ts';
import { jointRankIntervals, outrankProbability } from './joint-ranks.ts';
import { pairWeights } from './pair-weights.ts';
import { createRandom } from './random.ts';
import { summariseRanks } from './rank.ts';
import { ratioOfSums } from './ratio.ts';
import { bootstrapWorks } from './resample.ts';

/**
 * The judge of the interval methods: synthetic works of a known seed, every statistic computed afresh from each of
 * 4,000 resamples of whole works, and what the fast methods say beside it. Figures of docs/methods/rank-intervals.md.
 */
const CITIES = 60;
const WORKS = 5000;
const DRAWS = 4000;
/** Cities 0, 4, 8, …, 44: a region of large and small ones whose works stay inside more than chance has it. */
const REGION = Array.from({ length: 12 }, (_, i) => 4 * i);

/** A work: its cities and the Share of each; the rest of the work is unlocated. */
interface Work {
  readonly cities: readonly number[];
  readonly shares: readonly number[];
}

/** Heavy-tailed cities (size 1/rank) and teams: most works of one or two cities, some of twenty. */
function synthesise(seed: number): Work[] {
  const random = createRandom(seed);
  const cumulative: number[] = [];
  for (let c = 0; c < CITIES; c++) cumulative.push((cumulative.at(-1) ?? 0) + 1 / (c + 1));
  const anyCity = (): number => {
    const u = random.uniform() * cumulative[CITIES - 1];
    return cumulative.findIndex((limit) => u < limit);
  };
  return Array.from({ length: WORKS }, () => {
    const authors = Math.min(200, Math.ceil((1 - random.uniform()) ** (-1 / 1.3)));
    const home = anyCity();
    const parts = new Map<number, number>();
    for (let a = 0; a < authors; a++) {
      if (random.uniform() < 0.05) continue;
      let city = home;
      if (random.uniform() < 0.4) {
        do city = anyCity();
        while (REGION.includes(home) && !REGION.includes(city) && random.uniform() < 0.5);
      }
      parts.set(city, (parts.get(city) ?? 0) + 1 / authors);
    }
    return { cities: [...parts.keys()], shares: [...parts.values()] };
  });
}

/** A work's pairs: inside the region and touching it, and their weight under the two countings. */
interface LinkParts {
  readonly inside: number;
  readonly touching: number;
  readonly full: number;
  readonly perPartner: number;
}

function linkParts({ cities }: Work): LinkParts {
  const k = cities.length;
  const members = cities.filter((city) => REGION.includes(city)).length;
  const pairs = (n: number): number => (n * (n - 1)) / 2;
  const weights = pairWeights(k);
  return {
    inside: pairs(members),
    touching: pairs(k) - pairs(k - members),
    full: weights?.full ?? 0,
    perPartner: weights?.perPartner ?? 0,
  };
}

const works = synthesise(20_240_501);
const parts = works.map(linkParts);

/** Strengths under 1/(k − 1): every city of a collaborative work gains 1. */
function strengthsOf(weights: ArrayLike<number>): Float64Array {
  const strengths = new Float64Array(CITIES);
  for (const [w, { cities }] of works.entries())
    if (cities.length > 1) for (const city of cities) strengths[city] += weights[w];
  return strengths;
}

/** Totals of all cities, the region's intra share under both countings, and its observed/expected. */
const STATISTICS = CITIES + 3;
function statistic(weights: ArrayLike<number>): Float64Array {
  const values = new Float64Array(STATISTICS);
  const [inside, touching] = [
    [0, 0],
    [0, 0],
  ];
  for (const [w, { cities, shares }] of works.entries()) {
    const weight = weights[w];
    for (const [n, city] of cities.entries()) values[city] += weight * shares[n];
    for (const [n, each] of [parts[w].full, parts[w].perPartner].entries()) {
      inside[n] += weight * each * parts[w].inside;
      touching[n] += weight * each * parts[w].touching;
    }
  }
  values[CITIES] = inside[0] / touching[0];
  values[CITIES + 1] = inside[1] / touching[1];
  values[CITIES + 2] = inside[1] / expectedInside(quasiIndependence(strengthsOf(weights)), REGION)!;
  return values;
}

/** Moments of a ratio over the works, each with numerator a and denominator b. */
function ratioOver(a: (w: number) => number, b: (w: number) => number): ReturnType<typeof ratioOfSums> {
  const sums = { a: 0, b: 0, aa: 0, ab: 0, bb: 0 };
  for (let w = 0; w < WORKS; w++) {
    sums.a += a(w);
    sums.b += b(w);
    sums.aa += a(w) ** 2;
    sums.ab += a(w) * b(w);
    sums.bb += b(w) ** 2;
  }
  return ratioOfSums(sums);
}

const observed = statistic(new Float64Array(WORKS).fill(1));
const totals = observed.slice(0, CITIES);
const resampled = bootstrapWorks({ works: WORKS, draws: DRAWS, seed: 7, statistic });
const column = (i: number): number[] =>
  Array.from({ length: DRAWS }, (_, d) => resampled[d * STATISTICS + i]);
const deviation = (values: readonly number[]): number => {
  const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
  return Math.sqrt(values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / (values.length - 1));
};

function covariance(): Float64Array {
  const products = new Float64Array(CITIES * CITIES);
  for (const { cities, shares } of works)
    for (const [n, i] of cities.entries())
      for (const [m, j] of cities.entries()) products[i * CITIES + j] += shares[n] * shares[m];
  return shareCovariance(totals, products, WORKS);
}

/** Largest distance between the ends of two intervals, in widths of the second. */
function endError(interval: Interval, judge: { low: number; high: number }): number {
  return (
    Math.max(Math.abs(interval.low! - judge.low), Math.abs(interval.high! - judge.high)) /
    (judge.high - judge.low)
  );
}

const within = (ratio: number, tolerance: number): boolean => Math.abs(ratio - 1) <= tolerance;

describe(`judged by ${DRAWS} resamples of ${WORKS} works of ${CITIES} cities`, () => {
  it('the standard errors of Shares are right within 5 %, half of them within 1 %', () => {
    const errors = standardErrors(covariance());
    const ratios = Array.from(errors, (error, i) => error / deviation(column(i)));
    expect(ratios.filter((ratio) => !within(ratio, 0.05))).toEqual([]);
    expect(ratios.filter((ratio) => within(ratio, 0.01)).length).toBeGreaterThanOrEqual(CITIES / 2);
  });

  it('rank bounds are never more than one apart', () => {
    const drawn = Float64Array.from({ length: DRAWS * CITIES }, (_, k) => {
      const draw = Math.floor(k / CITIES);
      return resampled[draw * STATISTICS + (k % CITIES)];
    });
    const judge = summariseRanks({ totals, drawn, level: 0.95 });
    const rows = jointRankIntervals({ totals, covariance: covariance(), draws: 4000, level: 0.95, seed: 1 });
    for (const [i, row] of rows.entries()) {
      expect(row.rank).toBe(judge[i].rank);
      expect(Math.abs(row.low - judge[i].low)).toBeLessThanOrEqual(1);
      expect(Math.abs(row.high - judge[i].high)).toBeLessThanOrEqual(1);
    }
    // The judge has something to say: most of these ranks are open by several places.
    expect(rows.filter((row) => row.high - row.low >= 5).length).toBeGreaterThan(CITIES / 2);
  });

  it('P(A outranks B) of every city and the next ones is right within 0.03', () => {
    const matrix = covariance();
    for (let i = 0; i < CITIES; i++) {
      for (let j = i + 1; j < Math.min(CITIES, i + 6); j++) {
        const [a, b] = [column(i), column(j)];
        const share =
          a.reduce((sum, value, d) => sum + (value > b[d] ? 1 : value === b[d] ? 0.5 : 0), 0) / DRAWS;
        expect(Math.abs(outrankProbability(totals, matrix, i, j).value! - share)).toBeLessThan(0.03);
      }
    }
  });

  it.each(['full', 'perPartner'] as const)(
    'the interval of an intra share (%s) is right within 5 %% of its width',
    (counting) => {
      const at = counting === 'full' ? CITIES : CITIES + 1;
      const ratio = ratioOver(
        (w) => parts[w].inside * parts[w][counting],
        (w) => parts[w].touching * parts[w][counting],
      );
      expect(ratio.estimate).toBeCloseTo(observed[at], 12);
      const interval = linearisedInterval(
        ratio.estimate!,
        ratio.sumInfluenceSquares!,
        ratio.sumInfluence!,
        WORKS,
        0.95,
      );
      expect(within(interval.standardError! / deviation(column(at)), 0.04)).toBe(true);
      expect(endError(interval, percentileInterval(column(at), 0.95))).toBeLessThan(0.05);
    },
  );

  it('pairs taken as independent make the standard error of an intra share a quarter too small at least', () => {
    const pairs = parts.reduce((sum, part) => sum + part.touching, 0);
    const binomial = Math.sqrt((observed[CITIES] * (1 - observed[CITIES])) / pairs);
    expect(binomial / deviation(column(CITIES))).toBeLessThan(0.75);
  });

  it('the interval of observed/expected, refitted in every resample, is right within 5 % of its width', () => {
    const fit = quasiIndependence(strengthsOf(new Float64Array(WORKS).fill(1)));
    const gradient = gradientInside(fit, REGION)!;
    const moved = (w: number): number =>
      parts[w].perPartner === 0 ? 0 : works[w].cities.reduce((sum, city) => sum + gradient[city], 0);
    const ratio = ratioOver((w) => parts[w].inside * parts[w].perPartner, moved);
    expect(ratio.estimate).toBeCloseTo(observed[CITIES + 2], 10);
    const interval = linearisedInterval(ratio.estimate!, ratio.sumInfluenceSquares!, 0, WORKS, 0.95, 'log');
    const draws = column(CITIES + 2);
    expect(within(interval.standardError! / deviation(draws), 0.04)).toBe(true);
    expect(endError(interval, percentileInterval(draws, 0.95))).toBeLessThan(0.05);

    // With the expected value held fixed the interval would be half as wide again: the refit must be in the influence.
    const fixed = ratioOver(
      (w) => parts[w].inside * parts[w].perPartner,
      () => expectedInside(fit, REGION)! / WORKS,
    );
    expect(Math.sqrt(fixed.sumInfluenceSquares!) / deviation(draws)).toBeGreaterThan(1.5);
  });
});
