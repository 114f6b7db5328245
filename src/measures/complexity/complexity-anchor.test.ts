import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { anchorSign } from './complexity-anchor.ts';

const PLACES = ['a', 'b', 'c', 'd'];
const V = Float64Array.of(-1, 0, 1, 3);

describe('the sign of a complexity vector', () => {
  it('is that of the year before, else of diversity, else of its greatest entry', () => {
    const before = new Map([
      ['a', 5],
      ['b', 4],
      ['c', 2],
    ]);
    expect(anchorSign(PLACES, V, [1, 2, 3, 4], before)).toMatchObject({
      sign: -1,
      anchor: { by: 'previous' },
    });
    // Two places tell no direction, and neither does a year in which all were alike.
    const flat = new Map(PLACES.map((place) => [place, 7]));
    for (const previous of [new Map([...before].slice(0, 2)), flat])
      expect(anchorSign(PLACES, V, [4, 3, 2, 1], previous)).toMatchObject({
        sign: -1,
        anchor: { by: 'diversity' },
      });
    expect(anchorSign(PLACES, V, [2, 2, 2, 2])).toEqual({
      sign: 1,
      anchor: { by: 'greatest', correlation: null, weak: true },
    });
  });

  it('is weak where the correlation is below 0.2', () => {
    const weak = anchorSign(PLACES, Float64Array.of(-1, 1, -1, 1), [10, 10, 11, 11.2]).anchor;
    expect(weak.correlation).toBeLessThan(0.2);
    expect(weak.weak).toBe(true);
    expect(anchorSign(PLACES, V, [1, 2, 3, 4]).anchor.weak).toBe(false);
  });

  it('turns with the vector, so that the product of the two does not', () => {
    const entries = fc.array(fc.integer({ min: -50, max: 50 }), { minLength: 4, maxLength: 4 });
    fc.assert(
      fc.property(entries, fc.array(fc.nat(9), { minLength: 4, maxLength: 4 }), (values, diversity) => {
        const vector = Float64Array.from(values);
        const one = anchorSign(PLACES, vector, diversity);
        if (one.anchor.by === 'greatest') return;
        const turned = anchorSign(
          PLACES,
          vector.map((x) => -x),
          diversity,
        );
        expect(turned.sign).toBe(-one.sign);
        expect(turned.anchor).toEqual(one.anchor);
      }),
    );
  });
});
