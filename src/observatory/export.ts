import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { jsonLines } from '../engine/dialect.ts';
import { DuckDBEngine } from '../engine/duckdb.ts';
import { join as joined, name, raw, sql } from '../engine/sql.ts';

type Cell = string | number | boolean | null;

/** Writes rows of plain values to one Parquet file, with texts kept in its metadata. A column of numbers is DOUBLE. */
export async function writeTable(
  file: string,
  columns: readonly string[],
  rows: readonly Readonly<Record<string, Cell>>[],
  metadata: Readonly<Record<string, string>>,
): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'synopolis-'));
  const engine = await DuckDBEngine.open({ threads: 1, memory: '300MB' });
  try {
    const lines = join(folder, 'rows.jsonl');
    writeFileSync(lines, rows.map((row) => JSON.stringify(row)).join('\n'));
    const types = Object.fromEntries(
      columns.map((column) => [`"${column}"`, typeOf(rows.map((row) => row[column] ?? null))]),
    );
    const kept = joined(
      Object.entries(metadata).map(([key, text]) => sql`${raw(key)}: ${text}`),
      ', ',
    );
    await engine.execute(sql`COPY (SELECT ${joined(columns.map(name), ', ')} FROM ${jsonLines(lines, types)})
      TO ${file} (FORMAT parquet, COMPRESSION zstd, KV_METADATA {${kept}})`);
  } finally {
    engine.close();
    rmSync(folder, { recursive: true });
  }
}

function typeOf(values: readonly Cell[]): string {
  const kinds = new Set(values.filter((value) => value !== null).map((value) => typeof value));
  if (kinds.size !== 1) return 'VARCHAR';
  return kinds.has('number') ? 'DOUBLE' : kinds.has('boolean') ? 'BOOLEAN' : 'VARCHAR';
}
