import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { partitionAgreement, type EntropyMean } from './partition-agreement.ts';

function orders<T>(values: readonly T[]): T[][] {
  if (values.length < 2) return [[...values]];
  return values.flatMap((first, at) =>
    orders(values.filter((_, other) => other !== at)).map((rest) => [first, ...rest]),
  );
}

describe('agreement of partitions', () => {
  it('is 1 for the same partition under other names', () => {
    const same = partitionAgreement(['x', 'x', 'y', 'z'], [2, 2, 0, 1]);
    for (const one of [
      same.rand,
      same.adjustedRand,
      same.normalisedInformation,
      same.adjustedInformation,
      same.homogeneity,
      same.completeness,
    ])
      expect(one.value).toBeCloseTo(1, 13);
  });

  it('counts pairs by hand', () => {
    // Together in both: {0, 1}; apart in both: (0, 3), (1, 3); of six pairs.
    const { rand, adjustedRand } = partitionAgreement([0, 0, 1, 1], [0, 0, 0, 1]);
    expect(rand.value).toBeCloseTo(3 / 6, 14);
    // Together 1, expected 2 · 3/6 = 1, most 2.5.
    expect(adjustedRand.value).toBeCloseTo(0, 14);
  });

  it('splits cleanly where groups are divided further: complete, or homogeneous, not both', () => {
    const finer = partitionAgreement(['x', 'x', 'y', 'y'], [0, 1, 2, 2]);
    expect(finer.homogeneity.value).toBeCloseTo(1, 14);
    expect(finer.completeness.value).toBeCloseTo(Math.log(2) / (1.5 * Math.log(2)), 13);
  });

  it('adjusted, is 0 on average over all orders of one partition', () => {
    const [a, b] = [
      [0, 0, 0, 1, 1, 2],
      [0, 1, 1, 1, 2, 2],
    ];
    const all = orders(b).map((order) => partitionAgreement(a, order));
    const mean = (of: 'adjustedRand' | 'adjustedInformation'): number =>
      all.reduce((sum, one) => sum + one[of].value!, 0) / all.length;
    expect(mean('adjustedRand')).toBeCloseTo(0, 12);
    expect(mean('adjustedInformation')).toBeCloseTo(0, 12);
  });

  it('is undefined where both are trivial, and information where a partition has one group', () => {
    for (const trivial of [
      [0, 0, 0],
      [0, 1, 2],
    ]) {
      const { adjustedRand, adjustedInformation } = partitionAgreement(trivial, trivial);
      expect(adjustedRand).toMatchObject({ value: null, code: 'constant' });
      expect(adjustedInformation).toMatchObject({ value: null, code: 'constant' });
    }
    const one = partitionAgreement([0, 0, 0], [0, 0, 1]);
    expect(one.homogeneity).toMatchObject({ value: null, code: 'constant' });
    expect(one.adjustedRand.value).toBeCloseTo(0, 14);
    expect(partitionAgreement([], []).rand).toMatchObject({ value: null, code: 'too-few' });
  });

  it('refuses unlike lengths and another mean', () => {
    expect(() => partitionAgreement([0], [0, 1])).toThrow('a has 1 groups, b has 2');
    expect(() => partitionAgreement([0], [0], 'mean' as EntropyMean)).toThrow(
      'mean must be one of arithmetic, geometric, min, max, got mean',
    );
  });

  it('is symmetric, at most 1, and does not change with names or order', () => {
    const groups = fc.array(fc.tuple(fc.integer({ min: 0, max: 4 }), fc.integer({ min: 0, max: 4 })), {
      minLength: 2,
      maxLength: 20,
    });
    fc.assert(
      fc.property(groups, (list) => {
        const [a, b] = [list.map(([x]) => x), list.map(([, y]) => y)];
        const own = partitionAgreement(a, b);
        const turned = partitionAgreement(b.map((group) => `g${group}`).toReversed(), a.toReversed());
        for (const of of ['rand', 'adjustedRand', 'normalisedInformation', 'adjustedInformation'] as const) {
          if (own[of].value === null) expect(turned[of].value).toBeNull();
          else {
            expect(own[of].value).toBeLessThanOrEqual(1 + 1e-9);
            expect(turned[of].value).toBeCloseTo(own[of].value, 9);
          }
        }
        expect(turned.homogeneity.value ?? 0).toBeCloseTo(own.completeness.value ?? 0, 12);
      }),
      { seed: 13 },
    );
  });
});
