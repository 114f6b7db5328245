import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { partitionStability } from './partition-stability.ts';

const values = (all: readonly { value: number | null }[]) => all.map(({ value }) => value);

describe('the stability of a partition', () => {
  it('is worked out by hand', () => {
    // {0, 1, 2} and {3, 4}; once the third goes over, once all are one.
    const { groups, things, agreement } = partitionStability(
      [0, 0, 0, 1, 1],
      [
        [0, 0, 1, 1, 1],
        [0, 0, 0, 0, 0],
      ],
    );
    expect(groups[0].jaccard.value).toBeCloseTo((2 / 3 + 3 / 5) / 2, 12);
    expect(groups[1].jaccard.value).toBeCloseTo((2 / 3 + 2 / 5) / 2, 12);
    expect(groups[0].together.value).toBeCloseTo((1 / 3 + 1) / 2, 12);
    expect(groups[1].together.value).toBe(1);
    // The third: {0, 1, 2} against {2, 3, 4} has 1 of 5 in common.
    expect(things[2].value).toBeCloseTo((1 / 5 + 3 / 5) / 2, 12);
    expect(things[0].value).toBeCloseTo((2 / 3 + 3 / 5) / 2, 12);
    // (2 − 1.6)/(4 − 1.6) pairs above chance, and 0 of one group against two.
    expect(agreement.value).toBeCloseTo(0.4 / 2.4 / 2, 12);
  });

  it('is 1 where every replicate is the same partition, whatever its labels', () => {
    const found = partitionStability([0, 0, 1, 1], [[5, 5, 2, 2]]);
    expect(values(found.things)).toEqual([1, 1, 1, 1]);
    expect(found.groups.map(({ jaccard, together }) => [jaccard.value, together.value])).toEqual([
      [1, 1],
      [1, 1],
    ]);
    expect(found.agreement.value).toBe(1);
  });

  it('lies in [0, 1], and knows no order of things', () => {
    const labels = fc.array(fc.integer({ min: 0, max: 3 }), { minLength: 6, maxLength: 6 });
    fc.assert(
      fc.property(labels, fc.array(labels, { minLength: 1, maxLength: 4 }), (given, replicates) => {
        const groups = renumbered(given);
        const found = partitionStability(groups, replicates);
        for (const { value } of [...found.things, ...found.groups.map(({ jaccard }) => jaccard)]) {
          expect(value).toBeGreaterThan(0);
          expect(value).toBeLessThanOrEqual(1);
        }
        for (const { together } of found.groups)
          if (together.value !== null) {
            expect(together.value).toBeGreaterThanOrEqual(0);
            expect(together.value).toBeLessThanOrEqual(1);
          }
        const backward = partitionStability(
          renumbered([...given].reverse()),
          replicates.map((one) => [...one].reverse()),
        );
        expect(values(backward.things).reverse()).toEqual(values(found.things));
      }),
    );
  });

  it('is undefined without replicates, and together for a group of one', () => {
    const none = partitionStability([0, 1, 1], []);
    expect(none.agreement).toMatchObject({ value: null, code: 'too-few' });
    expect(values(none.things)).toEqual([null, null, null]);
    const one = partitionStability([0, 1, 1], [[0, 1, 1]]);
    expect(one.groups[0].together).toMatchObject({ value: null, code: 'too-few' });
    expect(one.groups[0].jaccard.value).toBe(1);
    expect(partitionStability([0, 1], [[0, 1]]).agreement).toMatchObject({ value: null, code: 'constant' });
  });

  it('refuses labels that are none, gaps and other lengths', () => {
    expect(() => partitionStability([0, -1], [])).toThrow(/groups must be whole numbers from 0, got -1/);
    expect(() => partitionStability([0, Number.NaN], [])).toThrow(RangeError);
    expect(() => partitionStability([0, 2], [])).toThrow(/without gaps, and 1/);
    expect(() => partitionStability([0, 1], [[0, 0.5]])).toThrow(/a replicate must be whole numbers/);
    expect(() => partitionStability([0, 1], [[0]])).toThrow(/same 2 things, got 1/);
  });
});

/** The same groups, numbered in order of first thing. */
function renumbered(labels: readonly number[]): number[] {
  const numbers = [...new Set(labels)];
  return labels.map((label) => numbers.indexOf(label));
}
