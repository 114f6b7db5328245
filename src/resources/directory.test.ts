import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { csvRecords } from '../places/csv.ts';
import { kilometres } from '../places/index.ts';
import { listsOf } from '../../test/resource-lists.ts';
import { Directory } from './directory.ts';
import { howSure, howSureText } from './how-sure.ts';

const directory = await Directory.open();
const { resources, facts } = directory;
const lists = listsOf();

/** The shipped table, read without the directory. */
const [{ cells: header }, ...records] = csvRecords(readFileSync('data/resources.csv', 'utf8'), '');
const table = records.map(({ cells }) => Object.fromEntries(header.map((column, i) => [column, cells[i]])));

describe('the shipped directory', () => {
  it('has 578 resources, each once, with every cell of the table', () => {
    expect(resources).toHaveLength(578);
    expect(new Set(resources.map(({ id }) => id)).size).toBe(578);
    for (const [i, row] of table.entries()) {
      const one = resources[i];
      expect([one.id, one.nameEn, one.nameZh ?? '', one.kind, one.region ?? '', one.place ?? '']).toEqual([
        row.id,
        row.name_en,
        row.name_zh,
        row.kind,
        row.region,
        row.place,
      ]);
      expect([one.host ?? '', one.partners.join('; '), one.fields.join('; '), one.url ?? '']).toEqual([
        row.host,
        row.partners,
        row.fields,
        row.url,
      ]);
      expect([
        one.status,
        one.source ?? '',
        one.sourceStatus,
        one.note ?? '',
        one.recalled.join('; '),
      ]).toEqual([row.status, row.source, row.source_status, row.note, row.recalled]);
      expect([String(one.opened ?? ''), Number(one.lat), Number(one.lon)]).toEqual([
        row.opened,
        Number(row.lat),
        Number(row.lon),
      ]);
    }
  });

  it('has a source for every row that is not recalled: 518 and 60', () => {
    for (const { id, source, sourceStatus } of resources)
      expect(source === null, id).toBe(sourceStatus === 'recalled');
    expect(resources.filter(({ sourceStatus }) => sourceStatus === 'recalled')).toHaveLength(60);
  });

  it('places every resource in a city of the gazetteer near its coordinates, or says why not', () => {
    for (const { id, place, unlocated, lat, lon, coordPrecision, cityZh } of resources) {
      expect(place === null, id).toBe(unlocated !== null);
      if (place === null) continue;
      const city = facts.gazetteer.city(place)!;
      const km = kilometres(lat!, lon!, city.latitude!, city.longitude!);
      // A prefecture is large: what lies at a site of its own, or in a part of it, may be far from its seat.
      const apart = coordPrecision === 'site' || ['雄安新区', '松江区'].includes(cityZh ?? '');
      expect(km, id).toBeLessThan(apart ? 200 : 20);
    }
    expect(
      resources.flatMap(({ id, unlocated }) => (unlocated === null ? [] : [`${id}: ${unlocated}`])),
    ).toEqual(['w-euxfel: no place id is known for “Schenefeld”']);
  });

  it('goes by id where names repeat, and by the city where a list names a part of it', () => {
    const placeOf = (id: string) => directory.require(id).place;
    // Taizhou of Jiangsu and of Zhejiang, Cambridge of Massachusetts and of England.
    const taizhou = resources
      .filter(({ cityEn }) => cityEn === 'Taizhou')
      .map(({ cityZh, place }) => [cityZh, place]);
    expect(taizhou).toEqual(taizhou.map(([name]) => [name, name === '泰州市' ? 'cn:3212' : 'cn:3310']));
    expect(new Set(taizhou.map(([name]) => name))).toEqual(new Set(['泰州市', '台州市']));
    expect([placeOf('w-broad'), placeOf('w-sanger')]).toEqual(['gn:4931972', 'gn:2653941']);
    const parts = resources.filter(({ cityZh }) => cityZh === '雄安新区' || cityZh === '松江区');
    expect(new Set(parts.map(({ cityZh, place }) => `${cityZh!} ${place!}`))).toEqual(
      new Set(['雄安新区 cn:1306', '松江区 cn:3100']),
    );
  });

  it('has as many of a kind as its completeness says', () => {
    const listed = (kind: string) => directory.kinds.get(kind)!.complete!.listed;
    const count = (kind: string) => resources.filter((one) => one.kind === kind).length;
    for (const kind of ['advanced-manufacturing-cluster', 'manufacturing-innovation-center'])
      expect(count(kind)).toBe(listed(kind));
    const programme = resources.filter(({ id }) => /^(?:gd-hk|gd-mo|ghm)-jl-/.test(id));
    expect(programme.every(({ kind }) => kind === 'joint-laboratory')).toBe(true);
    expect(programme).toHaveLength(listed('joint-laboratory'));
  });

  it('shows no source as a link and no address that is none', () => {
    for (const { id, source, url } of resources) {
      expect(source ?? '', id).not.toMatch(/\]\(|<a\b|^https?:\/\/\S+$/);
      if (url !== null) expect(url, id).toMatch(/^https?:\/\/[^\s/]+\.\S+$/);
    }
  });
});

describe('how sure a row is', () => {
  const sure = (id: string) => howSureText(directory.require(id));

  it('names what is recalled, a copy, the coordinates of a city, and what is assumed', () => {
    expect(sure('amc-dg-terminal')).toBe(
      'source read; read on a copy; coordinates of the city; that it operates is usually assumed',
    );
    expect(sure('amc-fd-home')).toBe(
      'source read; partners recalled or general knowledge; coordinates of the city; that it operates is usually assumed',
    );
    expect(sure('w-euxfel')).toBe('recalled, to be checked; that it operates is usually assumed; no place');
    expect(howSureText(directory.require('w-ess'), 'zh')).toBe('来源已读；坐标、依托单位、状态、领域未核实');
  });

  it('is recalled for exactly the recalled rows', () => {
    for (const one of resources)
      expect(howSure(one).basis).toBe(one.sourceStatus === 'recalled' ? 'recalled' : 'stored');
  });
});

describe('a list of one’s own', () => {
  it('stands beside the shipped one, in English or Chinese, with the point of its city', async () => {
    const own = lists.write(
      'id,kind,name_en,name_zh,place,source,fields,partners,contact,opened',
      'sem-1,instrument,,扫描电镜,苏州,our inventory 2026,',
    );
    await expect(Directory.open({ facts, resources: [own] })).rejects.toThrow(/has 7 cells|7 cells/);
    const good = lists.write(
      'id,kind,name_en,name_zh,place,source,fields,partners,contact,opened',
      'sem-1,instrument,,扫描电镜,cn:3205,our inventory 2026,microscopy；failure analysis;,Soochow University; XJTLU,office 3,2024',
    );
    const both = await Directory.open({ facts, resources: [good] });
    expect(both.resources).toHaveLength(579);
    expect(both.require('sem-1')).toEqual({
      id: 'sem-1',
      nameEn: '扫描电镜',
      nameZh: '扫描电镜',
      kind: 'instrument',
      region: null,
      place: 'cn:3205',
      unlocated: null,
      cityEn: null,
      cityZh: null,
      lat: facts.gazetteer.city('cn:3205')!.latitude,
      lon: facts.gazetteer.city('cn:3205')!.longitude,
      coordPrecision: 'city',
      host: null,
      partners: ['Soochow University', 'XJTLU'],
      opened: 2024,
      status: 'unknown',
      fields: ['microscopy', 'failure analysis'],
      url: null,
      source: 'our inventory 2026',
      sourceKind: null,
      sourceStatus: 'stored',
      recalled: [],
      note: null,
      contact: 'office 3',
      shipped: false,
      file: good,
      line: 2,
    });
    expect(howSureText(both.require('sem-1'))).toBe('of your own list; coordinates of the city');
  });

  it('whose id the shipped list has, or another of one’s own, is refused and overrides nothing', async () => {
    const head = 'id,name_en,kind,place,source';
    const shipped = lists.write(head, 'csns,Mine,firm,cn:4419,me');
    await expect(Directory.open({ facts, resources: [shipped] })).rejects.toThrow(
      /line 2: resources\.csv, line \d+ has the id csns already\. Give this row an id of its own\./,
    );
    const [a, b] = [1, 2].map((n) => lists.write(head, `mine,Mine ${n},firm,cn:4419,me`));
    await expect(Directory.open({ facts, resources: [a, b] })).rejects.toThrow(/[Ll]ine 2 has the id mine/);
  });

  it('has no resource of an id that is none, with the nearest', () => {
    expect(directory.get('csnz')).toBeNull();
    expect(() => directory.require('csnz')).toThrow('There is no resource csnz. Did you mean csns?');
  });
});
