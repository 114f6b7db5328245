import type { Reason } from '../../base/index.ts';
import { checkParts } from '../arguments.ts';
import type { ReasonCode } from '../quantity.ts';

/** Sums over the works of two quantities a_w and b_w: what one pass of a query brings. */
export interface RatioSums {
  readonly a: number;
  readonly b: number;
  readonly aa: number;
  readonly ab: number;
  readonly bb: number;
}

/** A ratio of two sums over works with what `linearisedInterval` needs. */
export type RatioOfSums =
  | Readonly<{ estimate: number; sumInfluenceSquares: number; sumInfluence: number; reason: null }>
  | Readonly<{
      estimate: null;
      sumInfluenceSquares: null;
      sumInfluence: null;
      reason: Reason;
      code: ReasonCode;
    }>;

/**
 * R = A/B with A = Σ a_w, B = Σ b_w, and the sum of squares of its influences ψ_w = (a_w − R·b_w)/B:
 *
 *     Σ ψ_w² = (Σ a_w² − 2R Σ a_w b_w + R² Σ b_w²) / B²,    Σ ψ_w = 0
 *
 * Intra share of a region: a_w is the weight of work w's pairs inside, b_w that of its pairs that touch the region.
 * Observed/expected under quasi-independence: a_w the same, b_w = Σ_k g_k·S_wk with g = `gradientInside` and S_wk what
 * w adds to place k's strength (1 for each of its places under 1/(k − 1)); then Σ b_w is the expected value and the
 * refit is accounted for. Undefined when B = 0 (`zero-margin`). Of works one by one: `ratioInterval`.
 *
 * @throws RangeError for a sum that is not finite, or squares below 0
 */
export function ratioOfSums(sums: RatioSums): RatioOfSums {
  checkParts('sums', sums, { a: 'number', b: 'number', aa: 'number', ab: 'number', bb: 'number' });
  const { a, b, aa, ab, bb } = sums;
  for (const [name, value] of Object.entries(sums))
    if (!Number.isFinite(value)) throw new RangeError(`${name} must be finite, got ${value}`);
  for (const [name, value] of Object.entries({ aa, bb }))
    if (value < 0) throw new RangeError(`${name} must be a sum of squares, 0 or more, got ${value}`);
  if (b === 0)
    return Object.freeze({
      estimate: null,
      sumInfluenceSquares: null,
      sumInfluence: null,
      reason: 'nothing to divide by',
      code: 'zero-margin',
    });
  const estimate = a / b;
  const squares = (aa - 2 * estimate * ab + estimate * estimate * bb) / (b * b);
  // Cancellation leaves rounding of either sign where every work has the same ratio: no variation, not a little.
  const rounding = (1e-13 * (aa + estimate * estimate * bb)) / (b * b);
  return Object.freeze({
    estimate,
    sumInfluenceSquares: squares <= rounding ? 0 : squares,
    sumInfluence: 0,
    reason: null,
  });
}
