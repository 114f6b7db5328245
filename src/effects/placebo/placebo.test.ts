import { describe, expect, it } from 'vitest';
import { fewPlacebos, observedEffect, placeboP, refitPlacebo } from './placebo.ts';
import { policyEffect } from '../event-study/policy-effect.ts';

const policy = { time: [0, 1, 0, 1], treated: [0, 0, 1, 1], from: 1 };
const effects = [
  { name: 'unit', of: ['a', 'a', 'b', 'b'] },
  { name: 'year', of: [0, 1, 0, 1] },
];
const told = policyEffect({ y: [10, 20, 5, 30], regressors: {}, effects }, policy);
/** Units in years take it all. */
const untold = policyEffect(
  {
    y: [10, 20, 5, 30, 9, 21, 6, 29],
    regressors: {},
    effects: [{ name: 'cell', of: [0, 1, 2, 3, 0, 1, 2, 3] }],
  },
  { time: [...policy.time, ...policy.time], treated: [...policy.treated, ...policy.treated], from: 1 },
);
/** As `told`, had it not come to an end. */
const adrift = { ...told, convergence: { ...told.convergence, converged: false } };

describe('p by placebos', () => {
  it('counts the observed among those that could have been, ties as extreme', () => {
    expect(placeboP(2, [1, -3, 2, 0], 'two-sided')).toBe(3 / 5);
    expect(placeboP(2, [1, -3, 2, 0], 'greater')).toBe(2 / 5);
    expect(placeboP(-2, [1, -3, 2, 0], 'greater')).toBe(4 / 5);
    expect(placeboP(9, new Float64Array(199), 'two-sided')).toBe(1 / 200);
    expect(placeboP(9, [], 'two-sided')).toBeNull();
  });

  it('warns of placebos that were not found, and of too few for a small p', () => {
    expect(fewPlacebos(199, 199)).toEqual([]);
    expect(fewPlacebos(19, 20).map(({ en }) => en)).toEqual([
      'only 19 of 20 placebos could be found that match',
    ]);
    expect(fewPlacebos(4, 4).map(({ en }) => en)).toEqual(['with 4 placebos p cannot be below 0.200']);
  });
});

describe('a placebo', () => {
  it('is held against the effect, which must have been told', () => {
    expect(observedEffect(told)).toBeCloseTo(Math.log(3), 10);
    expect(() => observedEffect(untold)).toThrow(
      'the effect cannot be estimated: the fixed effects take all of the regressor',
    );
    expect(() => observedEffect(adrift)).toThrow('the effect cannot be estimated: the fit did not converge');
  });

  it('leaves out cases without an estimate, and says how many there were', () => {
    const placebo = refitPlacebo(
      'fields',
      0.5,
      [
        { drawn: 'one', estimate: told },
        { drawn: 'none', estimate: untold },
        { drawn: 'adrift', estimate: adrift },
      ],
      'two-sided',
    );
    expect(placebo).toMatchObject({
      kind: 'fields',
      observed: 0.5,
      drawn: ['one'],
      p: 1,
      by: 'refit',
      seed: null,
      compared: null,
    });
    expect(placebo.distribution[0]).toBeCloseTo(Math.log(3), 10);
    expect(placebo.warnings.map(({ en }) => en)).toContain('only 1 of 3 placebos could be found that match');
  });
});
