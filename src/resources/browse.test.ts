import { describe, expect, it } from 'vitest';
import { listsOf } from '../../test/resource-lists.ts';
import { browse, type Filters } from './browse.ts';
import { fieldTerms } from './field-terms.ts';
import { Directory } from './directory.ts';
import { areaOf } from './within.ts';

const lists = listsOf();
const HEAD = 'id,name_en,kind,place,source,region,opened,status,fields,source_status';
const own = lists.write(
  HEAD,
  'zz-a,A,instrument,cn:3205,us,,2010,operating,small-angle neutron scattering; optics,',
  'zz-b,B,instrument,cn:3205,us,,2020,planned,neutron imaging,',
  'zz-c,C,instrument,cn:3401,us,yrd,,operating,Neutron Scattering,recalled',
  'zz-d,D,instrument,gn:2643743,us,,2015,closed,scattering,',
  'zz-e,E,instrument,,us,,2016,operating,,',
  'zz-f,F,laboratory,cn:4405,us,gba,2016,operating,中子散射,',
);
const directory = await Directory.open({ resources: [own] });
const { facts } = directory;

/** Ids of the list above that fit. */
const ids = (filters: Filters) =>
  browse(directory, { kinds: ['instrument', 'laboratory'], ...filters })
    .resources.map(({ id }) => id)
    .join(' ');
const area = (text: string) => ({ area: areaOf(text, facts) });

describe('resources', () => {
  it('are found by kind, status and how they are known', () => {
    expect(ids({})).toBe('zz-a zz-b zz-c zz-d zz-e zz-f');
    expect(ids({ kinds: ['laboratory'] })).toBe('zz-f');
    expect(ids({ statuses: ['planned', 'closed'] })).toBe('zz-b zz-d');
    expect(ids({ sourceStatus: 'recalled' })).toBe('zz-c');
    expect(() => ids({ kinds: ['instruments'] })).toThrow('Did you mean instrument?');
  });

  it('are found in a city, a province, a nation and a definition, by their city', () => {
    expect(ids(area('cn:3205'))).toBe('zz-a zz-b');
    expect(ids(area('苏州市'))).toBe('zz-a zz-b');
    expect(ids(area('cn-p:34'))).toBe('zz-c');
    expect(ids(area('iso:CN'))).toBe('zz-a zz-b zz-c zz-f');
    expect(ids(area('iso:GB'))).toBe('zz-d');
    expect(ids(area('yrd_41'))).toBe('zz-a zz-b zz-c');
    expect(ids(area('yrd_27_central'))).toBe('zz-a zz-b zz-c');
    expect(ids(area('Golden Triangle (London, Oxford, Cambridge)'))).toBe('zz-d');
  });

  it('are found in a cluster by what their list says, wherever their city is', () => {
    expect(ids(area('gba'))).toBe('zz-f');
    expect(ids(area('gba_9_2'))).toBe('');
    expect(ids(area('yrd'))).toBe('zz-c');
  });

  it('that have no place are counted as not looked for, not as absent', () => {
    const found = browse(directory, { kinds: ['instrument'], ...area('cn:3205') });
    expect(found).toMatchObject({
      unlocated: 1,
      undated: 0,
      warnings: ['1 more fits otherwise but has no place'],
    });
    expect(browse(directory, { kinds: ['instrument'] }).unlocated).toBe(0);
  });

  it('are found by the years they opened in, both included, and those without a year are counted', () => {
    expect(ids({ opened: { from: 2010, to: 2015 } })).toBe('zz-a zz-d');
    const found = browse(directory, { kinds: ['instrument'], opened: { from: 1900, to: 2100 } });
    expect(found).toMatchObject({
      undated: 1,
      warnings: ['1 more fits otherwise but has no year of opening'],
    });
  });

  it('are found by whole words of a field, next to each other, whatever their case', async () => {
    expect(ids({ field: 'neutron scattering' })).toBe('zz-a zz-c');
    expect(ids({ field: 'NEUTRON' })).toBe('zz-a zz-b zz-c');
    expect(ids({ field: 'neutron optics' })).toBe('');
    expect(ids({ field: 'neutr' })).toBe('');
    expect(ids({ field: 'neutron scattering', fieldTerms: ['中子散射'] })).toBe('zz-a zz-c zz-f');
    expect(browse(directory, { field: '中子散射', fieldTerms: await fieldTerms('中子散射') }).notes).toEqual([
      'Field looked for as: 中子散射, neutron scattering.',
    ]);
    expect(browse(directory, { field: 'zz', fieldTerms: await fieldTerms('zz') }).notes).toEqual([]);
    expect(() => ids({ field: ' – ' })).toThrow('“ – ” is not a field.');
  });

  it('of a definition with a member that belongs in part say so', () => {
    const partly = browse(directory, area('chengyu_2021'));
    expect(partly.warnings.join()).toMatch(
      /Chongqing.* to .* in part and counts? whole|in part and count whole/,
    );
  });

  it('at a place that is none, or several, are refused', () => {
    expect(() => areaOf('Suzhou', facts)).toThrow(/fits 2 places/);
    expect(() => areaOf('Atlantis City', facts)).toThrow(/Unknown place/);
    expect(() => areaOf('cn:9999', facts)).toThrow(/cn:9999/);
  });
});
