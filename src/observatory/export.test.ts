import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { DuckDBEngine } from '../engine/duckdb.ts';
import type { Row } from '../engine/engine.ts';
import { sql } from '../engine/sql.ts';
import { writeTable } from './export.ts';

type Given = Parameters<typeof writeTable>;

/** What another reader of Parquet finds in the file that was written. */
async function written(
  columns: Given[1],
  rows: Given[2],
  metadata: Given[3] = { about: 'a test' },
): Promise<{ rows: Row[]; types: Row[]; metadata: Row[] }> {
  const folder = mkdtempSync(join(tmpdir(), 'export-'));
  const engine = await DuckDBEngine.open({ threads: 1 });
  onTestFinished(() => {
    engine.close();
    rmSync(folder, { recursive: true });
  });
  const file = join(folder, 'table.parquet');
  await writeTable(file, columns, rows, metadata);
  return {
    rows: await engine.query(sql`SELECT * FROM read_parquet(${file})`),
    types: await engine.query(
      sql`SELECT column_name AS id, column_type AS type FROM (DESCRIBE SELECT * FROM read_parquet(${file}))`,
    ),
    metadata: await engine.query(
      sql`SELECT decode(key) AS key, decode(value) AS value FROM parquet_kv_metadata(${file})`,
    ),
  };
}

describe('a Parquet file of rows', () => {
  it('has them in their order, with their names and values whatever characters those have', async () => {
    const texts = ['it’s "quoted", {braced}', "'; DROP TABLE x; --", '苏州\n市', '', ' 1 ', '2015-01-01'];
    const columns = [{ id: 'n' }, { id: 'a "name" of, some\'s' }, { id: '地点' }];
    const rows = texts.map((text, i) => [i / 3, text, i % 2 === 0] as const);
    const found = await written(columns, rows);
    expect(found.rows.map((row) => Object.values(row))).toEqual(rows);
    expect(found.types).toEqual([
      { id: 'n', type: 'DOUBLE' },
      { id: 'a "name" of, some\'s', type: 'VARCHAR' },
      { id: '地点', type: 'BOOLEAN' },
    ]);
  });

  it('has nothing where there is nothing, and a column of several kinds as text', async () => {
    const found = await written(
      [{ id: 'hole' }, { id: 'mixed' }],
      [
        [1, 'one'],
        [null, 2],
        [3, null],
      ],
    );
    expect(found.rows).toEqual([
      { hole: 1, mixed: 'one' },
      { hole: null, mixed: '2' },
      { hole: 3, mixed: null },
    ]);
  });

  it('keeps the type of a numeric column that is empty in every row, and of a table without rows', async () => {
    for (const rows of [[], [[null, null]]]) {
      const { types } = await written([{ id: 'ratio', numeric: true }, { id: 'name' }], rows);
      expect(types).toEqual([
        { id: 'ratio', type: 'DOUBLE' },
        { id: 'name', type: 'VARCHAR' },
      ]);
    }
  });

  it('has every row of one that is written in several pieces, handed over one by one', async () => {
    const n = 30_000;
    const long = 'x'.repeat(100);
    function* rows(): Generator<readonly (string | number)[]> {
      for (let i = 0; i < n; i++) yield [i, `${long}${i}`];
    }
    const found = await written([{ id: 'n' }, { id: 'text' }], rows());
    expect(found.rows.map(({ n: one }) => one)).toEqual(Array.from({ length: n }, (_, i) => i));
    expect(found.rows.every(({ n: one, text }) => text === `${long}${Number(one)}`)).toBe(true);
  });

  it('tells names apart that differ in case alone', async () => {
    expect((await written([{ id: 'a' }, { id: 'A' }, { id: 'a_1' }], [[1, 2, 3]])).rows).toEqual([
      { a: 1, A_1: 2, a_1_1: 3 },
    ]);
  });

  it('carries the texts given beside it', async () => {
    const text = JSON.stringify({ note: 'it’s “so”', years: '2015–2024', quote: "'" });
    expect((await written([{ id: 'a' }], [[1]], { about: text, 'a-b': 'x' })).metadata).toEqual([
      { key: 'about', value: text },
      { key: 'a-b', value: 'x' },
    ]);
  });
});
