/**
 * A number that may be undefined. Undefined is `null` with a reason a reader can act on; never 0, NaN or
 * Infinity, which would pass through sums and sorts unnoticed.
 */
export type Quantity = Readonly<{ value: number; reason: null }> | Readonly<{ value: null; reason: string }>;

/** A defined quantity. Throws a RangeError when `value` is not finite: that is a defect, not an undefined case. */
export function known(value: number): Quantity {
  if (!Number.isFinite(value)) throw new RangeError(`a quantity must be finite, got ${value}`);
  return Object.freeze({ value, reason: null });
}

/** An undefined quantity and why it is undefined. */
export function unknown(reason: string): Quantity {
  return Object.freeze({ value: null, reason });
}

/** `numerator / denominator`, undefined for the given reason when the denominator is zero. */
export function quotient(numerator: number, denominator: number, reason: string): Quantity {
  return denominator === 0 ? unknown(reason) : known(numerator / denominator);
}
