import { mkdtemp, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { describe, expect, it } from 'vitest';

import type { InputError } from '../base/index.ts';
import { prepareInstitutions, type PreparedInstitutions } from './prepare.ts';

/** A ROR record of schema v2, in Suzhou unless told otherwise. */
function ror(
  id: string,
  name: string,
  more: {
    status?: string;
    at?: [number, string];
    names?: string[];
    related?: [string, string][];
    types?: string[];
  } = {},
) {
  const [geonamesId, country] = more.at ?? [1886760, 'CN'];
  return {
    id: `https://ror.org/${id}`,
    status: more.status ?? 'active',
    types: more.types ?? ['education'],
    names: [
      { value: name, types: ['ror_display', 'label'] },
      ...(more.names ?? []).map((value) => ({ value, types: ['alias'] })),
    ],
    locations: [
      {
        geonames_id: geonamesId,
        geonames_details: {
          name: 'here',
          country_code: country,
          country_subdivision_name: 'there',
          lat: 1,
          lng: 2,
        },
      },
    ],
    relationships: (more.related ?? []).map(([type, other]) => ({ type, id: `https://ror.org/${other}` })),
  };
}
function openalex(
  id: number,
  name: string,
  more: { ror?: string; lineage?: number[]; geo?: object; country?: string } = {},
) {
  return {
    id: `https://openalex.org/I${id}`,
    ror: more.ror === undefined ? null : `https://ror.org/${more.ror}`,
    display_name: name,
    country_code: more.country ?? 'CN',
    type: 'facility',
    lineage: [...(more.lineage ?? []), id].map((one) => `https://openalex.org/I${one}`),
    geo: more.geo ?? { city: 'Nanjing', geonames_city_id: '1799962', country_code: 'CN' },
  };
}
const SUZHOU: [number, string] = [1886760, 'CN'];
const BEIJING: [number, string] = [1816670, 'CN'];
const NANJING: [number, string] = [1799962, 'CN'];
const LONDON: [number, string] = [2643743, 'GB'];

async function prepare(records: object[], corrections?: string): Promise<PreparedInstitutions> {
  const folder = await mkdtemp(join(tmpdir(), 'prepare-'));
  const file = join(folder, 'records.jsonl');
  await writeFile(file, records.map((record) => JSON.stringify(record)).join('\n'));
  const table = join(folder, 'corrections.csv');
  if (corrections !== undefined) await writeFile(table, corrections);
  return prepareInstitutions({ paths: [file], corrections: corrections === undefined ? undefined : table });
}
const named = (prepared: PreparedInstitutions, key: string, country = 'CN') =>
  prepared.names.find((row) => row.key === key && row.country === country);

describe('institutions', () => {
  it('are sorted by id, each with its city and the step that decided', async () => {
    const { institutions, cities } = await prepare([
      ror('00aaaaa22', 'B', { at: LONDON }),
      ror('00aaaaa11', 'A'),
    ]);
    expect(institutions).toEqual([
      {
        id: '00aaaaa11',
        ror: '00aaaaa11',
        openalex: null,
        name: 'A',
        types: ['education'],
        country: 'CN',
        city: 'cn:3205',
        latitude: 1,
        longitude: 2,
        parents: [],
        locatedBy: 'prefecture',
        reason: null,
        locations: 1,
        umbrella: false,
      },
      expect.objectContaining({ id: '00aaaaa22', city: 'gn:2643743', locatedBy: 'geonames' }),
    ]);
    expect(cities).toEqual(['cn:3205', 'gn:2643743']);
  });

  it('of ROR and OpenAlex are one when OpenAlex names the ROR id: ROR’s place, OpenAlex’ id and lineage', async () => {
    const { institutions, ids, ancestors } = await prepare([
      openalex(7, 'A by OpenAlex', { ror: '00aaaaa11', lineage: [9] }),
      ror('00aaaaa11', 'A'),
    ]);
    expect(institutions).toMatchObject([
      { id: '00aaaaa11', openalex: 'I7', name: 'A', city: 'cn:3205', types: ['education'] },
    ]);
    expect(ids).toEqual([
      { id: '00aaaaa11', institution: '00aaaaa11' },
      { id: 'I7', institution: '00aaaaa11' },
    ]);
    expect(ancestors).toEqual([{ institution: '00aaaaa11', ancestor: 'I9' }]);
  });

  it('without a place in ROR take the one OpenAlex has', async () => {
    const placeless = { ...ror('00aaaaa11', 'A'), locations: [] };
    const { institutions } = await prepare([placeless, openalex(7, 'A', { ror: '00aaaaa11' })]);
    expect(institutions).toMatchObject([{ city: 'cn:3201', locatedBy: 'prefecture', country: 'CN' }]);
  });

  it('of OpenAlex alone have their ROR id where they name one, else their own', async () => {
    const { institutions } = await prepare([openalex(7, 'A', { ror: '00aaaaa11' }), openalex(8, 'B')]);
    expect(institutions.map(({ id, openalex: own }) => [id, own])).toEqual([
      ['00aaaaa11', 'I7'],
      ['I8', 'I8'],
    ]);
  });

  it('without a place are kept, with the reason', async () => {
    const { institutions, report } = await prepare([openalex(7, 'A', { geo: {} })]);
    expect(institutions).toMatchObject([{ city: null, locatedBy: null, reason: 'no place' }]);
    expect(report.unlocated).toEqual({ 'no place': 1 });
  });

  it('with several locations count at the first, and are counted', async () => {
    const two = ror('00aaaaa11', 'A');
    two.locations.push(ror('x', 'x', { at: LONDON }).locations[0]);
    const { institutions, report } = await prepare([two]);
    expect(institutions).toMatchObject([{ city: 'cn:3205', locations: 2 }]);
    expect(report.severalLocations).toBe(1);
  });

  it('told twice are told by the later record', async () => {
    const { institutions, report } = await prepare([
      ror('00aaaaa11', 'Old'),
      ror('00aaaaa11', 'New', { at: LONDON }),
    ]);
    expect(institutions).toMatchObject([{ name: 'New', city: 'gn:2643743' }]);
    expect(report).toMatchObject({ records: 2, repeated: 1, active: 1 });
  });

  it('told twice are told by the record changed last, where they say so', async () => {
    const newer = { ...openalex(7, 'New'), updated_date: '2026-02-01' };
    const older = { ...openalex(7, 'Old'), updated_date: '2025-02-01' };
    expect((await prepare([newer, older])).institutions).toMatchObject([{ name: 'New' }]);
  });
});

describe('a withdrawn record', () => {
  it('leads to the last of its successors, by id and by name', async () => {
    const prepared = await prepare([
      ror('00aaaaa11', 'First', { status: 'withdrawn', related: [['successor', '00aaaaa22']] }),
      ror('00aaaaa22', 'Second', { status: 'withdrawn', related: [['successor', '00aaaaa33']] }),
      ror('00aaaaa33', 'Third', { at: LONDON }),
    ]);
    expect(prepared.institutions.map(({ id }) => id)).toEqual(['00aaaaa33']);
    expect(prepared.ids.map(({ institution }) => institution)).toEqual([
      '00aaaaa33',
      '00aaaaa33',
      '00aaaaa33',
    ]);
    expect(named(prepared, 'first')).toEqual({
      key: 'first',
      country: 'CN',
      institution: '00aaaaa33',
      candidates: 1,
      via: 'alias',
    });
    expect(prepared.report).toMatchObject({ withdrawn: 2, followed: 2, withoutSuccessor: 0 });
  });

  it('stands for itself when it has no successor, a missing one, several, or a circle of them', async () => {
    const withdrawn = (id: string, successors: string[]) =>
      ror(id, id, {
        status: 'withdrawn',
        related: successors.map((other): [string, string] => ['successor', other]),
      });
    const { institutions, report } = await prepare([
      withdrawn('00aaaaa11', []),
      withdrawn('00aaaaa22', ['00zzzzz99']),
      withdrawn('00aaaaa33', ['00aaaaa11', '00aaaaa22']),
      withdrawn('00aaaaa44', ['00aaaaa55']),
      withdrawn('00aaaaa55', ['00aaaaa44']),
    ]);
    expect(institutions).toHaveLength(5);
    expect(report).toMatchObject({
      withdrawn: 5,
      followed: 0,
      withoutSuccessor: 1,
      missingSuccessor: 1,
      severalSuccessors: 1,
      cycles: 2,
    });
  });

  it('hands an OpenAlex record that names it to its successor', async () => {
    const { ids } = await prepare([
      ror('00aaaaa11', 'Old', { status: 'withdrawn', related: [['successor', '00aaaaa22']] }),
      ror('00aaaaa22', 'New'),
      openalex(7, 'Old', { ror: '00aaaaa11' }),
    ]);
    expect(ids).toContainEqual({ id: 'I7', institution: '00aaaaa22' });
  });
});

describe('a name', () => {
  it('means the institution that has it as its primary name, before one that has it as an alias', async () => {
    const prepared = await prepare([
      ror('00aaaaa11', 'Test University'),
      ror('00aaaaa22', 'Other', { names: ['Test University'] }),
    ]);
    expect(named(prepared, 'test university')).toMatchObject({
      institution: '00aaaaa11',
      candidates: 1,
      via: 'name',
    });
  });

  it('means nothing when several have it', async () => {
    const prepared = await prepare([
      ror('00aaaaa11', 'Test'),
      ror('00aaaaa22', 'The Test'),
      ror('00aaaaa33', 'C', { names: ['X'] }),
      ror('00aaaaa44', 'D', { names: ['x'] }),
    ]);
    expect(named(prepared, 'test')).toEqual({
      key: 'test',
      country: 'CN',
      institution: null,
      candidates: 2,
      via: 'name',
    });
    expect(named(prepared, 'x')).toEqual({
      key: 'x',
      country: 'CN',
      institution: null,
      candidates: 2,
      via: 'alias',
    });
  });

  it('means an institution within its country only', async () => {
    const prepared = await prepare([ror('00aaaaa11', 'Test'), ror('00aaaaa22', 'Test', { at: LONDON })]);
    expect(named(prepared, 'test', 'CN')).toMatchObject({ institution: '00aaaaa11' });
    expect(named(prepared, 'test', 'GB')).toMatchObject({ institution: '00aaaaa22' });
  });
});

describe('ancestors', () => {
  it('reach through parents of parents, followed to successors, and end in a circle', async () => {
    const { ancestors, institutions } = await prepare([
      ror('00aaaaa11', 'A', { related: [['parent', '00aaaaa22']] }),
      ror('00aaaaa22', 'B', { related: [['parent', '00aaaaa33']] }),
      ror('00aaaaa33', 'C', { status: 'withdrawn', related: [['successor', '00aaaaa44']] }),
      ror('00aaaaa44', 'D', { related: [['parent', '00aaaaa11']] }),
    ]);
    const above = (id: string) =>
      ancestors.filter(({ institution }) => institution === id).map(({ ancestor }) => ancestor);
    expect(above('00aaaaa11')).toEqual(['00aaaaa22', '00aaaaa44']);
    expect(above('00aaaaa44')).toEqual(['00aaaaa11', '00aaaaa22']);
    expect(institutions.find(({ id }) => id === '00aaaaa22')!.parents).toEqual(['00aaaaa44']);
  });

  it('keep a parent that no record has', async () => {
    const { ancestors } = await prepare([ror('00aaaaa11', 'A', { related: [['parent', '00zzzzz99']] })]);
    expect(ancestors).toEqual([{ institution: '00aaaaa11', ancestor: '00zzzzz99' }]);
  });
});

describe('an umbrella', () => {
  const child = (id: string, at: [number, string], parent: string) =>
    ror(id, id, { at, related: [['parent', parent]] });

  it('has children, direct or not, in two cities other than its own', async () => {
    const { institutions } = await prepare([
      ror('00aaaaa11', 'Academy', { at: BEIJING }),
      child('00aaaaa22', NANJING, '00aaaaa11'),
      child('00aaaaa33', SUZHOU, '00aaaaa22'),
    ]);
    expect(institutions.map(({ umbrella }) => umbrella)).toEqual([true, false, false]);
  });

  it('is none with children in its own city and one other', async () => {
    const { institutions } = await prepare([
      ror('00aaaaa11', 'University', { at: BEIJING }),
      child('00aaaaa22', BEIJING, '00aaaaa11'),
      child('00aaaaa33', NANJING, '00aaaaa11'),
      child('00aaaaa44', NANJING, '00aaaaa11'),
    ]);
    expect(institutions.some(({ umbrella }) => umbrella)).toBe(false);
  });
});

describe('corrections', () => {
  const header = 'institution,name,country,city,reason,source\n';

  it('move an institution, whatever of its ids they give, and say what they changed', async () => {
    const records = [ror('00aaaaa11', 'A'), openalex(7, 'A', { ror: '00aaaaa11' }), ror('00aaaaa22', 'B')];
    const { institutions, corrected, report } = await prepare(
      records,
      `${header}I7,,,cn:3201,moved in 2019,its site\n`,
    );
    expect(institutions).toMatchObject([{ city: 'cn:3201', locatedBy: 'correction' }, { city: 'cn:3205' }]);
    expect(corrected).toEqual([
      {
        institution: '00aaaaa11',
        from: 'cn:3205',
        to: 'cn:3201',
        reason: 'moved in 2019',
        source: 'its site',
      },
    ]);
    expect(report.locatedBy).toEqual({ correction: 1, prefecture: 1 });
  });

  it('make an institution of an id that no record has', async () => {
    const { institutions, ids, corrected } = await prepare(
      [ror('00aaaaa11', 'A')],
      `${header}https://openalex.org/I99,Lab,CN,cn:3201,unknown id,its site\n`,
    );
    expect(institutions[1]).toMatchObject({
      id: 'I99',
      openalex: 'I99',
      name: 'Lab',
      country: 'CN',
      city: 'cn:3201',
      locatedBy: 'correction',
    });
    expect(ids).toContainEqual({ id: 'I99', institution: 'I99' });
    expect(corrected).toMatchObject([{ from: null, to: 'cn:3201' }]);
  });

  it('give a raw name its city, whatever the name meant', async () => {
    const records = [ror('00aaaaa11', 'Test Lab'), ror('00aaaaa22', 'Test Lab')];
    const prepared = await prepare(records, `${header},"The Test-Lab",CN,cn:3201,seen on papers,by hand\n`);
    expect(named(prepared, 'test lab')).toEqual({
      key: 'test lab',
      country: 'CN',
      institution: 'name:CN:test lab',
      candidates: 1,
      via: 'name',
    });
    expect(prepared.institutions.find(({ id }) => id === 'name:CN:test lab')).toMatchObject({
      name: 'The Test-Lab',
      city: 'cn:3201',
      ror: null,
      openalex: null,
    });
    expect(prepared.ids.map(({ id }) => id)).toEqual(['00aaaaa11', '00aaaaa22']);
  });

  it('are refused with every wrong row by its line', async () => {
    const rows = [
      '00aaaaa11,,,cn:9999,r,s',
      'nonsense,,,cn:3205,r,s',
      ',Lab,,cn:3205,r,s',
      ',Lab,China,cn:3205,r,s',
      '00aaaaa11,,,Suzhou,r,s',
      '00aaaaa11,,,gn:13353696,r,s',
      '00aaaaa11,,,cn:3205,,s',
      '00aaaaa11,,,cn:3205,r,s',
      'https://ror.org/00aaaaa11,,,cn:3201,r,s',
    ];
    const failed = prepare([ror('00aaaaa11', 'A')], header + rows.join('\n'));
    await expect(failed).rejects.toThrow(/corrections\.csv: has 8 wrong rows/);
    const error = await failed.catch((thrown: unknown) => thrown);
    const told = (error as InputError).text('zh').split('\n');
    expect(told).toHaveLength(10);
    for (const line of told.slice(1)) expect(line).toMatch(/\p{Script=Han}.*。$/u);
    for (const message of [
      /line 2: cn:9999 is not a place of the gazetteer/,
      /line 3: “nonsense” is neither a ROR nor an OpenAlex id/,
      /line 4: needs an institution, or a name and a country/,
      /line 5: “China” is not a country code of two letters/,
      /line 6: “Suzhou” is not the place id of a city/,
      /line 7: gn:13353696 counts in gn:1850147/,
      /line 8: needs a reason and a source/,
      /line 10: corrects again what line 9 corrects/,
    ])
      await expect(failed).rejects.toThrow(message);
  });
});

describe('places', () => {
  it('are the cities met, all prefectures and provinces, and the nations met, sorted by id', async () => {
    const { places } = await prepare([
      ror('00aaaaa11', 'A', { at: LONDON }),
      ror('00aaaaa22', 'B', { at: [99999999, 'FR'] }),
      openalex(7, 'C', { geo: {}, country: 'BR' }),
    ]);
    const ids = places.map(({ id }) => id);
    expect(ids).toEqual([...ids].sort());
    expect(places.filter(({ kind }) => kind === 'city' || kind === 'province')).toHaveLength(363 + 33 + 2);
    expect(places.filter(({ kind }) => kind === 'nation').map(({ id }) => id)).toEqual([
      'iso:BR',
      'iso:CN',
      'iso:FR',
      'iso:GB',
    ]);
  });

  it('too small for the gazetteer are named and placed by the record', async () => {
    const { places, report } = await prepare([ror('00aaaaa22', 'B', { at: [99999999, 'FR'] })]);
    expect(places.find(({ id }) => id === 'gn:99999999')).toEqual({
      id: 'gn:99999999',
      kind: 'city',
      name: 'here',
      nameZh: null,
      country: 'FR',
      province: null,
      nation: 'iso:FR',
      adminCode: null,
      geonamesId: 99999999,
      latitude: 1,
      longitude: 2,
    });
    expect(report.beyondGazetteer).toBe(1);
  });
});

describe('the report', () => {
  it('lists who is recorded far from the city and who was located by the nearest point', async () => {
    const far = ror('00aaaaa11', 'Far', { at: LONDON });
    const near = ror('00aaaaa22', 'Near', { at: [1785623, 'CN'] });
    Object.assign(near.locations[0].geonames_details, { lat: 31.37762, lng: 120.95431 });
    const { report } = await prepare([far, near]);
    expect(report.nearest).toMatchObject([{ id: '00aaaaa22', name: 'Near', city: 'cn:3205' }]);
    expect(report.far.map(({ id, city }) => [id, city])).toEqual([
      ['00aaaaa11', 'gn:2643743'],
      ['00aaaaa22', 'cn:3205'],
    ]);
  });

  it('lists who is known only to a province', async () => {
    const geo = {
      city: 'Henan',
      region: 'Henan',
      geonames_city_id: '1808520',
      country_code: 'CN',
      latitude: 34,
      longitude: 114,
    };
    const { report } = await prepare([openalex(7, 'A', { geo })]);
    expect(report).toMatchObject({
      unlocated: { 'province only': 1 },
      provinceOnly: [{ id: 'I7', name: 'A' }],
    });
  });

  it('proves each file', async () => {
    const { report } = await prepare([ror('00aaaaa11', 'A')]);
    expect(report.files).toMatchObject([
      { records: 1, problems: 0, sha256: expect.stringMatching(/^[0-9a-f]{64}$/) as string },
    ]);
  });
});

describe('an institution of a hand-written table', () => {
  it('counts in the city it names, under a name id when it has no other', async () => {
    const file = join(await mkdtemp(join(tmpdir(), 'prepare-')), 'mine.csv');
    await writeFile(file, 'name,country,city\nTest Lab,CN,cn:3205\nLost,CN,cn:9999\n');
    const { institutions, report } = await prepareInstitutions({ paths: [file] });
    expect(institutions).toMatchObject([
      { id: 'name:CN:lost', city: null, reason: 'no such city' },
      { id: 'name:CN:test lab', city: 'cn:3205', locatedBy: 'given' },
    ]);
    expect(report.locatedBy).toEqual({ given: 1 });
  });
});
