import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { krugmanDissimilarity, krugmanIndex } from './krugman.ts';
import { matrixOf } from '../matrix.ts';

describe('Krugman’s index', () => {
  it('is by hand, the place itself left out of the others', () => {
    expect(krugmanDissimilarity([1, 3], [2, 2]).value).toBeCloseTo(0.5, 15);
    // Place 0 against (3, 1): |1/4 − 3/4| twice.
    const index = krugmanIndex(
      matrixOf([
        [1, 3],
        [2, 0],
        [1, 1],
      ]),
    );
    expect(index[0].value).toBeCloseTo(1, 15);
    expect(index[1].value).toBeCloseTo(4 / 3, 15);
  });

  it('is 0 for one profile, 2 without a common field, symmetric, and the same in any unit', () => {
    const pairs = fc.array(fc.tuple(fc.nat(20), fc.nat(20)), { minLength: 1, maxLength: 10 });
    fc.assert(
      fc.property(pairs, (all) => {
        const [a, b] = [all.map(([x]) => x), all.map(([, y]) => y)];
        const { value } = krugmanDissimilarity(a, b);
        if (value === null) return;
        expect(value).toBeGreaterThanOrEqual(0);
        expect(value).toBeLessThanOrEqual(2);
        expect(
          krugmanDissimilarity(
            b,
            a.map((x) => 3 * x),
          ).value,
        ).toBeCloseTo(value, 12);
        expect(
          krugmanDissimilarity(
            a,
            a.map((x) => 7 * x),
          ).value,
        ).toBeCloseTo(0, 12);
        expect(krugmanDissimilarity([...a, ...a.map(() => 0)], [...b.map(() => 0), ...b]).value).toBeCloseTo(
          2,
          12,
        );
      }),
    );
  });

  it('is undefined against nothing, and not asked of unlike lists', () => {
    expect(krugmanDissimilarity([0, 0], [1, 2])).toMatchObject({ value: null, code: 'zero-margin' });
    expect(
      krugmanIndex(
        matrixOf([
          [1, 2],
          [0, 0],
        ]),
      ).map(({ value }) => value),
    ).toEqual([null, null]);
    expect(() => krugmanDissimilarity([1], [1, 2])).toThrow('a has 1 fields, b has 2');
    expect(() => krugmanDissimilarity([1, -1], [1, 2])).toThrow('amount of a 1 is -1');
  });
});
