import { checkKind, checkParts } from '../arguments.ts';
import { unknown, type Unknown } from '../quantity.ts';

/** The values that count as 0 and as 1. `worst` above `best` turns an indicator round: less is better. */
export interface Goalposts {
  readonly worst: number;
  readonly best: number;
}

/** Values as levels. */
export interface Levels {
  /** n numbers from 0 to 1. */
  readonly levels: Float64Array;
  /** Values beyond a post, set to 0 or 1: if they are many, the posts are wrong. */
  readonly clipped: number;
}

/**
 * Levels from fixed goalposts, u = (x − worst)/(best − worst), held to 0 … 1. Posts come from outside the data (a norm, a
 * target, the range over all years) and stay, so that a level means the same in every year and set of places. The least
 * and the greatest of the sample in their place give the worst place a 0 and change everybody's level with every place
 * that comes or goes.
 *
 * @param values n numbers
 * @throws RangeError for values or posts that are not finite, or posts alike
 */
export function fromGoalposts(values: ArrayLike<number>, goalposts: Goalposts): Levels {
  checkKind('values', values, 'list');
  checkParts('goalposts', goalposts, { worst: 'number', best: 'number' });
  const { worst, best } = goalposts;
  if (!Number.isFinite(worst) || !Number.isFinite(best) || worst === best)
    throw new RangeError(`goalposts must be two different finite numbers, got ${worst} and ${best}`);
  let clipped = 0;
  const levels = Float64Array.from(values, (value, i) => {
    if (!Number.isFinite(value)) throw new RangeError(`value ${i} must be finite, got ${value}`);
    const level = (value - worst) / (best - worst);
    if (level < 0 || level > 1) clipped += 1;
    return Math.min(1, Math.max(0, level));
  });
  return Object.freeze({ levels, clipped });
}

/**
 * The least and the greatest of the values as goalposts, turned round where less is better: what entropy weights are computed
 * on. Undefined where there are no values (empty), or values all alike (constant).
 *
 * @throws RangeError for values that are not finite, or another word for better
 */
export function sampleGoalposts(
  values: ArrayLike<number>,
  better: 'more' | 'less' = 'more',
): Goalposts | Unknown {
  checkKind('values', values, 'list');
  if (!['more', 'less'].includes(better)) throw new RangeError(`better must be more or less, got ${better}`);
  let [least, greatest] = [Infinity, -Infinity];
  for (let i = 0; i < values.length; i++) {
    if (!Number.isFinite(values[i])) throw new RangeError(`value ${i} must be finite, got ${values[i]}`);
    if (values[i] < least) least = values[i];
    if (values[i] > greatest) greatest = values[i];
  }
  if (values.length === 0) return unknown('there are no values', 'empty');
  if (least === greatest) return unknown('the values are all alike', 'constant');
  return Object.freeze(
    better === 'more' ? { worst: least, best: greatest } : { worst: greatest, best: least },
  );
}
