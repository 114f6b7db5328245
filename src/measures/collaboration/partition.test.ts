import { describe, expect, it } from 'vitest';
import type { PairLink } from './links.ts';
import { eiIndex, intraShare, regionLinks } from './partition.ts';

const pair = (a: string, b: string, full: number): PairLink => ({
  a,
  b,
  full,
  perPair: full / 2,
  perPartner: full,
  score: 0,
  product: 0,
});
const PAIRS = [pair('a', 'b', 30), pair('a', 'c', 12), pair('b', 'd', 6), pair('c', 'd', 1)];

describe('a region’s links', () => {
  it('are inside with both ends, across with one, and none of its business with neither', () => {
    expect(regionLinks(PAIRS, ['a', 'b'], 'full')).toEqual({ inside: 30, across: 18 });
    expect(regionLinks(PAIRS, ['a', 'b', 'x'], 'perPair')).toEqual({ inside: 15, across: 9 });
    expect(regionLinks(PAIRS, [], 'full')).toEqual({ inside: 0, across: 0 });
  });

  it('have an intra share and an E-I index that say the same', () => {
    const region = regionLinks(PAIRS, ['a', 'b'], 'full');
    expect(intraShare(region).value).toBe(30 / 48);
    expect(eiIndex(region).value).toBeCloseTo(1 - 2 * (30 / 48), 15);
    expect(intraShare({ inside: 3, across: 0 }).value).toBe(1);
    expect(eiIndex({ inside: 3, across: 0 }).value).toBe(-1);
  });

  it('have neither when there are none', () => {
    expect(intraShare({ inside: 0, across: 0 })).toEqual({
      value: null,
      reason: 'the region has no links',
      code: 'empty',
    });
    expect(eiIndex({ inside: 0, across: 0 })).toMatchObject({ value: null, code: 'empty' });
  });

  it('are not weights below 0, or none', () => {
    for (const measure of [intraShare, eiIndex]) {
      expect(() => measure({ inside: -1, across: 1 })).toThrow('weight 0 is -1');
      expect(() => measure({ inside: 1, across: NaN })).toThrow('weight 1 is NaN');
    }
    expect(() => regionLinks([pair('a', 'b', NaN)], ['a'], 'full')).toThrow('full 0 is NaN');
    expect(() => regionLinks(PAIRS, ['a'], 'half' as 'full')).toThrow('half 0 is undefined');
  });
});
