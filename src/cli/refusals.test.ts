import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { analysedWorld, type AnalysedWorld } from '../../test/analysed-world.ts';
import { synopolis } from '../../test/cli/shell.ts';

let world: AnalysedWorld;
const folder = mkdtempSync(join(tmpdir(), 'refusals-'));
beforeAll(async () => {
  world = await analysedWorld({ works: 600, seed: 5 });
});
afterAll(async () => {
  await world.close();
  rmSync(folder, { recursive: true });
});

/** Runs a command that must fail, with the observatory for DIR; its one message, and nothing on standard output. */
async function refused(code: 1 | 2, ...words: string[]): Promise<string> {
  const said = await synopolis(...words.map((word) => (word === 'DIR' ? world.folder : word)));
  expect([said.code, said.out]).toEqual([code, '']);
  expect(said.err).toMatch(/^error: /);
  expect(said.err).not.toMatch(/unforeseen|\n\s+at /);
  return said.err.slice('error: '.length);
}

describe('what is asked for in a way that cannot be done ends with 2 and says what it takes:', () => {
  it.each([
    [['ranking', 'DIR', '--nope'], /unknown option '--nope'.*add --help for usage/s],
    [['nope'], /unknown command 'nope'/],
    [['ranking', 'DIR', 'more', 'words'], /too many arguments/],
    [
      ['ranking', 'DIR', '--of', 'towns'],
      /--of does not accept “towns”\. Choose from cities, provinces, nations, regions/,
    ],
    [['ranking', 'DIR', '--by', 'impact'], /Allowed choices are share, count/],
    [['ranking', 'DIR', '--format', 'pdf'], /Allowed choices are table, csv, json, parquet, xlsx/],
    [['ranking', 'DIR', '--years', '2018-2014'], /first year is after the last/],
    [['ranking', 'DIR', '--years', 'lately'], /not a range of years such as 2015-2024/],
    [['ranking', 'DIR', '--level', '2'], /--level must be below 1, not 2\.$/m],
    [['ranking', 'DIR', '--level', '0'], /--level must be above 0, not 0\.$/m],
    [['ranking', 'DIR', '--level', 'high'], /“high” is not a number/],
    [['ranking', 'DIR', '--top', '-1'], /--top must be at least 1, not -1\.$/m],
    [['ranking', 'DIR', '--top', '1000000'], /--top must be at most 5000, not 1000000\.$/m],
    [['ranking', 'DIR', '--top', '2.5'], /“2\.5” is not an integer/],
    [['ranking', 'DIR', '--seed', '1e99'], /“1e99” is not an integer/],
    [['ranking', 'DIR', '--seed', '99999999999'], /--seed must be at most 4294967295/],
    [['ranking', 'DIR', '--draws', '3'], /--draws must be at least 100/],
    [['ranking', 'DIR', '--outranks', 'cn:1100'], /--outranks takes exactly 2, separated by commas/],
    [['ranking', 'DIR', '--definition', ''], /--definition takes at least 1/],
    [['ranking', 'DIR', '--sector', 'education,company'], /--sector takes at most 1/],
    [['ranking', 'DIR', '--region', 'Mine'], /Write it as "Name=place,place,…"/],
    [['ranking', 'DIR', '--region', '=cn:3205'], /Write it as "Name=place,place,…"/],
    [['ranking', 'DIR', '--of'], /argument missing/],
    [['links', 'DIR', '--counting', 'half'], /Allowed choices are full, fractional, partner, score/],
    [['coverage', 'DIR', '--by', 'mood'], /--by does not accept “mood”\. Choose from year, country, field/],
    [['build', '--institutions', 'x'], /required option '--works/],
    [['build', '--works', 'x', '--institutions', 'y', '--memory', '1MB'], /at least 500MB/],
    [['build', '--works', 'x', '--institutions', 'y', '--threads', '0'], /from 1/],
    [
      ['build', '--works', 'x', '--institutions', 'y', '--years', '2020-2019'],
      /first year is after the last/,
    ],
    [['demo', '--works', '3'], /--works takes 100 to/],
    [['sql', 'DIR'], /give a statement, such as "SELECT/],
    [['sql'], /give a statement/],
  ])('%s', async (words, message) => {
    expect(await refused(2, ...words)).toMatch(message);
  });
});

describe('what fails ends with 1 and says where and what to do:', () => {
  it.each([
    [['links', 'DIR', '--place', 'Beijng'], /Unknown place “Beijng”\. Did you mean .*cn:1100/],
    [['links', 'DIR', '--place', 'Zzyzzx'], /Give a place id, such as cn:3205/],
    [['links', 'DIR', '--place', 'cn:9999'], /cn:9999 is not a place of the gazetteer/],
    [
      ['links', 'DIR', '--place', 'Suzhou'],
      /“Suzhou” fits 2 places: cn:3205 \(Suzhou, Jiangsu, CN\); cn:3413/,
    ],
    [
      ['ranking', 'DIR', '--region', 'Mine=Suzhou,cn:3100'],
      /fits 2 places: cn:3205.*Give the id of the one meant\.$/m,
    ],
    [
      ['ranking', 'DIR', '--region', 'Mine=Jiangsu'],
      /not the name of a city but of cn-p:32 \(Jiangsu, province/,
    ],
    [['ranking', 'DIR', '--region', 'Mine=Kunshan'], /lies inside a city: cn:3205/],
    [['ranking', 'DIR', '--region', 'Mine=cn:3205,cn:3205'], /lists cn:3205 twice/],
    [['ranking', 'DIR', '--region', 'M=cn:3205', '--region', 'M=cn:3100'], /Two regions are called “M”/],
    [['ranking', 'DIR', '--definition', 'delta'], /no region definition delta.*It has: .*def:yrd_41/],
    [['links', 'DIR', '--place', 'def:delta'], /no region definition def:delta.*It has: .*def:yrd_41/],
    [['ranking', 'DIR', '--field', 'Enginering'], /no field “Enginering”.*Did you mean: .*Engineering/],
    [['ranking', 'DIR', '--field', '9999'], /no field “9999”.*Fields:/],
    [['ranking', 'DIR', '--sector', 'university'], /of the type “university”.*Types: .*education/],
    [['ranking', 'DIR', '--base', '1900'], /no works in the base year 1900/],
    [['links', 'DIR', '--place', 'yrd_41', '--with', 'yrd_27_central'], /share 27 cities.*do not overlap/],
    [['sql', 'DIR', 'SELECT * FROM nothing'], /nothing/],
    [['sql', 'DIR', 'SELECT 1; SELECT 2'], /one statement at a time/],
    [['regions', 'show', 'delta'], /no definition delta.*There are: .*def:yrd_41/],
    [['check', '/no/such/folder'], /\/no\/such\/folder: there is no such folder.*synopolis build/],
    [['ranking', tmpdir()], /is not an observatory\. Build one with/],
    [['build', '--works', '/no/such/works', '--institutions', 'y'], /\/no\/such\/works: does not exist/],
  ])('%s', async (words, message) => {
    expect(await refused(1, ...words)).toMatch(message);
  });

  it('an observatory of another version is not read, and one that was never finished is to be gone on with', async () => {
    const old = join(folder, 'old');
    mkdirSync(join(old, 'parts'), { recursive: true });
    expect(await refused(1, 'coverage', old)).toMatch(/never finished.*goes on where it stopped/);
    const manifest = JSON.parse(readFileSync(join(world.folder, 'manifest.json'), 'utf8')) as {
      synopolis: { format: number };
    };
    manifest.synopolis.format = 0;
    writeFileSync(join(old, 'manifest.json'), JSON.stringify(manifest));
    expect(await refused(1, 'coverage', old)).toMatch(
      /old\/manifest\.json: has format 0, but this version reads \d+\. Build/,
    );
  });

  it.each([
    'DELETE FROM works',
    'CREATE TABLE x AS SELECT 1',
    'DROP VIEW works',
    "SET memory_limit = '9GB'",
    "COPY (SELECT 1) TO 'COPIED'",
    "ATTACH 'COPIED'",
    "SELECT * FROM read_text('/etc/hosts')",
  ])('SQL reads and nothing else: %s', async (statement) => {
    const copied = join(folder, 'copied');
    await refused(1, 'sql', 'DIR', statement.replace('COPIED', copied));
    expect(existsSync(copied)).toBe(false);
    expect((await synopolis('check', world.folder)).code).toBe(0);
  });
});
