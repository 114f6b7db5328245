import { mkdir, mkdtemp, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';

import { describe, expect, it } from 'vitest';

import { type InputError, render } from '../../base/index.ts';
import { type InstitutionFile, readInstitutions } from './read.ts';
import { openAlexId, rorId } from './record.ts';

const folder = (): Promise<string> => mkdtemp(join(tmpdir(), 'institutions-'));

async function read(content: string | Uint8Array, name = 'x.json') {
  const path = join(await folder(), name);
  await writeFile(path, content);
  return readInstitutions([path]);
}

/** The examples of a file's problems, as `line: what`. */
const told = ({ examples }: InstitutionFile): string[] =>
  examples.map(({ line, problem }) => {
    expect(render(problem, 'zh')).toMatch(/\p{Script=Han}.*。$/u);
    return `${line}: ${render(problem, 'en')}`;
  });

const v2 = {
  id: 'https://ror.org/00abcde12',
  status: 'active',
  types: ['education', 'funder'],
  admin: { last_modified: { date: '2026-01-02', schema_version: '2.1' } },
  names: [
    { value: 'UT', types: ['acronym'], lang: null },
    { value: 'University of Tests', types: ['ror_display', 'label'], lang: 'en' },
    { value: '测试大学', types: ['label'], lang: 'zh' },
    { value: 'Tests University', types: ['alias'], lang: null },
  ],
  locations: [
    {
      geonames_id: 1886760,
      geonames_details: {
        name: 'Suzhou',
        country_code: 'CN',
        country_subdivision_name: 'Jiangsu',
        lat: 31.3,
        lng: 120.6,
      },
    },
    {
      geonames_id: 1816670,
      geonames_details: { name: 'Beijing', country_code: 'CN', lat: 39.9, lng: 116.4 },
    },
  ],
  relationships: [
    { type: 'parent', id: 'https://ror.org/00parea11', label: 'P' },
    { type: 'successor', id: 'https://ror.org/00next112', label: 'N' },
    { type: 'child', id: 'https://ror.org/00chyd112', label: 'C' },
  ],
};
const v1 = {
  id: 'https://ror.org/00abcde34',
  name: 'Institut des Essais',
  status: 'active',
  types: ['Facility'],
  aliases: ['Test Institute'],
  acronyms: ['IE'],
  labels: [{ label: 'Institute of Trials', iso639: 'en' }],
  country: { country_code: 'FR' },
  addresses: [
    {
      lat: 48.85,
      lng: 2.35,
      city: 'Paris',
      state: null,
      geonames_city: { id: 2988507, city: 'Paris', geonames_admin1: { name: 'Île-de-France' } },
    },
  ],
  relationships: [{ type: 'Parent', id: 'https://ror.org/00abcde12', label: 'P' }],
};
const openalex = {
  id: 'https://openalex.org/I123',
  ror: 'https://ror.org/00abcde12',
  display_name: 'Univ. of Tests',
  display_name_alternatives: ['Old Tests'],
  display_name_acronyms: ['UT'],
  international: { display_name: { zh: '测试大学' } },
  country_code: 'CN',
  type: 'education',
  lineage: ['https://openalex.org/I9', 'https://openalex.org/I123'],
  geo: {
    city: 'Suzhou',
    geonames_city_id: '1886760',
    region: 'Jiangsu',
    country_code: 'CN',
    latitude: 31.3,
    longitude: 120.6,
  },
  updated_date: '2026-01-05T10:00:00',
};

describe('a ROR record', () => {
  it('of schema v2 gives its first location, its names without acronyms, and its relations', async () => {
    const { records } = await read(JSON.stringify([v2]));
    expect(records).toEqual([
      {
        source: 'ror',
        ror: '00abcde12',
        openalex: null,
        name: 'University of Tests',
        aliases: ['测试大学', 'Tests University'],
        types: ['education', 'funder'],
        country: 'CN',
        geonamesId: 1886760,
        cityName: 'Suzhou',
        subdivision: 'Jiangsu',
        latitude: 31.3,
        longitude: 120.6,
        city: null,
        parents: ['00parea11'],
        lineage: [],
        successors: ['00next112'],
        withdrawn: false,
        locations: 2,
        changed: '2026-01-02',
        synthetic: null,
      },
    ]);
  });

  it('of schema v1 gives the same', async () => {
    const { records } = await read(JSON.stringify(v1));
    expect(records).toEqual([
      expect.objectContaining({
        ror: '00abcde34',
        name: 'Institut des Essais',
        aliases: ['Test Institute', 'Institute of Trials'],
        types: ['facility'],
        country: 'FR',
        geonamesId: 2988507,
        cityName: 'Paris',
        subdivision: 'Île-de-France',
        parents: ['00abcde12'],
        locations: 1,
      }),
    ]);
  });

  it('of either schema may stand beside the other in one file', async () => {
    const { records, files } = await read(
      gzipSync([v2, v1].map((one) => JSON.stringify(one)).join('\n')),
      'x.jsonl.gz',
    );
    expect(records.map(({ ror }) => ror)).toEqual(['00abcde12', '00abcde34']);
    expect(files).toMatchObject([{ records: 2, problems: 0, examples: [] }]);
    expect(files[0].sha256).toMatch(/^[0-9a-f]{64}$/);
  });

  it('with fields of the wrong type is read without them, and each is counted', async () => {
    const odd = {
      ...v2,
      types: 'education',
      locations: [{ geonames_id: 'many', geonames_details: { name: 7, country_code: 'CN' } }],
    };
    const { records, files } = await read(JSON.stringify(odd));
    expect(records).toMatchObject([{ types: [], geonamesId: null, cityName: null, country: 'CN' }]);
    expect(files).toMatchObject([{ problems: 3 }]);
    expect(told(files[0])).toContain('1: geonames_id is not a number.');
  });
});

describe('an OpenAlex institution', () => {
  it('is read from lines and from an answer of the API alike', async () => {
    const expected = expect.objectContaining({
      source: 'openalex',
      ror: '00abcde12',
      openalex: 'I123',
      name: 'Univ. of Tests',
      aliases: ['Old Tests', '测试大学'],
      types: ['education'],
      geonamesId: 1886760,
      lineage: ['I9'],
      changed: '2026-01-05T10:00:00',
    }) as unknown;
    expect((await read(JSON.stringify(openalex))).records).toEqual([expected]);
    expect(
      (await read(JSON.stringify({ meta: { count: 1 }, results: [openalex] }, null, 1))).records,
    ).toEqual([expected]);
  });
});

describe('a table', () => {
  it('in the columns of flat ROR is read, without what looks like an acronym', async () => {
    const { records } = await read(
      'ror,name,types,status,country_code,subdivision,city,geonames_id,lat,lng,aliases,parents,successors\n' +
        'https://ror.org/00abcde12,University of Tests,education|funder,withdrawn,CN,Jiangsu,Suzhou,1886760,31.3,120.6,UT|测试大学,,https://ror.org/00abcde34\n',
      'flat.csv',
    );
    expect(records).toMatchObject([
      {
        ror: '00abcde12',
        aliases: ['测试大学'],
        types: ['education', 'funder'],
        cityName: 'Suzhou',
        city: null,
        withdrawn: true,
        successors: ['00abcde34'],
      },
    ]);
  });

  it('written by hand needs a name, a country and what is known of the place', async () => {
    const { records, files } = await read(
      'name,country,city,geonames_id,openalex\nA,CN,cn:3205,,\nB,fr,,2988507,I7\n,FR,,,\nC,France,,,\nD,FR,Paris,,\nE,FR,,x,\n',
      'mine.csv',
    );
    expect(records).toMatchObject([
      { name: 'A', country: 'CN', city: 'cn:3205', geonamesId: null, locations: 1 },
      { name: 'B', country: 'FR', city: null, geonamesId: 2988507, openalex: 'I7' },
    ]);
    expect(told(files[0])).toEqual([
      '4: has no name.',
      '5: has no country of two letters.',
      '6: “Paris” is not the place id of a city.',
      '7: geonames_id, lat and lng must be numbers.',
    ]);
  });
});

describe('a file that is not of institutions', () => {
  it.each([
    [
      JSON.stringify({ id: 'https://openalex.org/W1', authorships: [] }),
      /:1: is a work, not an institution\. Give works files to --works\./,
    ],
    [
      JSON.stringify({ meta: {}, results: [{ id: 'https://openalex.org/W1', authorships: [] }] }),
      /is a work/,
    ],
    ['{"a":1}\n', /holds no institution\. Line 1 is neither a ROR record nor an OpenAlex institution\./],
    ['{broken\n', /holds no institution\. Line 1 is not JSON\./],
    ['[]', /holds no institution/],
    ['just text\n', /is not a table of institutions/],
    ['<html>', /is a web page/],
  ])('%j is refused', async (content, message) => {
    const error = await read(content).catch((thrown: unknown) => thrown);
    expect((error as InputError).message).toMatch(message);
    expect((error as InputError).text('zh')).toMatch(/\p{Script=Han}.*。$/su);
  });
});

describe('a broken record among good ones', () => {
  it('is counted with its line, and the rest is read', async () => {
    const lines = [
      JSON.stringify(v2),
      '{"id":',
      '7',
      '{"id":"https://ror.org/00abcde56","names":[]}',
      JSON.stringify(v1),
    ];
    const { records, files } = await read(lines.join('\n'));
    expect(records).toHaveLength(2);
    expect(files).toMatchObject([{ records: 2, problems: 3 }]);
    expect(told(files[0])).toEqual(['2: is not JSON.', '3: is not a JSON object.', '4: has no name.']);
  });
});

describe('a file that was cut', () => {
  const line = (i: number): string => JSON.stringify({ ...openalex, id: `https://openalex.org/I${i}` });
  const whole = Array.from({ length: 400 }, (_, i) => line(i + 1)).join('\n');

  it.each([
    [
      'in its last line',
      whole.slice(0, whole.length / 2),
      /x\.json:\d+: breaks off: its last line is not JSON\./,
    ],
    [
      'and packed again',
      gzipSync(whole.slice(0, whole.length / 2)),
      /breaks off: its last line is not JSON\./,
    ],
    [
      'in many lines',
      `${whole}\n${'{"id":\n'.repeat(30)}${line(401)}`,
      /:401: has 30 lines that are not JSON, of 431/,
    ],
    [
      'in an answer of the API',
      `${whole}\n{"meta":{},"results":[${line(401)},\n${line(402)}`,
      /:401: holds an answer of the API that breaks off/,
    ],
  ])('is refused: %s', async (_, content, message) => {
    const error = await read(content).catch((thrown: unknown) => thrown);
    expect((error as InputError).message).toMatch(message);
    expect((error as InputError).text('zh')).toMatch(/\p{Script=Han}.*。$/su);
  });
});

describe('coordinates that are no point on Earth', () => {
  it.each([
    [91, 10],
    [10, -180.5],
    [null, 10],
  ])('%j, %j are left out and counted with their line', async (latitude, longitude) => {
    const odd = { ...openalex, id: 'I2', geo: { ...openalex.geo, latitude, longitude } };
    const { records, files } = await read([JSON.stringify(openalex), JSON.stringify(odd)].join('\n'));
    expect(records.map((record) => [record.latitude, record.longitude])).toEqual([
      [31.3, 120.6],
      [null, null],
    ]);
    expect(files[0]).toMatchObject({ problems: 1, examples: [{ line: 2 }] });
    expect(told(files[0])).toEqual([
      expect.stringMatching(/^2: latitude .* with longitude .* is not a point on Earth\.$/),
    ]);
  });
});

describe('a folder', () => {
  it('gives its JSON files in the order of their names, in folders too, without the manifest', async () => {
    const path = await folder();
    for (const day of ['updated_date=2026-01-02', 'updated_date=2026-01-01']) await mkdir(join(path, day));
    await writeFile(
      join(path, 'updated_date=2026-01-02/part_0000.gz'),
      gzipSync(JSON.stringify({ ...openalex, id: 'I2' })),
    );
    await writeFile(
      join(path, 'updated_date=2026-01-01/part_0000.gz'),
      gzipSync(JSON.stringify({ ...openalex, id: 'I1' })),
    );
    await writeFile(join(path, 'manifest.json'), '{"entries":[]}');
    await writeFile(join(path, 'ror.csv'), 'name,country\nX,FR\n');
    expect((await readInstitutions([path])).records.map(({ openalex: id }) => id)).toEqual(['I1', 'I2']);
  });

  it('without a file of institutions is an error, and so is a path that is not there', async () => {
    const path = await folder();
    await expect(readInstitutions([path])).rejects.toThrow(/holds no file of institutions/);
    await expect(readInstitutions([join(path, 'none')])).rejects.toThrow(/does not exist/);
  });
});

describe('ids', () => {
  it.each([
    ['https://ror.org/02zhqgq86', '02zhqgq86'],
    ['02ZHQGQ86', '02zhqgq86'],
    ['ror.org/02zhqgq86/', '02zhqgq86'],
    ['https://ror.org/02zhqgq8', null],
    ['12zhqgq86', null],
    [7, null],
  ])('of ROR: %j is %j', (value, id) => {
    expect(rorId(value)).toBe(id);
  });

  it.each([
    ['https://openalex.org/I123', 'I123'],
    ['https://openalex.org/institutions/i123', 'I123'],
    ['I123', 'I123'],
    [' http://www.openalex.org/i0123 ', 'I123'],
    ['https://openalex.org/W123', null],
    ['https://elsewhere.org/I123', null],
    ['I1234567890123456', null],
    ['123', null],
  ])('of OpenAlex: %j is %j', (value, id) => {
    expect(openAlexId(value)).toBe(id);
  });
});
