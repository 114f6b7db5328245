import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { batchedBursts } from './batched-bursts.ts';

describe('bursts of batches', () => {
  it('are the cheapest of all sequences of states, and weigh what they save', () => {
    const batches = fc.array(
      fc.integer({ min: 1, max: 60 }).chain((d) => fc.tuple(fc.integer({ min: 0, max: d }), fc.constant(d))),
      { minLength: 2, maxLength: 8 },
    );
    fc.assert(
      fc.property(batches, fc.constantFrom(1.2, 2), fc.constantFrom(0.2, 1), (list, s, gamma) => {
        const [r, d] = [list.map(([on]) => on), list.map(([, all]) => all)];
        const p = r.reduce((a, b) => a + b, 0) / d.reduce((a, b) => a + b, 0);
        if (p === 0 || s * p >= 1) return;
        const result = batchedBursts(r, d, { s, gamma });
        if (result.reason !== null) throw new Error(result.reason);
        const period = (t: number, state: number): number => {
          const q = state === 1 ? s * p : p;
          return -r[t] * Math.log(q) - (d[t] - r[t]) * Math.log(1 - q);
        };
        const cost = (states: ArrayLike<number>): number =>
          r.reduce((sum, _, t) => {
            const up = states[t] > (t === 0 ? 0 : states[t - 1]) ? gamma * Math.log(r.length) : 0;
            return sum + up + period(t, states[t]);
          }, 0);
        const all = Array.from({ length: 2 ** r.length }, (_, code) => r.map((_n, t) => (code >> t) & 1));
        expect(cost(result.states)).toBeLessThanOrEqual(Math.min(...all.map(cost)) + 1e-9);
        for (const { first, last, weight } of result.bursts) {
          let saved = 0;
          for (let t = first; t <= last; t++) saved += period(t, 0) - period(t, 1);
          expect(weight).toBeCloseTo(saved, 9);
        }
      }),
      { seed: 17 },
    );
  });

  it('see no burst where a topic grows as everything does', () => {
    const all = [100, 200, 400, 800];
    expect(
      batchedBursts(
        all.map((d) => d / 10),
        all,
      ),
    ).toMatchObject({ base: 0.1, bursts: [] });
  });

  it('are undefined where nothing or everything is on the topic', () => {
    expect(batchedBursts([], [])).toMatchObject({ value: null, code: 'empty' });
    expect(batchedBursts([0, 0], [5, 5])).toMatchObject({ value: null, code: 'empty' });
    expect(batchedBursts([5, 5], [5, 5])).toMatchObject({ value: null, code: 'constant' });
  });

  it('want counts in range, and s that leaves the raised share below 1', () => {
    expect(() => batchedBursts([6], [5])).toThrow(
      'the count on the topic in period 0 must lie between 0 and 5',
    );
    expect(() => batchedBursts([1], [NaN])).toThrow('the count of all in period 0 must be a finite number');
    expect(() => batchedBursts([1], [5, 5])).toThrow('1 counts on the topic, 2 of all');
    expect(() => batchedBursts([3, 2], [5, 5], { s: 2 })).toThrow('s must be above 1 and below 2');
  });
});
