import fc from 'fast-check';
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
    expect(sampleGoalposts([2, 2])).toMatchObject({ value: null, code: 'constant' });
    expect(sampleGoalposts([])).toMatchObject({ value: null, code: 'empty' });
    expect(() => sampleGoalposts([1, NaN])).toThrow('value 1 must be finite, got NaN');
    expect(() => sampleGoalposts([1, 2], 'most' as 'more')).toThrow('better must be more or less, got most');
  });

  it('are two, and values are finite', () => {
    expect(() => fromGoalposts([1], { worst: 1, best: 1 })).toThrow(
      'two different finite numbers, got 1 and 1',
    );
    expect(() => fromGoalposts([NaN], { worst: 0, best: 1 })).toThrow('value 0 must be finite, got NaN');
  });

  it('give levels from 0 to 1 that do not change with the unit and turn round with the posts', () => {
    const finite = fc.integer({ min: -1000, max: 1000 });
    fc.assert(
      fc.property(fc.array(finite), finite, finite, (values, worst, best) => {
        if (worst === best) return;
        const { levels, clipped } = fromGoalposts(values, { worst, best });
        const turned = fromGoalposts(values, { worst: best, best: worst });
        const scaled = fromGoalposts(
          values.map((value) => 4 * value + 3),
          { worst: 4 * worst + 3, best: 4 * best + 3 },
        );
        for (const [i, level] of levels.entries()) {
          expect(level >= 0 && level <= 1).toBe(true);
          expect(turned.levels[i]).toBeCloseTo(1 - level, 12);
          expect(scaled.levels[i]).toBeCloseTo(level, 12);
        }
        expect([turned.clipped, scaled.clipped]).toEqual([clipped, clipped]);
      }),
    );
  });
});
