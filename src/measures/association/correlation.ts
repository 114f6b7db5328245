import { checkKind } from '../arguments.ts';
import { inBinaryUnit } from '../binary-unit.ts';
import { known, unknown, type Quantity } from '../quantity.ts';

/**
 * Pearson's correlation, r = Σ (x − x̄)(y − ȳ) / √(Σ (x − x̄)² Σ (y − ȳ)²), from −1 to 1. Symmetric, and not changed by a unit
 * above 0 or a shift of either list. Undefined for fewer than two values (too-few), and where one list does not vary
 * (constant).
 *
 * Source: Pearson 1895, Proceedings of the Royal Society of London 58:240.
 *
 * @param x and y: n numbers each
 * @throws RangeError for lists of different lengths, or a value that is not finite
 */
export function pearson(x: ArrayLike<number>, y: ArrayLike<number>): Quantity {
  checkKind('x', x, 'list');
  checkKind('y', y, 'list');
  const n = x.length;
  if (y.length !== n) throw new RangeError(`x has ${n} values, y has ${y.length}`);
  if (n < 2) return unknown('fewer than two values', 'too-few');
  for (let i = 0; i < n; i++)
    if (!Number.isFinite(x[i]) || !Number.isFinite(y[i]))
      throw new RangeError(`value ${i} must be finite, got ${x[i]} and ${y[i]}`);
  // In units in which squares stay in range.
  const [u, v] = [inBinaryUnit(x), inBinaryUnit(y)];
  let [mx, my] = [0, 0];
  for (let i = 0; i < n; i++) {
    mx += u[i] / n;
    my += v[i] / n;
  }
  let [xx, yy, xy] = [0, 0, 0];
  for (let i = 0; i < n; i++) {
    xx += (u[i] - mx) ** 2;
    yy += (v[i] - my) ** 2;
    xy += (u[i] - mx) * (v[i] - my);
  }
  const rounding = (sum: number, mean: number): boolean => sum <= n * (1e-14 * mean) ** 2;
  if (rounding(xx, mx) || rounding(yy, my)) return unknown('the values of a list are all alike', 'constant');
  return known(Math.max(-1, Math.min(1, xy / Math.sqrt(xx * yy))));
}
