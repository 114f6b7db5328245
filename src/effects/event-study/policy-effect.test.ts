import { describe, expect, it } from 'vitest';
import { coefficientOf } from '../ppml/estimate.ts';
import { POLICY, policyEffect, withPolicy } from './policy-effect.ts';
import { syntheticFlows } from '../flows/synthetic-flows.ts';
import { undirectedEffects } from '../flows/undirected.ts';

const policy = { time: [0, 1, 0, 1], treated: [0, 0, 1, 1], from: 1 };
const effects = [
  { name: 'unit', of: ['a', 'a', 'b', 'b'] },
  { name: 'year', of: [0, 1, 0, 1] },
];

describe('the effect of a policy', () => {
  it('on flows is the ratio of ratios: what the treated grew by over what the others did', () => {
    const effect = coefficientOf(
      policyEffect({ y: [10, 20, 5, 30], regressors: {}, effects }, policy),
      POLICY,
    );
    expect(effect.estimate).toBeCloseTo(Math.log(30 / 5 / (20 / 10)), 11);
    expect(effect.change!.value).toBeCloseTo(2, 10);
  });

  it('by least squares is the difference of differences', () => {
    const twice = {
      time: [...policy.time, ...policy.time],
      treated: [...policy.treated, ...policy.treated],
      from: 1,
    };
    const two = effects.map(({ name, of }) => ({ name, of: [...of, ...of] as string[] }));
    const model = { y: [10, 20, 5, 30, 12, 20, 5, 34], regressors: {}, effects: two };
    const effect = coefficientOf(policyEffect(model, twice, { estimator: 'least-squares' }), POLICY);
    expect(effect.estimate).toBeCloseTo(32 - 5 - (20 - 11), 11);
  });

  it('is the first regressor, beside those there are', () => {
    const model = withPolicy({ y: [1, 2, 3, 4], regressors: { x: [4, 3, 2, 1] } }, policy);
    expect(Object.entries(model.regressors)).toEqual([
      ['policy', Float64Array.of(0, 0, 0, 1)],
      ['x', [4, 3, 2, 1]],
    ]);
    expect(() => withPolicy(model, policy)).toThrow('a regressor is called policy already');
  });

  it('is null with the reason where the fixed effects take it: all of a city is treated, so its own years tell it', () => {
    const { first, second, year, flow } = syntheticFlows({ seed: 1, cities: 8, regions: 2 });
    // "The city joined" is no effect that cities in years leave.
    const joined = first.map((city, i) => (city < 4 ? 1 : 0) + (second[i] < 4 ? 1 : 0));
    const after = Float64Array.from(joined, (ends, i) => (year[i] >= 2014 ? ends : 0));
    const estimate = policyEffect(
      { y: flow, regressors: { joined: after }, effects: undirectedEffects({ first, second, year }) },
      { time: year, treated: joined.map((ends) => (ends === 2 ? 1 : 0)), from: 2014 },
    );
    expect(coefficientOf(estimate, 'joined')).toMatchObject({ estimate: null, code: 'not-identified' });
    expect(coefficientOf(estimate, 'joined').reason!.en).toContain(
      'the fixed effects take all of the regressor',
    );
    expect(coefficientOf(estimate, POLICY).estimate).not.toBeNull();
  });

  it('is refused for a design that cannot tell it, and for an estimator that is none', () => {
    const model = { y: [1, 2, 3, 4], regressors: {}, effects };
    expect(() => policyEffect(model, { ...policy, treated: [0, 0, 0, 0] })).toThrow(
      'no row is concerned by the policy',
    );
    expect(() => policyEffect(model, policy, { estimator: 'ols' as never })).toThrow(
      'estimator must be one of ppml, least-squares, got ols',
    );
  });
});
