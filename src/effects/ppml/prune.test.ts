import { describe, expect, it } from 'vitest';
import { prune } from './prune.ts';
import { makeSample } from './sample.ts';
import type { FixedEffect } from './model.ts';

const sampleOf = (y: number[], effects: FixedEffect[]): ReturnType<typeof makeSample> =>
  makeSample({ y, regressors: {}, effects });
const left = (y: number[], effects: FixedEffect[], flows = true): unknown => {
  const { sample, singletons, allZero } = prune(sampleOf(y, effects), flows);
  return { rows: Array.from(sample.rows).sort(), singletons, allZero };
};

describe('pruning', () => {
  it('drops a row alone in its level, and whatever that leaves alone, until nothing is', () => {
    // Row 4 is alone in a; without it row 3 is alone in b's level 2; without that row 2 in a's level 1.
    const a = { name: 'a', of: [0, 0, 1, 1, 2] };
    const b = { name: 'b', of: [0, 0, 0, 2, 2] };
    expect(left([1, 2, 3, 4, 5], [a, b])).toEqual({ rows: [0, 1], singletons: 3, allZero: 0 });
  });

  it('drops levels without any flow', () => {
    const a = { name: 'a', of: [0, 0, 1, 1] };
    expect(left([1, 0, 0, 0], [a])).toEqual({ rows: [0, 1], singletons: 0, allZero: 2 });
    expect(left([1, 0, 0, 0], [a], false)).toEqual({ rows: [0, 1, 2, 3], singletons: 0, allZero: 0 });
  });

  it('looks at both ends', () => {
    // City r stands in one row alone; city s has rows, all of them zero.
    const ends = (first: string[], second: string[]): FixedEffect => ({
      name: 'city',
      ends: [first, second],
    });
    expect(left([1, 2, 3, 4], [ends(['p', 'p', 'q', 'p'], ['q', 'q', 'q', 'r'])])).toEqual({
      rows: [0, 1, 2],
      singletons: 1,
      allZero: 0,
    });
    expect(left([1, 2, 0, 0], [ends(['p', 'p', 's', 's'], ['q', 'q', 'p', 'q'])])).toEqual({
      rows: [0, 1],
      singletons: 0,
      allZero: 2,
    });
  });

  it('counts a flow of a city with itself once', () => {
    const ends: FixedEffect = {
      name: 'city',
      ends: [
        ['p', 'q', 'q'],
        ['p', 'q', 'q'],
      ],
    };
    expect(left([1, 2, 3], [ends])).toEqual({ rows: [1, 2], singletons: 1, allZero: 0 });
  });

  it('counts what is both alone and zero as alone, and may leave nothing', () => {
    expect(left([0, 1], [{ name: 'a', of: [0, 1] }])).toEqual({ rows: [], singletons: 2, allZero: 0 });
  });

  it('lets a level be that is the only one, and a sample with nothing to drop', () => {
    const whole = sampleOf([1], [{ name: 'a', of: [7] }]);
    expect(prune(whole, true).sample).toBe(whole);
  });
});
