import { describe, expect, it } from 'vitest';

import { Gazetteer } from './gazetteer.ts';
import { locate, type Siting } from './locate.ts';

const gazetteer = await Gazetteer.open();
const nowhere: Siting = {
  ror: null,
  country: null,
  geonamesId: null,
  cityName: null,
  subdivision: null,
  latitude: null,
  longitude: null,
};
const locatedAs = (siting: Partial<Siting>): string => {
  const { city, locatedBy, reason } = locate({ ...nowhere, ...siting }, gazetteer);
  return city === null ? reason : `${city} by ${locatedBy}`;
};

describe('an institution counts', () => {
  it('where an override by its ROR id says, before all else', () => {
    expect(locatedAs({ ror: '05qvskn85', country: 'CN', geonamesId: 1816670 })).toBe('cn:4107 by override');
  });

  it('where an override by its GeoNames id says', () => {
    expect(locatedAs({ country: 'CN', geonamesId: 1804539 })).toBe('cn:1310 by override');
  });

  it('in Hong Kong or Macao by its country, whatever the place inside', () => {
    expect(locatedAs({ country: 'HK', geonamesId: 1818920, cityName: 'Pok Fu Lam' })).toBe('cn:8100 by sar');
    expect(locatedAs({ country: 'MO' })).toBe('cn:8200 by sar');
  });

  it('in the prefecture of whose seat it has the GeoNames id, and the two Suzhous are two', () => {
    expect(locatedAs({ country: 'CN', geonamesId: 1886760, cityName: 'Suzhou' })).toBe(
      'cn:3205 by prefecture',
    );
    expect(locatedAs({ country: 'CN', geonamesId: 1793743, cityName: 'Suzhou' })).toBe(
      'cn:3413 by prefecture',
    );
  });

  it('nowhere when its place is only a province, even with coordinates', () => {
    const henan = { country: 'CN', geonamesId: 1808520, cityName: 'Henan', subdivision: 'Henan' };
    expect(locatedAs({ ...henan, latitude: 34.75, longitude: 113.65 })).toBe('province only');
  });

  it('in a municipality although its city has the name of its province', () => {
    const beijing = { country: 'CN', geonamesId: 99999999, cityName: 'Beijing', subdivision: 'Beijing' };
    expect(locatedAs({ ...beijing, latitude: 39.9075, longitude: 116.39723 })).toBe('cn:1100 by seat');
  });

  it('in the prefecture whose seat is within 3 km', () => {
    const here = { country: 'CN', cityName: 'Somewhere', latitude: 24.48, longitude: 118.09 };
    expect(locatedAs(here)).toBe('cn:3502 by seat');
  });

  it('in the prefecture of the nearest coded point within 10 km', () => {
    expect(locatedAs({ country: 'CN', geonamesId: 1785623, latitude: 31.3775, longitude: 120.95431 })).toBe(
      'cn:3205 by nearest',
    );
  });

  it('nowhere when no coded point is near, or there is nothing to go by', () => {
    expect(locatedAs({ country: 'CN', cityName: 'Lop Nur', latitude: 40.2, longitude: 90.2 })).toBe(
      'far from any coded place',
    );
    expect(locatedAs({ country: 'CN', cityName: 'Somewhere' })).toBe('no coordinates');
    expect(locatedAs({ country: 'CN' })).toBe('no place');
    expect(locatedAs({ country: 'FR', cityName: 'Paris' })).toBe('no place');
    expect(locatedAs({})).toBe('no place');
    expect(locatedAs({ geonamesId: 99999999 })).toBe('no country');
  });

  it('elsewhere in the city that its place is rolled up into', () => {
    expect(locatedAs({ country: 'JP', geonamesId: 13353696 })).toBe('gn:1850147 by rollup');
    expect(locatedAs({ country: 'US', geonamesId: 5110302 })).toBe('gn:5128581 by rollup');
  });

  it('elsewhere in its GeoNames place, also one too small for the gazetteer', () => {
    expect(locatedAs({ country: 'GB', geonamesId: 2640729 })).toBe('gn:2640729 by geonames');
    expect(locatedAs({ country: 'FR', geonamesId: 99999999 })).toBe('gn:99999999 by geonames');
  });

  it('in the country of its place when the record names none', () => {
    expect(locatedAs({ geonamesId: 2640729 })).toBe('gn:2640729 by geonames');
    expect(locatedAs({ geonamesId: 1886760 })).toBe('cn:3205 by prefecture');
  });

  it('nowhere when its country and its place disagree about China', () => {
    expect(locatedAs({ country: 'US', geonamesId: 1886760 })).toBe('country and place disagree');
  });
});
