import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';

import { isNotFound, renderBoth } from '../base/index.ts';
import { Gazetteer } from './gazetteer.ts';
import { packNames } from './placenames.ts';
import { readPlaceTables, ROOT } from './tables.ts';
import { World } from './world.ts';

const gazetteer = await Gazetteer.open();

/** The id a text resolves to, or the reason and the ids of the candidates. */
function meaning(
  text: string,
  options?: Parameters<Gazetteer['resolve']>[1],
): string | [string, ...string[]] {
  const resolved = gazetteer.resolve(text, options);
  return resolved.place === null
    ? [resolved.reason, ...resolved.candidates.map(({ id }) => id).sort()]
    : resolved.place.id;
}

describe('the cities of the gazetteer', () => {
  it('are prefectures in China, with names, codes and province', () => {
    expect(gazetteer.city('cn:3205')).toEqual({
      id: 'cn:3205',
      kind: 'city',
      name: 'Suzhou',
      nameZh: '苏州市',
      country: 'CN',
      province: 'cn-p:32',
      nation: 'iso:CN',
      adminCode: '3205',
      geonamesId: 1886760,
      latitude: 31.30408,
      longitude: 120.59538,
    });
  });

  it('are GeoNames places elsewhere, with a Chinese name where one is known', () => {
    expect(gazetteer.city('gn:2643743')).toMatchObject({
      name: 'London',
      nameZh: '伦敦',
      country: 'GB',
      province: null,
      nation: 'iso:GB',
    });
    expect(gazetteer.city('gn:2886242')).toMatchObject({ name: 'Cologne', nameZh: '科隆' });
  });

  it('belong to China in Hong Kong and Macao', () => {
    expect(gazetteer.city('cn:8100')).toMatchObject({ nation: 'iso:CN', province: 'cn-p:81', country: 'HK' });
    expect(gazetteer.city('cn:8200')).toMatchObject({ nation: 'iso:CN', province: 'cn-p:82', country: 'MO' });
  });

  it.each([
    'cn:9999',
    'cn:320583',
    'gn:13353696',
    'gn:1785623',
    'gn:1886760',
    'gn:1',
    'cn-p:32',
    'iso:CN',
    'Suzhou',
  ])('do not have %s among them', (id) => {
    expect(gazetteer.city(id)).toBeNull();
  });

  it('lie in provinces and nations, which are places too', () => {
    expect(gazetteer.place('cn-p:32')).toMatchObject({
      kind: 'province',
      name: 'Jiangsu',
      nameZh: '江苏省',
      nation: 'iso:CN',
    });
    expect(gazetteer.place('iso:JP')).toMatchObject({ kind: 'nation', name: 'Japan', nameZh: '日本' });
    expect(gazetteer.place('cn-p:99')).toBeNull();
    expect(gazetteer.provinces()).toHaveLength(33);
    expect(gazetteer.chineseCities()).toHaveLength(363);
    for (const city of gazetteer.chineseCities()) expect(gazetteer.place(city.province!)).not.toBeNull();
  });
});

describe('the tables of data/places', () => {
  it('point at places that exist', async () => {
    const tables = await readPlaceTables();
    for (const code of [...tables.overridesByRor.values(), ...tables.overridesByGeonames.values()])
      expect(gazetteer.city(`cn:${code}`), code).not.toBeNull();
    for (const { into } of tables.rollup.values())
      expect(gazetteer.city(`gn:${into}`), String(into)).not.toBeNull();
    for (const id of tables.names.keys()) expect(gazetteer.city(id), id).not.toBeNull();
  });

  it('give every Chinese name in Chinese', async () => {
    const tables = await readPlaceTables();
    for (const { nameZh } of [
      ...tables.names.values(),
      ...tables.prefectures.values(),
      ...tables.provinces.values(),
    ])
      expect(nameZh).toMatch(/^\p{Script=Han}+$/u);
  });
});

describe('a typed name', () => {
  it.each([
    ['苏州', 'cn:3205'],
    ['苏州市', 'cn:3205'],
    ['宿州', 'cn:3413'],
    ['延边', 'cn:2224'],
    ['延边朝鲜族自治州', 'cn:2224'],
    ['大兴安岭', 'cn:2327'],
    ["Xi'an", 'cn:6101'],
    ['xian', 'cn:6101'],
    ['Hong Kong', 'cn:8100'],
    ['香港', 'cn:8100'],
    ['Tokyo', 'gn:1850147'],
    ['东京', 'gn:1850147'],
    ['巴黎市', 'gn:2988507'],
    ['Köln', 'gn:2886242'],
    ['Cologne, DE', 'gn:2886242'],
    ['Cambridge, GB', 'gn:2653941'],
    ['cn:3205', 'cn:3205'],
    ['gn:1886760', 'cn:3205'],
  ])('%j means %j', (text, expected) => {
    expect(meaning(text)).toEqual(expected);
  });

  it('that fits several places is refused with all their ids', () => {
    expect(meaning('Suzhou')).toEqual(['ambiguous', 'cn:3205', 'cn:3413']);
    expect(meaning('Fuzhou')).toEqual(['ambiguous', 'cn:3501', 'cn:3610']);
    expect(meaning('Taizhou')).toEqual(['ambiguous', 'cn:3212', 'cn:3310']);
    expect(meaning('Cambridge')).toEqual(expect.arrayContaining(['ambiguous', 'gn:2653941', 'gn:4931972']));
    const refused = gazetteer.resolve('Suzhou');
    expect(refused.place === null && renderBoth(refused.problem)).toEqual({
      en: '“Suzhou” fits 2 places: cn:3205 (Suzhou, Jiangsu, CN); cn:3413 (Suzhou, Anhui, CN). Give the id of the one meant.',
      zh: '“Suzhou”对应2个地点：cn:3205（苏州市，江苏省，中国）；cn:3413（宿州市，安徽省，中国）。请给出所指地点的编号。',
    });
  });

  it('is told from others by its accents, where it has them', () => {
    expect(meaning('Mação')).toBe('gn:2266924');
    expect(meaning('MAÇÃO')).toBe('gn:2266924');
    expect(meaning('Bogotá')).toBe('gn:3688689');
    expect(meaning('Mérida')).toEqual(expect.arrayContaining(['ambiguous', 'gn:3523349', 'gn:2513917']));
  });

  it('without accents means a place without, unless one with them is larger', () => {
    expect(meaning('Macao')).toBe('cn:8200');
    expect(meaning('macao', { kinds: ['city', 'province', 'nation'] })).toBe('cn:8200');
    expect(meaning('Bogota')).toEqual(['ambiguous', 'gn:3688689', 'gn:5095808']);
    expect(meaning('Malaga')).toEqual(expect.arrayContaining(['ambiguous', 'gn:2514256', 'gn:1703269']));
    expect(meaning('Orleans')).toEqual(expect.arrayContaining(['ambiguous', 'gn:4262618']));
  });

  it('inside a city is refused with the city', () => {
    expect(meaning('Kunshan')).toEqual(['below city level', 'cn:3205']);
    expect(meaning('cn:320583')).toEqual(['below city level', 'cn:3205']);
    expect(meaning('cn:110108')).toEqual(['below city level', 'cn:1100']);
    expect(meaning('gn:13353696')).toEqual(['below city level', 'gn:1850147']);
    expect(meaning('Shinjuku')).toEqual(expect.arrayContaining(['below city level', 'gn:1850147']));
  });

  it('is never part of another name', () => {
    expect(meaning('York')).not.toBe('gn:5128581');
    expect(meaning('Lond')).toEqual(['unknown']);
  });

  it('that fits none comes with near misses, the largest of the nearest first', () => {
    const unknown = gazetteer.resolve('Londn');
    expect(unknown).toMatchObject({
      reason: 'unknown',
      near: expect.arrayContaining([expect.objectContaining({ id: 'gn:2643743' })]) as unknown,
    });
    expect(unknown.place === null && renderBoth(unknown.problem)).toEqual({
      en: expect.stringMatching(
        /^Unknown place “Londn”\. Did you mean .*gn:2643743 \(London, England, GB\)/,
      ) as string,
      zh: expect.stringMatching(
        /^没有名为“Londn”的地点。是否指：.*gn:2643743（伦敦，英格兰，英国）/,
      ) as string,
    });
    expect(unknown.place === null && isNotFound(unknown.problem)).toBe(true);
  });

  it('is looked for in the country given', () => {
    expect(meaning('Cambridge', { country: 'GB' })).toBe('gn:2653941');
    expect(meaning('London', { country: 'FR' })).toEqual(['unknown']);
    expect(meaning('Hong Kong', { country: 'CN' })).toBe('cn:8100');
    expect(meaning('Hong Kong', { country: 'HK' })).toBe('cn:8100');
  });

  it('means provinces and nations only when they are asked for', () => {
    expect(meaning('Jiangsu')).toEqual(['other kind', 'cn-p:32']);
    const refused = gazetteer.resolve('Jiangsu');
    expect(refused.place === null && renderBoth(refused.problem)).toEqual({
      en: '“Jiangsu” is not the name of a city but of cn-p:32 (Jiangsu, province, CN). Give the place id of a city.',
      zh: '“Jiangsu”不是城市的名称，而是：cn-p:32（江苏省，省份，中国）。请给出城市的地点编号。',
    });
    expect(meaning('Jiangsu', { kinds: ['province'] })).toBe('cn-p:32');
    expect(meaning('江苏', { kinds: ['city', 'province'] })).toBe('cn-p:32');
    expect(meaning('Germany', { kinds: ['nation'] })).toBe('iso:DE');
    expect(meaning('Beijing', { kinds: ['city', 'province'] })).toEqual('cn:1100');
    expect(meaning('cn-p:32')).toEqual(['other kind', 'cn-p:32']);
  });
});

describe('an administrative unit', () => {
  it('of China is all its prefectures, under either code', () => {
    expect(gazetteer.admin('cn-p:32')).toHaveLength(13);
    expect(gazetteer.admin('CN.04')).toEqual(gazetteer.admin('cn-p:32'));
    expect(gazetteer.admin('cn-p:81')).toEqual(['cn:8100']);
  });

  it('elsewhere is every city in it, wards as their city', () => {
    expect(gazetteer.admin('JP.40')).toEqual(expect.arrayContaining(['gn:1850147', 'gn:1863440']));
    expect(gazetteer.admin('JP.40')).not.toContain('gn:13353696');
    expect(gazetteer.admin('US.CA.085')).toEqual(expect.arrayContaining(['gn:5392171', 'gn:5398563']));
    expect(gazetteer.admin('US.CA.085')).not.toContain('gn:5391959');
  });

  it.each(['XX.1', 'JP', 'JP.99', 'US.CA.999', 'cn-p:99', 'CN.04.1'])('%s is none', (unit) => {
    expect(gazetteer.admin(unit)).toBeNull();
  });
});

describe('the index of names', () => {
  it('that the build made is that of the gazetteer as it is now', () => {
    const built = readFileSync(join(ROOT, 'dist/places/names.columns'));
    expect(built.equals(packNames(gazetteer)), 'run `npm run build`').toBe(true);
  });
});

describe('a project that has not been built', () => {
  it('says what to run', () => {
    expect(() => World.read('/nowhere')).toThrow(/has not been built\. Run `npm run build`\./);
  });
});
