import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { anyPanel, effectsOf } from '../../../test/any-flows.ts';
import { denseLeastSquares, dummiesOf, endDummies } from '../../../test/dense-poisson.ts';
import { Absorber } from './absorb.ts';
import { incidenceOf } from '../flows/incidence.ts';
import type { FixedEffect } from './model.ts';
import { makeSample } from './sample.ts';

/** What is left of a column without the effects, in the order of the rows given. */
function absorbed(column: number[], effects: readonly FixedEffect[], weights?: number[]): number[] {
  const sample = makeSample({ y: column, regressors: {}, effects });
  const absorber = new Absorber(incidenceOf(sample));
  absorber.setWeights(Float64Array.from(sample.rows, (row) => weights?.[row] ?? 1));
  const x = Float64Array.from(sample.y);
  absorber.absorb(x, 1e-12);
  const left = new Array<number>(column.length);
  for (const [i, row] of sample.rows.entries()) left[row] = x[i];
  return left;
}

describe('absorbing effects', () => {
  it('takes the weighted mean of each level, where there is one effect', () => {
    const left = absorbed([1, 3, 10, 20], [{ name: 'a', of: [0, 0, 1, 1] }], [1, 3, 1, 1]);
    expect(left).toEqual([-1.5, 0.5, -5, 5]);
  });

  it('takes rows and columns of a balanced table', () => {
    // x_ij − x_i· − x_·j + x_··
    const left = absorbed(
      [1, 2, 3, 8],
      [
        { name: 'row', of: [0, 0, 1, 1] },
        { name: 'column', of: [0, 1, 0, 1] },
      ],
    );
    for (const [i, value] of [1, -1, -1, 1].entries()) expect(left[i]).toBeCloseTo(value, 12);
  });

  it('takes a constant where the only effect has two ends', () => {
    // (a, b), (b, c), (a, c): three rows, three effects, nothing left.
    const left = absorbed(
      [4, 5, 9],
      [
        {
          name: 'city',
          ends: [
            ['a', 'b', 'a'],
            ['b', 'c', 'c'],
          ],
        },
      ],
    );
    for (const value of left) expect(value).toBeCloseTo(0, 12);
  });

  it('counts both ends of a flow of a city with itself', () => {
    // Rows of a with itself, b with itself, a with b: 2α, 2β, α + β.
    const ends: FixedEffect = {
      name: 'city',
      ends: [
        ['a', 'b', 'a'],
        ['a', 'b', 'b'],
      ],
    };
    const dense = denseLeastSquares({
      y: [1, 3, 5],
      regressors: {},
      dummies: endDummies(['a', 'b', 'a'], ['a', 'b', 'b']),
    });
    for (const [i, value] of absorbed([1, 3, 5], [ends]).entries())
      expect(value).toBeCloseTo(dense.residuals[i], 12);
  });

  it('leaves what a regression on a dummy for each level leaves, with weights, in any number of effects', () => {
    fc.assert(
      fc.property(anyPanel, fc.boolean(), (panel, more) => {
        const [pair, city] = effectsOf(panel, 'undirected') as [
          Extract<FixedEffect, { of: unknown }>,
          Extract<FixedEffect, { ends: unknown }>,
        ];
        const third = panel.x.map((value) => Math.round(value));
        const weights = panel.y.map((value) => 0.1 + value);
        const dense = denseLeastSquares({
          y: [...panel.z],
          regressors: {},
          dummies: [...dummiesOf(pair.of), ...endDummies(...city.ends), ...(more ? dummiesOf(third) : [])],
          weights,
        });
        const effects = [pair, city, ...(more ? [{ name: 'third', of: third }] : [])];
        for (const [i, value] of absorbed([...panel.z], effects, weights).entries())
          expect(value * weights[i]).toBeCloseTo(dense.residuals[i], 9);
      }),
      { seed: 1, numRuns: 25 },
    );
  });

  it('leaves nothing of a column that the effects make up, and goes on from coefficients that were kept', () => {
    const of = Array.from({ length: 40 }, (_, i) => i % 7);
    const other = Array.from({ length: 40 }, (_, i) => (i * i) % 5);
    const sample = makeSample({
      y: of.map((value, i) => 3 * value - 2 * other[i]),
      regressors: {},
      effects: [
        { name: 'a', of },
        { name: 'b', of: other },
      ],
    });
    const absorber = new Absorber(incidenceOf(sample));
    absorber.setWeights(new Float64Array(40).fill(1));
    const start = absorber.coefficients();
    const x = sample.y.slice();
    absorber.absorb(x, 1e-12, start);
    for (const value of x) expect(Math.abs(value)).toBeLessThan(1e-12);
    const before = absorber.steps;
    const again = sample.y.slice();
    absorber.absorb(again, 1e-12, start);
    expect(absorber.steps - before).toBeLessThanOrEqual(1);
    for (const value of again) expect(Math.abs(value)).toBeLessThan(1e-12);
  });
});
