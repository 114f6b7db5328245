import {
  atkinson,
  coefficientOfVariation,
  gini,
  hoover,
  theilL,
  theilT,
  type Quantity,
} from '../../src/measures/index.ts';
import type { Adapter } from '../adapter.ts';
import { close, eachKey } from '../reference.ts';

/** Indices of inequality of one list of amounts, as R's ineq has them. */
export const adapter: Adapter = {
  cases: /^ineq-/,
  check({ inputs, expected, tolerance }) {
    const x = inputs[0] as number[];
    const is =
      ({ value }: Quantity) =>
      (due: number, key: string): void =>
        close(value, due, tolerance.abs, key);
    eachKey(expected, {
      Gini: is(gini(x)),
      Gini_corr: is(gini(x, { smallSample: true })),
      TheilT: is(theilT(x)),
      TheilL: is(theilL(x)),
      A05: is(atkinson(x, 0.5)),
      A1: is(atkinson(x, 1)),
      A2: is(atkinson(x, 2)),
      RS: is(hoover(x)),
      CV_pop: is(coefficientOfVariation(x)),
      CV_sample: is(coefficientOfVariation(x, 'sample')),
      CV2: (due: number) => close(coefficientOfVariation(x).value! ** 2, due, tolerance.abs),
    });
  },
};
