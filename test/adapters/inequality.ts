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

/** The aversion that a key names: A05 is 0.5, A1 is 1, A15 is 1.5. */
function aversionOf(key: string): number {
  const [, whole, tenths] = /^A(\d)(\d*)$/.exec(key)!;
  return Number(`${whole}.${tenths}`);
}

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
      ...Object.fromEntries(
        Object.keys(expected as object)
          .filter((key) => /^A\d+$/.test(key))
          .map((key) => [key, is(atkinson(x, aversionOf(key)))]),
      ),
      RS: is(hoover(x)),
      CV_pop: is(coefficientOfVariation(x)),
      CV_sample: is(coefficientOfVariation(x, 'sample')),
      CV2: (due: number) => close(coefficientOfVariation(x).value! ** 2, due, tolerance.abs),
    });
  },
};
