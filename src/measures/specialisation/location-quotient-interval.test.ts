import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  linearisedQuotientInterval,
  poissonQuotientInterval,
  replicateQuotientInterval,
} from './location-quotient-interval.ts';
import { locationQuotient, type Margins } from './location-quotient.ts';
import { createRandom, type Random } from '../random.ts';

/** A work: its field, and which part of it each of four places gets. */
interface Work {
  readonly field: number;
  readonly parts: readonly number[];
}

function works(random: Random, n: number): Work[] {
  return Array.from({ length: n }, () => {
    const first = Math.min(3, Math.floor(4 * random.uniform() ** 2));
    const second = random.integer(4);
    const parts = [0, 0, 0, 0];
    parts[first] += 0.5;
    parts[second] += 0.5;
    // Place 0 leans to field 0.
    return { field: random.uniform() < (first === 0 ? 0.3 : 0.15) ? 0 : 1, parts };
  });
}

function marginsOf(all: readonly Work[], weights: ArrayLike<number>): Margins {
  let [cell, row, column, total] = [0, 0, 0, 0];
  all.forEach(({ field, parts }, w) => {
    total += weights[w];
    row += weights[w] * parts[0];
    if (field !== 0) return;
    column += weights[w];
    cell += weights[w] * parts[0];
  });
  return { cell, row, column, total };
}

describe('the interval of a location quotient', () => {
  const all = works(createRandom(3), 1500);
  const margins = marginsOf(all, new Float64Array(all.length).fill(1));
  const squares = { cell: 0, row: 0 };
  for (const { field, parts } of all) {
    squares.row += parts[0] ** 2;
    if (field === 0) squares.cell += parts[0] ** 2;
  }
  const random = createRandom(11);
  const draws = Array.from({ length: 3000 }, () =>
    marginsOf(
      all,
      all.map(() => random.poisson()),
    ),
  );

  it('linearised over works, is that of a plain bootstrap over works', { tags: 'full' }, () => {
    const logs = draws.map((draw) => Math.log(locationQuotient(draw).value!));
    const mean = logs.reduce((sum, x) => sum + x, 0) / logs.length;
    const deviation = Math.sqrt(logs.reduce((sum, x) => sum + (x - mean) ** 2, 0) / logs.length);
    const { value } = locationQuotient(margins);
    const interval = linearisedQuotientInterval(margins, squares, all.length);
    expect(interval.standardError! / value! / deviation).toBeCloseTo(1, 1);
    const drawn = replicateQuotientInterval(draws);
    expect(drawn.undefinedDraws).toBe(0);
    expect(Math.abs(interval.low! - drawn.low!)).toBeLessThan(0.1 * (drawn.high! - drawn.low!));
    expect(Math.abs(interval.high! - drawn.high!)).toBeLessThan(0.1 * (drawn.high! - drawn.low!));
  });

  it(
    'linearised where all places together get part of a work, is that of the bootstrap too',
    { tags: 'full' },
    () => {
      // All places but the last: a nation in the world, or what is located of it.
      const inNation = all.map(({ field, parts }) => ({ field, s: parts[0], t: 1 - parts[3] }));
      const of = (weights: ArrayLike<number>): Margins => {
        const sums = { cell: 0, row: 0, column: 0, total: 0 };
        for (const [w, { field, s, t }] of inNation.entries()) {
          sums.row += weights[w] * s;
          sums.total += weights[w] * t;
          if (field !== 0) continue;
          sums.cell += weights[w] * s;
          sums.column += weights[w] * t;
        }
        return sums;
      };
      const shared = { cell: 0, row: 0, column: 0, total: 0 };
      for (const { field, s, t } of inNation) {
        shared.row += s * t;
        shared.total += t * t;
        if (field !== 0) continue;
        shared.cell += s * t;
        shared.column += t * t;
      }
      const whole = of(new Float64Array(all.length).fill(1));
      const random = createRandom(5);
      const logs = Array.from({ length: 3000 }, () =>
        Math.log(locationQuotient(of(all.map(() => random.poisson()))).value!),
      );
      const mean = logs.reduce((sum, x) => sum + x, 0) / logs.length;
      const deviation = Math.sqrt(logs.reduce((sum, x) => sum + (x - mean) ** 2, 0) / logs.length);
      const { value } = locationQuotient(whole);
      const interval = linearisedQuotientInterval(whole, { ...squares, shared }, all.length);
      expect(interval.standardError! / value! / deviation).toBeCloseTo(1, 1);
      expect(() =>
        linearisedQuotientInterval(whole, { ...squares, shared: { ...shared, row: 0 } }, all.length),
      ).toThrow('shared.row must be from');
      expect(() =>
        linearisedQuotientInterval(
          whole,
          { ...squares, shared: { ...shared, total: 2 * whole.total } },
          all.length,
        ),
      ).toThrow('shared.total must be from');
    },
  );

  it('where they get all of it, is what it is without saying so', () => {
    expect(linearisedQuotientInterval(margins, { ...squares, shared: margins }, all.length)).toEqual(
      linearisedQuotientInterval(margins, squares, all.length),
    );
  });

  it('is wider by Poisson, which takes each half work for a whole one and the margins for fixed', () => {
    const poisson = poissonQuotientInterval(margins);
    const linear = linearisedQuotientInterval(margins, squares, all.length);
    expect(poisson.low!).toBeLessThan(linear.low!);
    expect(poisson.high!).toBeGreaterThan(linear.high!);
    const { value } = locationQuotient(margins);
    expect(poisson.low!).toBeLessThan(value!);
  });

  it('has an upper end by Poisson for an empty cell, and none on the log scale', () => {
    const empty = { cell: 0, row: 10, column: 20, total: 100 };
    const poisson = poissonQuotientInterval(empty);
    expect(poisson.low).toBe(0);
    expect(poisson.high).toBeCloseTo(3.688879454113936 / 2, 12);
    expect(linearisedQuotientInterval(empty, { cell: 0, row: 8 }, 100)).toMatchObject({
      low: null,
      reason: 'the cell is empty',
    });
  });

  it('is undefined without a margin, and not asked with squares that are none', () => {
    const none = { cell: 0, row: 0, column: 20, total: 100 };
    expect(poissonQuotientInterval(none).reason).toBe('the place has nothing in any field');
    expect(replicateQuotientInterval([none, none])).toMatchObject({ low: null, undefinedDraws: 2 });
    expect(replicateQuotientInterval([])).toMatchObject({ low: null, code: 'empty', undefinedDraws: 0 });
    expect(() => replicateQuotientInterval([none], 1)).toThrow('a level lies between 0 and 1');
    expect(() => linearisedQuotientInterval(margins, { cell: 2, row: 1 }, 9)).toThrow(
      'do not belong to Shares',
    );
    expect(() => linearisedQuotientInterval(margins, { cell: 2, row: 1e9 }, 9)).toThrow(RangeError);
  });

  it('by Poisson holds the quotient, grows with the level, and narrows where the table is multiplied', () => {
    fc.assert(
      fc.property(
        fc.tuple(fc.nat(30), fc.nat(30), fc.nat(30), fc.nat(30)),
        fc.double({ min: 0.1, max: 0.9, noNaN: true }),
        ([x, row, column, rest], level) => {
          const table = (unit: number): Margins => ({
            cell: unit * x,
            row: unit * (x + row),
            column: unit * (x + column),
            total: unit * (x + row + column + rest),
          });
          const { value } = locationQuotient(table(1));
          if (value === null) return;
          const [narrow, wide, many] = [
            poissonQuotientInterval(table(1), level),
            poissonQuotientInterval(table(1), level + 0.09),
            poissonQuotientInterval(table(10), level),
          ];
          expect(narrow.low!).toBeLessThanOrEqual(value * (1 + 1e-9));
          expect(narrow.high!).toBeGreaterThanOrEqual(value * (1 - 1e-9));
          expect(wide.high! - wide.low!).toBeGreaterThan(narrow.high! - narrow.low!);
          expect(many.high! - many.low!).toBeLessThan(narrow.high! - narrow.low!);
        },
      ),
    );
  });
});
