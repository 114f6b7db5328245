/** Pairs of places to be told apart: each place of `firsts` with the places 0 … `ends[r]` − 1. */
export interface Pairs {
  readonly firsts: Int32Array;
  /** One for each of the firsts. */
  readonly ends: Int32Array;
  /** Of row r and place j, at r · n + j: (θ̂_first − θ̂_j)/σ, with σ the standard error of the difference. */
  readonly statistic: Float64Array;
  /** 1/σ; 0 for a pair that is not asked. */
  readonly scale: Float64Array;
}

/**
 * Tells pairs of places apart, all at once: at r · n + j, 1 where the first of row r lies above place j, −1 where below,
 * 0 where neither is sure. Each pair holds two hypotheses, "the first is not above" and "the second is not above"; one
 * is rejected where its scaled difference exceeds the `level` quantile of the largest one over all hypotheses,
 *
 *     max (z_i − z_j)/σ_ij,
 *
 * over draws z of the totals around 0. With `stepdown` what was rejected leaves the maximum and the rest is asked again
 * until no more is rejected; the reverse of a rejected hypothesis stays, since it may be true. A draw's maximum is
 * taken anew only where the hypothesis that made it has left. Source: Romano & Wolf 2005, Econometrica 73:1237.
 *
 * @param draws draws × n numbers, one draw after the other
 */
export function tellApart(
  { firsts, ends, statistic, scale }: Pairs,
  draws: Float64Array,
  n: number,
  level: number,
  stepdown: boolean,
): Int8Array {
  const count = draws.length / n;
  const apart = new Int8Array(statistic.length);
  const most = new Float64Array(count);
  /** The pair that makes a draw's maximum, and whether by its first place (1) or its second (−1). */
  const maker = new Int32Array(count);
  const byFirst = new Int8Array(count);
  let asked = Array.from(most.keys());
  while (asked.length > 0) {
    for (const draw of asked) {
      const z = draws.subarray(draw * n, (draw + 1) * n);
      let largest = 0;
      for (let row = 0; row < firsts.length; row++) {
        const own = z[firsts[row]];
        for (let j = 0, p = row * n, end = ends[row]; j < end; j++, p++) {
          const size = Math.abs(own - z[j]) * scale[p];
          if (size <= largest || apart[p] * (own - z[j]) > 0) continue;
          largest = size;
          maker[draw] = p;
          byFirst[draw] = own > z[j] ? 1 : -1;
        }
      }
      most[draw] = largest;
    }
    const critical = Float64Array.from(most).sort()[Math.min(count, Math.ceil(level * (count + 1))) - 1];
    for (let p = 0; p < apart.length; p++)
      if (Math.abs(statistic[p]) > critical) apart[p] = Math.sign(statistic[p]);
    if (!stepdown) break;
    asked = asked.filter((draw) => most[draw] > 0 && apart[maker[draw]] === byFirst[draw]);
  }
  return apart;
}
