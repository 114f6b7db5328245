import { describe, expect, it } from 'vitest';
import { createRandom } from '../../measures/random.ts';
import { coefficientOf } from '../ppml/estimate.ts';
import { eventStudy, type EventStudy } from './event-study.ts';
import type { FlowModel } from '../ppml/model.ts';
import type { Policy } from './policy.ts';
import { wald } from '../ppml/wald.ts';

const YEARS = [2010, 2011, 2012, 2013, 2014];
const UNITS = 8;

/** Units in years; the first half of the units is treated from 2013 on. Flows by unit, then by year. */
function panel(flowOf: (unit: number, year: number) => number): { model: FlowModel; policy: Policy } {
  const rows = Array.from({ length: UNITS }, (_, unit) => YEARS.map((year) => ({ unit, year }))).flat();
  const time = rows.map(({ year }) => year);
  return {
    model: {
      y: rows.map(({ unit, year }) => flowOf(unit, year)),
      regressors: {},
      effects: [
        { name: 'unit', of: rows.map(({ unit }) => unit) },
        { name: 'year', of: time },
      ],
    },
    policy: { time, treated: rows.map(({ unit }) => (unit < UNITS / 2 ? 1 : 0)), from: 2013 },
  };
}

const random = createRandom(5);
const drawn = Array.from({ length: UNITS * YEARS.length }, () => 1 + random.integer(30));
const { model, policy } = panel((unit, year) => drawn[unit * YEARS.length + YEARS.indexOf(year)]);
const sum = (inside: boolean, ...years: number[]): number =>
  drawn.reduce((all, value, i) => {
    const own = Math.floor(i / YEARS.length) < UNITS / 2;
    return own === inside && years.includes(YEARS[i % YEARS.length]) ? all + value : all;
  }, 0);
const estimates = ({ points }: EventStudy): (number | null)[] =>
  points.map(({ coefficient }) => coefficient?.estimate ?? null);

describe('an event study', () => {
  it('tells in each year how much more the treated had changed since the last before the policy', () => {
    // With effects of units and years a saturated group-by-year fit has the group sums: ratios of ratios.
    const study = eventStudy(model, policy);
    expect(study.points.map(({ since, years, binned }) => [since, years, binned])).toEqual([
      [-3, [2010, 2010], false],
      [-2, [2011, 2011], false],
      [-1, [2012, 2012], false],
      [0, [2013, 2013], false],
      [1, [2014, 2014], false],
    ]);
    const ratio = (year: number): number =>
      sum(true, year) / sum(true, 2012) / (sum(false, year) / sum(false, 2012));
    for (const [k, year] of YEARS.entries()) {
      const { estimate } = study.points[k].coefficient ?? { estimate: null };
      if (year === 2012) expect(estimate).toBeNull();
      else expect(estimate).toBeCloseTo(Math.log(ratio(year)), 10);
    }
  });

  it('by least squares tells differences of means', () => {
    const study = eventStudy(model, policy, { estimator: 'least-squares' });
    const half = UNITS / 2;
    for (const {
      years: [year],
      coefficient,
    } of study.points)
      if (coefficient !== null)
        expect(coefficient.estimate).toBeCloseTo(
          (sum(true, year) - sum(true, 2012) - sum(false, year) + sum(false, 2012)) / half,
          10,
        );
  });

  it('measures from another year where it is told to: all shift by the same', () => {
    const [one, other] = [eventStudy(model, policy), eventStudy(model, policy, { reference: 3 })];
    expect(other.points[0].coefficient).toBeNull();
    const shift = estimates(one)[0]!;
    for (const k of [1, 3, 4]) expect(estimates(other)[k]).toBeCloseTo(estimates(one)[k]! - shift, 10);
    expect(estimates(other)[2]).toBeCloseTo(-shift, 10);
    expect(other.pretrend!.names).toEqual(['year −2', 'year −1']);
  });

  it('takes years beyond leads and lags together, and says so', () => {
    const study = eventStudy(model, policy, { leads: 2, lags: 0 });
    expect(study.points.map(({ since, years, binned }) => [since, years, binned])).toEqual([
      [-2, [2010, 2011], true],
      [-1, [2012, 2012], false],
      [0, [2013, 2014], true],
    ]);
    const pooled = eventStudy(model, policy, { leads: 1, lags: 0 });
    expect(pooled.points.map(({ years }) => years)).toEqual([
      [2010, 2012],
      [2013, 2014],
    ]);
    expect(pooled.pretrend).toBeNull();
    // All before in one bin, all after in another: the pooled effect.
    const before = [2010, 2011, 2012];
    expect(estimates(pooled)[1]).toBeCloseTo(
      Math.log(
        sum(true, 2013, 2014) / sum(true, ...before) / (sum(false, 2013, 2014) / sum(false, ...before)),
      ),
      10,
    );
  });

  it('asks jointly whether anything was afoot before: bᵀV⁻¹b of the years before', () => {
    const by = [{ name: 'unit', of: Array.from(policy.time, (_, i) => Math.floor(i / YEARS.length)) }];
    const { pretrend, estimate } = eventStudy(model, policy, { errors: { kind: 'cluster', by } });
    expect(pretrend).toEqual(wald(estimate, ['year −3', 'year −2']));
    expect(pretrend!.degrees).toBe(2);
  });

  it('finds nothing where flows of all grow alike, and the path that was put in', () => {
    const path = [1, 1, 1, 1.5, 3];
    const study = eventStudy(
      panel(
        (unit, year) => 10 * (unit + 1) * 1.1 ** (year - 2010) * (unit < UNITS / 2 ? path[year - 2010] : 1),
      ).model,
      policy,
    );
    for (const [k, due] of [0, 0, null, Math.log(1.5), Math.log(3)].entries())
      if (due !== null) expect(estimates(study)[k]).toBeCloseTo(due, 9);
    expect(study.estimate.warnings.map(({ en }) => en)).toContain(
      'every row is fitted exactly: errors are rounding, and say nothing',
    );
  });

  it('leaves out a year that the effects take, with the reason', () => {
    // Only the treated have rows in 2014, so that nothing tells their year from the policy.
    const kept = Array.from(policy.time).flatMap((year, i) =>
      year === 2014 && policy.treated[i] === 0 ? [] : [i],
    );
    const pick = <T>(column: ArrayLike<T>): T[] => kept.map((i) => column[i]);
    const [unit, year] = model.effects as { name: string; of: number[] }[];
    const study = eventStudy(
      {
        y: pick(model.y),
        regressors: {},
        effects: [
          { name: 'unit', of: pick(unit.of) },
          { name: 'year', of: pick(year.of) },
        ],
      },
      { time: pick(policy.time), treated: pick(policy.treated), from: 2013 },
    );
    expect(coefficientOf(study.estimate, 'year +1')).toMatchObject({
      estimate: null,
      code: 'not-identified',
    });
    expect(coefficientOf(study.estimate, 'year +0').estimate).not.toBeNull();
  });

  it.each<[string, () => unknown, string]>([
    [
      'a reference that is no year of the rows',
      () => eventStudy(model, policy, { reference: 4 }),
      'the reference must be a year of the rows before 2013, got 2009 (4 before)',
    ],
    [
      'a reference after the policy',
      () => eventStudy(model, policy, { reference: 0 }),
      'the reference must be a year of the rows before 2013, got 2013 (0 before)',
    ],
    [
      'a part of a year',
      () => eventStudy(model, policy, { reference: 1.5 }),
      'the reference must be a year of the rows before 2013',
    ],
    [
      'leads short of the reference',
      () => eventStudy(model, policy, { reference: 2, leads: 1 }),
      'leads must be a whole number, 2 or more, got 1',
    ],
    [
      'negative lags',
      () => eventStudy(model, policy, { lags: -1 }),
      'lags must be a whole number, 0 or more, got -1',
    ],
    [
      'a regressor of the name of a year',
      () => eventStudy({ ...model, regressors: { 'year +0': model.y } }, policy),
      'a regressor has the name of an event year, year +0',
    ],
    [
      'an estimator that is none',
      () => eventStudy(model, policy, { estimator: 'ols' as never }),
      'estimator must be one of ppml, least-squares, got ols',
    ],
    [
      'all treated',
      () => eventStudy(model, { ...policy, treated: Array.from(policy.time, () => 1) }),
      'treated must be 0 somewhere',
    ],
    [
      'one period',
      () => eventStudy(model, { ...policy, time: Array.from(policy.time, () => 2013) }),
      'there must be two periods or more',
    ],
  ])('refuses %s', (_, run, message) => {
    expect(run).toThrow(message);
  });
});
