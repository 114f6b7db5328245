import { existsSync } from 'node:fs';
import { mkdtemp, readdir, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { describe, expect, it } from 'vitest';

import { render, renderBoth } from '../../base/index.ts';
import { readCsv } from '../csv.ts';
import { Gazetteer } from '../gazetteer.ts';
import { ROOT } from '../tables.ts';
import { checkDefinitions, type DefinitionProblem } from './check.ts';
import { readDefinitions, shippedDefinitions } from './read.ts';

const gazetteer = await Gazetteer.open();

async function table(text: string): Promise<string> {
  const file = join(await mkdtemp(join(tmpdir(), 'regions-')), 'mine.csv');
  await writeFile(file, text);
  return file;
}
const check = async (text: string, cities?: ReadonlySet<string>) =>
  checkDefinitions(await table(text), gazetteer, cities);
const told = ({ row, level, problem }: DefinitionProblem): string =>
  `${row} ${level}: ${render(problem, 'en')}`;
const read = async (text: string) => readDefinitions([await table(text)], gazetteer);

describe('a definition', () => {
  it('is read with its members in order, by place id or by city and country', async () => {
    const definitions = await read(
      'definition,name,name_zh,version,place,city,country,membership,policy_year,source,source_kind,note\n' +
        'mine,My Delta,我的三角洲,2024,cn:3100,,,,2019,decree 1,direct,\n' +
        'mine,,,,,苏州,CN,partial,,decree 2,,the south only\n' +
        'mine,,,,,Oxford,GB,,,decree 1,,\n',
    );
    expect(definitions).toEqual([
      {
        id: 'def:mine',
        name: 'My Delta',
        nameZh: '我的三角洲',
        version: '2024',
        idea: null,
        isDefault: false,
        policyYear: 2019,
        policyNote: null,
        source: 'decree 1; decree 2',
        members: [
          { city: 'cn:3100', membership: 'full', source: 'decree 1', sourceKind: 'direct', note: null },
          {
            city: 'cn:3205',
            membership: 'partial',
            source: 'decree 2',
            sourceKind: null,
            note: 'the south only',
          },
          { city: 'gn:2640729', membership: 'full', source: 'decree 1', sourceKind: null, note: null },
        ],
      },
    ]);
  });

  it('needs no more than an id, a place and a source, and may share its file', async () => {
    const definitions = await read('definition,place,source\na,cn:3205,me\nb,cn:3205,me\n');
    expect(definitions.map(({ id, name, version, members }) => [id, name, version, members.length])).toEqual([
      ['def:a', 'a', null, 1],
      ['def:b', 'b', null, 1],
    ]);
  });

  it('takes every city of an administrative unit', async () => {
    const [definition] = await read('definition,place,source\njiangsu,cn-p:32,me\n');
    expect(definition.members).toHaveLength(13);
    const [county] = await read('definition,place,source\nvalley,US.CA.085,me\n');
    expect(county.members.map(({ city }) => city)).toContain('gn:5398563');
  });

  it('with an error is not read, and every wrong row is named', async () => {
    await expect(read('definition,place,source\na,cn:9999,me\na,cn:3205,\n')).rejects.toThrow(
      /mine\.csv: has 2 wrong rows:\n {2}line 2: cn:9999 is not a place.*\n {2}line 3: has no source/,
    );
  });

  it('may not stand in two files', async () => {
    const files = await Promise.all([
      table('definition,place,source\na,cn:3205,me\n'),
      table('definition,place,source\na,cn:3201,me\n'),
    ]);
    await expect(readDefinitions(files, gazetteer)).rejects.toThrow(
      /defines a, which another file defines too/,
    );
  });
});

describe('the check of a definitions file', () => {
  const header = 'definition,place,city,country,membership,source\n';

  it('finds nothing wrong with a right one', async () => {
    expect(
      await check(
        `${header}a,cn:3205,Suzhou,CN,full,me\na,,Nanjing,CN,,me\n`,
        new Set(['cn:3205', 'cn:3201']),
      ),
    ).toEqual([]);
  });

  it.each([
    [
      'a,,Nanking University Town,CN,,me',
      'error',
      /Unknown place “Nanking University Town” in CN/,
      /Give a place id/,
    ],
    [
      'a,,Nanjng,CN,,me',
      'error',
      /Unknown place “Nanjng” in CN/,
      /Did you mean one of: cn:3201 \(Nanjing, Jiangsu, CN\);.*\?$/,
    ],
    ['a,,Suzhou,CN,,me', 'error', /fits 2 places: cn:3205 .*; cn:3413/, /Give the id/],
    ['a,,Suzhou,,,me', 'error', /stands without its country/, /Give `country`/],
    ['a,,,,,me', 'error', /names no place/, /Give a place id/],
    ['a,cn:9999,,,,me', 'error', /cn:9999 is not a place of the gazetteer/, /Check the id/],
    ['a,gn:13353696,,,,me', 'error', /gn:13353696 counts in gn:1850147 \(Tokyo, JP\)/, /Give that id/],
    ['a,gn:1785623,,,,me', 'error', /gn:1785623 counts in cn:3205/, /Give that id/],
    ['a,,Kunshan,CN,,me', 'error', /lies inside a city: cn:3205/, /Give the city/],
    ['a,cn:310117,,,,me', 'error', /cn:310117 is a county or district of cn:3100/, /Give the city/],
    ['a,iso:CN,,,,me', 'error', /iso:CN \(China\) is a nation, not a city/, /Give the place id of a city/],
    ['a,JP.99,,,,me', 'error', /JP\.99 is not an administrative unit/, /Check the code/],
    ['a,cn:3205,,,whole,me', 'error', /Unknown membership “whole”/, /Use full or partial/],
    ['a,cn:3205,,,partal,me', 'error', /Unknown membership “partal”/, /Did you mean partial\?/],
    ['a,cn:3205,,,,', 'error', /has no source/, /State where/],
    [',cn:3205,,,,me', 'error', /“” is not a definition id/, /Use letters/],
    [
      'a,cn:3205,,,partial,me',
      'warning',
      /cn:3205 \(Suzhou\) belongs in part and counts whole/,
      /No action is needed/,
    ],
    ['a,cn:3413,苏州,CN,,me', 'warning', /cn:3413 is Suzhou, not 苏州/, /the place id counts/],
    ['a,gn:5363943,,,,me', 'warning', /La Jolla\) is a section of a larger city/, /Give the larger city/],
  ] as const)('says of %j: %s', async (row, level, what, todo) => {
    const problems = await check(header + row);
    expect(problems).toEqual([{ row: 2, level, problem: expect.anything() as unknown }]);
    const { en, zh } = renderBoth(problems[0].problem);
    expect(en).toMatch(what);
    expect(en).toMatch(todo);
    expect(zh).toMatch(/\p{Script=Han}/u);
    expect(zh).not.toMatch(/[a-z]{2,} [a-z]{2,} [a-z]{2,}/);
  });

  it('finds a city twice, under whatever name', async () => {
    const problems = await check(
      `${header}a,cn:3205,,,,me\nb,cn:3205,,,,me\na,,苏州市,CN,,me\na,gn:1886760,,,,me\na,cn-p:32,,,,me\n`,
    );
    expect(problems.map(told)).toEqual(
      [4, 5, 6].map((row) => `${row} error: cn:3205 (Suzhou) is already in a, line 2. Remove one.`),
    );
  });

  it('finds a city, and a whole unit, without institutions', async () => {
    const problems = await check(`${header}a,cn:3205,,,,me\na,cn-p:64,,,,me\n`, new Set(['cn:3201']));
    expect(problems.map(told)).toEqual([
      '2 warning: cn:3205 (Suzhou) has no institution. Check that it is the place meant.',
      '3 warning: cn-p:64 has no city with an institution. Check the code.',
    ]);
  });

  it('finds a definition told in two ways', async () => {
    const problems = await check(
      'definition,version,policy_year,place,source\na,2019,2018,cn:3205,me\na,2020,x,cn:3201,me\n',
    );
    expect(problems.map(told)).toEqual([
      '3 error: policy_year “x” is not a year. Use four digits, or leave it empty.',
      '3 error: version of a is “2020” here and “2019” on line 2. Give it once.',
      '3 error: policy_year of a is “x” here and “2018” on line 2. Give it once.',
    ]);
  });

  it.each([
    ['', /is empty/],
    ['definition,place,source\n', /holds no member/],
    ['definition,place\na,cn:3205\n', /lacks the column source/],
    ['definition,place,source,colour\n', /unknown column “colour”/],
  ])('says of a file that is no such table, %j', async (text, what) => {
    const problems = await check(text);
    expect(problems).toEqual([{ row: 1, level: 'error', problem: expect.anything() as unknown }]);
    expect(render(problems[0].problem, 'en')).toMatch(what);
    expect(render(problems[0].problem, 'zh')).toMatch(/^\p{Script=Han}/u);
  });
});

describe('the shipped definitions', async () => {
  const definitions = await shippedDefinitions();

  it('are fifteen, with 271 members, names in both languages, and a source each', () => {
    expect(definitions).toHaveLength(15);
    expect(definitions.flatMap(({ members }) => members)).toHaveLength(271);
    for (const { name, nameZh, members } of definitions) {
      expect(name).not.toBe('');
      expect(nameZh).toMatch(/\p{Script=Han}/u);
      for (const { source, sourceKind } of members)
        expect([source.length > 0, sourceKind]).toEqual([
          true,
          expect.stringMatching(/^(direct|copy|recalled)$/),
        ]);
    }
  });

  it('have no error, and no warning but of partial members', async () => {
    const folder = join(ROOT, 'data/regions');
    for (const name of (await readdir(folder)).filter((file) => file.endsWith('.csv')))
      for (const problem of await checkDefinitions(join(folder, name), gazetteer))
        expect(render(problem.problem, 'en')).toMatch(/belongs in part/);
  });

  it('hold the Delta of 41 cities, and in it those of 27 and of 26', () => {
    const cities = (id: string) => definitions.find((one) => one.id === id)!.members.map(({ city }) => city);
    expect(cities('def:yrd_41')).toEqual(expect.arrayContaining(cities('def:yrd_27_central')));
    expect(cities('def:yrd_27_central')).toEqual(expect.arrayContaining(cities('def:yrd_26_2016')));
    expect(cities('def:gba_9_2')).toEqual(expect.arrayContaining(['cn:8100', 'cn:8200', 'cn:4403']));
  });

  const facts = '../shared/facts/regions.csv';
  it.skipIf(!existsSync(facts))(`are those of the facts (skipped when there is no ${facts})`, async () => {
    const columns =
      'definition_id,place_id,country_code,cluster_id,cluster,definition,definition_year,policy_year,policy_note,city_en,city_zh,province,country,level,admin_code,code_source,lat,lon,coord_source,geonames_id,membership,membership_source,note,source_kind';
    const rows = await readCsv(facts, { required: columns.split(',') });
    const ours = definitions.flatMap(({ id, version, policyYear, members }) =>
      members.map(({ city, membership }) => [id, city, membership, version ?? '', String(policyYear ?? '')]),
    );
    const theirs = rows.map(({ cells }) => [
      `def:${cells.definition_id}`,
      cells.place_id,
      cells.membership,
      cells.definition_year,
      cells.policy_year,
    ]);
    expect(ours.map(String).sort()).toEqual(theirs.map(String).sort());
  });
});
