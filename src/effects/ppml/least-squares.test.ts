import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { anyOrder, anyPanel, effectsOf } from '../../../test/any-flows.ts';
import { denseLeastSquares, dummiesOf, endDummies, sandwich } from '../../../test/dense-poisson.ts';
import { at } from '../../measures/index.ts';
import { leastSquares } from './least-squares.ts';
import type { FixedEffect } from './model.ts';
import { pairs } from '../flows/undirected.ts';

describe('least squares', () => {
  it('has slope, error and fit of a line by hand', () => {
    // Around (2, 4): Sxx = 2, Sxy = 3; residuals ½, −1, ½; s² = 1.5/1.
    const line = leastSquares({ y: [3, 3, 6], regressors: { x: [1, 2, 3] } }, { errors: { kind: 'iid' } });
    expect(line.coefficients[0].estimate).toBeCloseTo(1.5, 13);
    expect(line.coefficients[0].standardError).toBeCloseTo(Math.sqrt(1.5 / 2), 13);
    expect(line.deviance).toBeCloseTo(1.5, 13);
    expect(line.errors.degrees).toBe(1);
    expect(Array.from(line.fitted, (value) => Math.round(value * 1e9) / 1e9)).toEqual([2.5, 4, 5.5]);
    expect(line.logLikelihood).toBeNull();
  });

  it('takes an offset as it is, outcomes below zero, and drops rows alone in a level', () => {
    const model = { regressors: { x: [1, 2, 3, 9] }, effects: [{ name: 'unit', of: ['a', 'a', 'a', 'b'] }] };
    const shifted = leastSquares({ ...model, y: [3, 3, 6, 1], offset: [4, 5, 6, 7] });
    const plain = leastSquares({ ...model, y: [-1, -2, 0, -6] });
    expect(shifted.coefficients[0].estimate).toBeCloseTo(plain.coefficients[0].estimate!, 13);
    expect(plain.sample).toEqual({ rows: 4, zeros: 1, singletons: 1, allZero: 0, separated: 0, used: 3 });
    expect(plain.coefficients[0].change).toBeNull();
  });

  it('is a regression on a dummy for each level, errors too, with weights', () => {
    fc.assert(
      fc.property(anyPanel, fc.boolean(), (panel, weigh) => {
        const effects = effectsOf(panel, 'undirected') as [
          Extract<FixedEffect, { of: unknown }>,
          Extract<FixedEffect, { ends: unknown }>,
        ];
        const { y, x, z } = panel;
        const weights = weigh ? { weights: y.map((_, i) => 0.5 + (i % 4)) } : {};
        const pair = pairs(panel);
        const dense = denseLeastSquares({
          y: y.map((value) => value - 7),
          regressors: { x, z },
          dummies: [...dummiesOf(effects[0].of), ...endDummies(...effects[1].ends)],
          ...weights,
        });
        const model = { y: y.map((value) => value - 7), regressors: { x, z }, effects, ...weights };
        const robust = leastSquares(model, { factor: 'none' });
        const clustered = leastSquares(model, {
          errors: { kind: 'cluster', by: [{ name: 'pair', of: pair }] },
          factor: 'none',
        });
        const [byRow, byPair] = [sandwich(dense), sandwich(dense, pair)];
        expect(robust.deviance / dense.deviance).toBeCloseTo(1, 8);
        for (const [a, value] of dense.coefficients.entries()) {
          expect(Math.abs(robust.coefficients[a].estimate! - value)).toBeLessThan(
            1e-8 * (1 + Math.abs(value)),
          );
          for (const b of [0, 1]) {
            const size = Math.sqrt(byRow[a][a] * byRow[b][b]) + 1e-9;
            expect(Math.abs(at(robust.covariance, a, b) - byRow[a][b])).toBeLessThan(1e-7 * size);
            expect(Math.abs(at(clustered.covariance, a, b) - byPair[a][b])).toBeLessThan(1e-6 * size);
          }
        }
      }),
      { seed: 4, numRuns: 25 },
    );
  });

  it('gives the same digits for rows in another order, and no coefficient changes with what an effect adds', () => {
    fc.assert(
      fc.property(
        anyPanel.chain((panel) => fc.record({ panel: fc.constant(panel), order: anyOrder(panel.y.length) })),
        ({ panel, order }) => {
          const of = (p: typeof panel): ReturnType<typeof leastSquares> =>
            leastSquares(
              { y: p.y, regressors: { x: p.x, z: p.z }, effects: effectsOf(p, 'simple') },
              { errors: { kind: 'cluster', by: [{ name: 'pair', of: pairs(p) }] } },
            );
          const pick = (column: readonly number[]): number[] => order.map((row) => column[row]);
          const turned = {
            first: pick(panel.first),
            second: pick(panel.second),
            year: pick(panel.year),
            y: pick(panel.y),
            x: pick(panel.x),
            z: pick(panel.z),
          };
          const [one, other] = [of(panel), of(turned)];
          expect({ ...other, fitted: null }).toEqual({ ...one, fitted: null });
          expect(Array.from(other.fitted)).toEqual(pick(Array.from(one.fitted)));
          const raised = of({ ...panel, y: panel.y.map((value, i) => value + 3 * panel.year[i]) });
          for (const [k, { estimate }] of one.coefficients.entries())
            expect(raised.coefficients[k].estimate).toBeCloseTo(estimate!, 8);
        },
      ),
      { seed: 6, numRuns: 25 },
    );
  });

  it('is refused without rows, or without one to spare', () => {
    expect(() => leastSquares({ y: [], regressors: {} })).toThrow('y must have rows, got none');
    expect(() => leastSquares({ y: [1, 2], regressors: { x: [1, 2] } })).toThrow(
      'got 2 rows and 2 parameters',
    );
    expect(() => leastSquares({ y: [1, 2], regressors: {}, effects: [{ name: 'row', of: [0, 1] }] })).toThrow(
      'no rows are left: every row is alone in a level of an effect',
    );
    expect(() => leastSquares({ y: [1, NaN], regressors: {} })).toThrow('y must be finite, number 1 is NaN');
  });
});
