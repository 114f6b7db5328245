import { eachBlock, percentileInterval } from '../../measures/index.ts';

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
  const alone = { totals: distant.map(({ total }) => total), errors: distant.map(({ error }) => error) };
  const ranks = asked.map(() => new Int32Array(draws));
  eachBlock({ totals, covariance, alone, draws, seed, mirrored: true }, (block, { first, step, many }) => {
    for (const [a, { place, above }] of asked.entries()) {
      const counts = block.countAbove(place);
      for (let b = 0; b < many; b++) ranks[a][first + step * b] = 1 + above + counts[b];
    }
  });
  return ranks;
}
