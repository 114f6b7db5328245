import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { readSpreadsheet } from '../../test/cli/spreadsheet.ts';
import { synopolis } from '../../test/cli/shell.ts';

const folder = mkdtempSync(join(tmpdir(), 'resources-'));
afterAll(() => {
  rmSync(folder, { recursive: true });
});
const written = (name: string, ...lines: string[]): string => {
  const file = join(folder, name);
  writeFileSync(file, [...lines, ''].join('\n'));
  return file;
};

const QUESTIONS: Readonly<Record<string, readonly string[]>> = {
  'resources.txt': ['resources', '--region', 'gba_9_2', '--kind', 'science-park,incubator'],
  'resources.zh.txt': ['resources', '--field', '中子散射', '--place', 'iso:CN', '--lang', 'zh'],
  'resources.csv': ['resources', '--kind', 'firm', '--opened', '2000-2026', '--format', 'csv'],
  'resources-show.txt': ['resources', 'show', 'csns'],
  'resources-show.json': ['resources', 'show', 'w-euxfel', '--format', 'json'],
  'resources-counts.zh.txt': [
    'resources',
    '--counts',
    '--place',
    'jjj_13',
    '--opened',
    '2020-2025',
    '--lang',
    'zh',
  ],
  'needs.txt': ['needs', 'list', '--file', 'docs/templates/needs.csv'],
  'needs.zh.txt': ['needs', 'list', '--file', 'docs/templates/needs.csv', '--lang', 'zh'],
  'resources-counts.txt': ['resources', '--counts', '--place', 'jjj_13', '--opened', '2015-2025'],
};

describe('resources', () => {
  it.each(Object.entries(QUESTIONS))('%s is what the command prints', async (name, words) => {
    const said = await synopolis(...words);
    expect([said.code, said.err]).toEqual([0, '']);
    await expect(said.out).toMatchFileSnapshot(`golden/${name}`);
  });

  it('as JSON are { about, rows }, each row with its resource, place and how sure it is', async () => {
    const { out } = await synopolis('resources', '--place', 'cn:4419', '--format', 'json');
    const { about, rows } = JSON.parse(out) as {
      about: { listed: number; notes: string[] };
      rows: { resource: { id: string; source: string }; place: object; howSure: object }[];
    };
    expect(about.listed).toBe(578);
    expect(rows.map(({ resource }) => resource.id)).toContain('csns');
    for (const row of rows)
      expect(row).toMatchObject({
        resource: { id: expect.any(String) as unknown, place: 'cn:4419', list: null },
        place: { id: 'cn:4419', name: 'Dongguan', nameZh: '东莞市' },
        howSure: { basis: expect.stringMatching(/^(?:stored|recalled)$/) as unknown },
      });
    expect(out).not.toContain(process.cwd());
  });

  it('as a spreadsheet are the same rows, sources as text', async () => {
    const file = join(folder, 'parks.xlsx');
    expect((await synopolis('resources', '--kind', 'science-park', '--out', file)).code).toBe(0);
    const sheets = readSpreadsheet(file);
    const [head, ...rows] = sheets.get('Resources')!;
    const column = (title: string) => rows.map((row) => row[head.indexOf(title)]);
    expect(rows).toHaveLength(28);
    const { out } = await synopolis('resources', '--kind', 'science-park', '--format', 'json');
    const json = JSON.parse(out) as { rows: { resource: { id: string; source: string } }[] };
    expect(column('Id')).toEqual(json.rows.map(({ resource }) => resource.id));
    expect(column('Source')).toEqual(json.rows.map(({ resource }) => resource.source));
    expect(sheets.get('about')!.join()).toContain('are not links');
  });

  it('of a list of one’s own stand beside the shipped ones', async () => {
    const own = written(
      'own.csv',
      'id,name_en,kind,place,source,contact',
      'sem-1,Microscope,instrument,cn:3205,our inventory,office 3',
    );
    const { out } = await synopolis(
      'resources',
      '--kind',
      'instrument',
      '--resources',
      own,
      '--format',
      'csv',
    );
    expect(out).toContain('# 1 of 579 listed.');
    expect(out).toMatch(/^sem-1,Microscope,.*office 3$/m);
  });

  it.each([
    [['--place', 'Suzhou'], 1, /“Suzhou” fits 2 places: cn:3205 .* cn:3413/],
    [['--region', 'delta'], 1, /“delta”/],
    [['--kind', 'labs'], 1, /Unknown kind of resource “labs”/],
    [['--opened', 'ever'], 2, /not a range of years/],
    [['--status', 'busy'], 2, /--status takes operating, under construction, .*“busy” is none of them/],
    [['--counts', 'moon'], 2, /Allowed choices are all, kind, region, city, status/],
    [['--place', 'cn:1100', '--region', 'gba'], 2, /--place and --region say the same/],
    [['--format', 'xlsx'], 2, /needs --out FILE/],
    [['--resources', 'nowhere.csv'], 1, /nowhere\.csv: cannot be read/],
    [['show', 'csnz'], 1, /no resource csnz\. Did you mean csns\?/],
  ])('%j is refused with %i', async (words, code, why) => {
    const said = await synopolis('resources', ...words);
    expect([said.code, said.out]).toEqual([code, '']);
    expect(said.err).toMatch(why);
  });
});

describe('resources check', () => {
  it('names what is wrong by row and ends with 1', async () => {
    const file = written(
      'bad.csv',
      'id,name_en,kind,place,source,url',
      'csns,Mine,firm,cn:4419,us,',
      'b,B,frim,Suzhou,[us](https://example.org),example.org',
      'b,B,firm,cn:4419,us,',
    );
    const said = await synopolis('resources', 'check', file);
    expect(said.code).toBe(1);
    expect(said.out.replaceAll(file, 'bad.csv').split('\n')).toEqual([
      expect.stringMatching(/^bad\.csv:2: error: resources\.csv, line \d+ has the id csns already\. /),
      'bad.csv:3: error: Unknown kind of resource “frim”. Did you mean firm?',
      'bad.csv:3: error: url “example.org” is not an address. Write an http:// or https:// address, or leave it empty.',
      expect.stringMatching(/^bad\.csv:3: error: Its source is shown as a link\. Cite it as text/),
      expect.stringMatching(/^bad\.csv:3: error: “Suzhou” fits 2 places/),
      'bad.csv:4: error: Line 3 has the id b already. Give this row an id of its own.',
      '',
    ]);
    expect(said.err).toContain('has 6 errors.');
  });

  it('says that a sound list can be used, and refuses one with wrong columns', async () => {
    const good = written('good.csv', 'id,name_en,kind,place,source', 'a,A,firm,cn:4419,us');
    expect(await synopolis('resources', 'check', good)).toEqual({
      code: 0,
      out: `${good} can be used: 1 resource.\n`,
      err: '',
    });
    const said = await synopolis('resources', 'check', written('columns.csv', 'name,city', 'A,B'));
    expect(said.code).toBe(1);
    expect(said.err).toContain('lacks the columns id, name_en, kind, place, source. Its columns are: id,');
  });
});

describe('needs', () => {
  const file = join(folder, 'needs.csv');
  const needs = (...words: string[]) => synopolis('needs', ...words, '--file', file);

  it('are written down, shortlisted and answered in one file, and listed by state', async () => {
    const added = await needs(
      'add',
      'Neutron scattering for batteries',
      '--place',
      'Dongguan',
      '--note',
      'by phone',
    );
    expect(added).toEqual({
      code: 0,
      out: `${file}: n1 (open): Neutron scattering for batteries\n`,
      err: '',
    });
    expect((await needs('add', '芯片测试', '--place', 'gba', '--lang', 'zh')).out).toBe(
      `${file}: n2 (待办): 芯片测试\n`,
    );
    expect((await needs('shortlist', 'n1', '--with', 'csns,cityu-ihep-neutron')).out).toContain(
      'n1 (shortlisted): Neutron scattering for batteries — csns, cityu-ihep-neutron',
    );
    expect((await needs('answer', 'n1', '--with', 'csns', '--note', 'beam time')).code).toBe(0);
    const { rows } = JSON.parse((await needs('list', '--state', 'answered', '--format', 'json')).out) as {
      rows: object[];
    };
    expect(rows).toEqual([
      {
        id: 'n1',
        text: 'Neutron scattering for batteries',
        place: 'cn:4419',
        date: expect.stringMatching(/^\d{4}-\d\d-\d\d$/) as unknown,
        shortlist: ['csns', 'cityu-ihep-neutron'],
        state: 'answered',
        answer: ['csns'],
        note: 'by phone; beam time',
        line: 2,
      },
    ]);
    const open = (await needs('list', '--state', 'open')).out;
    expect(open).toContain('芯片测试');
    expect(open).not.toContain('Neutron');
    expect((await needs('withdraw', 'n2')).out).toContain('n2 (withdrawn)');
  });

  it('that cannot be written down or answered are refused, and the file stays', async () => {
    const before = readFileSync(file, 'utf8');
    for (const [words, code, why] of [
      [['add', '  '], 1, /The need is empty/],
      [['add', 'x-ray', '--place', 'Suzhou'], 1, /fits 2 places/],
      [['shortlist', 'n9', '--with', 'csns'], 1, /has no need n9\. It has n1, n2\./],
      [['shortlist', 'n1', '--with', 'csnz'], 1, /no resource csnz\. Did you mean csns\?/],
      [['answer', 'n2', '--with', 'csns'], 1, /n2 is withdrawn/],
    ] as const) {
      const said = await needs(...words);
      expect([said.code, said.out]).toEqual([code, '']);
      expect(said.err).toMatch(why);
    }
    expect(readFileSync(file, 'utf8')).toBe(before);
  });

  it('may be answered by an institution of the records', async () => {
    await needs('add', 'Quantum sensing');
    expect((await needs('answer', 'n3', '--with', 'I4210100400')).out).toContain('n3 (answered)');
  });

  it('of a file with wrong rows are listed as far as they can, and the command ends with 1', async () => {
    const wrong = written('wrong.csv', 'id,text,state', 'n1,Good,open', 'n2,Bad,opend');
    const said = await synopolis('needs', 'list', '--file', wrong);
    expect(said.code).toBe(1);
    expect(said.out).toContain('Good');
    expect(said.err).toContain(
      `${wrong}:3: error: state is “opend”. Use one of open, shortlisted, answered, withdrawn.`,
    );
    expect(said.err).toContain('has 1 row that cannot be used; the others are listed.');
  });
});
