import fc from 'fast-check';
import { closeSync, existsSync, mkdtempSync, openSync, writeSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { DuckDBEngine } from '../engine/duckdb.ts';
import { raw, sql } from '../engine/sql.ts';
import { type ColumnType, type Field, plainColumn } from './plain-columns.ts';
import { ParquetWriter } from './parquet-writer.ts';

const folder = mkdtempSync(join(tmpdir(), 'plain-parquet-'));
const path = join(folder, 'rows.parquet');
let engine: DuckDBEngine;
beforeAll(async () => {
  engine = await DuckDBEngine.open();
});
afterAll(() => engine.close());

const COLUMNS = { number: 'INTEGER', long: 'BIGINT', flag: 'BOOLEAN', text: 'VARCHAR' } as const;
const TYPES: readonly ColumnType[] = Object.values(COLUMNS);
type Row = readonly [number | null, number | null, boolean | null, string | null];

/** Written in groups of rows as given, and read by the engine. */
async function readBack(groups: readonly (readonly Row[])[]): Promise<Field[][]> {
  const file = new ParquetWriter(path, COLUMNS);
  for (const rows of groups) {
    const columns = TYPES.map((type, i) =>
      plainColumn(
        type,
        rows.map((row) => row[i]),
      ),
    );
    file.group(rows.length, columns);
  }
  file.close();
  const read = await engine.query<Record<string, Field>>(sql`SELECT * FROM read_parquet(${path})`);
  return read.map((row) => Object.keys(COLUMNS).map((column) => row[column]));
}

describe('a plain file of Parquet', () => {
  it('gives back any values and nulls as they were written, in any groups', async () => {
    const awkward = fc.constantFrom('', '"', ',', '\n', '\r\n', ' a ', 'NULL', '\0', 'x\ufeff', '“é”', '𠮷');
    const text = fc.oneof(
      awkward,
      // A lone surrogate is no text, and the engine's own client drops a byte-order mark at the start of one.
      fc.string({ unit: 'binary' }).map((written) =>
        Buffer.from(written)
          .toString()
          .replace(/^\ufeff+/, 'x'),
      ),
    );
    const row = fc.tuple(
      fc.option(fc.integer({ min: -(2 ** 31), max: 2 ** 31 - 1 })),
      fc.option(fc.integer({ min: -(2 ** 53) + 1, max: 2 ** 53 - 1 })),
      fc.option(fc.boolean()),
      fc.option(text),
    );
    const group = fc.oneof(
      fc.array(row, { minLength: 1, maxLength: 40 }),
      // Every row has every value, or none has any.
      fc.nat(20).map((n) => Array.from({ length: n + 1 }, (): Row => [n, 2 ** 40, true, 'all'])),
      fc.nat(20).map((n) => Array.from({ length: n + 1 }, (): Row => [null, null, null, null])),
    );
    await fc.assert(
      fc.asyncProperty(fc.array(group, { maxLength: 20 }), async (groups) => {
        expect(await readBack(groups)).toEqual(groups.flat());
      }),
      { numRuns: 150, seed: 4 },
    );
  });

  it('has as many rows as are given to it, and texts as long as they come', async () => {
    const rows = Array.from({ length: 20_000 }, (_, i): Row => [
      i,
      i % 7 === 0 ? null : i * 2 ** 20,
      i % 3 === 0,
      '语'.repeat(i % 50),
    ]);
    expect(await readBack([rows, [[1, 1, true, '语'.repeat(33_000)]]])).toEqual([
      ...rows,
      [1, 1, true, '语'.repeat(33_000)],
    ]);
  });

  it('cuts a text that no real record has', async () => {
    const [[, , , text]] = await readBack([[[1, 1, true, '"'.repeat(20_000_000)]]]);
    expect(text).toBe('"'.repeat(100_000));
  });

  it('without a row is a table of its columns', async () => {
    expect(await readBack([])).toEqual([]);
    const described = await engine.query<{ column_name: string; column_type: string }>(
      sql`SELECT column_name, column_type FROM (DESCRIBE SELECT * FROM read_parquet(${path}))`,
    );
    expect(Object.fromEntries(described.map((column) => [column.column_name, column.column_type]))).toEqual(
      COLUMNS,
    );
  });

  it('is refused by the engine while it is not closed', async () => {
    const file = new ParquetWriter(path, COLUMNS);
    file.group(
      1,
      TYPES.map((type) => plainColumn(type, [null])),
    );
    file.abandon();
    await expect(engine.query(sql`SELECT * FROM ${raw(`'${path}'`)}`)).rejects.toThrow(/parquet/i);
  });
});

const FULL = '/dev/full';
describe.skipIf(!existsSync(FULL))(
  `a file on a full disk${existsSync(FULL) ? '' : ` (skipped: there is no ${FULL})`}`,
  () => {
    it('says so, and is closed once, so that no other file is closed in its place', () => {
      expect(() => new ParquetWriter(FULL, COLUMNS)).toThrow('ENOSPC');
      const other = openSync(join(folder, 'other.parquet'), 'w');
      expect(writeSync(other, 'still open')).toBe(10);
      closeSync(other);
    });
  },
);
