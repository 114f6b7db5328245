import { checkKind, checkParts } from '../arguments.ts';
import { createRandom, type Random } from '../random.ts';

/** How often each of n works stands in one bootstrap resample: multinomial, summing to n. */
export function multinomialWeights(works: number, random: Random): Int32Array {
  checkKind('works', works, 'number');
  checkParts('random', random, { integer: 'function' });
  const weights = new Int32Array(works);
  for (let draw = 0; draw < works; draw++) weights[random.integer(works)] += 1;
  return weights;
}

/** Independent Poisson(1) weights: a resample whose number of works is random too. */
export function poissonWeights(works: number, random: Random): Int32Array {
  checkKind('works', works, 'number');
  checkParts('random', random, { poisson: 'function' });
  return Int32Array.from({ length: works }, random.poisson);
}

export interface BootstrapWorks {
  /** Number of works n. */
  readonly works: number;
  readonly draws: number;
  readonly seed: number;
  /** `multinomial` fixes the number of works (if not given); `poisson` lets it vary as well. */
  readonly weighting?: 'multinomial' | 'poisson';
  /** The statistic, m numbers, of works with these weights; NaN where it is undefined in a resample. */
  readonly statistic: (weights: Int32Array) => ArrayLike<number>;
}

/**
 * The plain bootstrap over works (Efron 1979, Annals of Statistics 7:1): works are drawn with replacement, whole, so
 * that all places and pairs of a work move together, and the statistic is computed afresh from each resample. Slow and
 * plain: it judges the faster methods, and serves places with too few works for them.
 *
 * @returns draws × m numbers, one draw after the other
 * @throws RangeError for a number of works or draws below 1, or a statistic whose length changes
 */
export function bootstrapWorks(input: BootstrapWorks): Float64Array {
  checkParts('input', input, { works: 'number', draws: 'number', statistic: 'function' });
  const { works, draws, seed, weighting = 'multinomial', statistic } = input;
  for (const [name, value] of Object.entries({ works, draws }))
    if (!Number.isInteger(value) || value < 1)
      throw new RangeError(`${name} must be a whole number from 1, got ${value}`);
  const random = createRandom(seed);
  const next = weighting === 'poisson' ? poissonWeights : multinomialWeights;
  let size = 0;
  let drawn = new Float64Array(0);
  for (let draw = 0; draw < draws; draw++) {
    const values = statistic(next(works, random));
    if (draw === 0) {
      size = values.length;
      drawn = new Float64Array(draws * size);
    }
    if (values.length !== size)
      throw new RangeError(`the statistic had ${size} numbers and then ${values.length}`);
    drawn.set(values, draw * size);
  }
  return drawn;
}

/** One of all possible resamples. */
export interface Resample {
  readonly weights: Int32Array;
  /** n!/(Π weights! · nⁿ) */
  readonly probability: number;
}

/**
 * Every resample of n works with its probability, which sum to 1: the exact bootstrap distribution, without a seed.
 * There are C(2n − 1, n) of them, so that n is at most 10 (92,378).
 *
 * @throws RangeError for n below 1 or above 10
 */
export function* everyResample(works: number): Generator<Resample> {
  if (!Number.isInteger(works) || works < 1 || works > 10)
    throw new RangeError(`all resamples can be listed for 1 to 10 works, not ${works}`);
  const factorials = [1];
  for (let k = 1; k <= works; k++) factorials.push(factorials[k - 1] * k);
  const weights = new Int32Array(works);
  const whole = factorials[works] / works ** works;

  function* place(work: number, left: number, probability: number): Generator<Resample> {
    if (work === works - 1) {
      weights[work] = left;
      yield { weights: weights.slice(), probability: probability / factorials[left] };
      return;
    }
    for (let k = 0; k <= left; k++) {
      weights[work] = k;
      yield* place(work + 1, left - k, probability / factorials[k]);
    }
  }
  yield* place(0, works, whole);
}
