import { coefficientOfVariation, williamson } from '../../src/measures/index.ts';
import type { Adapter } from '../adapter.ts';
import { close, eachKey } from '../reference.ts';

interface Input {
  readonly y: readonly number[];
  readonly population: readonly number[];
}

/** Williamson's coefficient around the national mean, and plain ones. */
export const adapter: Adapter = {
  cases: /^williamson/,
  check({ inputs, expected, tolerance }) {
    const { y, population } = inputs[0] as Input;
    const value = williamson(y, population).value!;
    const is =
      (actual: number | null) =>
      (due: number, key: string): void =>
        close(actual, due, tolerance.abs, key);
    /** What other means in the two places give: shown by the case so that we are not mistaken for them. */
    const not = (due: number, key: string): void => {
      if (Math.abs(value - due) <= tolerance.abs) throw new Error(`ours is ${key}`);
    };
    eachKey(expected, {
      williamson_weighted_national_mean: is(value),
      reat_wmean_TRUE: is(value),
      reat_default_wmean_FALSE: not,
      variant_unweighted_mean_everywhere: not,
      cv_population: is(coefficientOfVariation(y).value),
      cv_sample: is(coefficientOfVariation(y, 'sample').value),
    });
  },
};
