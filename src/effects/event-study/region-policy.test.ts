import { describe, expect, it } from 'vitest';
import { citiesOf, regionDesign, type RegionPolicy } from './region-policy.ts';

const given: RegionPolicy = {
  first: ['a', 'a', 'b', 'a', 'a', 'b'],
  second: ['b', 'c', 'c', 'b', 'c', 'c'],
  year: [2010, 2010, 2010, 2011, 2011, 2011],
  flow: [1, 2, 3, 4, 5, 6],
  region: ['b', 'a'],
  from: 2011,
};

describe('the policy of a region', () => {
  it('concerns pairs with both ends inside, with effects of pairs and of cities in years', () => {
    const { model, policy, clusters } = regionDesign(given);
    expect(Array.from(policy.treated)).toEqual([1, 0, 0, 1, 0, 0]);
    expect(model.effects!.map(({ name }) => name)).toEqual(['pair', 'city-year']);
    expect(clusters).toEqual([{ name: 'pair', of: Int32Array.of(0, 1, 2, 0, 1, 2) }]);
    expect(model.regressors).toEqual({});
  });

  it('numbers the cities, and says which are inside', () => {
    expect(citiesOf(given)).toEqual({
      first: Int32Array.of(0, 0, 1, 0, 0, 1),
      second: Int32Array.of(1, 2, 2, 1, 2, 2),
      labels: ['a', 'b', 'c'],
      inside: Uint8Array.of(1, 1, 0),
    });
  });

  it.each<[string, Partial<RegionPolicy>, string]>([
    ['one city', { region: ['a', 'a'] }, 'a region must have two cities or more, got 1'],
    ['a city without flows', { region: ['a', 'b', 'x'] }, 'cities of the region must have rows, x have none'],
    ['years in words', { year: ['1', '1', '1', '2', '2', '2'] }, 'years must be numbers, number 0 is 1'],
    ['all cities inside', { region: ['a', 'b', 'c'] }, 'treated must be 0 somewhere'],
    ['a policy outside the years', { from: 2012 }, 'the policy must begin after 2010 and not after 2011'],
    ['ends of unlike lengths', { second: ['b'] }, 'ends must have 6 rows, got 1'],
  ])('is refused with %s', (_, change, message) => {
    expect(() => regionDesign({ ...given, ...change })).toThrow(message);
  });
});
