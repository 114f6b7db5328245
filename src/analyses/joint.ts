import { InputError } from '../places/index.ts';
import { type Stratum, stratifiedCovariance } from '../measures/index.ts';
import type { YearOutput } from './output.ts';
import type { Population } from './population.ts';

/** Places that are compared jointly at most: those shown and their neighbours in rank. */
export const MOST_COMPARED = 400;
/** A place this many standard errors of the difference away is surely above or below. */
const CLEARLY = 5;
export interface Unit {
  readonly id: string;
  readonly kind: string;
  share: number;
  count: number;
  /** Approximate standard error of what is ranked, for telling who is clearly apart. */
  error: number;
}

/** What a year's output is multiplied by: N(base)/N(year), or one. */
export function yearWeights(population: Population, base: number | null): Map<number, number> {
  const inBase = base === null ? 0 : (population.worksByYear.get(base) ?? 0);
  if (base !== null && inBase === 0) {
    throw new InputError(`there are no works in the base year ${base} under these filters.`, {
      todo: 'Take a base year inside the years asked for.',
    });
  }
  return new Map([...population.worksByYear].map(([year, n]) => [year, base === null ? 1 : inBase / n]));
}

export function gather(
  rows: readonly YearOutput[],
  weights: ReadonlyMap<number, number>,
  by: 'share' | 'count',
): Unit[] {
  const units = new Map<string, Unit>();
  for (const { unit: id, year, share, count, shareSquared } of rows) {
    let unit = units.get(id);
    if (unit === undefined) units.set(id, (unit = { id, kind: kindOf(id), share: 0, count: 0, error: 0 }));
    const weight = weights.get(year) ?? 0;
    unit.share += weight * share;
    unit.count += weight * count;
    unit.error += weight * weight * (by === 'share' ? shareSquared : count);
  }
  for (const unit of units.values()) unit.error = Math.sqrt(unit.error);
  return [...units.values()];
}

function kindOf(id: string): string {
  if (id.startsWith('adhoc:')) return 'adhoc';
  if (id.startsWith('def:')) return 'region';
  if (id.startsWith('iso:')) return 'nation';
  return id.startsWith('cn-p:') ? 'province' : 'city';
}

/** The places shown and all that are not clearly above or below one of them, at most `MOST_COMPARED`, nearest first. */
export function neighbours(
  units: readonly Unit[],
  shown: readonly number[],
  of: (unit: Unit) => number,
): { compared: Unit[]; above: number[]; cut: boolean } {
  const isShown = new Set(shown);
  const distance = (i: number): number => {
    let nearest = Infinity;
    for (const j of shown) {
      const gap = Math.abs(of(units[i]) - of(units[j]));
      nearest = Math.min(nearest, gap / Math.max(1e-12, Math.hypot(units[i].error, units[j].error)));
    }
    return nearest;
  };
  const others = units
    .map((_, i) => i)
    .filter((i) => !isShown.has(i))
    .map((i) => ({ i, apart: distance(i) }))
    .filter(({ apart }) => apart < CLEARLY)
    .sort((a, b) => a.apart - b.apart || a.i - b.i);
  const room = Math.max(0, MOST_COMPARED - shown.length);
  const chosen = [...shown, ...others.slice(0, room).map(({ i }) => i)].sort((a, b) => a - b);
  // Of those left out, `i − position` stand above the place of index i.
  return {
    compared: chosen.map((i) => units[i]),
    above: chosen.map((i, position) => i - position),
    cut: others.length > room,
  };
}

/** Over all years at once for a fixed number of works; year by year where each year is adjusted to the base. */
export function covarianceOf(
  byYear: readonly { year: number; stratum: Stratum }[],
  weights: ReadonlyMap<number, number>,
  adjusted: boolean,
): Float64Array {
  if (adjusted)
    return stratifiedCovariance(
      byYear.map(({ year, stratum }) => ({ ...stratum, weight: weights.get(year)! })),
    );
  const size = byYear[0].stratum.totals.length;
  const pooled = { totals: new Float64Array(size), products: new Float64Array(size * size), works: 0 };
  for (const { stratum } of byYear) {
    for (let i = 0; i < size; i++) pooled.totals[i] += stratum.totals[i];
    for (let i = 0; i < size * size; i++) pooled.products[i] += stratum.products[i];
    pooled.works += stratum.works;
  }
  return stratifiedCovariance([pooled]);
}

/** Standard errors of the output that is not ranked by; `weights` where years are adjusted. */
export function ownErrors(
  units: readonly Unit[],
  by: 'share' | 'count',
  rows: readonly YearOutput[],
  population: Population,
  weights: ReadonlyMap<number, number> | null,
): number[] {
  const sums = new Map(units.map(({ id }) => [id, { total: 0, squares: 0, lost: 0 }]));
  for (const row of rows) {
    const sum = sums.get(row.unit);
    if (sum === undefined) continue;
    const weight = weights?.get(row.year) ?? 1;
    sum.total += row[by];
    sum.squares += weight * weight * (by === 'share' ? row.shareSquared : row.count);
    sum.lost += (weight * weight * row[by] * row[by]) / population.worksByYear.get(row.year)!;
  }
  return units.map(({ id }) => {
    const { total, squares, lost } = sums.get(id)!;
    return Math.sqrt(Math.max(0, squares - (weights === null ? (total * total) / population.works : lost)));
  });
}
