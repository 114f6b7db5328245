import { createRandom, eachDraw, percentileInterval } from '../measures/index.ts';

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
  const random = createRandom(seed, 1);
  const alone = new Float64Array(distant.length);
  const ranks = asked.map(() => new Int32Array(draws));
  eachDraw(totals, covariance, draws, seed, (row, draw) => {
    for (let k = 0; k < alone.length; k++) alone[k] = distant[k].total + distant[k].error * random.normal();
    for (const [a, { place, above }] of asked.entries())
      ranks[a][draw] = 1 + above + countAbove(row, row[place]) + countAbove(alone, row[place]);
  });
  return ranks;
}

/** Without a branch: how the next compares is not to be foretold. */
function countAbove(values: Float64Array, value: number): number {
  let above = 0;
  for (let k = 0; k < values.length; k++) above += Number(values[k] > value);
  return above;
}
