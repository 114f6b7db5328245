import type { Reason } from '../../base/index.ts';
import { checkKind } from '../arguments.ts';
import { binaryExponent, timesPowerOfTwo } from '../binary-unit.ts';
import { linearisedInterval, noInterval, percentileInterval, type Interval, type Scale } from './interval.ts';
import { known, unknown, type Quantity, type ReasonCode } from '../quantity.ts';
import { ratioOfSums } from './ratio.ts';
import { poissonWeight, replicateKeys } from './replicate.ts';

/** A ratio of two sums over works with its interval. */
export interface RatioInterval {
  readonly estimate: Quantity;
  readonly interval: Interval;
}

/**
 * R = Σ a_w / Σ b_w over n works with its linearised interval (`ratioOfSums`, `linearisedInterval`): an intra share, an
 * impact per work, a part of any total. Works in neither sum belong in with 0, as the number of works carries the
 * variance. Undefined when Σ b = 0 (`zero-margin`); the interval also as `normalInterval`.
 *
 * @param scale `log` for a positive ratio, `logit` for a share; `identity` if not given
 * @throws RangeError for lists of different lengths, a number that is not finite, or a level outside (0, 1)
 */
export function ratioInterval(
  a: ArrayLike<number>,
  b: ArrayLike<number>,
  level = 0.95,
  scale: Scale = 'identity',
): RatioInterval {
  checkKind('a', a, 'list');
  checkKind('b', b, 'list');
  if (a.length !== b.length)
    throw new RangeError(`a and b must be of the same works, got ${a.length} and ${b.length}`);
  const sums = { a: 0, b: 0, aa: 0, ab: 0, bb: 0 };
  // In one unit in which squares stay in range; the ratio has none.
  const exponent = Math.max(binaryExponent(a), binaryExponent(b));
  for (let w = 0; w < a.length; w++) {
    const [top, bottom] = [timesPowerOfTwo(a[w], -exponent), timesPowerOfTwo(b[w], -exponent)];
    sums.a += top;
    sums.b += bottom;
    sums.aa += top * top;
    sums.ab += top * bottom;
    sums.bb += bottom * bottom;
  }
  const ratio = ratioOfSums(sums);
  if (ratio.reason !== null)
    return Object.freeze({
      estimate: unknown(ratio.reason, ratio.code),
      interval: noInterval(ratio.reason, ratio.code),
    });
  const { estimate, sumInfluenceSquares, sumInfluence } = ratio;
  return Object.freeze({
    estimate: known(estimate),
    interval: linearisedInterval(estimate, sumInfluenceSquares, sumInfluence, a.length, level, scale),
  });
}

/** A percentile interval over replicates, and in how many of them the statistic was undefined. */
export type ReplicateInterval = Readonly<{ replicates: number; undefinedReplicates: number }> &
  (
    | Readonly<{ low: number; high: number; reason: null }>
    | Readonly<{ low: null; high: null; reason: Reason; code: ReasonCode }>
  );

export interface ReplicateOptions {
  readonly seed: number;
  /** 1,000 if not given. */
  readonly replicates?: number;
  /** 0.95 if not given. */
  readonly level?: number;
}

/**
 * The percentile interval of any statistic of works by Poisson replicates: each work gets a weight 0, 1, 2, … of mean 1
 * from a hash of seed, replicate and its id (`poissonWeight`), the same in any order of works and on any engine, and the
 * statistic is computed afresh from the weighted works. For what cannot be linearised; it takes `replicates` times the
 * statistic. The number of works varies too, which a ratio does not feel.
 *
 * Replicates in which the statistic is undefined (null) are counted and left out; where they are more than a twentieth,
 * the interval is undefined (`too-few`): it would be of the lucky ones only. Undefined without works (`empty`).
 *
 * @param ids of the works, whole numbers from 0
 * @param statistic of works with these weights, one weight for each id; null where it is undefined
 * @throws RangeError for a bad id, seed or level, a number of replicates that is no whole number from 1, or a statistic
 *   that is not finite
 */
export function replicateInterval(
  ids: ArrayLike<number>,
  statistic: (weights: Int32Array) => number | null,
  options: ReplicateOptions,
): ReplicateInterval {
  checkKind('ids', ids, 'list');
  checkKind('statistic', statistic, 'function');
  checkKind('options', options, 'record');
  const { seed, replicates = 1000, level = 0.95 } = options;
  if (!Number.isInteger(replicates) || replicates < 1)
    throw new RangeError(`replicates must be a whole number from 1, got ${replicates}`);
  const none = (undefinedReplicates: number, reason: Reason, code: ReasonCode): ReplicateInterval =>
    Object.freeze({ replicates, undefinedReplicates, low: null, high: null, reason, code });
  if (ids.length === 0) return none(replicates, 'no works', 'empty');
  const weights = new Int32Array(ids.length);
  const values: number[] = [];
  for (let replicate = 0; replicate < replicates; replicate++) {
    const keys = replicateKeys(seed, replicate);
    for (let w = 0; w < ids.length; w++) weights[w] = poissonWeight(keys, ids[w]);
    const value = statistic(weights);
    if (value === null) continue;
    if (!Number.isFinite(value)) throw new RangeError(`the statistic must be finite or null, got ${value}`);
    values.push(value);
  }
  const missing = replicates - values.length;
  if (values.length === 0 || missing > replicates / 20)
    return none(missing, 'undefined in too many replicates', 'too-few');
  return Object.freeze({
    replicates,
    undefinedReplicates: missing,
    ...percentileInterval(values, level),
    reason: null,
  });
}
