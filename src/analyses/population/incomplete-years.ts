import { weightedQuantiles } from '../../measures/index.ts';
import type { Observatory } from '../../observatory/index.ts';
import type { Message } from '../../base/index.ts';
import { messages } from './messages.ts';
import { Population, type PopulationParams } from './population.ts';

/** A year with less than this part of the works that those before had is taken for one that is still being recorded. */
const COMPLETE = 0.8;
/** Years before that are looked at. */
const BEFORE = 3;

/**
 * The years at the end of a series that seem not to be recorded in full: each has less than four fifths of the median of
 * up to three years before it, by more than four times what chance makes of that many works (√ of it). Going back from
 * the last year, until one is whole.
 */
export function incompleteYears(worksByYear: ReadonlyMap<number, number>): number[] {
  const years = [...worksByYear.keys()].sort((a, b) => a - b);
  const found: number[] = [];
  for (let y = years.length - 1; y > 0; y--) {
    const before = years.slice(Math.max(0, y - BEFORE), y).map((year) => worksByYear.get(year)!);
    const [usual] = weightedQuantiles(before, [0.5]);
    const works = worksByYear.get(years[y])!;
    if (works >= COMPLETE * usual || usual - works <= 4 * Math.sqrt(usual)) break;
    found.unshift(years[y]);
  }
  return found;
}

/** Those of the works asked for, told by all years that the observatory has of their kind. */
export async function incompleteAmong(
  observatory: Observatory,
  population: Population,
  asked: PopulationParams,
): Promise<number[]> {
  const all = asked.years === null ? population : await Population.of(observatory, { ...asked, years: null });
  return incompleteYears(all.worksByYear).filter((year) => population.worksByYear.has(year));
}

export function sayIncomplete(years: readonly number[], population: Population): Message[] {
  return years.map((year) => messages.incompleteYear({ year, works: population.worksByYear.get(year) ?? 0 }));
}
