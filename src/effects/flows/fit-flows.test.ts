import { describe, expect, it } from 'vitest';
import { basisOf, fitFlows } from './fit-flows.ts';
import { incidenceOf } from './incidence.ts';
import { makeSample } from '../ppml/sample.ts';

describe('fitting flows', () => {
  it('accounts for every row: alone, all zero, separated, used', () => {
    // pair d is alone; pair c has no flow; row 4 is separated by x.
    const { flow, sample } = fitFlows({
      y: [1, 2, 3, 4, 0, 5, 0, 0, 7],
      regressors: { x: [0, 0, 0, 0, 1, 0, 2, 5, 3] },
      effects: [{ name: 'pair', of: ['a', 'a', 'a', 'b', 'b', 'b', 'c', 'c', 'd'] }],
    });
    expect(flow).toEqual({ rows: 9, zeros: 3, singletons: 1, allZero: 2, separated: 1, used: 5 });
    expect(Array.from(sample.rows)).toEqual([0, 1, 2, 3, 5]);
  });

  it('prunes again what separation leaves alone', () => {
    // Without row 3, which x separates, row 2 is alone in pair b.
    const { flow } = fitFlows({
      y: [1, 2, 3, 0],
      regressors: { x: [0, 0, 0, 1] },
      effects: [{ name: 'pair', of: ['a', 'a', 'b', 'b'] }],
    });
    expect(flow).toEqual({ rows: 4, zeros: 1, singletons: 1, allZero: 0, separated: 1, used: 2 });
  });

  it('keeps a zero that is fitted close to 0 and is not separated', () => {
    const x = [0, 1, 2, 3, 4, 5];
    const { flow, fit } = fitFlows({ y: [0, 0, 0, 0, 1, 20000], regressors: { x } });
    expect(flow).toMatchObject({ separated: 0, used: 6 });
    expect(fit.converged).toBe(true);
    expect(Math.min(...fit.mu)).toBeLessThan(1e-9);
  });

  it('carries clusters along to the rows that are left', () => {
    const { sample } = fitFlows(
      { y: [1, 2, 0, 0, 3, 1], regressors: {}, effects: [{ name: 'pair', of: [1, 1, 2, 2, 3, 3] }] },
      [{ name: 'region', of: ['p', 'p', 'q', 'q', 'r', 'r'] }],
    );
    expect(Array.from(sample.clusters[0])).toEqual([0, 0, 1, 1]);
  });

  it('is refused where no row is left', () => {
    expect(() => fitFlows({ y: [1, 2], regressors: {}, effects: [{ name: 'row', of: [0, 1] }] })).toThrow(
      'no rows are left: every row is alone in a level of an effect, or in one that is all zero',
    );
    expect(() => fitFlows({ y: [0, -1], regressors: {} })).toThrow('y must be 0 or more, number 1 is -1');
  });

  it('makes a basis under the weights of the rows', () => {
    const sample = makeSample({ y: [1, 1, 1], regressors: { x: [0, 1, 2] }, weights: [1, 1, 2] });
    const { q, r } = basisOf(sample, incidenceOf(sample));
    // The weighted mean is 5/4, the weighted square around it (25 + 1 + 18)/16 = 11/4, a quarter of that for each weight.
    expect(r[0]).toBeCloseTo(Math.sqrt(11 / 16), 14);
    expect(q[0][0]).toBeCloseTo(-1.25 / Math.sqrt(11 / 16), 14);
  });
});
