import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { synopolis } from '../../test/cli/shell.ts';
import { readSpreadsheet } from '../../test/cli/spreadsheet.ts';
import { fullUnless } from '../../test/few-and-many.ts';
import { analysedWorld, type AnalysedWorld } from '../../test/analysed-world.ts';
import { ANALYSES } from '../analyses/index.ts';
import { type Message, render } from '../base/index.ts';
import { DuckDBEngine } from '../engine/duckdb.ts';
import { sql } from '../engine/sql.ts';
import { FORMATS } from './output/destination.ts';

let world: AnalysedWorld;
const folder = mkdtempSync(join(tmpdir(), 'formats-'));
beforeAll(async () => {
  world = await analysedWorld({ works: 600, seed: 5 });
});
afterAll(async () => {
  await world.close();
  rmSync(folder, { recursive: true });
});

type Cell = string | number | boolean | null;

/** What to run, what the rows are in JSON, and the columns with their titles in order. */
interface Case {
  readonly words: () => string[];
  readonly columns: readonly {
    readonly id: string;
    readonly title: string;
    /** Of a column that a printed table may leave out. */
    readonly aside?: unknown;
    value(row: never): Cell | Message;
  }[];
}

const QUESTIONS: Readonly<Record<string, readonly string[]>> = {
  ranking: ['--of', 'cities,regions', '--top', '12', '--outranks', 'cn:1100,cn:3100'],
  links: ['--place', 'def:yrd_41', '--top', '12'],
  network: ['--place', 'def:yrd_41'],
  balance: ['--definition', 'jjj_13,gba_9_2', '--population-year', '2020'],
  convergence: ['--place', 'def:yrd_41'],
  profile: ['--place', 'cn:1100', '--by', 'rank,share,fields,statistics,policies', '--draws', '200'],
  sensitivity: ['--analysis', 'balance', '--place', 'def:gba_9_2'],
  coverage: ['--top', '5'],
  match: ['--place', 'cn:1100', '--top', '12'],
  partners: ['--top', '5'],
  gaps: ['--least', '0.5'],
  specialisation: ['--place', 'cn:1100', '--of', 'field', '--enough', '20', '--least', '0.5'],
  complementarity: ['--place', 'def:yrd_41', '--of', 'field', '--enough', '20', '--least', '0.5'],
  coordination: ['--place', 'def:yrd_41'],
  compare: ['--place', 'cn:1100,def:yrd_41', '--draws', '200'],
  effect: ['--place', 'def:yrd_41', '--policy', '2016', '--draws', '0', '--no-sensitivity'],
  panel: ['--inside', 'jjj_13'],
};
/** What stands before the folder, where a question has it. */
const ARGUMENTS: Readonly<Record<string, readonly string[]>> = {
  match: ['Oncology and lasers'],
  partners: ['cn:1100'],
  gaps: ['yrd_41'],
  panel: ['pairs'],
};
/** Columns that are not of these answers: those of a panel of places in one of pairs, of a field in links that have none. */
const ABSENT: Readonly<Record<string, readonly string[] | undefined>> = {
  panel: ['place', 'name', 'fieldId', 'field', 'share', 'count', 'shareSquared'],
  links: ['field', 'fieldId'],
};
const cases: Readonly<Record<string, Case>> = {
  ...Object.fromEntries(
    ANALYSES.map(({ id, columns }) => [
      id,
      {
        words: () => [id, ...(ARGUMENTS[id] ?? []), world.folder, ...(QUESTIONS[id] ?? [])],
        columns: columns
          .filter((column) => !(ABSENT[id] ?? []).includes(column.id))
          .map((column) => ({ ...column, title: column.title.en }) as never),
      },
    ]),
  ),
  sql: {
    words: () => [
      'sql',
      world.folder,
      "SELECT kind, count(*) AS n, kind = 'city' AS is_city, NULL AS nothing, 'a, \"b\" # 市' AS odd FROM places GROUP BY kind ORDER BY kind",
    ],
    columns: ['kind', 'n', 'is_city', 'nothing', 'odd'].map((id) => ({
      id,
      title: id,
      value: (row) => row[id],
    })),
  },
  regions: {
    words: () => ['regions', 'list'],
    columns: [
      ['id', 'Id'],
      ['name', 'Name'],
      ['nameZh', 'Name (zh)'],
      ['version', 'Version'],
      ['policyYear', 'Policy'],
      ['cities', 'Cities'],
      ['partial', 'Partial'],
    ].map(([id, title]) => ({
      id,
      title,
      value: (row: Record<string, Cell>) =>
        id === 'policyYear' && row[id] !== null ? String(row[id]) : row[id],
    })),
  },
};
const NAMES = Object.keys(cases);

interface Answer {
  readonly about: unknown;
  readonly rows: readonly never[];
}

/** Asks once, and remembers what came out under what was asked. */
function once<T>(ask: (name: string, format: string) => Promise<T>): typeof ask {
  const answers = new Map<string, Promise<T>>();
  return (name, format) => {
    const key = `${name}.${format}`;
    const answer = answers.get(key) ?? ask(name, format);
    answers.set(key, answer);
    return answer;
  };
}

const printed = once(async (name, format) => {
  const { code, out, err } = await synopolis(...cases[name].words(), '--format', format);
  expect([code, err]).toEqual([0, '']);
  return out;
});

const asJson = async (name: string): Promise<Answer> => JSON.parse(await printed(name, 'json')) as Answer;

/** A cell as it is printed: messages in English. */
const plain = (cell: Cell | Message): Cell =>
  typeof cell === 'object' && cell !== null ? render(cell, 'en') : cell;

/** The cells that every format must hold, from the JSON of the same question. */
async function cellsOf(name: string): Promise<Cell[][]> {
  const { rows } = await asJson(name);
  expect(rows.length).toBeGreaterThan(0);
  return rows.map((row) => cases[name].columns.map((column) => plain(column.value(row))));
}

const file = once(async (name, format) => {
  const path = join(folder, `${name}.${format}`);
  const { code, out, err } = await synopolis(...cases[name].words(), '--format', format, '--out', path);
  expect([code, out, err]).toEqual([0, '', '']);
  return path;
});

/** Lines of CSV: comments, and cells with quotes undone. */
function readCsv(text: string): { comments: string[]; rows: string[][] } {
  const lines = text.trimEnd().split('\n');
  const comments = lines.filter((line) => line.startsWith('# ')).map((line) => line.slice(2));
  const rows = lines
    .filter((line) => !line.startsWith('#'))
    .map((line) =>
      [...`,${line}`.matchAll(/,(?:"((?:[^"]|"")*)"|([^,]*))/g)].map(([, quoted, plain]) =>
        (quoted as string | undefined) === undefined ? plain : quoted.replaceAll('""', '"'),
      ),
    );
  return { comments, rows };
}

/** Cases for every run: columns of every kind, a format of its own, and those that are no analysis. The others are like them. */
const FEW = ['ranking', 'network', 'panel', 'sql', 'regions'];

describe.each(NAMES)('the rows of %s are the same', (name) => {
  const { columns } = cases[name];
  const ids = columns.map(({ id }) => id);

  it('in CSV, printed and in a file', fullUnless(FEW.includes(name)), async () => {
    const cells = await cellsOf(name);
    const path = await file(name, 'csv');
    const text = readFileSync(path, 'utf8');
    expect(text).toBe(await printed(name, 'csv'));
    const { rows } = readCsv(text);
    expect(rows).toEqual([
      ids,
      ...cells.map((row) => row.map((cell) => (cell === null ? '' : String(cell)))),
    ]);
  });

  it('in JSON in a file', fullUnless(FEW.includes(name)), async () => {
    const path = await file(name, 'json');
    expect(JSON.parse(readFileSync(path, 'utf8'))).toEqual(await asJson(name));
  });

  it('in Parquet, types and all', async () => {
    const cells = await cellsOf(name);
    const path = await file(name, 'parquet');
    const engine = await DuckDBEngine.open({ threads: 1 });
    try {
      const rows = await engine.query(sql`SELECT * FROM read_parquet(${path})`);
      expect(rows.map((row) => Object.keys(row))).toEqual(cells.map(() => ids));
      expect(rows.map((row) => Object.values(row))).toEqual(cells);
    } finally {
      engine.close();
    }
  });

  it('in a spreadsheet, with a sheet of what they mean', fullUnless(FEW.includes(name)), async () => {
    const cells = await cellsOf(name);
    const sheets = [...readSpreadsheet(await file(name, 'xlsx')).values()];
    const width = columns.length;
    const padded = sheets[0].map((row) => [...row, ...Array<null>(width - row.length).fill(null)]);
    expect(padded).toEqual([columns.map(({ title }) => title), ...cells]);
    expect(sheets[1].length > 0).toBe(name !== 'regions');
  });

  it('in the table, rounded for reading', fullUnless(FEW.includes(name)), async () => {
    const cells = await cellsOf(name);
    const lines = (await printed(name, 'table')).split('\n');
    const rule = lines.findIndex((line) => line.startsWith('──'));
    const body = lines.slice(rule + 1, rule + 1 + cells.length);
    expect(lines[rule + 1 + cells.length]).toBe('');
    const { columns } = cases[name];
    for (const [i, row] of cells.entries())
      for (const [j, cell] of row.entries())
        if (typeof cell === 'string' && columns[j].aside === undefined) expect(body[i]).toContain(cell);
  });
});

describe('a file', () => {
  it('is what its ending says where no format is named', async () => {
    const path = join(folder, 'ending.CSV');
    await synopolis('regions', 'list', '--out', path);
    expect(readFileSync(path, 'utf8')).toBe((await synopolis('regions', 'list', '--format', 'csv')).out);
    const other = join(folder, 'ending.txt');
    await synopolis('regions', 'list', '--out', other);
    expect(readFileSync(other, 'utf8')).toBe((await synopolis('regions', 'list')).out);
  });

  it('is needed by Parquet and spreadsheets, which no terminal shows', async () => {
    for (const format of ['parquet', 'xlsx']) {
      const { code, out, err } = await synopolis('regions', 'list', '--format', format);
      expect([code, out, err]).toEqual([2, '', `error: --format ${format} needs --out FILE.\n`]);
    }
  });

  it('that cannot be written fails in every format alike, and leaves nothing', async () => {
    for (const format of ['table', 'csv', 'json', 'parquet', 'xlsx']) {
      const path = join(folder, 'no such folder', `x.${format}`);
      const { code, out, err } = await synopolis('regions', 'list', '--format', format, '--out', path);
      expect([code, out]).toEqual([1, '']);
      expect(err).toBe(
        `error: ${path} cannot be written: its folder does not exist. Name another file with --out.\n`,
      );
      expect(existsSync(path)).toBe(false);
    }
  });
});

/** Formats that are looked into one by one below. */
const BINARY: readonly string[] = ['parquet', 'xlsx'];

describe('“synthetic demonstration” stands', () => {
  const ASKED = NAMES.filter((name) => name !== 'regions');

  describe.each(ASKED)('on every output of %s', (name) => {
    it('printed and in files', fullUnless(FEW.includes(name)), async () => {
      const says = /synthetic demonstration/;
      const own = Object.entries(ANALYSES.find(({ id }) => id === name)?.files ?? {});
      for (const format of FORMATS.filter((one) => !BINARY.includes(one)))
        expect(await printed(name, format)).toMatch(says);
      for (const [format, { extension }] of own) {
        const path = join(folder, `own-${name}-${format}.${extension}`);
        await synopolis(...cases[name].words(), '--format', format, '--out', path);
        expect(readFileSync(path, 'utf8'), format).toMatch(says);
      }
      const sheets = readSpreadsheet(await file(name, 'xlsx'));
      expect(JSON.stringify(sheets.get('about'))).toMatch(says);
      const engine = await DuckDBEngine.open({ threads: 1 });
      try {
        const path = await file(name, 'parquet');
        const [{ about }] = await engine.query<{ about: string }>(
          sql`SELECT decode(value) AS about FROM parquet_kv_metadata(${path}) WHERE decode(key) = 'about'`,
        );
        expect(about).toMatch(says);
        const told = JSON.parse(about) as unknown;
        expect(told).toEqual((await asJson(name)).about);
      } finally {
        engine.close();
      }
    });
  });

  it('where the laws and a file of regions are checked', async () => {
    const { out } = await synopolis('check', world.folder);
    expect(out).toBe(`${world.folder} (synthetic demonstration) is as it was built and keeps the laws.\n`);
    const shipped = join('data', 'regions', 'jjj_13.csv');
    const checked = await synopolis('regions', 'check', shipped, '--observatory', world.folder);
    expect(checked.out).toMatch(/^The institutions are those of a synthetic demonstration\.\n/);
  });
});
