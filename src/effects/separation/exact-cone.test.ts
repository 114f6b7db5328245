import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { coneSupport, nullDirections, wholeNumbers } from './exact-cone.ts';

const small = fc.bigInt({ min: -4n, max: 4n });
const rowsOf = (width: number, most: number): fc.Arbitrary<bigint[][]> =>
  fc.array(fc.array(small, { minLength: width, maxLength: width }), { minLength: 1, maxLength: most });
const dot = (a: readonly bigint[], b: readonly bigint[]): bigint =>
  a.reduce((sum, value, k) => sum + value * b[k], 0n);

describe('the support of a cone', () => {
  it('is what directions in a plane show, looked at one by one', () => {
    fc.assert(
      fc.property(rowsOf(2, 6), (a) => {
        // A cone in the plane ends at directions at right angles to rows; sums of these lie inside it.
        const edges = a.flatMap(([x, y]) => [
          [-y, x],
          [y, -x],
          [x, y],
        ]);
        const all = [...edges, ...edges.flatMap((c) => edges.map((d) => [c[0] + d[0], c[1] + d[1]]))];
        const inside = all.filter((c) => a.every((row) => dot(row, c) >= 0n));
        const due = a.map((row) => inside.some((c) => dot(row, c) > 0n));
        expect(coneSupport(a)).toEqual(due);
      }),
      { seed: 3, numRuns: 500 },
    );
  });

  it('is all of it where a direction is positive everywhere, and none for opposites', () => {
    expect(coneSupport([[1n], [5n], [0n]])).toEqual([true, true, false]);
    expect(coneSupport([[1n], [-(10n ** 30n)]])).toEqual([false, false]);
    expect(coneSupport([])).toEqual([]);
  });
});

describe('null directions', () => {
  it('take every row to 0, and are as many as the width less the rank', () => {
    fc.assert(
      fc.property(rowsOf(4, 5), (rows) => {
        const directions = nullDirections(rows, 4);
        for (const direction of directions) for (const row of rows) expect(dot(row, direction)).toBe(0n);
        // The directions are independent, and those at right angles to them make up the rows' own space.
        expect(nullDirections(directions, 4)).toHaveLength(4 - directions.length);
      }),
      { seed: 5 },
    );
  });
});

describe('whole numbers of doubles', () => {
  it('stand to each other as the doubles do, from the least to the greatest', () => {
    const [a, b, zero] = wholeNumbers([1.5, -0.25, 0]);
    expect([a / b, a % b, zero]).toEqual([-6n, 0n, 0n]);
    const [least, most] = wholeNumbers([Number.MIN_VALUE, Number.MAX_VALUE]);
    expect(most / least).toBe((2n ** 53n - 1n) * 2n ** (971n + 1074n));
    // 0.1 is a little above a tenth.
    const [one, tenth] = wholeNumbers([1, 0.1]);
    expect(10n * tenth - one).toBe(one >> 54n);
  });
});
