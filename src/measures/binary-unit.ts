/**
 * The exponent e of the greatest number: max |x| lies in [2^e, 2^(e + 1)); 0 where all are 0 or there is none. Measures that
 * do not change with the unit take their numbers times 2^−e first, which changes no digit: squares and fourth powers then
 * stay in range for whatever a number holds.
 *
 * @param values finite numbers
 */
export function binaryExponent(values: ArrayLike<number>): number {
  let most = 0;
  for (let i = 0; i < values.length; i++) most = Math.max(most, Math.abs(values[i]));
  if (most === 0) return 0;
  let exponent = Math.max(-1074, Math.min(1023, Math.floor(Math.log2(most))));
  // A logarithm may round across the power.
  if (timesPowerOfTwo(most, -exponent) >= 2) exponent += 1;
  else if (timesPowerOfTwo(most, -exponent) < 1) exponent -= 1;
  return exponent;
}

/** The values times 2^−e, e their `binaryExponent`: the greatest lies in [1, 2). A list of its own. */
export function inBinaryUnit(values: ArrayLike<number>): Float64Array {
  const exponent = binaryExponent(values);
  return Float64Array.from(values, (value) => timesPowerOfTwo(value, -exponent));
}

/** x · 2^e, also where 2^e itself is out of range; Infinity or 0 where the product is. */
export function timesPowerOfTwo(x: number, e: number): number {
  if (Math.abs(e) <= 1000) return x * 2 ** e;
  const half = Math.trunc(e / 2);
  return x * 2 ** half * 2 ** (e - half);
}
