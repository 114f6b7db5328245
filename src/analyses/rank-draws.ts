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
  readonly seed: number;
}

/** The percentile interval of ranks drawn. */
export function rankInterval(ranks: Int32Array, level: number): readonly [number, number] {
  const { low, high } = percentileInterval(ranks, level);
  return [low, high];
}

/**
 * Ranks of some of the places in every draw, in a crowd too large to draw jointly: places beyond are drawn independently
 * of all others, as far as they are from sharing much with them. Without such places, `rankInterval` of them is what
 * `jointRankIntervals` has, with the same draws.
 */
export function drawRanks(drawing: RankDrawing): Int32Array[] {
  const { totals, covariance, asked, distant, draws, seed } = drawing;
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
  return ranks;
}
