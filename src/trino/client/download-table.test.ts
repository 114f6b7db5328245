import { mkdtempSync, readdirSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { DuckDBEngine } from '../../engine/duckdb.ts';
import { sql } from '../../engine/sql.ts';
import type { Column } from './answer.ts';
import { download } from './download-table.ts';
import type { Page } from './statement.ts';

let duckdb: DuckDBEngine;
beforeAll(async () => {
  duckdb = await DuckDBEngine.open();
});
afterAll(() => duckdb.close());

const column = (name: string, rawType: string): Column => ({
  name,
  type: rawType,
  typeSignature: { rawType, arguments: [] },
});

const COLUMNS = [column('work', 'bigint'), column('name', 'varchar'), column('share', 'double')];
const folder = (): string => mkdtempSync(join(tmpdir(), 'download-'));

/** Rows as Trino says them: a big number, a text or null, a number that is none. */
const row = (i: number): unknown[] => [
  i % 2 === 0 ? i : `${9007199254740993n + BigInt(i)}`,
  i % 7 === 0 ? null : `city ${i % 97}`,
  i % 5 === 0 ? 'NaN' : i / 3,
];
const THEIRS = sql`
  SELECT CASE WHEN i % 2 = 0 THEN i ELSE 9007199254740993 + i END AS work,
    CASE WHEN i % 7 <> 0 THEN 'city ' || (i % 97) END AS name,
    CASE WHEN i % 5 = 0 THEN 'NaN'::DOUBLE ELSE i / 3 END AS share`;

/** Rows in pages whose sizes have nothing to do with anybody's chunks. */
function* pages(count: number): Generator<Page> {
  const sizes = [1, 999, 5000, 2048, 0, 77_777];
  for (let at = 0, page = 0; at < count; page++) {
    const size = Math.min(sizes[page % sizes.length], count - at);
    yield { columns: COLUMNS, rows: Array.from({ length: size }, (_, i) => row(at + i)) };
    at += size;
  }
  yield { columns: COLUMNS, rows: [] };
}

it.each([0, 1, 2048, 122_880, 300_001])(
  '%i rows come home as the bytes that the embedded engine writes, and nothing is left beside them',
  async (count) => {
    const [home, theirs] = [folder(), folder()];
    expect(await download(pages(count), join(home, 'rows.parquet'))).toBe(count);
    await duckdb.export(sql`${THEIRS} FROM range(${count}) AS t(i)`, join(theirs, 'rows.parquet'));
    const [ours, expected] = [home, theirs].map((where) => readFileSync(join(where, 'rows.parquet')));
    expect(ours.equals(expected)).toBe(true);
    expect(readdirSync(home)).toEqual(['rows.parquet']);
  },
);

it('what cannot be kept exactly is refused, and nothing is left', async () => {
  const home = folder();
  const time = {
    ...column('t', 'timestamp'),
    typeSignature: { rawType: 'timestamp', arguments: [{ kind: 'LONG', value: 9 }] },
  } as const;
  for (const odd of [time, column('t', 'interval day to second')])
    await expect(download([{ columns: [odd], rows: [['x']] }], join(home, 'rows.parquet'))).rejects.toThrow(
      /^column t is of type .*, which cannot be brought home; cast it in the query$/,
    );
  await expect(download([{ columns: [], rows: [] }], join(home, 'rows.parquet'))).rejects.toThrow(
    /without columns/,
  );
  await expect(
    download([{ columns: [column('t', 'date')], rows: [['no day']] }], join(home, 'rows.parquet')),
  ).rejects.toThrow(/no day/);
  expect(readdirSync(home)).toEqual([]);
});
