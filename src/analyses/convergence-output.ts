import {
  betaGradient,
  linearisedInterval,
  sigma,
  sigmaGradient,
  sigmaWithoutNoise,
} from '../measures/index.ts';
import type { Observatory } from '../observatory/index.ts';
import { InputError } from '../places/index.ts';
import { makeAbout } from './about.ts';
import { round } from './balance-rows.ts';
import { setsOf } from './balance-sets.ts';
import {
  betaOf,
  CONVERGENCE_NOTES,
  distance,
  type Ends,
  growing,
  noBeta,
  trendOf,
} from './convergence-fit.ts';
import type { Beta, Convergence, ConvergenceParams, ConvergenceRow } from './convergence-question.ts';
import { describeRegions } from './definitions.ts';
import { yearWeights } from './joint.ts';
import { outputs } from './output.ts';
import { Population } from './population.ts';
import { type InfluenceOfYear, type Slope, workInfluence } from './work-influence.ts';

/** Outputs of cities by year: [year][city], with their variances over works. */
interface Panel {
  readonly cities: readonly string[];
  readonly years: readonly number[];
  readonly amounts: readonly (readonly number[])[];
  readonly variances: readonly (readonly number[])[];
  /** N(first year)/N(year). */
  readonly weights: readonly number[];
}

/** Whether the cities of a place draw level in output. */
export async function convergenceOfOutput(
  observatory: Observatory,
  given: ConvergenceParams,
): Promise<Convergence> {
  const population = await Population.of(observatory, given);
  const { places, adHoc } = await setsOf(observatory, { ...given, definition: null });
  if (places.length > 1)
    throw new InputError('convergence is asked of one place.', { todo: 'Give one --place or one --region.' });
  const [{ place, cities }] = places;
  const panel = await panelOf(observatory, population, cities, given.by);
  const always = cities.flatMap((_, i) => (panel.amounts.every((year) => year[i] > 0) ? [i] : []));
  const ends = endsOf(panel, given.window);
  const influence = await workInfluence(observatory, population, given.by, [
    ...panel.years.map((_, y) => sigmaSlopes(panel, y)),
    ends === null ? [] : betaSlopes(panel, ends),
  ]);
  const rows = panel.years.map((year, y): ConvergenceRow => {
    const at = panel.amounts[y];
    const some = at.filter((amount) => amount > 0);
    const spread = sigma(some);
    const pick = (values: readonly number[]): number[] => always.map((i) => values[i]);
    const interval =
      spread.value === null ? null : overWorks(spread.value, influence[y], population, given.level);
    return {
      year,
      parts: some.length,
      zeros: at.length - some.length,
      sigma: rounded(spread.value),
      interval: interval?.ends ?? null,
      same: rounded(sigma(pick(at)).value),
      net: rounded(sigmaWithoutNoise(pick(at), pick(panel.variances[y])).value),
      reason: spread.reason ?? interval?.reason ?? null,
    };
  });
  const regions = await describeRegions(observatory, [place.id], adHoc);
  return {
    rows,
    place: place.name,
    sameParts: always.length,
    trend: trendOf(
      panel.years,
      rows.map(({ same }) => same),
    ),
    netTrend: trendOf(
      panel.years,
      rows.map(({ net }) => net),
    ),
    beta:
      ends === null
        ? noBeta(
            { from: [0, 0], to: [0, 0], years: 0, parts: 0, zeros: 0, worksInterval: null },
            'fewer than two years',
          )
        : withWorks(betaOf(ends, given.level), influence[panel.years.length], population, given.level),
    missing: [],
    about: makeAbout(observatory, population, {
      analysis: 'convergence',
      counting: `${given.by === 'share' ? 'Share (fractional by author, then by institution)' : 'Count (works with an author there)'} of cities, years in a window adjusted to the works of the first`,
      interval: {
        method: 'linearisation over works in every year (σ, and β over works); Student over cities (β)',
        level: given.level,
        draws: null,
        seed: null,
      },
      definitions: regions.definitions,
      warnings: [
        ...regions.warnings,
        'few works bias β towards convergence and make σ fall as works become more; “without noise” takes that out to first order only',
      ],
      notes: [
        ...CONVERGENCE_NOTES,
        ...(place.kind === 'region'
          ? []
          : ['the cities of a province or nation are those with an institution in this observatory']),
      ],
    }),
  };
}

async function panelOf(
  observatory: Observatory,
  population: Population,
  cities: readonly string[],
  by: 'share' | 'count',
): Promise<Panel> {
  const rows = await outputs(observatory, population, { kinds: ['cities'], definitions: null, adHoc: [] });
  const found = new Map(rows.map((row) => [`${row.year}|${row.unit}`, row]));
  const years = [...population.worksByYear.keys()].sort((a, b) => a - b);
  const weights = yearWeights(population, years.at(0) ?? null);
  const row = (year: number, city: string) => found.get(`${year}|${city}`);
  return {
    cities,
    years,
    amounts: years.map((year) => cities.map((city) => row(year, city)?.[by] ?? 0)),
    variances: years.map((year) =>
      cities.map((city) => {
        const one = row(year, city);
        if (one === undefined) return 0;
        const squares = by === 'share' ? one.shareSquared : one.count;
        return Math.max(0, squares - one[by] ** 2 / population.worksByYear.get(year)!);
      }),
    ),
    weights: years.map((year) => weights?.get(year) ?? 1),
  };
}

/** The two ends: sums over their windows, adjusted; null where there are not two years. */
function endsOf(panel: Panel, window: number | null): (Ends & { readonly at: [number[], number[]] }) | null {
  const n = panel.years.length;
  if (n < 2) return null;
  const size = window ?? Math.min(3, Math.floor(n / 2));
  if (2 * size > n)
    throw new InputError(`two windows of ${size} years do not fit in ${n} years.`, {
      todo: `Give a --window of ${Math.floor(n / 2)} at most, or more years.`,
    });
  const at: [number[], number[]] = [
    Array.from({ length: size }, (_, k) => k),
    Array.from({ length: size }, (_, k) => n - size + k),
  ];
  const add = (of: readonly (readonly number[])[], side: readonly number[], power: number): number[] =>
    panel.cities.map((_, i) => side.reduce((sum, y) => sum + panel.weights[y] ** power * of[y][i], 0));
  const span = (side: readonly number[]): [number, number] => [
    panel.years[side[0]],
    panel.years[side[size - 1]],
  ];
  return {
    at,
    from: span(at[0]),
    to: span(at[1]),
    first: add(panel.amounts, at[0], 1),
    last: add(panel.amounts, at[1], 1),
    variances: add(panel.variances, at[0], 2),
  };
}

function sigmaSlopes({ cities, years, amounts }: Panel, y: number): Slope[] {
  const kept = amounts[y].flatMap((amount, i) => (amount > 0 ? [i] : []));
  const gradient = sigmaGradient(kept.map((i) => amounts[y][i]));
  const year = years[y];
  return gradient === null
    ? []
    : kept.map((i, k) => ({ city: cities[i], from: year, to: year, slope: gradient[k] }));
}

function betaSlopes(panel: Panel, ends: Ends & { readonly at: [number[], number[]] }): Slope[] {
  const kept = growing(ends);
  const [first, last] = [kept.map((i) => ends.first[i]), kept.map((i) => ends.last[i])];
  const gradient = betaGradient(first, last, distance(ends));
  if (gradient === null) return [];
  const side = (years: readonly number[], amounts: readonly number[], slopes: ArrayLike<number>): Slope[] =>
    years.flatMap((y) =>
      kept.map((i, k) => ({
        city: panel.cities[i],
        from: panel.years[y],
        to: panel.years[y],
        slope: (slopes[k] / amounts[k]) * panel.weights[y],
      })),
    );
  return [...side(ends.at[0], first, gradient.first), ...side(ends.at[1], last, gradient.last)];
}

/** The interval of a statistic whose works are drawn anew in every year, each year's number fixed. */
function overWorks(
  value: number,
  influence: readonly InfluenceOfYear[],
  population: Population,
  level: number,
): { ends: readonly [number, number] | null; reason: string | null } {
  const variance = influence.reduce(
    (sum, { year, squares, sum: s }) => sum + squares - s ** 2 / population.worksByYear.get(year)!,
    0,
  );
  const { low, high, reason } = linearisedInterval(value, Math.max(0, variance), 0, population.works, level);
  return low === null ? { ends: null, reason } : { ends: [round(low), round(high)], reason: null };
}

function withWorks(
  beta: Beta,
  influence: readonly InfluenceOfYear[],
  population: Population,
  level: number,
): Beta {
  if (beta.beta === null) return beta;
  return { ...beta, worksInterval: overWorks(beta.beta, influence, population, level).ends };
}

function rounded(value: number | null): number | null {
  return value === null ? null : round(value);
}
