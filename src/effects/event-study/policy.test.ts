import { describe, expect, it } from 'vitest';
import { afterPolicy, checkPolicy, type Policy } from './policy.ts';

const model = { y: [1, 2, 3, 4], regressors: {} };
const good: Policy = { time: [2010, 2011, 2010, 2011], treated: [0, 0, 1, 1], from: 2011 };
const check = (change: Partial<Policy>) => (): void => checkPolicy(model, { ...good, ...change });

describe('a policy', () => {
  it('is in force for those concerned, from its year on', () => {
    expect(check({})).not.toThrow();
    expect(Array.from(afterPolicy(good))).toEqual([0, 0, 0, 1]);
    expect(Array.from(afterPolicy({ ...good, from: 2010 }))).toEqual([0, 0, 1, 1]);
  });

  it.each<[string, Partial<Policy>, string]>([
    [
      'in one period alone',
      { time: [2010, 2010, 2010, 2010] },
      'there must be two periods or more, got only 2010: nothing changes in one',
    ],
    [
      'of nobody',
      { treated: [0, 0, 0, 0] },
      'treated must be 1 somewhere: no row is concerned by the policy',
    ],
    [
      'of everybody',
      { treated: [1, 1, 1, 1] },
      'treated must be 0 somewhere: with every row concerned there is nothing to compare with',
    ],
    ['before all years', { from: 2009 }, 'the policy must begin after 2010 and not after 2011, got 2009'],
    [
      'from the first year on',
      { from: 2010 },
      'the policy must begin after 2010 and not after 2011, got 2010',
    ],
    ['after all years', { from: 2012 }, 'the policy must begin after 2010 and not after 2011, got 2012'],
    ['from the middle of a year', { from: 2010.5 }, 'the policy must begin in a whole year, got 2010.5'],
    ['from no year', { from: NaN }, 'the policy must begin in a whole year, got NaN'],
    ['of half a row', { treated: [0, 0.5, 1, 1] }, 'treated must be 0 or 1, number 1 is 0.5'],
    ['of who knows whom', { treated: [0, NaN, 1, 1] }, 'treated must be 0 or 1, number 1 is NaN'],
    [
      'at who knows what time',
      { time: [2010, NaN, 2010, 2011] },
      'time must be whole years, number 1 is NaN',
    ],
    ['with times of fewer rows', { time: [2010, 2011] }, 'time must have 4 rows as y has, got 2'],
    [
      'that says of fewer rows whether it concerns them',
      { treated: [0, 1] },
      'treated must have 4 rows as y has, got 2',
    ],
  ])('%s is refused by name', (_, change, message) => {
    expect(check(change)).toThrow(RangeError);
    expect(check(change)).toThrow(message);
  });

  it('of no rows is refused', () => {
    expect(() => checkPolicy({ y: [], regressors: {} }, { time: [], treated: [], from: 2011 })).toThrow(
      'y must have rows, got none',
    );
  });
});
