/**
 * The revealed symmetric comparative advantage of a location quotient, (LQ − 1)/(LQ + 1): from −1 to below 1, 0 where the
 * place is as all are, so that half and double lie equally far. For regressions and colours; it heals skew, not noise.
 *
 * Source: Dalum, Laursen & Villumsen 1998, International Review of Applied Economics 12:423.
 *
 * @throws RangeError for a quotient below 0 or not finite
 */
export function rsca(quotient: number): number {
  if (!(quotient >= 0) || !Number.isFinite(quotient))
    throw new RangeError(`a location quotient must be 0 or more, got ${quotient}`);
  return (quotient - 1) / (quotient + 1);
}
