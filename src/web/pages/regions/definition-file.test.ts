import type { PlaceFound } from '../../api-client/contract.ts';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { synopolis } from '../../../../test/cli/shell.ts';
import { servedWorld, type ServedWorld } from '../../../../test/served-world.ts';
import {
  type FileProblem,
  type Lookups,
  readDefinitionFile,
  writeDefinitionFile,
} from './definition-file.ts';
import { regionOf, textOf } from './own-region.ts';
import { problemsEn } from './problem-words.ts';

const folder = mkdtempSync(join(tmpdir(), 'own-region-'));
afterAll(() => rmSync(folder, { recursive: true }));

const city = (id: string, name: string, nameZh: string | null, country: string): [string, PlaceFound] => [
  id,
  {
    ...{ id, kind: 'city', name, nameZh, label: name, labelZh: nameZh ?? name, country },
    ...{ latitude: 0, longitude: 0, fit: null },
  },
];
const CITIES = new Map([
  city('cn:3205', 'Suzhou', '苏州市', 'CN'),
  city('cn:3413', 'Suzhou', '宿州市', 'CN'),
  city('cn:3201', 'Nanjing', '南京市', 'CN'),
  city('cn:3206', 'Nantong', '南通市', 'CN'),
  city('gn:2657896', 'Zürich', '苏黎世', 'CH'),
]);

const told = ({ line, level, of, given }: FileProblem): string =>
  `${line} ${level} ${problemsEn[of](...given)}`;
/** What a server of a small synthetic world knows. */
let served: ServedWorld;
beforeAll(async () => {
  served = await servedWorld();
});
afterAll(() => served.close());
const lookups: Lookups = {
  async find(name) {
    const { body } = await served.json(`/api/places?top=8&q=${encodeURIComponent(name)}`);
    return (body as { rows: PlaceFound[] }).rows;
  },
  async inside(unit) {
    const { status, body } = await served.json(`/api/places/${unit}`);
    return status === 404
      ? null
      : (body as { place: { cities: { id: string }[] } }).place.cities.map(({ id }) => id);
  },
};
const read = (...lines: string[]) => readDefinitionFile(lines.join('\n'), CITIES, lookups);
/** What `synopolis regions check` says of the same text. */
async function check(text: string): Promise<{ code: number; said: string }> {
  const file = join(folder, 'mine.csv');
  writeFileSync(file, text);
  const { code, out, err } = await synopolis('regions', 'check', file);
  return { code, said: `${out}${err}`.replaceAll(file, 'mine.csv').trim() };
}

describe('a region saved as a file', () => {
  it.each(['Lake Tai, "core"', '太湖 core', '#1', '  - '])(
    'named %j passes the check of the command line without a warning, and reads back the same',
    async (name) => {
      const region = { name, cities: ['cn:3205', 'cn:3201', 'gn:2657896'] };
      const text = writeDefinitionFile(region, 'chosen by hand, "as agreed"', CITIES);
      expect(await check(text)).toEqual({ code: 0, said: 'mine.csv can be used.' });
      const { regions, problems } = await readDefinitionFile(text, CITIES, lookups);
      expect(problems).toEqual([]);
      expect(regions).toEqual([{ ...region, name: name.trim() }]);
    },
  );
});

describe('a definition read from a file', () => {
  it('takes ids, and names that one city of the country has, whatever their marks', async () => {
    const { regions, problems } = await read(
      'definition,place,city,country,membership,source',
      'a,cn:3205,,,,me',
      'a,,南京,cn,,me',
      'b,,zurich,CH,partial,me',
    );
    expect(regions).toEqual([
      { name: 'a', cities: ['cn:3205', 'cn:3201'] },
      { name: 'b', cities: ['gn:2657896'] },
    ]);
    expect(problems.every(({ level }) => level === 'warning')).toBe(true);
    expect(problems.map(told)[0]).toContain('cn:3201');
  });

  it('names what is wrong by line, where the command line finds it too', async () => {
    const lines = [
      'definition,place,city,country,membership,source',
      'a,,Suzhou,CN,,me',
      'a,,Nanjng,CN,,me',
      'a,,Nanjing,,,me',
      'a,cn:3201,,,,me',
      'a,cn:3201,,,,me',
      'a b,cn:3206,,,,me',
      'a,cn:3206,,,half,me',
      'a,gn:2657896,,,,',
      'a,,,,,me',
    ];
    const { problems } = await read(...lines);
    const errors = problems.filter(({ level }) => level === 'error');
    expect(errors.map(({ line, of }) => [line, of])).toEqual([
      [2, 'several'],
      [3, 'unknown'],
      [4, 'country'],
      [6, 'twice'],
      [7, 'id'],
      [8, 'membership'],
      [9, 'source'],
      [10, 'place'],
    ]);
    expect(told(errors[0])).toMatch(/cn:3205.*cn:3413/);
    expect(told(errors[1])).toContain('cn:3201');
    const { code, said } = await check(lines.join('\n'));
    expect(code).toBe(1);
    const found = [...said.matchAll(/^mine\.csv:(\d+): error/gm)].map(([, line]) => Number(line));
    expect(found).toEqual(errors.map(({ line }) => line));
  });

  it('takes the name of a city under place, as the command line does, where one city has it', async () => {
    const lines = ['definition,source,place,country', 'a,me,Nantong,', 'a,me,南京,', 'a,me,Zürich,CH'];
    const { regions, problems } = await read(...lines);
    expect(regions).toEqual([{ name: 'a', cities: ['cn:3206', 'cn:3201', 'gn:2657896'] }]);
    expect(problems.map(({ of, level }) => [of, level])).toEqual(Array(3).fill(['resolved', 'warning']));
    expect((await check(`${lines.join('\n')}\n`)).code).toBe(0);
    const refused = await read(
      'definition,source,place,country',
      'a,me,Suzhou,',
      'a,me,Jiangsu,',
      'a,me,Nanjing,CH',
    );
    expect(refused.problems.map(({ of }) => of)).toEqual(['several', 'kind', 'unknown']);
  });

  it('takes a province of China whole, and no place above or below that', async () => {
    const cities = (await lookups.inside('cn-p:32'))!;
    expect(cities.length).toBeGreaterThan(2);
    const { regions, problems } = await read('definition,source,place', 'a,me,cn-p:32');
    expect(regions).toEqual([{ name: 'a', cities }]);
    expect(problems.map(told)).toEqual([expect.stringContaining(`its ${cities.length} cities`)]);
    // The command line takes the same cities, and those without works besides.
    expect((await check('definition,source,place\na,me,cn-p:32\n')).code).toBe(0);
    const refused = await read('definition,source,place', 'a,me,iso:CN', 'a,me,US.CA', 'a,me,cn-p:99');
    expect(refused.problems.map(({ line, of }) => [line, of])).toEqual([
      [2, 'unit'],
      [3, 'unit'],
      [4, 'noUnit'],
    ]);
  });

  it('says which city a misspelt name may mean, in either language, and what a province is called', async () => {
    const { problems } = await read(
      'definition,source,city,country',
      'a,me,Shangahi,CN',
      'a,me,杭洲市,CN',
      'a,me,Jiangsu,CN',
      'a,me,Shangahi,FR',
    );
    expect(problems.map(({ of }) => of)).toEqual(['unknown', 'unknown', 'kind', 'unknown']);
    expect(told(problems[0])).toContain('cn:3100');
    expect(told(problems[1])).toContain('cn:3301');
    expect(told(problems[2])).toContain('cn-p:32');
    expect(told(problems[3])).not.toContain('cn:3100');
  });

  it('refuses what is no such table', async () => {
    const faults = async (...lines: string[]) => (await read(...lines)).problems.map(({ of }) => of);
    expect(await faults('')).toEqual(['header']);
    expect(await faults('name,city,place', 'a,b,c')).toEqual(['missing']);
    expect(await faults('definition,source,colour', 'a,b,c')).toEqual(['unknownColumn']);
    expect((await read('definition,source', 'a,"b')).problems).toEqual([
      expect.objectContaining({ of: 'quotes', line: 2 }),
    ]);
    expect(await faults('definition,source,place', 'a,b')).toEqual(['cells']);
  });
});

describe('a region in the address', () => {
  it('reads as it was written', () => {
    const region = { name: '我的区域', cities: ['cn:3205', 'gn:1'] };
    expect(regionOf(textOf(region))).toEqual(region);
    expect(regionOf('no cities=')).toBeNull();
    expect(regionOf(undefined)).toBeNull();
  });
});
