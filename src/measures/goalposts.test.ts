import { describe, expect, it } from 'vitest';
import { fromGoalposts, sampleGoalposts } from './goalposts.ts';

describe('goalposts', () => {
  it('make levels from 0 to 1, the other way round where less is better, and count what lies beyond', () => {
    const { levels, clipped } = fromGoalposts([0, 5, 20, 30], { worst: 0, best: 20 });
    expect([...levels]).toEqual([0, 0.25, 1, 1]);
    expect(clipped).toBe(1);
    expect([...fromGoalposts([0, 5], { worst: 20, best: 0 }).levels]).toEqual([1, 0.75]);
  });

  it('stay, so that a level does not change when a place joins', () => {
    const posts = { worst: 0, best: 10 };
    expect(fromGoalposts([4, 9], posts).levels[0]).toBe(fromGoalposts([4], posts).levels[0]);
  });

  it('from a sample are its least and greatest, and none where values are alike', () => {
    expect(sampleGoalposts([3, 1, 2])).toEqual({ worst: 1, best: 3 });
    expect(sampleGoalposts([3, 1, 2], 'less')).toEqual({ worst: 3, best: 1 });
    expect(sampleGoalposts([2, 2])).toBeNull();
    expect(sampleGoalposts([])).toBeNull();
  });

  it('are two, and values are finite', () => {
    expect(() => fromGoalposts([1], { worst: 1, best: 1 })).toThrow(
      'two different finite numbers, got 1 and 1',
    );
    expect(() => fromGoalposts([NaN], { worst: 0, best: 1 })).toThrow('value 0 must be finite, got NaN');
  });
});
