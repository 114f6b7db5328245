import { messages } from '../messages.ts';
import { greatest, least } from '../../measures/extremes.ts';
import { InputError } from '../../base/index.ts';
import type { Population } from './population.ts';
import { sayYears, type Years } from './year-span.ts';

export { sayYears, type Years };

/**
 * Windows of so many years from the first year with works to the last, each a year after the one before; none where there
 * are no works.
 *
 * @throws InputError where not even one fits
 */
export function windowsOf(population: Population, size: number): Years[] {
  const years = [...population.worksByYear.keys()];
  if (years.length === 0) return [];
  const [first, last] = [least(years), greatest(years)];
  const span = last - first + 1;
  if (size > span) throw new InputError(messages.longWindow({ size, span }), { parameter: 'window' });
  return Array.from({ length: span - size + 1 }, (_, k) => ({ from: first + k, to: first + k + size - 1 }));
}

/** Whether no year stands in both. */
export function apart(one: Years, other: Years): boolean {
  return one.to < other.from || other.to < one.from;
}
