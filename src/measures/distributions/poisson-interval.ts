import { chiSquaredQuantile } from './chi-squared.ts';

/**
 * The exact interval of the mean of a Poisson count x at a level (Garwood 1936, Biometrika 28:437):
 *
 *     low = ½ χ²(½ − level/2; 2x), high = ½ χ²(½ + level/2; 2x + 2)
 *
 * It covers at least as often as it says, for small counts more often. `low` is 0 for x = 0. Of a fractional x, as a
 * Share is, it is the same formula and no longer exact.
 *
 * @throws RangeError for x below 0 or not finite, or a level outside (0, 1)
 */
export function poissonInterval(x: number, level = 0.95): Readonly<{ low: number; high: number }> {
  if (!(x >= 0) || !Number.isFinite(x)) throw new RangeError(`a count must be 0 or more, got ${x}`);
  if (!(level > 0 && level < 1)) throw new RangeError(`a level lies between 0 and 1, got ${level}`);
  const beyond = (1 - level) / 2;
  return Object.freeze({
    low: x === 0 ? 0 : chiSquaredQuantile(beyond, 2 * x) / 2,
    high: chiSquaredQuantile(beyond, 2 * x + 2, 'upper') / 2,
  });
}
