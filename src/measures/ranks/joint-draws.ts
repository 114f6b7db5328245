import { checkKind, checkParts } from '../arguments.ts';
import { choleskySemidefinite } from '../linear-algebra/cholesky.ts';
import { sizeOf, standardErrors } from '../resampling/covariance.ts';
import { COLUMNS, drawBlock, type DrawBlock } from './draw-block.ts';
import { checkFinite } from '../finite.ts';
import { normalsOf } from './normals.ts';
import { createRandom } from '../random.ts';

export interface JointDrawing {
  /** Means of the n places, in works. */
  readonly totals: ArrayLike<number>;
  /** Their covariance, n × n row by row. */
  readonly covariance: ArrayLike<number>;
  /** Means and standard errors of m places more, each of which is drawn on its own. */
  readonly alone?: { readonly totals: ArrayLike<number>; readonly errors: ArrayLike<number> };
  readonly draws: number;
  readonly seed: number;
  /** Whether every second draw mirrors the one before it; false if not given. */
  readonly mirrored?: boolean;
}

/** Which draws stand in the columns of a block: column b < `many` is number `first` + `step` · b. */
export interface Columns {
  readonly first: number;
  readonly step: number;
  readonly many: number;
}

/**
 * Normal draws of totals in blocks of eight. Draws closer than 2⁻³⁰ of the largest standard error of the n are ties.
 *
 * Mirrored draws come in pairs, mean + x and mean − x: half the numbers and half the work. What is asked of one tail, the
 * ends of an interval, is told at least as closely as by as many draws that are independent: where one of a pair lies in a
 * tail the other does not, so that the number in a tail of mass p varies by p − 2p² a draw and not by p − p² (antithetic
 * variates: Hammersley & Morton 1956, Proceedings of the Cambridge Philosophical Society 52:449). What is even in x, a
 * largest absolute difference, is told by half as many: draw those without.
 *
 * @throws RangeError when shapes do not fit, a number is not finite, `draws` is no positive whole number, or the covariance
 *   is none
 */
export function eachBlock(drawing: JointDrawing, see: (block: DrawBlock, columns: Columns) => void): void {
  checkParts('drawing', drawing, { totals: 'list', covariance: 'list' });
  checkKind('see', see, 'function');
  const { totals, covariance, draws, seed, mirrored = false } = drawing;
  const n = sizeOf(covariance);
  if (totals.length !== n) throw new RangeError(`${totals.length} totals, a covariance of ${n} places`);
  if (!Number.isInteger(draws) || draws < 1)
    throw new RangeError(`draws must be a whole number from 1, got ${draws}`);
  checkFinite('totals', totals);
  checkFinite('covariance', covariance);
  const alone = {
    means: Float64Array.from(drawing.alone?.totals ?? []),
    errors: Float64Array.from(drawing.alone?.errors ?? []),
  };
  checkFinite('totals', alone.means);
  checkFinite('errors', alone.errors);
  const grid = standardErrors(covariance).reduce((most, s) => Math.max(most, s), 0) * 2 ** -30;
  const lower = choleskySemidefinite(covariance);
  const block = drawBlock({ lower, means: Float64Array.from(totals), grid, alone });
  const wanted = mirrored ? Math.ceil(draws / 2) : draws;
  const joint = columnsOf(seed, 0, n, wanted);
  const single = columnsOf(seed, 1, alone.means.length, wanted);
  const own = block.normals.subarray(COLUMNS * n);
  for (let from = 0; from < wanted; from += COLUMNS) {
    const many = Math.min(COLUMNS, wanted - from);
    joint(block.normals);
    single(own);
    block.multiply();
    block.settle(1);
    if (!mirrored) {
      see(block, { first: from, step: 1, many });
      continue;
    }
    see(block, { first: 2 * from, step: 2, many });
    block.settle(-1);
    see(block, { first: 2 * from + 1, step: 2, many: Math.min(many, (draws >> 1) - from) });
  }
}

/** Writes the normal numbers of the next eight draws of n places, in the order in which they stand there. */
function columnsOf(seed: number, stream: number, n: number, draws: number): (into: Float64Array) => void {
  const each = COLUMNS * n;
  const normals = normalsOf(seed, Math.ceil(draws / COLUMNS) * each, stream);
  if (normals === null) {
    const random = createRandom(seed, stream);
    return (into) => {
      for (let k = 0; k < each; k++) into[k] = random.normal();
    };
  }
  let at = 0;
  return (into) => {
    into.set(normals.subarray(at, (at += each)));
  };
}
