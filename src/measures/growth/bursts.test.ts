import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { eventBursts } from './bursts.ts';

/** Two hundred events an hour apart, with thirty within one hour in the middle. */
const CROWDED = [
  ...Array.from({ length: 100 }, (_, i) => 60 * i),
  ...Array.from({ length: 30 }, (_, i) => 6000 + 2 * i),
  ...Array.from({ length: 100 }, (_, i) => 6118 + 60 * i),
];

describe('bursts of events', () => {
  it('have all of it on level 1, and a crowd on higher levels, each inside the one below', () => {
    const bursts = eventBursts(CROWDED);
    expect(bursts[0]).toEqual({ level: 1, start: 0, end: 6118 + 99 * 60 });
    const high = bursts.filter(({ level }) => level > 1);
    expect(high.length).toBeGreaterThan(0);
    for (const { start, end } of high) {
      expect(start).toBeGreaterThanOrEqual(5940);
      expect(end).toBeLessThanOrEqual(6118);
    }
  });

  it('are none for no events or one, and one level for two', () => {
    expect(eventBursts([])).toEqual([]);
    expect(Object.isFrozen(eventBursts([])) && Object.isFrozen(eventBursts([5, 7]))).toBe(true);
    expect(eventBursts([5])).toEqual([]);
    expect(eventBursts([5, 7])).toEqual([{ level: 1, start: 5, end: 7 }]);
  });

  it('cost the least of all sequences of states', () => {
    const times = fc.uniqueArray(fc.integer({ min: 0, max: 60 }), { minLength: 3, maxLength: 7 });
    fc.assert(
      fc.property(times, fc.constantFrom(1.5, 2, 3), fc.constantFrom(0, 0.3, 1), (list, s, gamma) => {
        const sorted = list.toSorted((a, b) => a - b);
        const gaps = sorted.slice(1).map((time, i) => time - sorted[i]);
        const T = gaps.reduce((sum, gap) => sum + gap, 0);
        const cost = (states: readonly number[]): number =>
          states.reduce((sum, state, t) => {
            const rate = (s ** state * gaps.length) / T;
            const up = Math.max(0, state - (t === 0 ? 0 : states[t - 1]));
            return sum + up * gamma * Math.log(gaps.length) - Math.log(rate) + rate * gaps[t];
          }, 0);
        let sequences: number[][] = [[]];
        while (sequences[0].length < gaps.length)
          sequences = sequences.flatMap((head) => [0, 1, 2, 3].map((j) => [...head, j]));
        const least = Math.min(...sequences.map(cost));
        // The state of a gap is one less than the number of bursts that cover it.
        const bursts = eventBursts(list, { s, gamma });
        const states = gaps.map(
          (_, t) => bursts.filter(({ start, end }) => start <= sorted[t] && sorted[t + 1] <= end).length - 1,
        );
        expect(cost(states)).toBeLessThanOrEqual(least + 1e-9);
      }),
      { seed: 16, numRuns: 40 },
    );
  });

  it('do not change with the unit, the origin or the order of times', () => {
    const moved = eventBursts(CROWDED.map((time) => 1000 + 2 * time).toReversed());
    expect(moved).toEqual(
      eventBursts(CROWDED).map(({ level, start, end }) => ({
        level,
        start: 1000 + 2 * start,
        end: 1000 + 2 * end,
      })),
    );
  });

  it('want different finite times, s above 1 and γ from 0', () => {
    expect(() => eventBursts([1, 2, 2])).toThrow('times must all be different, got 2 twice');
    expect(() => eventBursts([1, Infinity])).toThrow('times must be finite');
    expect(() => eventBursts([1, NaN])).toThrow('times must be finite');
    expect(() => eventBursts([1, 2], { s: 1 })).toThrow('s must be a finite number above 1, got 1');
    expect(() => eventBursts([1, 2], { gamma: -1 })).toThrow('gamma must be a finite number from 0, got -1');
  });
});
