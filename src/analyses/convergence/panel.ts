import { messages } from './messages.ts';
import { betaGradient, sigmaGradient } from '../../measures/index.ts';
import type { Observatory } from '../../observatory/index.ts';
import { InputError } from '../../base/index.ts';
import { distance, type Ends, growing } from './fit.ts';
import { yearWeights } from '../output/rank-neighbourhood.ts';
import { outputs } from '../output/output.ts';
import type { Population } from '../population/population.ts';
import type { Slope } from '../output/work-influence.ts';

/** Outputs of cities by year: [year][city], with their variances over works. */
export interface Panel {
  readonly cities: readonly string[];
  readonly years: readonly number[];
  readonly amounts: readonly (readonly number[])[];
  readonly variances: readonly (readonly number[])[];
  /** N(first year)/N(year). */
  readonly weights: readonly number[];
}

/** The ends of a panel, and which of its years they are sums of. */
export type PanelEnds = Ends & { readonly at: readonly [readonly number[], readonly number[]] };

export async function panelOf(
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
export function endsOf(panel: Panel, window: number | null): PanelEnds | null {
  const n = panel.years.length;
  if (n < 2) return null;
  const size = window ?? Math.min(3, Math.floor(n / 2));
  if (2 * size > n) throw new InputError(messages.longWindows({ size, years: n }), { parameter: 'window' });
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

export function sigmaSlopes({ cities, years, amounts }: Panel, y: number): Slope[] {
  const kept = amounts[y].flatMap((amount, i) => (amount > 0 ? [i] : []));
  const gradient = sigmaGradient(kept.map((i) => amounts[y][i]));
  const year = years[y];
  return gradient === null
    ? []
    : kept.map((i, k) => ({ city: cities[i], from: year, to: year, slope: gradient[k] }));
}

export function betaSlopes(panel: Panel, ends: PanelEnds): Slope[] {
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
