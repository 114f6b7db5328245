import { describe, expect, it } from 'vitest';
import type { InputError } from '../../base/index.ts';
import { Facts } from '../../facts/index.ts';
import { askerOf } from './reach.ts';

const facts = await Facts.open();
const at = (place: string, region: 'gba' | null = null) => ({ place, region });
const [SUZHOU, SHANGHAI, HEFEI, SHENZHEN, DONGGUAN, URUMQI] = [
  'cn:3205',
  'cn:3100',
  'cn:3401',
  'cn:4403',
  'cn:4419',
  'cn:6501',
];

describe('reach', () => {
  it('without a place is the world, and no distance is known', () => {
    const asker = askerOf(null, null, facts);
    expect(asker).toMatchObject({ place: null, reach: { en: 'the world' }, wide: true });
    expect(asker.has(at(URUMQI))).toBe(true);
    expect(asker.has({ place: null, region: null })).toBe(true);
    expect(asker.distance(31, 121)).toBeNull();
  });

  it('of a city is the city, its regions, its country, or, where left out, the world', () => {
    const has = (reach: Parameters<typeof askerOf>[1], city: string): boolean =>
      askerOf(SUZHOU, reach, facts).has(at(city));
    expect([SUZHOU, SHANGHAI, SHENZHEN, 'gn:2643743'].map((city) => has('city', city))).toEqual([
      true,
      false,
      false,
      false,
    ]);
    expect([SUZHOU, SHANGHAI, HEFEI, SHENZHEN].map((city) => has('region', city))).toEqual([
      true,
      true,
      true,
      false,
    ]);
    expect([SHENZHEN, 'cn:8100', 'gn:2643743'].map((city) => has('country', city))).toEqual([
      true,
      true,
      false,
    ]);
    expect(has(null, 'gn:2643743')).toBe(true);
    expect(askerOf(SUZHOU, 'city', facts)).toMatchObject({ reach: { zh: '苏州市' }, wide: false });
    expect(askerOf(SUZHOU, 'region', facts).reach.en).toContain('Yangtze River Delta');
  });

  it('of a city in no definition has its province for a region', () => {
    const asker = askerOf(URUMQI, 'region', facts);
    expect(asker.has(at('cn:6502'))).toBe(true);
    expect(asker.has(at(SUZHOU))).toBe(false);
  });

  it('of a region, province or nation is the place itself', () => {
    expect(askerOf('yrd_41', null, facts).has(at(SHANGHAI))).toBe(true);
    expect(askerOf('yrd_41', null, facts).has(at(SHENZHEN))).toBe(false);
    expect(askerOf('cn-p:32', null, facts).has(at(SUZHOU))).toBe(true);
    expect(askerOf('iso:CN', null, facts).has(at(SUZHOU))).toBe(true);
    expect(askerOf('yrd_41', 'country', facts).has(at(SHENZHEN))).toBe(true);
  });

  it('of a cluster goes by what the list says and by the cities of its definition', () => {
    const asker = askerOf('gba', null, facts);
    expect(asker.has(at(DONGGUAN))).toBe(true);
    expect(asker.has(at(URUMQI, 'gba'))).toBe(true);
    expect(asker.has(at(URUMQI))).toBe(false);
  });

  it('measures from the nearest of its cities', () => {
    const [latitude, longitude] = [31.2, 121.5];
    const shanghai = askerOf(SHANGHAI, null, facts).distance(latitude, longitude)!;
    const suzhou = askerOf(SUZHOU, null, facts).distance(latitude, longitude)!;
    expect(shanghai).toBeLessThan(10);
    expect(suzhou).toBeGreaterThan(60);
    expect(suzhou).toBeLessThan(120);
    expect(askerOf('yrd_41', null, facts).distance(latitude, longitude)).toBe(shanghai);
    expect(askerOf('iso:CN', null, facts).distance(latitude, longitude)).toBeNull();
    expect(askerOf(SUZHOU, null, facts).distance(null, null)).toBeNull();
  });

  it.each([
    ['Atlantis', null, 'Atlantis'],
    ['Suzhou', null, 'fits 2 places'],
  ] as const)('refuses %s with reach %s', (place, reach, what) => {
    expect(() => askerOf(place, reach, facts)).toThrow(what);
  });

  it.each([
    [null, 'region', '`reach=region` needs a place', '`reach=region`须有起点。请给出`place`。'],
    [
      'yrd_41',
      'city',
      'is a region, not a city',
      '长三角（41市）（def:yrd_41）是区域，不是城市。请指明城市，或扩大`reach`。',
    ],
    [
      'iso:CN',
      'region',
      'is a nation, not a region',
      '中国（iso:CN）是国家，不是区域。请指明城市、省份或区域，或扩大`reach`。',
    ],
  ] as const)('refuses %s with reach %s, in both languages', (place, reach, en, zh) => {
    const asked = (): unknown => askerOf(place, reach, facts);
    expect(asked).toThrow(en);
    expect(asked).toThrow(expect.toSatisfy((error: InputError) => error.text('zh') === zh));
  });
});
