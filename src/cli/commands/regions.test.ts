import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { synopolis } from '../../../test/cli/shell.ts';
import { Bench } from '../../../test/observatory/observatories.ts';
import { work } from '../../../test/observatory/works.ts';
import { openAlexLines } from '../../../test/observatory/worlds.ts';

const bench = new Bench();
const folder = mkdtempSync(join(tmpdir(), 'regions-'));
beforeAll(async () => {
  const works = [bench.works('works.jsonl', [work(1), work(2, [[6], [5]])])];
  await bench.build({ works, institutions: [bench.text('institutions.jsonl', openAlexLines())] });
});
afterAll(() => {
  bench.dispose();
  rmSync(folder, { recursive: true });
});

function csv(...rows: string[]): string {
  const file = join(folder, 'mine.csv');
  writeFileSync(file, ['definition,name,place,city,country,membership,source', ...rows, ''].join('\n'));
  return file;
}

/** What `regions check` says of rows, with the file's name cut off each line. */
async function check(rows: readonly string[], ...flags: string[]): Promise<{ code: number; said: string[] }> {
  const file = csv(...rows);
  const { code, out, err } = await synopolis('regions', 'check', file, ...flags);
  return { code, said: `${out}${err}`.replaceAll(file, 'mine.csv').trimEnd().split('\n') };
}

const GOOD = ['lakes,Lakes,cn:3205,,,,me', 'lakes,,,Wuxi,CN,,me'];

describe('regions check', () => {
  it('passes a good file', async () => {
    expect(await check(GOOD)).toEqual({ code: 0, said: ['mine.csv can be used.'] });
  });

  it('names each bad row with what to do, and ends with 1', async () => {
    expect(
      await check([
        ...GOOD,
        'lakes,,,Suzhou,CN,,me',
        'lakes,,,Wuxii,CN,,me',
        'lakes,,cn:320583,,,,me',
        'lakes,,cn:3205,,,,me',
        'lakes,,cn:9999,,,,me',
        'lakes,,,Kunshan,CN,,me',
        'lakes,,gn:2643743,,,,',
      ]),
    ).toEqual({
      code: 1,
      said: [
        'mine.csv:4: error: “Suzhou” fits 2 places: cn:3205 (Suzhou, Jiangsu, CN); cn:3413 (Suzhou, Anhui, CN). Give the id of the one meant.',
        expect.stringMatching(
          /^mine\.csv:5: error: Unknown place “Wuxii” in CN\. Did you mean .*cn:3202 \(Wuxi, Jiangsu, CN\)/,
        ) as string,
        'mine.csv:6: error: cn:320583 is a county or district of cn:3205 (Suzhou, Jiangsu, CN). Give the city.',
        'mine.csv:7: error: cn:3205 (Suzhou) is already in lakes, line 2. Remove one.',
        'mine.csv:8: error: cn:9999 is not a place of the gazetteer. Check the id.',
        'mine.csv:9: error: “Kunshan” lies inside a city: cn:3205 (Suzhou, Jiangsu, CN). Give the city.',
        'mine.csv:10: error: has no source. State where the membership comes from.',
        'error: mine.csv has 7 errors.',
      ],
    });
  });

  it('warns of partial members, and of cities without an institution where an observatory is named', async () => {
    expect(await check([...GOOD, 'lakes,,cn:3305,,,partial,me'], '--observatory', bench.path('out'))).toEqual(
      {
        code: 0,
        said: [
          'mine.csv:3: warning: cn:3202 (Wuxi) has no institution. Check that it is the place meant.',
          'mine.csv:4: warning: cn:3305 (Huzhou) belongs in part and counts whole. No action is needed if that is intended.',
          'mine.csv:4: warning: cn:3305 (Huzhou) has no institution. Check that it is the place meant.',
          'mine.csv can be used, with 3 warnings.',
        ],
      },
    );
  });

  it('says so of a file that cannot be read, or is no table of definitions', async () => {
    const nowhere = await synopolis('regions', 'check', '/no/such/file.csv');
    expect(nowhere).toEqual({
      code: 1,
      out: '/no/such/file.csv:1: error: cannot be read (ENOENT). Check the path.\n',
      err: 'error: /no/such/file.csv has 1 error.\n',
    });
    const page = join(folder, 'page.html');
    writeFileSync(page, '<html></html>');
    expect((await synopolis('regions', 'check', page)).code).toBe(1);
  });
});

describe('regions list and show', () => {
  it('tell the definitions that ship, or those of files instead', async () => {
    const { out } = await synopolis('regions', 'list');
    expect(out).toMatch(
      /^def:yrd_41 +Yangtze River Delta \(41 cities\) +长三角（41市） +2019 +2018 +41 +0$/m,
    );
    const own = await synopolis('regions', 'list', '--regions', csv(...GOOD), '--format', 'json');
    expect((JSON.parse(own.out) as { rows: object[] }).rows).toEqual([
      expect.objectContaining({ id: 'def:lakes', name: 'Lakes', cities: 2, partial: 0 }),
    ]);
  });

  it('show a definition by its id, bare or whole, with every source', async () => {
    const bare = await synopolis('regions', 'show', 'jjj_13', '--format', 'csv');
    expect(bare.code).toBe(0);
    expect(bare.out).toBe((await synopolis('regions', 'show', 'def:jjj_13', '--format', 'csv')).out);
    const rows = bare.out.split('\n').filter((line) => /^cn:/.test(line));
    expect(rows).toHaveLength(13);
    expect(rows[0]).toMatch(/^cn:1100,Beijing,北京市,full,./);
    const own = await synopolis('regions', 'show', 'lakes', '--regions', csv(...GOOD));
    expect(own.out).toMatch(/^cn:3202 +Wuxi +无锡市 +full +me$/m);
  });

  it('refuse a file with an error, row by row', async () => {
    const { code, out, err } = await synopolis(
      'regions',
      'list',
      '--regions',
      csv(...GOOD, 'lakes,,,Suzhou,CN,,me'),
    );
    expect([code, out]).toEqual([1, '']);
    expect(err).toMatch(/has 1 wrong row:\n {2}line 4: “Suzhou” fits 2 places.*regions check FILE/s);
  });
});
