import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { convert, dimension, isUnit, unitNames } from './unit.ts';

const unit = fc.constantFrom(...unitNames);

describe('units', () => {
  it('turn a figure into another unit of the same kind', () => {
    expect(convert(115_394.3, '100m CNY', 'trn CNY')).toBeCloseTo(11.539_43, 12);
    expect(convert(2183.2, '10k persons', 'persons')).toBe(21_832_000);
    expect(convert(86, 'million persons', 'persons')).toBe(86_000_000);
    expect(convert(44.1, '%', 'fraction')).toBeCloseTo(0.441, 15);
    expect(convert(2.5, 'per 10k persons', 'per million persons')).toBe(250);
  });

  it('leave a figure as it is in its own unit', () => {
    expect(convert(0.1 + 0.2, '%', '%')).toBe(0.1 + 0.2);
  });

  it('know no way between what measures different things, nor between currencies', () => {
    expect(convert(1, 'bn CNY', 'bn USD')).toBeNull();
    expect(convert(1, 'persons', 'km2')).toBeNull();
    expect(convert(1, 'Share', 'Count')).toBeNull();
    expect(convert(1, 'rank', 'count')).toBeNull();
    expect(convert(1, '%', '% per year')).toBeNull();
  });

  it('refuse a unit that is none, even one that every object has', () => {
    for (const text of ['', 'yuan', 'bn cny', 'constructor', 'toString']) {
      expect(isUnit(text)).toBe(false);
      expect(dimension(text)).toBeNull();
      expect(convert(1, text, '%')).toBeNull();
      expect(convert(1, '%', text)).toBeNull();
    }
  });

  it('convert there and back to the same figure, exactly where dimensions meet', () => {
    fc.assert(
      fc.property(fc.double({ min: 1e-9, max: 1e15, noNaN: true }), unit, unit, (value, from, to) => {
        const there = convert(value, from, to);
        expect(there === null).toBe(dimension(from) !== dimension(to));
        if (there !== null) expect(convert(there, to, from)! / value).toBeCloseTo(1, 12);
      }),
    );
  });

  it('say the same by one step as by two', () => {
    const alike = fc
      .tuple(unit, unit, unit)
      .filter(([a, b, c]) => dimension(a) === dimension(b) && dimension(b) === dimension(c));
    fc.assert(
      fc.property(fc.double({ min: 1e-6, max: 1e12, noNaN: true }), alike, (value, [a, b, c]) => {
        expect(convert(convert(value, a, b)!, b, c)! / convert(value, a, c)!).toBeCloseTo(1, 12);
      }),
    );
  });

  it('keep whole hundred millions of yuan whole in every smaller unit', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 1e6 }), (value) => {
        expect(convert(value, '100m CNY', 'CNY')).toBe(value * 1e8);
        expect(convert(value * 1e8, 'CNY', '100m CNY')).toBe(value);
      }),
    );
  });
});
