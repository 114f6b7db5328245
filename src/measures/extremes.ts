/**
 * The greatest of any number of values, which `Math.max(...values)` finds only of as many as the stack holds (some hundred
 * thousand). −Infinity where there are none, NaN where one is.
 */
export function greatest(values: Iterable<number>): number {
  let found = -Infinity;
  for (const value of values) found = Math.max(found, value);
  return found;
}

/** The least of any number of values; Infinity where there are none, NaN where one is. */
export function least(values: Iterable<number>): number {
  let found = Infinity;
  for (const value of values) found = Math.min(found, value);
  return found;
}

/** Adds any number of entries to a list, in their order, as `list.push(...more)` does of few. */
export function append<T>(list: T[], more: Iterable<T>): void {
  for (const one of more) list.push(one);
}
