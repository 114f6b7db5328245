import { messages } from '../messages.ts';
import { InputError } from '../../base/index.ts';
import type { YearOutput } from './output.ts';
import type { Population } from '../population/population.ts';

/**
 * Neighbours in rank that are drawn jointly with the places shown, at most. Of 400,000 generated works, twice or six times
 * as many move the ends of an interval by less than another seed does.
 */
export const MOST_NEIGHBOURS = 100;
/** A place this many standard errors of the difference away is surely above or below. */
const CLEARLY = 5;

/** A place with what a ranking needs of it. */
export interface Unit {
  readonly id: string;
  readonly kind: string;
  /** In works, adjusted where years are. */
  share: number;
  count: number;
  /** Works with an author there, as they are. */
  works: number;
  /** √Σ of squares of what is ranked: its standard error or a little more. */
  error: number;
}

/** What a year's output is multiplied by: N(base)/N(year), or null where years are not adjusted. */
export function yearWeights(population: Population, base: number | null): Map<number, number> | null {
  if (base === null || population.works === 0) return null;
  const inBase = population.worksByYear.get(base) ?? 0;
  if (inBase === 0) {
    throw new InputError(messages.noWorksInBase({ year: base }), { parameter: 'base' });
  }
  return new Map([...population.worksByYear].map(([year, n]) => [year, inBase / n]));
}

/** Units with their totals over years. */
export function gather(
  rows: readonly YearOutput[],
  weights: ReadonlyMap<number, number> | null,
  by: 'share' | 'count',
): Unit[] {
  const units = new Map<string, Unit>();
  for (const { unit: id, year, share, count, shareSquared } of rows) {
    let unit = units.get(id);
    if (unit === undefined)
      units.set(id, (unit = { id, kind: kindOf(id), share: 0, count: 0, works: 0, error: 0 }));
    const weight = weights === null ? 1 : weights.get(year)!;
    unit.share += weight * share;
    unit.count += weight * count;
    unit.works += count;
    unit.error += weight * weight * (by === 'share' ? shareSquared : count);
  }
  for (const unit of units.values()) unit.error = Math.sqrt(unit.error);
  return [...units.values()];
}

/** What a unit is, told by its id. */
export function kindOf(id: string): string {
  if (id.startsWith('adhoc:')) return 'adhoc';
  if (id.startsWith('def:')) return 'region';
  if (id.startsWith('iso:')) return 'nation';
  return id.startsWith('cn-p:') ? 'province' : 'city';
}

/** The places whose ranks hang together with those of the places shown. */
export interface Neighbourhood {
  /** Drawn jointly: those shown and the nearest that are not clearly apart from all of them, by rank. */
  readonly joint: readonly Unit[];
  /** Of each of them, how many places that are left out altogether stand above. */
  readonly above: readonly number[];
  /** Not clearly apart either, but beyond the number that is drawn jointly. */
  readonly distant: readonly Unit[];
}

/**
 * The neighbourhood of some of the units (ordered by rank). Σ of squares bounds the variance of a difference from
 * above, so that what counts as clearly apart is at least `CLEARLY` standard errors away.
 */
export function neighbourhood(
  units: readonly Unit[],
  shown: readonly number[],
  of: (unit: Unit) => number,
): Neighbourhood {
  const isShown = new Set(shown);
  const apart = (i: number): number => {
    let nearest = Infinity;
    for (const j of shown) {
      const gap = Math.abs(of(units[i]) - of(units[j]));
      nearest = Math.min(nearest, gap === 0 ? 0 : gap / Math.hypot(units[i].error, units[j].error));
    }
    return nearest;
  };
  const near = units
    .map((_, i) => i)
    .filter((i) => !isShown.has(i))
    .map((i) => ({ i, apart: apart(i) }))
    .filter((other) => other.apart < CLEARLY)
    .sort((a, b) => a.apart - b.apart || a.i - b.i)
    .map(({ i }) => i);
  const joint = [...shown, ...near.slice(0, MOST_NEIGHBOURS)].sort((a, b) => a - b);
  const distant = near.slice(MOST_NEIGHBOURS).sort((a, b) => a - b);
  // Of those that are neither, as many stand above index i as there are smaller indices less the ones taken.
  let taken = 0;
  const above = joint.map((i, position) => {
    while (taken < distant.length && distant[taken] < i) taken += 1;
    return i - position - taken;
  });
  return { joint: joint.map((i) => units[i]), above, distant: distant.map((i) => units[i]) };
}

/**
 * Standard error of one output of a unit, for a fixed number of works (in every year where `weights` are given); null
 * where nothing varies. What the tables round off, at most half a unit of 2⁻³⁰ a work, is no variation.
 */
export function standardErrors(
  units: readonly Unit[],
  by: 'share' | 'count',
  rows: readonly YearOutput[],
  population: Population,
  weights: ReadonlyMap<number, number> | null,
): number[] {
  const sums = new Map(units.map(({ id }) => [id, { total: 0, squares: 0, lost: 0, rounding: 0 }]));
  for (const row of rows) {
    const sum = sums.get(row.unit);
    if (sum === undefined) continue;
    const weight = weights === null ? 1 : weights.get(row.year)!;
    sum.total += row[by];
    sum.squares += weight * weight * (by === 'share' ? row.shareSquared : row.count);
    if (weights !== null)
      sum.lost += (weight * weight * row[by] * row[by]) / population.worksByYear.get(row.year)!;
    sum.rounding += by === 'share' ? weight * weight * row.count * 2 ** -31 : 0;
  }
  return units.map(({ id }) => {
    const { total, squares, lost, rounding } = sums.get(id)!;
    const variance = squares - (weights === null ? (total * total) / population.works : lost);
    return variance <= rounding + 1e-14 * squares ? 0 : Math.sqrt(variance);
  });
}
