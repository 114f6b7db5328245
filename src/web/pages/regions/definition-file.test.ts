import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { synopolis } from '../../../../test/cli/shell.ts';
import type { CityPoint } from '../../frame/observatory.ts';
import { type FileProblem, readDefinitionFile, writeDefinitionFile } from './definition-file.ts';
import { regionOf, textOf } from './own-region.ts';
import { problemsEn } from './problem-words.ts';

const folder = mkdtempSync(join(tmpdir(), 'own-region-'));
afterAll(() => rmSync(folder, { recursive: true }));

const city = (id: string, name: string, nameZh: string | null, country: string): [string, CityPoint] => [
  id,
  { id, name, nameZh, country, latitude: 0, longitude: 0 },
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
const read = (...lines: string[]) => readDefinitionFile(lines.join('\n'), CITIES);
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
      const { regions, problems } = readDefinitionFile(text, CITIES);
      expect(problems).toEqual([]);
      expect(regions).toEqual([{ ...region, name: name.trim() }]);
    },
  );
});

describe('a definition read from a file', () => {
  it('takes ids, and names that one city of the country has, whatever their marks', () => {
    const { regions, problems } = read(
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
    const { problems } = read(...lines);
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

  it('refuses what is no such table', () => {
    expect(read('').problems.map(({ of }) => of)).toEqual(['header']);
    expect(read('name,city,place', 'a,b,c').problems.map(({ of }) => of)).toEqual(['missing']);
    expect(read('definition,source,colour', 'a,b,c').problems.map(({ of }) => of)).toEqual(['unknownColumn']);
    expect(read('definition,source', 'a,"b').problems).toEqual([
      expect.objectContaining({ of: 'quotes', line: 2 }),
    ]);
    expect(read('definition,source,place', 'a,b').problems.map(({ of }) => of)).toEqual(['cells']);
    expect(read('definition,source,place', 'a,b,cn-p:32').problems.map(({ of }) => of)).toEqual(['unit']);
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
