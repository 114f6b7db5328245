import type { Reason } from '../base/index.ts';
/**
 * Why a number is undefined, for programs; `reason` says it in words.
 *
 * `empty`: nothing is there; `zero-margin`: a sum to divide by is 0; `island`: a place without neighbours;
 * `disconnected`: a graph in several parts; `tied-eigenvalue`: two eigenvalues alike, so that no vector is told apart;
 * `constant`: values that do not differ; `too-few`: fewer values than the measure needs; `infinite`: no finite number
 * is right; `not-positive`: no logarithm; `not-converged`: an iteration that did not end; `no-variation`: works that do
 * not tell two things apart; `not-identified`: several answers fit alike.
 */
export type ReasonCode =
  | 'empty'
  | 'zero-margin'
  | 'island'
  | 'disconnected'
  | 'tied-eigenvalue'
  | 'constant'
  | 'too-few'
  | 'infinite'
  | 'not-positive'
  | 'not-converged'
  | 'no-variation'
  | 'not-identified';

/** An undefined quantity: why, in words and as a code. */
export type Unknown = Readonly<{ value: null; reason: Reason; code: ReasonCode }>;

/**
 * A number that may be undefined. Undefined is `null` with a reason a reader can act on; never 0, NaN or
 * Infinity, which would pass through sums and sorts unnoticed.
 */
export type Quantity = Readonly<{ value: number; reason: null }> | Unknown;

/** A defined quantity. Throws a RangeError when `value` is not finite: that is a defect, not an undefined case. */
export function known(value: number): Quantity {
  if (!Number.isFinite(value)) throw new RangeError(`a quantity must be finite, got ${value}`);
  return Object.freeze({ value, reason: null });
}

/** An undefined quantity and why it is undefined. */
export function unknown(reason: Reason, code: ReasonCode): Unknown {
  return Object.freeze({ value: null, reason, code });
}

/** `numerator / denominator`, undefined for the given reason when the denominator is zero. */
export function quotient(
  numerator: number,
  denominator: number,
  reason: Reason,
  code: ReasonCode = 'zero-margin',
): Quantity {
  return denominator === 0 ? unknown(reason, code) : known(numerator / denominator);
}
