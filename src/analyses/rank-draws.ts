import { createRandom, drawTotals, percentileInterval } from '../measures/index.ts';

export interface RankDrawing {
  /** Totals of the n places that are drawn jointly, in works. */
  readonly totals: ArrayLike<number>;
  /** Their covariance, n × n. */
  readonly covariance: Float64Array;
  /** Which of them to tell, and how many places stand clearly above each. */
  readonly asked: readonly { readonly place: number; readonly above: number }[];
  /** Totals and standard errors of places drawn each on its own. */
  readonly distant: readonly { readonly total: number; readonly error: number }[];
  readonly draws: number;
  readonly level: number;
  readonly seed: number;
}

/**
 * Rank intervals as `jointRankIntervals` has them, and with the same draws, of some of the places, in a crowd too
 * large to draw jointly: places beyond are drawn independently of all others, as far as they are from sharing much
 * with them. Without such places the two are equal.
 */
export function rankIntervals(drawing: RankDrawing): (readonly [number, number])[] {
  const { totals, covariance, asked, distant, draws, level, seed } = drawing;
  const n = totals.length;
  const drawn = drawTotals(totals, covariance, draws, seed);
  const random = createRandom(seed, 1);
  const alone = new Float64Array(distant.length);
  const ranks = asked.map(() => new Int32Array(draws));
  for (let draw = 0; draw < draws; draw++) {
    const from = draw * n;
    for (let k = 0; k < alone.length; k++) alone[k] = distant[k].total + distant[k].error * random.normal();
    for (const [a, { place, above }] of asked.entries()) {
      const value = drawn[from + place];
      let rank = 1 + above;
      for (let k = from; k < from + n; k++) if (drawn[k] > value) rank += 1;
      for (const other of alone) if (other > value) rank += 1;
      ranks[a][draw] = rank;
    }
  }
  return ranks.map((own) => {
    const { low, high } = percentileInterval(own, level);
    return [low, high] as const;
  });
}
