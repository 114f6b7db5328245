import {
  expectedInside,
  gradientInside,
  type Interval,
  jointRankIntervals,
  linearisedInterval,
  outrankProbability,
  percentileInterval,
  quasiIndependence,
  ratioOfSums,
  shareCovariance,
  standardErrors,
  summariseRanks,
} from '../src/measures/index.ts';
import {
  CITIES,
  DRAWS,
  INTRA,
  linkParts,
  RATIO,
  REGION,
  resample,
  statistic,
  strengthsOf,
  synthesise,
  WORKS,
} from './judged-works.ts';

/** An interval of the fast method beside the bootstrap's: both standard errors as a ratio, ends in widths of the second. */
export interface Judged {
  readonly estimate: number;
  readonly observed: number;
  readonly error: number;
  readonly ends: number;
}

/** What the fast methods say beside a plain bootstrap over the same works. */
export interface Judgement {
  /** Standard error of each city's Share, over that of the bootstrap. */
  readonly shares: readonly number[];
  /** Of each rank interval: its width in ranks, and the larger distance of its bounds from the bootstrap's. */
  readonly ranks: readonly { readonly width: number; readonly apart: number }[];
  /** P(A outranks B) less the part of resamples in which A is ahead, of every city and the next five. */
  readonly outranks: readonly number[];
  readonly intra: Readonly<Record<keyof typeof INTRA, Judged>>;
  readonly ratio: Judged;
  /** Standard error of the intra share if all pairs were independent, and of the ratio if what is expected stood still. */
  readonly pairsIndependent: number;
  readonly expectedFixed: number;
}

export function judge(seed: number): Judgement {
  const works = synthesise(seed);
  const parts = works.map(linkParts);
  const ones = new Float64Array(WORKS).fill(1);
  const observed = statistic(works, parts, ones);
  const drawn = resample(works, parts, 7);

  const totals = observed.slice(0, CITIES);
  const products = new Float64Array(CITIES * CITIES);
  for (const { cities, shares } of works)
    for (const [n, i] of cities.entries())
      for (const [m, j] of cities.entries()) products[i * CITIES + j] += shares[n] * shares[m];
  const covariance = shareCovariance(totals, products, WORKS);

  const plain = summariseRanks({
    totals,
    drawn: Float64Array.from({ length: DRAWS * CITIES }, (_, k) => drawn[k % CITIES][Math.floor(k / CITIES)]),
    level: 0.95,
  });
  const fast = jointRankIntervals({ totals, covariance, draws: 4000, level: 0.95, seed: 1 });

  const fit = quasiIndependence(strengthsOf(works, ones));
  const gradient = gradientInside(fit, REGION)!;
  const inside = (w: number, counting: keyof typeof INTRA): number => parts[w].inside * parts[w][counting];
  const intra = (counting: keyof typeof INTRA): Judged => {
    const { estimate, sumInfluenceSquares, sumInfluence } = ratioOver(
      (w) => inside(w, counting),
      (w) => parts[w].touching * parts[w][counting],
    );
    const interval = linearisedInterval(estimate!, sumInfluenceSquares!, sumInfluence!, WORKS, 0.95);
    return judged(estimate!, interval, observed[INTRA[counting]], drawn[INTRA[counting]]);
  };
  const moving = ratioOver(
    (w) => inside(w, 'perPartner'),
    (w) => (parts[w].full === 0 ? 0 : works[w].cities.reduce((sum, city) => sum + gradient[city], 0)),
  );
  const still = ratioOver(
    (w) => inside(w, 'perPartner'),
    () => expectedInside(fit, REGION)! / WORKS,
  );
  const pairs = parts.reduce((sum, { touching }) => sum + touching, 0);
  const share = observed[INTRA.full];

  return {
    shares: Array.from(standardErrors(covariance), (error, i) => error / deviation(drawn[i])),
    ranks: fast.map(({ low, high }, i) => ({
      width: high - low,
      apart: Math.max(Math.abs(low - plain[i].low), Math.abs(high - plain[i].high)),
    })),
    outranks: neighbours().map(([i, j]) => {
      const ahead = drawn[i].filter((value, d) => value > drawn[j][d]).length;
      const tied = drawn[i].filter((value, d) => value === drawn[j][d]).length;
      return outrankProbability(totals, covariance, i, j).value! - (ahead + tied / 2) / DRAWS;
    }),
    intra: { full: intra('full'), perPartner: intra('perPartner') },
    ratio: judged(
      moving.estimate!,
      linearisedInterval(
        moving.estimate!,
        moving.sumInfluenceSquares!,
        moving.sumInfluence!,
        WORKS,
        0.95,
        'log',
      ),
      observed[RATIO],
      drawn[RATIO],
    ),
    pairsIndependent: Math.sqrt((share * (1 - share)) / pairs) / deviation(drawn[INTRA.full]),
    expectedFixed: Math.sqrt(still.sumInfluenceSquares!) / deviation(drawn[RATIO]),
  };
}

function judged(estimate: number, interval: Interval, observed: number, draws: readonly number[]): Judged {
  const { low, high } = percentileInterval(draws, 0.95);
  return {
    estimate,
    observed,
    error: interval.standardError! / deviation(draws),
    ends: Math.max(Math.abs(interval.low! - low), Math.abs(interval.high! - high)) / (high - low),
  };
}

/** Every city and the next five. */
function neighbours(): (readonly [number, number])[] {
  return Array.from({ length: CITIES }, (_, i) => i).flatMap((i) =>
    Array.from({ length: Math.min(5, CITIES - 1 - i) }, (_, n) => [i, i + n + 1] as const),
  );
}

/** The ratio of two sums over the works, each work with numerator a and denominator b. */
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

function deviation(values: readonly number[]): number {
  const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
  return Math.sqrt(values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / (values.length - 1));
}
