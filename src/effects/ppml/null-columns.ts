import { inBinaryUnit } from '../../measures/binary-unit.ts';
import { Absorber } from './absorb.ts';
import { incidenceOf } from '../flows/incidence.ts';
import { type Sample, take } from './sample.ts';
import { SeparationUndecided } from '../separation/undecided.ts';

/** Half a unit in the last place of 1. */
const ROUNDING = 2 ** -53;
/** So many times what rounding may have made is certainly something else. */
const CLEAR = 8;
/** Regressors of whole numbers up to this, such as indicators: what differs among them differs by far more than rounding. */
const MOST_WHOLE = 2 ** 20;
/** Of the size of such a column: less than this iteration has left, and no difference of whole numbers is. */
const LEFT = 1e-6;
/** Effects of several dimensions are found by iteration, to so many times the rounding of one. */
const ITERATED = 16;

/** A column with bounds of what rounding has made of each of its numbers. */
interface Bounded {
  readonly values: Float64Array;
  readonly errors: Float64Array;
}

/** A combination of regressors and effects that is 0 wherever the outcome is above 0. */
export interface NullColumn extends Bounded {
  /** The regressor that the others make up there. */
  readonly name: string;
  /** n, exactly 0 where it is no more than rounding. */
  readonly values: Float64Array;
}

/** The null columns of a sample, and what stands in doubt. */
export interface NullColumns {
  /** Regressors that are certainly made up by others and effects where outcomes are above 0. */
  readonly nullity: number;
  /** Those of them that are something elsewhere, independent of each other. */
  readonly columns: readonly NullColumn[];
  /** Regressors of which that is in doubt, with what to say of each: one may have been rounding, and may not. */
  readonly doubts: readonly SeparationUndecided[];
}

/**
 * All that regressors can do to separate rows: the combinations of them, with effects, that are 0 wherever the outcome is
 * above 0. A regressor whose rest there, after effects and the other regressors, is more than rounding can have no part in
 * one; where its rest is rounding, the rest is such a combination, and what it is elsewhere tells. What is rounding is not a
 * matter of how small a number is: each number carries a bound of it, from the numbers it was made of. Indicators and other
 * small whole numbers cannot differ by as little as rounding makes, so that nothing of theirs is left in doubt.
 *
 * @param sample every level of which has an outcome above 0 (`prune`)
 */
export function nullColumns(sample: Sample): NullColumns {
  const { y, x, names, rows } = sample;
  const above = Int32Array.from(y.keys()).filter((i) => y[i] > 0);
  const zeros = Int32Array.from(y.keys()).filter((i) => !(y[i] > 0));
  // Nothing is in doubt there: what may be rounding is.
  const isWhole = areWhole(x);
  const within = withinEffects(sample, above, zeros, isWhole ? LEFT : 0);
  const clear = isWhole ? 1 : CLEAR;
  const kept: Bounded[] = [];
  const columns: NullColumn[] = [];
  const doubts: SeparationUndecided[] = [];
  let nullity = 0;
  for (const [k, given] of x.entries()) {
    const column = within(inBinaryUnit(given));
    const { values, errors } = column;
    const inDoubt = (among: Int32Array): void => {
      const doubtful = Array.from(among).filter(
        (i) => Math.abs(values[i]) > errors[i] && Math.abs(values[i]) <= clear * errors[i],
      );
      doubts.push(
        new SeparationUndecided(
          [names[k]],
          doubtful.map((i) => rows[i]).sort((a, b) => a - b),
          'differs there from what other regressors and effects make up by no more than rounding may have made',
        ),
      );
    };
    takeOut(column, kept, above);
    const there = sizeOf(column, above, clear);
    if (there === 'clear') {
      kept.push(unit(column, above));
      continue;
    }
    if (there === 'doubtful') {
      inDoubt(above);
      continue;
    }
    nullity += 1;
    for (const i of above) values[i] = errors[i] = 0;
    takeOut(column, columns, zeros);
    const elsewhere = sizeOf(column, zeros, clear);
    if (elsewhere === 'rounding') continue;
    for (const i of zeros) if (Math.abs(values[i]) <= errors[i]) values[i] = 0;
    if (zeros.some((i) => values[i] !== 0 && Math.abs(values[i]) <= clear * errors[i])) inDoubt(zeros);
    else columns.push({ name: names[k], ...unit(column, zeros) });
  }
  return { nullity, columns, doubts };
}

/** Whether regressors are indicators or other small whole numbers. */
export function areWhole(x: readonly Float64Array[]): boolean {
  return x.every((column) =>
    column.every((value) => Number.isInteger(value) && Math.abs(value) <= MOST_WHOLE),
  );
}

/** Whether some number among the rows is certainly more than rounding, or none may be, or else. */
function sizeOf(
  { values, errors }: Bounded,
  among: Int32Array,
  clear: number,
): 'clear' | 'rounding' | 'doubtful' {
  let size: 'rounding' | 'doubtful' = 'rounding';
  for (const i of among) {
    if (Math.abs(values[i]) > clear * errors[i]) return 'clear';
    if (Math.abs(values[i]) > errors[i]) size = 'doubtful';
  }
  return size;
}

/** Takes the part of others, of length 1 among the rows and at right angles there, out of a column, in place. */
function takeOut({ values, errors }: Bounded, others: readonly Bounded[], among: Int32Array): void {
  for (let turn = 0; turn < 2; turn++)
    for (const other of others) {
      const part = among.reduce((sum, i) => sum + values[i] * other.values[i], 0);
      for (let i = 0; i < values.length; i++) {
        const own = part * other.values[i];
        values[i] -= own;
        errors[i] += Math.abs(part) * other.errors[i] + ROUNDING * (Math.abs(own) + Math.abs(values[i]));
      }
    }
}

function unit({ values, errors }: Bounded, among: Int32Array): Bounded {
  const size = Math.sqrt(among.reduce((sum, i) => sum + values[i] ** 2, 0));
  return { values: values.map((value) => value / size), errors: errors.map((value) => value / size) };
}

/** What is left of a column without the effects that it has where outcomes are above 0, in all rows. */
function withinEffects(
  sample: Sample,
  above: Int32Array,
  zeros: Int32Array,
  least: number,
): (column: Float64Array) => Bounded {
  const inner = take(sample, above);
  const incidence = incidenceOf(inner);
  const outer = incidenceOf(sample);
  const absorber = new Absorber(incidence);
  absorber.setWeights(new Float64Array(above.length).fill(1));
  const lead = sample.dimensions[0].first;
  const iterated = incidence.levels > 0 ? ITERATED : 1;
  return (column) => {
    const values = column.slice();
    const errors = new Float64Array(values.length);
    const most = above.reduce((top, i) => Math.max(top, Math.abs(column[i])), 0);
    // Nothing is to be taken out of nothing, and nothing was rounded.
    if (most === 0) return { values, errors };
    for (let turn = 0; turn < 3; turn++) {
      const before = Float64Array.from(above, (i) => values[i]);
      const left = before.slice();
      const levels = absorber.coefficients();
      absorber.absorb(left, 1e-12, levels);
      const means = new Float64Array(sample.dimensions[0].levels);
      const counts = new Float64Array(means.length);
      for (const [at, i] of above.entries()) {
        let rest = before[at] - left[at];
        for (let j = at * incidence.width; j < (at + 1) * incidence.width; j++)
          rest -= levels[incidence.at[j]];
        means[lead[i]] += rest;
        counts[lead[i]] += 1;
        values[i] = left[at];
      }
      for (const i of zeros) {
        values[i] -= means[lead[i]] / counts[lead[i]];
        for (let j = i * outer.width; j < (i + 1) * outer.width; j++) values[i] -= levels[outer.at[j]];
      }
    }
    for (let i = 0; i < values.length; i++)
      errors[i] = Math.max(
        least * most,
        8 * iterated * ROUNDING * (Math.abs(column[i]) + Math.abs(column[i] - values[i]) + most),
      );
    return { values, errors };
  };
}
