import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Said, synopolis } from '../../test/cli/shell.ts';
import { Bench } from '../../test/observatory/observatories.ts';
import { work } from '../../test/observatory/works.ts';
import { openAlexLines, REGIONS } from '../../test/observatory/worlds.ts';
import { VERSION } from '../observatory/index.ts';

const [ACADEMY, SOUTH, EAST, LAKE, RIVER, BRIDGE, HARBOUR, CITY] = [1, 2, 3, 5, 6, 8, 11, 12];

/** A small world whose outputs can be checked by hand: 14 works of two years, one retracted. */
const FIRST = [
  work(1, [[LAKE]], { publication_year: 2019 }),
  work(2, [[LAKE], [SOUTH]], { publication_year: 2019 }),
  work(3, [[EAST], [SOUTH]], { publication_year: 2019 }),
  work(4, [[LAKE, CITY]], { publication_year: 2019 }),
  work(5, [[RIVER], [LAKE], [HARBOUR]], { publication_year: 2019 }),
  work(6, [[BRIDGE], [EAST], [ACADEMY]], { publication_year: 2019 }),
  work(7, [[77]], { publication_year: 2019 }),
];
const SECOND = [
  work(8, [[LAKE], [SOUTH]]),
  work(9, [[LAKE], [EAST], [SOUTH]]),
  work(10, [[RIVER], [BRIDGE]]),
  work(11, [[CITY], [ACADEMY]]),
  work(12, [[CITY], [RIVER]]),
  work(13, []),
  work(14, [[LAKE]], { is_retracted: true }),
  work(15, [[HARBOUR], [ACADEMY]]),
];

const bench = new Bench();
const out = bench.path('out');
let built: Said;
beforeAll(async () => {
  const works = [bench.works('2019.jsonl.gz', FIRST), bench.works('2020.jsonl', SECOND)];
  const institutions = bench.text('institutions.jsonl', openAlexLines());
  const regions = bench.text('regions.csv', REGIONS);
  const named = ['--works', ...works, '--institutions', institutions, '--regions', regions];
  built = await synopolis('build', ...named, '--out', out, '--title', 'Small world');
});
afterAll(() => bench.dispose());

/** What differs from run to run or place to place, by its name. */
const settled = (text: string): string =>
  text
    .replaceAll(bench.folder, 'FOLDER')
    .replaceAll(`Synopolis ${VERSION}`, 'Synopolis VERSION')
    .replaceAll(`"version": "${VERSION}"`, '"version": "VERSION"')
    .replace(/\d{4}-\d\d-\d\d(?:T[\d:.]+Z)?(?=[" 由])/g, 'TODAY')
    .replace(/in [\d.]+ s of work/, 'in TIME of work')
    .replace(/(?:Reading works: [^\n]*\n)+/, 'Reading works: …\n');

const QUESTIONS: Readonly<Record<string, readonly string[]>> = {
  'ranking.txt': ['ranking', out],
  'ranking.zh.txt': ['ranking', out, '--of', 'nations', '--lang', 'zh'],
  'ranking.csv': [
    'ranking',
    out,
    '--of',
    'regions',
    '--by',
    'count',
    '--years',
    '2019',
    '--seed',
    '7',
    '--format',
    'csv',
  ],
  'ranking.json': ['ranking', out, '--top', '2', '--outranks', 'cn:3205,gn:2643743', '--format', 'json'],
  'ranking-adhoc.txt': [
    'ranking',
    out,
    '--top',
    '1',
    '--region',
    'Lakes=cn:3205,Hangzhou',
    '--region',
    'Isles=gn:2643743',
  ],
  'links.txt': ['links', out, '--counting', 'partner', '--no-coaffiliation'],
  'links-inside.txt': ['links', out, '--place', 'delta'],
  'links-pair.json': ['links', out, '--place', 'Delta', '--with', 'isles', '--format', 'json'],
  'match.txt': ['match', 'Lake University', out, '--place', 'cn:3205', '--top', '4'],
  'match.zh.txt': ['match', '散裂中子源', out, '--place', 'cn:6501', '--reach', 'region', '--lang', 'zh'],
  'match.csv': ['match', 'neutron scattering', out, '--place', 'gba', '--top', '2', '--format', 'csv'],
  'partners.txt': ['partners', 'cn:3205', out, '--top', '3', '--likely', '2'],
  'partners.zh.txt': ['partners', 'csns', out, '--lang', 'zh'],
  'gaps.txt': ['gaps', 'cn:3205', out, '--least', '0.1'],
  'gaps.zh.txt': ['gaps', 'delta', out, '--least', '0.1', '--lang', 'zh'],
  'coverage.txt': ['coverage', out],
  'sql.txt': [
    'sql',
    out,
    'SELECT city, CAST(sum(share) AS DOUBLE) / 2^30 AS share FROM city_output GROUP BY city ORDER BY 2 DESC, 1',
  ],
  'regions-show.txt': ['regions', 'show', 'golden_triangle'],
};

describe('on a small world', () => {
  it('a build tells progress and its summary on standard error, and nothing on standard output', async () => {
    expect([built.code, built.out]).toEqual([0, '']);
    await expect(settled(built.err)).toMatchFileSnapshot('golden/build.err.txt');
  });

  it.each(Object.entries(QUESTIONS))('%s is what the command prints', async (name, words) => {
    const said = await synopolis(...words);
    expect([said.code, said.err]).toEqual([0, '']);
    await expect(settled(said.out)).toMatchFileSnapshot(`golden/${name}`);
  });

  it('--out writes what would be printed, and prints nothing', async () => {
    const [words] = Object.values(QUESTIONS);
    const file = bench.path('ranking.txt');
    expect(await synopolis(...words, '--out', file)).toEqual({ code: 0, out: '', err: '' });
    expect(readFileSync(file, 'utf8')).toBe((await synopolis(...words)).out);
  });
});

describe('JSON of a ranking', () => {
  it('is { about, rows } with rank, interval, place, Share and Count in every row', async () => {
    const { out: text } = await synopolis('ranking', out, '--format', 'json');
    const answer = JSON.parse(text) as { about: object; rows: Record<string, unknown>[] };
    expect(answer.about).toMatchObject({
      analysis: 'ranking',
      works: 14,
      synthetic: null,
      interval: { level: 0.95, draws: 2000, seed: 1 },
      observatory: { title: 'Small world', version: VERSION },
    });
    const pair = [expect.any(Number), expect.any(Number)] as unknown;
    for (const row of answer.rows)
      expect(row).toMatchObject({
        rank: expect.any(Number) as unknown,
        rankInterval: pair,
        place: {
          id: expect.stringMatching(/^(cn|gn):\d+$/) as unknown,
          name: expect.any(String) as unknown,
          country: expect.stringMatching(/^[A-Z]{2}$/) as unknown,
        },
        share: expect.any(Number) as unknown,
        shareInterval: pair,
        count: expect.any(Number) as unknown,
      });
    // Suzhou: alone 1, halves 1/2 thrice, thirds twice.
    const suzhou = answer.rows.find((row) => (row.place as { id: string }).id === 'cn:3205');
    expect(suzhou).toMatchObject({ rank: 1, count: 6, place: { nameZh: '苏州市' } });
    expect(suzhou!.share).toBeCloseTo(1 + 3 / 2 + 2 / 3, 8);
  });
});
