import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { anyDesign, type SmallDesign } from '../../../test/any-designs.ts';
import { exactlySeparated } from '../../../test/exact-separation.ts';
import { EstimationError, messages } from '../estimation-error.ts';
import type { FlowModel } from '../ppml/model.ts';
import { ppml } from '../ppml/ppml.ts';
import { makeSample } from '../ppml/sample.ts';
import { separated } from './separation.ts';
import { SeparationUndecided } from './undecided.ts';

/** Rows found, by their places in the model. */
function found(model: FlowModel): number[] {
  const sample = makeSample(model);
  const marks = separated(sample);
  return Array.from(sample.rows)
    .filter((_, i) => marks[i] === 1)
    .sort((a, b) => a - b);
}

describe('separation', () => {
  it('is found where a regressor is positive only at zeros', () => {
    expect(found({ y: [0, 0, 1, 2, 3, 0], regressors: { x: [1, 2, 0, 0, 0, 0] } })).toEqual([0, 1]);
  });

  it('is none where the regressor is negative at another zero, or varies above zero', () => {
    expect(found({ y: [0, 0, 1, 2, 3, 0], regressors: { x: [1, -2, 0, 0, 0, 0] } })).toEqual([]);
    expect(found({ y: [0, 0, 1, 2, 3, 0], regressors: { x: [1, 2, 0, 0, 1.5, 0] } })).toEqual([]);
  });

  it('is found in a combination of two regressors that neither shows alone', () => {
    const x = [3, -1, 1, 2, -1];
    const z = [1, -3, 1, 2, -1];
    expect(found({ y: [0, 0, 4, 5, 6], regressors: { x } })).toEqual([]);
    // x − z is 2, 2, 0, 0, 0.
    expect(found({ y: [0, 0, 4, 5, 6], regressors: { x, z } })).toEqual([0, 1]);
  });

  it('is found in combinations of effects in which no level is all zero', () => {
    // a₁ − b₁ is 0 in the rows above zero, which have both or neither, and 1 in row 3, which has a₁ and b₂.
    const effects = [
      { name: 'a', of: [1, 2, 2, 1, 1] },
      { name: 'b', of: [1, 2, 2, 2, 1] },
    ];
    expect(found({ y: [3, 1, 2, 0, 1], regressors: {}, effects })).toEqual([3]);
    // With a flow from a₂ to b₁ that is zero too, what lowers one raises the other.
    const both = [
      { name: 'a', of: [1, 2, 2, 1, 1, 2] },
      { name: 'b', of: [1, 2, 2, 2, 1, 1] },
    ];
    expect(found({ y: [3, 1, 2, 0, 1, 0], regressors: {}, effects: both })).toEqual([]);
  });

  it('takes zeros of a level that is all zero, and of one that follows from it', () => {
    expect(found({ y: [0, 0, 1, 2], regressors: {}, effects: [{ name: 'a', of: [0, 0, 1, 1] }] })).toEqual([
      0, 1,
    ]);
  });

  it.each([
    ['small numbers', 2, 200],
    ['numbers of all sizes', 9, 150],
    ['numbers that hardly tell two regressors apart', 99, 60],
  ] as const)('is what an exact linear programme says, with %s', (_, span, numRuns) => {
    let some = 0;
    fc.assert(
      fc.property(anyDesign(span), ({ y, regressors, effects, columns }) => {
        const due = exactlySeparated(y, columns);
        if (due.length > 0) some += 1;
        expect(found({ y, regressors, effects })).toEqual(due);
      }),
      { seed: span, numRuns },
    );
    expect(some).toBeGreaterThan(numRuns / 4);
  });

  it('marked a row with flows while combinations were held only nearly, and does so no more', () => {
    const y = [0, 0, 0, 7, 0, 0, 0, 0, 0, 0, 0, 0, 7, 1, 8];
    const x = [7, 3, 0, -5, 0, 3, -1, 5, 0, -3, 3, -5, -4, -7, -8];
    const z = [-1, 0, -8, 5, 8, 3, -2, 2, -9, 4, 7, -1, 1, -2, -6];
    const of = [2, 2, 2, 1, 0, 1, 1, 2, 1, 0, 3, 3, 2, 1, 1];
    expect(found({ y, regressors: { x, z }, effects: [{ name: 'a', of }] })).toEqual([4, 9, 10, 11]);
  });

  it('is decided where r must grow to thousands before it is certain that nothing more is separated', () => {
    const y = [0, 0, 4, 7, 3, 9, 4, 0, 0, 0, 0, 0];
    const x = [-88, -88, -4, 91, 72, 96, -87, 6, 14, -91, -94, -84];
    const z = [94, -41, -8, 98, -4, -46, 46, 36, -39, 7, -47, 15];
    const effects = [
      { name: 'a', of: [3, 1, 2, 3, 3, 2, 0, 0, 2, 2, 3, 2] },
      { name: 'b', of: [0, 0, 1, 2, 1, 2, 1, 0, 1, 1, 2, 2] },
    ];
    expect(found({ y, regressors: { x, z }, effects })).toEqual([0, 1, 7]);
  });

  it.each([1e-3, 1e-5, 1e-7, 3e-8, 1e-9, 1e-10, 1e-11, 1e-12])(
    'is what an exact linear programme says where two regressors differ by %d in some rows',
    (bump) => {
      let [some, undecided] = [0, 0];
      const numRuns = 40;
      const where = fc.array(fc.integer({ min: 0, max: 15 }), { minLength: 1, maxLength: 3 });
      const times = fc.constantFrom(2, -1, 0.5, 3);
      fc.assert(
        fc.property(
          anyDesign(6),
          where,
          times,
          ({ y, regressors: { x }, effects, columns }, rows, factor) => {
            const z = x.map(
              (value, i) => factor * value + (rows.includes(i) ? bump * (i % 2 === 0 ? 1 : -1) : 0),
            );
            const due = exactlySeparated(y, [x, z, ...columns.slice(2)]);
            try {
              expect(found({ y, regressors: { x, z }, effects })).toEqual(due);
              if (due.length > 0) some += 1;
            } catch (error) {
              if (!(error instanceof SeparationUndecided)) throw error;
              expect(error.rows.length).toBeGreaterThan(0);
              undecided += 1;
            }
          },
        ),
        { seed: 4, numRuns },
      );
      expect(some).toBeGreaterThan(numRuns / 4);
      expect(undecided).toBeLessThan(bump < 1e-10 ? numRuns / 2 : numRuns / 10);
    },
  );

  /** Flows in 24 rows of which every third is 0, and a second regressor that is `of` the first but for a bump in two zeros. */
  const bumped = (of: (x: number) => number, bump: number): FlowModel => {
    const rows = Array.from({ length: 24 }, (_, i) => i);
    const x1 = rows.map((i) => (5 * i) % 11);
    return {
      y: rows.map((i) => (i % 3 === 0 ? 0 : 1 + ((7 * i) % 5))),
      regressors: { x1, x2: x1.map((x, i) => of(x) + (i === 3 || i === 9 ? bump : 0)) },
    };
  };

  it.each([
    ['twice', (x: number) => 2 * x],
    ['a third of', (x: number) => x / 3],
    ['π times', (x: number) => Math.PI * x],
  ])('is found however small a bump is on %s another regressor, and no coefficient explodes', (_, of) => {
    for (let power = 2; power <= 12; power++) {
      const model = bumped(of, 3 * 10 ** -power);
      expect(found(model)).toEqual([3, 9]);
      const { sample, coefficients } = ppml(model);
      expect(sample.separated).toBe(2);
      expect(coefficients[0].estimate).toBeCloseTo(0.0154776708505, 10);
      expect(coefficients[1]).toMatchObject({ estimate: null, code: 'not-identified' });
    }
  });

  it('is none where the bump is smaller still in a row with flows, or of the other sign in a zero', () => {
    const x = [1, 1, -1e-9, 0, 0, 0];
    expect(found({ y: [0, 0, 0, 3, 1, 2], regressors: { x } })).toEqual([]);
    expect(found({ y: [0, 0, 0, 3, 1, 2], regressors: { x: [1, 1, 1e-9, 0, 0, 0] } })).toEqual([0, 1, 2]);
    expect(found({ y: [0, 0, 2, 3, 1, 2], regressors: { x: [1, 1, 1e-9, 0, 0, 0] } })).toEqual([]);
  });

  it('is not decided, and the rows are named, where rounding may have made the bump', () => {
    const model = bumped((x) => Math.PI * x, 3e-13);
    expect(() => found(model)).toThrow(SeparationUndecided);
    for (const ask of [() => found(model), () => ppml(model)])
      expect(ask).toThrow(
        /^separation of rows 3, 9 cannot be decided: x2 differs there from what other regressors and effects make up by no more than rounding may have made; leave it out/,
      );
  });

  it('is decided in large models too: by signs with one dimension of effects, and with two by the rectifier', () => {
    const rows = Array.from({ length: 12_000 }, (_, i) => i);
    const y = rows.map((i) => ((i * 7919) % 13 < 4 ? 0 : 1 + ((i * 31) % 9)));
    const zeros = rows.filter((i) => y[i] === 0).slice(100, 103);
    const x1 = rows.map((i) => Math.sin(i) + (i % 17));
    const x2 = x1.map((x, i) => 2 * x + (zeros.includes(i) ? 1e-7 : 0));
    const city = { name: 'city', of: rows.map((i) => i % 400) };
    const year = { name: 'year', of: rows.map((i) => Math.floor(i / 400)) };
    for (const effects of [[city], [city, year]])
      expect(found({ y, regressors: { x1, x2 }, effects })).toEqual(zeros);
    const unlike = x2.map((x, i) => x + (i === zeros[0] ? -1e-2 : 0));
    expect(found({ y, regressors: { x1, x2: unlike }, effects: [city] })).toEqual([]);
    expect(() => found({ y, regressors: { x1, x2: unlike }, effects: [city, year] })).toThrow(
      `separation of rows ${zeros.slice(1).join(', ')} cannot be decided: x2 is, less what others make up of it, much smaller`,
    );
  });

  it('once dropped leaves a fit that converges, in which nothing is separated', () => {
    const tooFew = [
      messages.allAlone(),
      messages.allAloneOrZero(),
      messages.fewRows({ rows: 1, parameters: 1 }),
    ].map(({ code }) => code);
    let fits = 0;
    fc.assert(
      fc.property(anyDesign(3), ({ y, regressors, effects, columns }: SmallDesign) => {
        let estimate;
        try {
          estimate = ppml({ y, regressors, effects }, { factor: 'none' });
        } catch (error) {
          if (!(error instanceof EstimationError)) throw error;
          expect(tooFew).toContain(error.detail.code);
          return;
        }
        fits += 1;
        expect(estimate.convergence.converged).toBe(true);
        const kept = Array.from(estimate.rows);
        const pick = (column: readonly number[]): number[] => kept.map((row) => column[row]);
        expect(exactlySeparated(pick(y), columns.map(pick))).toEqual([]);
        for (const { worst } of estimate.balance) expect(worst).toBeLessThan(1e-9);
      }),
      { seed: 8, numRuns: 150 },
    );
    expect(fits).toBeGreaterThan(100);
  });
});
