import { partitionAgreement, type Quantity } from '../../src/measures/index.ts';
import type { Adapter } from '../adapter.ts';
import { close, eachKey } from '../reference.ts';

interface Input {
  readonly a: readonly number[];
  readonly b: readonly number[];
}

/** Agreement of two partitions, as scikit-learn has it. */
export const adapter: Adapter = {
  cases: /^partition-agreement/,
  check({ inputs, expected, tolerance }) {
    const { a, b } = inputs[0] as Input;
    const own = partitionAgreement(a, b);
    const is =
      ({ value }: Quantity) =>
      (due: number, key: string): void =>
        close(value, due, tolerance.abs, key);
    eachKey(expected, {
      rand: is(own.rand),
      ari: is(own.adjustedRand),
      ami: is(own.adjustedInformation),
      ami_arithmetic: is(own.adjustedInformation),
      ami_max: is(partitionAgreement(a, b, 'max').adjustedInformation),
      mi: (due: number) => close(own.mutualInformation, due, tolerance.abs),
      nmi_arithmetic: is(own.normalisedInformation),
      nmi_geometric: is(partitionAgreement(a, b, 'geometric').normalisedInformation),
      nmi_min: is(partitionAgreement(a, b, 'min').normalisedInformation),
      nmi_max: is(partitionAgreement(a, b, 'max').normalisedInformation),
      homogeneity: is(own.homogeneity),
      completeness: is(own.completeness),
      // The harmonic mean of homogeneity and completeness is MI over the mean entropy.
      v_measure: is(own.normalisedInformation),
    });
  },
};
