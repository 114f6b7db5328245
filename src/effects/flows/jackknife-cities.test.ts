import { describe, expect, it } from 'vitest';
import { studentQuantile } from '../../measures/index.ts';
import { coefficientOf } from '../ppml/estimate.ts';
import { jackknifeCities } from './jackknife-cities.ts';
import { POLICY, withPolicy } from '../event-study/policy-effect.ts';
import { ppml } from '../ppml/ppml.ts';
import { regionDesign } from '../event-study/region-policy.ts';
import { pickRows } from '../ppml/rows.ts';
import { syntheticFlows } from './synthetic-flows.ts';

const flows = syntheticFlows({
  seed: 2,
  cities: 8,
  regions: 2,
  from: 2012,
  to: 2015,
  policy: 2014,
  mean: 20,
});
const design = regionDesign({ ...flows, region: [0, 2, 4, 6], from: 2014 });
const model = withPolicy(design.model, design.policy);

describe('the jackknife over cities', () => {
  const jackknife = jackknifeCities(model, [flows.first, flows.second], POLICY);

  it('estimates anew without all flows of each city', () => {
    expect(jackknife.cities).toEqual([0, 1, 2, 3, 4, 5, 6, 7]);
    expect(jackknife.estimate).toBe(coefficientOf(ppml(model), POLICY).estimate);
    for (const city of jackknife.cities) {
      const rows = Int32Array.from(flows.first.keys()).filter(
        (i) => flows.first[i] !== city && flows.second[i] !== city,
      );
      expect(rows).toHaveLength(21 * 4);
      expect(jackknife.without[city as number]).toBe(
        coefficientOf(ppml(pickRows(model, rows)), POLICY).estimate,
      );
    }
  });

  it('has the error and the interval of their spread, and offers no correction, which did not come nearer to the truth', () => {
    const without = jackknife.without as number[];
    const mean = without.reduce((sum, b) => sum + b, 0) / 8;
    const error = Math.sqrt((7 / 8) * without.reduce((sum, b) => sum + (b - mean) ** 2, 0));
    expect(jackknife.standardError).toBeCloseTo(error, 13);
    expect(Object.keys(jackknife)).toEqual([
      'name',
      'estimate',
      'without',
      'cities',
      'standardError',
      'interval',
    ]);
    expect(jackknife.interval[1] - jackknife.estimate).toBeCloseTo(studentQuantile(0.975, 7) * error, 12);
    for (const level of [0, 1, 95])
      expect(() => jackknifeCities(model, [flows.first, flows.second], POLICY, level)).toThrow(
        `level must lie between 0 and 1, got ${level}`,
      );
  });

  it('says null where a city alone tells the effect, and is refused where that leaves fewer than three', () => {
    const two = regionDesign({ ...flows, region: [0, 2], from: 2014 });
    const { without, standardError } = jackknifeCities(
      withPolicy(two.model, two.policy),
      [flows.first, flows.second],
      POLICY,
    );
    expect(without.map((b) => b === null)).toEqual([true, false, true, false, false, false, false, false]);
    expect(standardError).toBeGreaterThan(0);
    expect(() =>
      jackknifeCities(
        { ...model, regressors: { always: design.model.y } },
        [flows.first, flows.second],
        'never',
      ),
    ).toThrow('never is no regressor');
    const few = syntheticFlows({
      seed: 2,
      cities: 4,
      regions: 2,
      from: 2012,
      to: 2013,
      policy: 2013,
      mean: 50,
    });
    const small = regionDesign({ ...few, region: [0, 2], from: 2013 });
    expect(() =>
      jackknifeCities(withPolicy(small.model, small.policy), [few.first, few.second], POLICY),
    ).toThrow(RangeError);
  });
});
