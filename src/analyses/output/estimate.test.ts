import { describe, expect, it } from 'vitest';
import { known, linearisedInterval, unknown } from '../../measures/index.ts';
import { between, linearised, onScale } from './estimate.ts';

describe('a figure with its interval over works', () => {
  it('of one set of works is the linearised one, and variances of several add up', () => {
    const own = { squares: 0.5, sum: 2, works: 100 };
    const { low, high } = linearisedInterval(3, 0.5, 2, 100, 0.9);
    const one = linearised(known(3), [own], 0.9);
    expect(one.interval![0]).toBeCloseTo(low!, 10);
    expect(one.interval![1]).toBeCloseTo(high!, 10);
    const two = linearised(known(3), [own, own], 0.9);
    expect((two.interval![1] - 3) / (one.interval![1] - 3)).toBeCloseTo(Math.SQRT2, 10);
  });

  it('has no interval where works do not differ, and none at all where it is undefined', () => {
    const same = linearised(known(3), [{ squares: 0.1 * 10, sum: Math.sqrt(10), works: 10 }], 0.9);
    expect(same).toEqual({ value: 3, interval: null, reason: 'no variation between works' });
    expect(linearised(unknown('no links', 'empty'), [], 0.9)).toEqual({
      value: null,
      interval: null,
      reason: 'no links',
    });
  });

  it('keeps its ends on another scale', () => {
    const shown = onScale({ value: 0, interval: [-1, 1], reason: null }, Math.exp);
    expect(shown.value).toBe(1);
    expect(shown.interval![0] * shown.interval![1]).toBeCloseTo(1, 10);
  });

  it('has ends no further than it can be', () => {
    const wide = { value: 0.9, interval: [-0.2, 1.3], reason: null } as const;
    expect(between(wide, 0, 1)).toEqual({ value: 0.9, interval: [0, 1], reason: null });
    const none = { value: 0.9, interval: null, reason: 'no interval' } as const;
    expect(between(none, 0, 1)).toEqual(none);
  });
});
