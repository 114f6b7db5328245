import { describe, expect, it } from 'vitest';

import { nation, nationOf, parsePlaceId } from './place.ts';

describe('parsePlaceId', () => {
  it.each([
    ['cn:3205', 'city', '3205'],
    ['cn:429004', 'city', '429004'],
    ['gn:2643743', 'city', '2643743'],
    ['cn-p:32', 'province', '32'],
    ['iso:CN', 'nation', 'CN'],
    ['def:yrd_41', 'region', 'yrd_41'],
    ['def:长三角', 'region', '长三角'],
  ])('%s is a %s', (id, kind, code) => {
    expect(parsePlaceId(id)).toMatchObject({ kind, code });
  });

  it.each([
    'Suzhou',
    '',
    'cn:',
    'cn:32',
    'cn:32055',
    'gn:012',
    'gn:x',
    'iso:cn',
    'iso:CHN',
    'def:',
    'def:a b',
    'xx:1',
    ':',
  ])('%j is none', (text) => {
    expect(parsePlaceId(text)).toBeNull();
  });
});

describe('nation', () => {
  it('is named in English and Chinese', () => {
    expect(nation('DE')).toMatchObject({ id: 'iso:DE', kind: 'nation', name: 'Germany', nameZh: '德国' });
  });

  it('is null for a code that no country has', () => {
    expect(nation('XX')).toBeNull();
    expect(nation('de')).toBeNull();
  });

  it('of Hong Kong and Macao is China', () => {
    expect([nationOf('HK'), nationOf('MO'), nationOf('CN'), nationOf('SG')]).toEqual([
      'iso:CN',
      'iso:CN',
      'iso:CN',
      'iso:SG',
    ]);
  });
});
