/**
 * The greatest and the least of numbers, of any count: `Math.max(...values)` runs out of stack at some hundred thousand.
 * −Infinity and Infinity of none.
 */
export function greatest(values: ArrayLike<number>): number {
  let most = -Infinity;
  for (let i = 0; i < values.length; i++) if (values[i] > most) most = values[i];
  return most;
}

/** See `greatest`. */
export function least(values: ArrayLike<number>): number {
  let smallest = Infinity;
  for (let i = 0; i < values.length; i++) if (values[i] < smallest) smallest = values[i];
  return smallest;
}
