import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { matchedPercentiles } from './matched-percentile.ts';

describe('a percentile among others of like size', () => {
  it('is the part of the nearest with less, and half of those alike, by hand', () => {
    // To size 4 the nearest two are 3 and 5 (values 1 and 9); to 3 they are 4 and either 5 or 1, as near: three.
    const found = matchedPercentiles([7, 1, 5, 9], [1, 3, 4, 5], 2);
    expect(found.map(({ value }) => value)).toEqual([1, 0, 0.5, 1]);
    expect(matchedPercentiles([2, 2, 2], [1, 1, 1], 1).map(({ value }) => value)).toEqual([0.5, 0.5, 0.5]);
  });

  it('is about ½ where size explains the value, however large', () => {
    const sizes = Array.from({ length: 60 }, (_, i) => i);
    const found = matchedPercentiles(
      sizes.map((size) => 3 * size),
      sizes,
      10,
    );
    for (const { value } of found.slice(5, 55)) expect(value).toBe(0.5);
  });

  it('lies from 0 to 1, in any order, and does not change with the unit', () => {
    const rows = fc.array(fc.tuple(fc.integer({ min: 0, max: 9 }), fc.integer({ min: 0, max: 5 })), {
      minLength: 4,
      maxLength: 20,
    });
    fc.assert(
      fc.property(rows, (all) => {
        const of = (list: typeof all, unit: number): (number | null)[] =>
          matchedPercentiles(
            list.map(([value]) => unit * value),
            list.map(([, size]) => size),
            3,
          ).map(({ value }) => value);
        const found = of(all, 1);
        expect(of([...all].reverse(), 5).reverse()).toEqual(found);
        for (const value of found) expect(value! >= 0 && value! <= 1).toBe(true);
      }),
    );
  });

  it('is what comparing all with all and sorting finds', () => {
    const numbers = fc.array(fc.tuple(fc.integer({ min: 0, max: 6 }), fc.integer({ min: 0, max: 12 })), {
      minLength: 3,
      maxLength: 30,
    });
    fc.assert(
      fc.property(numbers, fc.integer({ min: 1, max: 8 }), (all, peers) => {
        const found = matchedPercentiles(
          all.map(([value]) => value / 7),
          all.map(([, size]) => size / 4),
          peers,
        );
        for (const [i, [value, size]] of all.entries()) {
          const others = all.filter((_, j) => j !== i);
          if (others.length < peers) {
            expect(found[i].value).toBeNull();
            continue;
          }
          const away = others.map(([, other]) => Math.abs(other - size)).sort((a, b) => a - b);
          const near = others.filter(([, other]) => Math.abs(other - size) <= away[peers - 1]);
          const below = near.filter(([other]) => other < value).length;
          const alike = near.filter(([other]) => other === value).length;
          expect(found[i].value).toBeCloseTo((below + alike / 2) / near.length, 14);
        }
      }),
    );
  });

  it('is undefined among too few, and refuses other lengths', () => {
    expect(matchedPercentiles([1, 2], [1, 2], 2)[0]).toMatchObject({ value: null, code: 'too-few' });
    expect(() => matchedPercentiles([1], [1, 2])).toThrow('1 values, 2 sizes');
    expect(() => matchedPercentiles([1], [1], 0)).toThrow('peers');
    expect(() => matchedPercentiles([NaN], [1], 1)).toThrow('value 0 is NaN');
  });
});
