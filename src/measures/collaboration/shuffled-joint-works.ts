import { checkKind, checkParts } from '../arguments.ts';
import { curveball } from '../resampling/curveball.ts';
import { matrix, type Matrix } from '../matrix.ts';

export interface JointWorksOptions {
  /** Names of the n places. */
  readonly places: readonly string[];
  readonly seed: number;
  /** 1,000 if not given. */
  readonly shuffles?: number;
  /** As in `curveball`. */
  readonly rounds?: number;
  readonly strata?: ArrayLike<string | number>;
}

/** Joint works beside what shuffles give; n × n each, symmetric, the diagonal 0 (1 for the probabilities). */
export interface JointWorks {
  readonly observed: Matrix;
  /** Mean and standard deviation over the shuffles; a deviation of 0: the margins leave no choice. */
  readonly expected: Matrix;
  readonly deviation: Matrix;
  /** (1 + shuffles with as many joint works or more)/(1 + shuffles), and the same of as many or fewer. */
  readonly above: Matrix;
  readonly below: Matrix;
  readonly shuffles: number;
}

/**
 * Joint works of places (full counting) against the null model that deals places out to works anew, keeping every
 * work's number of places and every place's number of works, by field and year if these are the strata (`curveball`).
 * Stronger than independence and quasi-independence, which know places' totals alone: a work of ten places brings 45
 * pairs by itself.
 *
 * Probabilities of many pairs at once need a correction (`benjaminiHochberg`); the least possible one is
 * 1/(1 + shuffles). They say how rare the number would be if places met by chance; distance, language and nation are
 * not in it. Cost O(shuffles · (rounds · entries + Σ k²)).
 *
 * Source: Strona et al. 2014, Nature Communications 5:4114; p values: Besag & Clifford 1989, Biometrika 76:633.
 *
 * @param works the places of each work, 0 … n − 1, each once; works of one place belong in, as they hold totals
 * @throws RangeError as `curveball`
 */
export function shuffledJointWorks(
  works: readonly ArrayLike<number>[],
  options: JointWorksOptions,
): JointWorks {
  checkKind('works', works, 'list');
  checkParts('options', options, { places: 'list' });
  const { places, seed, shuffles = 1000 } = options;
  const n = places.length;
  const observed = new Int32Array(n * n);
  for (const work of works) addPairs(observed, n, work, 0, work.length);
  const sum = new Float64Array(n * n);
  const squares = new Float64Array(n * n);
  const [above, below] = [new Int32Array(n * n), new Int32Array(n * n)];
  const drawn = new Int32Array(n * n);
  for (const { offsets, places: dealt } of curveball(works, { ...options, places: n, seed, shuffles })) {
    drawn.fill(0);
    for (let w = 0; w < works.length; w++) addPairs(drawn, n, dealt, offsets[w], offsets[w + 1]);
    for (let cell = 0; cell < drawn.length; cell++) {
      const difference = drawn[cell] - observed[cell];
      // Sums of differences, so that nothing is lost where deviations are small.
      sum[cell] += difference;
      squares[cell] += difference * difference;
      if (difference >= 0) above[cell] += 1;
      if (difference <= 0) below[cell] += 1;
    }
  }
  /** An n × n table from its lower triangle. */
  const table = (of: (cell: number) => number, diagonal: number): Matrix =>
    matrix(
      places,
      places,
      Float64Array.from({ length: n * n }, (_, cell) => {
        const [i, j] = [Math.floor(cell / n), cell % n];
        return i === j ? diagonal : of(Math.max(i, j) * n + Math.min(i, j));
      }),
    );
  return Object.freeze({
    observed: table((cell) => observed[cell], 0),
    expected: table((cell) => observed[cell] + sum[cell] / shuffles, 0),
    deviation: table(
      (cell) => Math.sqrt(Math.max(0, squares[cell] - sum[cell] ** 2 / shuffles) / shuffles),
      0,
    ),
    above: table((cell) => (1 + above[cell]) / (1 + shuffles), 1),
    below: table((cell) => (1 + below[cell]) / (1 + shuffles), 1),
    shuffles,
  });
}

/** Adds 1 to the cell of the lower triangle of every pair of the work. */
function addPairs(table: Int32Array, n: number, places: ArrayLike<number>, from: number, to: number): void {
  for (let p = from + 1; p < to; p++)
    for (let q = from; q < p; q++) {
      const [i, j] = [places[p], places[q]];
      table[i > j ? i * n + j : j * n + i] += 1;
    }
}
