import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fewAndMany } from '../../../test/few-and-many.ts';
import { anyOrder, anyPanel, effectsOf, type SmallPanel } from '../../../test/any-flows.ts';
import { densePoisson, dummiesOf, endDummies, sandwich } from '../../../test/dense-poisson.ts';
import { at } from '../../measures/index.ts';
import type { Estimate } from './estimate.ts';
import { cross } from '../flows/labels.ts';
import type { FixedEffect, FlowModel } from './model.ts';
import { ppml } from './ppml.ts';
import { pairClusters, pairs } from '../flows/undirected.ts';

type Pair = readonly [Extract<FixedEffect, { of: unknown }>, Extract<FixedEffect, { ends: unknown }>];

const modelOf = (panel: SmallPanel, kind: 'undirected' | 'simple' = 'undirected'): FlowModel => ({
  y: panel.y,
  regressors: { x: panel.x, z: panel.z },
  effects: effectsOf(panel, kind),
});
const byPair = (panel: SmallPanel) => ({ errors: { kind: 'cluster', by: pairClusters(panel) } }) as const;

/** An estimate of all rows, of which none is fitted so low that a regression on dummies would lose its digits. */
function estimated(panel: SmallPanel): Estimate {
  const estimate = ppml(modelOf(panel), { ...byPair(panel), factor: 'none' });
  fc.pre(estimate.sample.used === panel.y.length && Math.min(...estimate.fitted) > 1e-4);
  return estimate;
}

/** Coefficients and errors alike but for rounding. */
function expectAlike(actual: Estimate, due: Estimate, digits = 9): void {
  for (const [k, { name, estimate, standardError }] of due.coefficients.entries()) {
    expect(actual.coefficients[k].name).toBe(name);
    expect(actual.coefficients[k].estimate).toBeCloseTo(estimate!, digits);
    expect(actual.coefficients[k].standardError! / standardError!).toBeCloseTo(1, digits - 2);
  }
}

describe('flows with effects of pairs and of cities in years at both ends', () => {
  fewAndMany(
    'are fitted as by a regression on a dummy for each level, errors by every clustering, with weights',
    { few: 12, many: 40 },
    (numRuns) => {
      fc.assert(
        fc.property(anyPanel, fc.boolean(), (panel, weigh) => {
          estimated(panel);
          const model = {
            ...modelOf(panel),
            ...(weigh ? { weights: panel.y.map((_, i) => 0.5 + ((7 * i) % 5)) } : {}),
          };
          const [pair, city] = model.effects as unknown as Pair;
          const year = panel.year;
          const dense = densePoisson({
            ...(weigh ? { weights: model.weights as number[] } : {}),
            y: panel.y,
            regressors: { x: panel.x, z: panel.z },
            dummies: [...dummiesOf(pair.of), ...endDummies(...city.ends)],
          });
          const both = cross(pair.of, year);
          const robust = sandwich(dense);
          const two = [0, 1].map((a) =>
            [0, 1].map(
              (b) =>
                sandwich(dense, pair.of)[a][b] + sandwich(dense, year)[a][b] - sandwich(dense, both)[a][b],
            ),
          );
          const sandwiches = [
            { errors: { kind: 'iid' }, due: dense.bread },
            { errors: { kind: 'robust' }, due: robust },
            {
              errors: { kind: 'cluster', by: [{ name: 'pair', of: pair.of }] },
              due: sandwich(dense, pair.of),
            },
            {
              errors: {
                kind: 'cluster',
                by: [
                  { name: 'pair', of: pair.of },
                  { name: 'year', of: year },
                ],
              },
              due: two,
            },
          ] as const;
          for (const { errors, due } of sandwiches) {
            const estimate = ppml(model, { errors, factor: 'none' });
            for (const [a, value] of dense.coefficients.entries()) {
              expect(estimate.coefficients[a].estimate).toBeCloseTo(value, 10);
              // A covariance over two clusterings that is not positive is mended.
              if (estimate.warnings.some(({ en }) => en.includes('not positive'))) continue;
              for (const b of [0, 1]) {
                const size =
                  Math.sqrt(dense.bread[a][a] * dense.bread[b][b]) + Math.sqrt(robust[a][a] * robust[b][b]);
                expect(Math.abs(at(estimate.covariance, a, b) - due[a][b]) / size).toBeLessThan(1e-7);
              }
            }
          }
        }),
        { seed: 5, numRuns },
      );
    },
  );

  fewAndMany(
    'meet the first-order conditions: Σ μ = Σ y in every level at either end, and Xᵀ(y − μ) = 0',
    { few: 12, many: 60 },
    (numRuns) => {
      fc.assert(
        fc.property(anyPanel, (panel) => {
          const { fitted, balance } = estimated(panel);
          const [pair, city] = effectsOf(panel, 'undirected') as unknown as Pair;
          const gap = new Map<string, number>();
          for (const [i, mu] of fitted.entries())
            for (const key of [`pair ${pair.of[i]}`, ...city.ends.map((end) => `city ${end[i]}`)])
              gap.set(key, (gap.get(key) ?? 0) + mu - panel.y[i]);
          for (const value of gap.values()) expect(Math.abs(value)).toBeLessThan(1e-8);
          for (const column of [panel.x, panel.z])
            expect(
              Math.abs(column.reduce((sum, value, i) => sum + value * (panel.y[i] - fitted[i]), 0)),
            ).toBeLessThan(1e-7);
          expect(balance.map(({ effect }) => effect)).toEqual(['pair', 'city-year']);
          for (const { worst } of balance) expect(worst).toBeLessThan(1e-9);
        }),
        { seed: 6, numRuns },
      );
    },
  );

  it('give the same digits for rows in another order', () => {
    fc.assert(
      fc.property(
        anyPanel.chain((panel) => fc.record({ panel: fc.constant(panel), order: anyOrder(panel.y.length) })),
        ({ panel, order }) => {
          const pick = (column: ArrayLike<number>): number[] => order.map((row) => column[row]);
          const turned = Object.fromEntries(
            Object.entries(panel).map(([name, column]) => [name, pick(column as number[])]),
          ) as unknown as SmallPanel;
          for (const errors of ['robust', 'cluster'] as const) {
            const of = (p: SmallPanel): Estimate => ppml(modelOf(p), errors === 'robust' ? {} : byPair(p));
            const [one, other] = [of(panel), of(turned)];
            expect({ ...other, rows: null, fitted: null }).toEqual({ ...one, rows: null, fitted: null });
            const mu = new Map(Array.from(one.rows, (row, k) => [row, one.fitted[k]]));
            expect(Array.from(other.rows, (row) => mu.get(order[row]))).toEqual(Array.from(other.fitted));
          }
        },
      ),
      { seed: 7, numRuns: 40 },
    );
  });

  it('do not change coefficients or errors when all flows are scaled', () => {
    fc.assert(
      fc.property(anyPanel, fc.constantFrom(2 ** -30, 0.1, 7, 1e6), (panel, scale) => {
        const due = estimated(panel);
        const scaled = { ...panel, y: panel.y.map((value) => value * scale) };
        expectAlike(ppml(modelOf(scaled), { ...byPair(scaled), factor: 'none' }), due, 8);
        expectAlike(ppml(modelOf(scaled)), ppml(modelOf(panel)), 8);
      }),
      { seed: 8, numRuns: 40 },
    );
  });

  it('do not change when pairs without any flow are added, which are counted', () => {
    fc.assert(
      fc.property(anyPanel, fc.integer({ min: -20, max: 20 }), (panel, value) => {
        const due = ppml(modelOf(panel), byPair(panel));
        const years = [...new Set(panel.year)];
        // A city that nothing flows to, with every other.
        const more = [...new Set([...panel.first, ...panel.second])].flatMap((city) =>
          years.map((year) => ({ city, year })),
        );
        const wide: SmallPanel = {
          first: [...panel.first, ...more.map(({ city }) => city)],
          second: [...panel.second, ...more.map(() => 99)],
          year: [...panel.year, ...more.map(({ year }) => year)],
          y: [...panel.y, ...more.map(() => 0)],
          x: [...panel.x, ...more.map((_, i) => value + i)],
          z: [...panel.z, ...more.map((_, i) => i * i)],
        };
        const found = ppml(modelOf(wide), byPair(wide));
        expect(found.sample).toEqual({
          ...due.sample,
          rows: due.sample.rows + more.length,
          zeros: due.sample.zeros + more.length,
          allZero: due.sample.allZero + more.length,
        });
        expect({ ...found, sample: null }).toEqual({ ...due, sample: null });
      }),
      { seed: 9, numRuns: 30 },
    );
  });

  it('do not change when a regressor moves by a number for each level of an effect', () => {
    fc.assert(
      fc.property(anyPanel, (panel) => {
        const due = estimated(panel);
        const [pair, city] = effectsOf(panel, 'undirected') as unknown as Pair;
        const moved = panel.x.map(
          (value, i) =>
            value + Math.sin(Number(pair.of[i])) + 0.1 * (Number(city.ends[0][i]) + Number(city.ends[1][i])),
        );
        expectAlike(ppml(modelOf({ ...panel, x: moved }), { ...byPair(panel), factor: 'none' }), due, 8);
      }),
      { seed: 10, numRuns: 40 },
    );
  });

  it('give the coefficients and errors of flows mirrored in both directions, clustered by the pair without direction', () => {
    fc.assert(
      fc.property(anyPanel, (panel) => {
        const due = estimated(panel);
        const twice = (column: readonly number[]): number[] => [...column, ...column];
        const [from, to] = [
          [...panel.first, ...panel.second],
          [...panel.second, ...panel.first],
        ];
        const year = twice(panel.year);
        const mirrored = ppml(
          {
            y: twice(panel.y),
            regressors: { x: twice(panel.x), z: twice(panel.z) },
            effects: [
              { name: 'o#t', of: cross(from, year) },
              { name: 'd#t', of: cross(to, year) },
              { name: 'pair', of: cross(from, to) },
            ],
          },
          {
            errors: { kind: 'cluster', by: [{ name: 'pair', of: pairs({ first: from, second: to }) }] },
            factor: 'none',
          },
        );
        expectAlike(mirrored, due, 9);
        expect(mirrored.errors.clusters).toEqual(due.errors.clusters);
        expect(mirrored.deviance / due.deviance).toBeCloseTo(2, 8);
      }),
      { seed: 11, numRuns: 30 },
    );
  });

  fewAndMany(
    'are fitted the same with and without rows that are separated',
    { few: 12, many: 40 },
    (numRuns) => {
      fc.assert(
        fc.property(anyPanel, fc.integer({ min: 1, max: 4 }), (panel, many) => {
          // A regressor that is above 0 at some zeros alone separates them.
          const zeros = panel.y.flatMap((value, i) => (value === 0 ? [i] : [])).slice(0, many);
          fc.pre(zeros.length > 0);
          const mark = panel.y.map((_, i) => (zeros.includes(i) ? 1 + (i % 3) : 0));
          const whole = ppml({ ...modelOf(panel), regressors: { x: panel.x, z: panel.z, mark } });
          const kept = panel.y.map((_, i) => i).filter((i) => !zeros.includes(i));
          const pick = (column: readonly number[]): number[] => kept.map((row) => column[row]);
          const rest = Object.fromEntries(
            Object.entries(panel).map(([name, column]) => [name, pick(column as number[])]),
          ) as unknown as SmallPanel;
          const without = ppml(modelOf(rest));
          expect(zeros.filter((row) => whole.rows.includes(row))).toEqual([]);
          expect(whole.coefficients[2]).toMatchObject({ name: 'mark', estimate: null, code: 'constant' });
          expect(whole.coefficients.slice(0, 2)).toEqual(without.coefficients);
          expect(whole.sample.used).toBe(without.sample.used);
          expect(Array.from(whole.fitted)).toEqual(Array.from(without.fitted));
        }),
        { seed: 12, numRuns },
      );
    },
  );
});
