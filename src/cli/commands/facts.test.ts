import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { synopolis } from '../../../test/cli/shell.ts';

const folder = mkdtempSync(join(tmpdir(), 'facts-'));
afterAll(() => rmSync(folder, { recursive: true }));

const HEAD = 'place,metric,year,value,unit,vintage,source,evidence';
function file(name: string, ...rows: string[]): string {
  const path = join(folder, name);
  writeFileSync(path, [HEAD, ...rows].join('\n'));
  return path;
}

describe('facts metrics', () => {
  it('lists every metric of the catalogue with its unit and vintages, in every format', async () => {
    const { code, out } = await synopolis('facts', 'metrics', '--format', 'json');
    expect(code).toBe(0);
    const { rows } = JSON.parse(out) as {
      rows: { id: string; unit: string; vintages: string[]; figures: number }[];
    };
    const gdp = rows.find(({ id }) => id === 'gdp_nominal')!;
    expect(gdp.unit).toBe('100m CNY');
    expect(gdp.figures).toBeGreaterThan(200);
    expect(gdp.vintages).toContain('NBS after 5th economic census (2025 vintage)');
    const csv = (await synopolis('facts', 'metrics', '--format', 'csv')).out;
    expect(csv.split('\n').filter((line) => /^[a-z]/.test(line))).toHaveLength(rows.length + 1);
  });
});

describe('facts show', () => {
  it('gives a figure with its arithmetic, source and other vintages', async () => {
    const { code, out } = await synopolis('facts', 'show', 'gdp_nominal', 'jjj_13', '--years', '2024');
    expect(code).toBe(0);
    expect(out).toContain('Beijing 49843.1 + Tianjin 18024.3 + Hebei 47526.9 = 115394.3 100m CNY');
    expect(out).toContain('NBS after 5th economic census (2025 vintage)');
    expect(out).toContain('Other vintage, 2024: 115000 100m CNY (official aggregate).');
  });

  it('takes a place by id, by definition and by name, English or Chinese', async () => {
    const show = async (place: string): Promise<string> =>
      (await synopolis('facts', 'show', 'population', place, '--years', '2020', '--vintage', '2020 census'))
        .out;
    expect(await show('cn:1100')).toContain('21,893,095');
    expect(await show('Beijing')).toBe(await show('cn:1100'));
    expect(await show('北京')).toBe(await show('cn:1100'));
  });

  it('gives a series of one vintage, and names the years that it lacks', async () => {
    const { code, out } = await synopolis(
      ...['facts', 'show', 'gdp_nominal', 'cn:1100', '--format', 'json'],
      ...['--vintage', 'NBS after 5th economic census (2025 vintage)'],
    );
    expect(code).toBe(0);
    const { rows, gaps } = JSON.parse(out) as {
      rows: { years: string; value: number; vintage: string }[];
      gaps: number[];
    };
    expect(new Set(rows.map(({ vintage }) => vintage)).size).toBe(1);
    expect(rows.at(-1)).toMatchObject({ years: '2024', value: 49843.1 });
    expect(gaps).toEqual([2016, 2017, 2018, 2019]);
  });

  it('refuses to mix vintages, and names them', async () => {
    const { code, out, err } = await synopolis('facts', 'show', 'gdp_nominal', 'cn:1100');
    expect([code, out]).toEqual([1, '']);
    expect(err).toMatch(/^error: gdp_nominal of Beijing has 4 vintages, which may not be mixed: /);
  });

  it('says why there is no figure, with the parts that lack', async () => {
    const { code, out } = await synopolis(
      ...['facts', 'show', 'population', 'yrd_27_central', '--years', '2020', '--format', 'json'],
    );
    expect(code).toBe(0);
    const { rows } = JSON.parse(out) as {
      rows: { value: number | null; reason: string; missing: string[] }[];
    };
    expect(rows[0].value).toBeNull();
    expect(rows[0].reason).toContain('its parts lack');
    const zh = await synopolis(
      ...[
        'facts',
        'show',
        'population',
        'yrd_27_central',
        '--years',
        '2020',
        '--lang',
        'zh',
        '--format',
        'csv',
      ],
    );
    expect(zh.out).toContain('其组成部分中缺');
    expect(zh.out).not.toContain('its parts lack');
    expect(rows[0].missing).toContain('cn:3201');
  });

  it('takes figures of one’s own beside those that ship', async () => {
    const own = file(
      'own.csv',
      'cn:3205,rd_expenditure,2023,1000.5,100m CNY,yearbook,Suzhou yearbook,yearbook',
    );
    const { code, out } = await synopolis('facts', 'show', 'rd_expenditure', 'cn:3205', '--statistics', own);
    expect(code).toBe(0);
    expect(out).toMatch(/2023 {2}1,000\.5 {2}100m CNY {2}.*Suzhou yearbook/);
  });

  it.each([
    [['gdp_nominl', 'cn:1100'], 1, /gdp_nominal/],
    [['population', 'Suzhou'], 1, /fits 2 places: cn:3205.*cn:3413/],
    [['population', 'Atlantis'], 1, /Atlantis/],
    [
      ['population', 'cn:1100', '--years', '2020', '--vintage', 'mine'],
      1,
      /population has no vintage “mine”/,
    ],
    [['population', 'cn:1100', '--years', '2024-2020'], 2, /first year is after the last/],
    [['population'], 2, /missing required argument 'place'/],
    [['population', 'cn:1100', '--format', 'xlsx'], 2, /needs --out/],
  ])('refuses %j', async (words, code, what) => {
    const said = await synopolis('facts', 'show', ...words);
    expect([said.code, said.out]).toEqual([code, '']);
    expect(said.err).toMatch(what);
  });
});

describe('facts check', () => {
  it('names what is wrong by row, and ends with 1', async () => {
    const wrong = file(
      'wrong.csv',
      'cn:1100,gdp_nominal,2024,5,100m CNY,mine,me,yearbook',
      'cn:1100,gdp_nominl,2024,5,100m CNY,mine,me,yearbook',
      'cn:1100,population,2024,5,km2,mine,me,yearbook',
    );
    const { code, out, err } = await synopolis('facts', 'check', wrong);
    expect(code).toBe(1);
    const lines = out.trim().split('\n');
    expect(lines).toHaveLength(2);
    expect(lines[0]).toMatch(/wrong\.csv:3: error: .*gdp_nominl/);
    expect(lines[1]).toMatch(/wrong\.csv:4: error: .*km2/);
    expect(err).toMatch(/^error: .*wrong\.csv has 2 errors\./);
  });

  it('says that a file can be used', async () => {
    const { code, out } = await synopolis(
      ...['facts', 'check', file('right.csv', 'cn:1100,gdp_nominal,2024,5,100m CNY,mine,me,yearbook')],
    );
    expect(code).toBe(0);
    expect(out).toMatch(/right\.csv can be used: 1 figures?\./);
  });
});
