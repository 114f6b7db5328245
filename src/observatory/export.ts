import { closeSync, mkdtempSync, openSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { jsonLines } from '../engine/dialect.ts';
import { DuckDBEngine } from '../engine/duckdb.ts';
import { join as joined, name, sql } from '../engine/sql.ts';

type Cell = string | number | boolean | null;

export interface ExportColumn {
  readonly id: string;
  /** Numbers whatever its rows hold, so that a column has one type also where nothing stands in it. */
  readonly numeric?: boolean;
}

/**
 * Writes rows of plain values to one Parquet file, with texts kept in its metadata. A column of numbers is DOUBLE, one
 * of several kinds is text. Names that differ in case alone are one to the engine and are told apart by a number.
 */
export async function writeTable(
  file: string,
  columns: readonly ExportColumn[],
  rows: Iterable<readonly Cell[]>,
  metadata: Readonly<Record<string, string>>,
): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'synopolis-'));
  const engine = await DuckDBEngine.open({ threads: 1, memory: '300MB' });
  try {
    const lines = join(folder, 'rows.jsonl');
    const ids = distinct(columns.map(({ id }) => id));
    const kinds = writeLines(lines, ids, rows);
    const types = Object.fromEntries(columns.map((column, i) => [ids[i], typeOf(column, kinds[i])]));
    const kept = joined(
      Object.entries(metadata).map(([key, text]) => sql`${name(key)}: ${text}`),
      ', ',
    );
    await engine.execute(sql`COPY (SELECT ${joined(ids.map(name), ', ')} FROM ${jsonLines(lines, types)})
      TO ${file} (FORMAT parquet, COMPRESSION zstd, KV_METADATA {${kept}})`);
  } finally {
    engine.close();
    rmSync(folder, { recursive: true });
  }
}

/** So many characters are handed to the disk at a time: a million rows are more than one text can hold. */
const CHUNK = 1 << 20;

/** The rows as JSON Lines, and the kinds of value in each column. */
function writeLines(
  file: string,
  ids: readonly string[],
  rows: Iterable<readonly Cell[]>,
): readonly Set<string>[] {
  const kinds = ids.map(() => new Set<string>());
  const keys = ids.map((id) => `${JSON.stringify(id)}:`);
  const out = openSync(file, 'w');
  try {
    let text = '';
    for (const row of rows) {
      let line = '';
      for (const [i, key] of keys.entries()) {
        kinds[i].add(kindOf(row[i]));
        line += `${i === 0 ? '' : ','}${key}${JSON.stringify(row[i])}`;
      }
      text += `{${line}}\n`;
      if (text.length > CHUNK) {
        writeFileSync(out, text);
        text = '';
      }
    }
    writeFileSync(out, text);
  } finally {
    closeSync(out);
  }
  return kinds;
}

function distinct(ids: readonly string[]): string[] {
  const taken = new Set<string>();
  return ids.map((id) => {
    let own = id;
    for (let n = 1; taken.has(own.toLowerCase()); n++) own = `${id}_${n}`;
    taken.add(own.toLowerCase());
    return own;
  });
}

function kindOf(value: Cell): string {
  return value === null ? 'nothing' : typeof value;
}

function typeOf({ numeric = false }: ExportColumn, kinds: Set<string>): string {
  kinds.delete('nothing');
  if (kinds.size === 0) return numeric ? 'DOUBLE' : 'VARCHAR';
  if (kinds.size > 1) return 'VARCHAR';
  return kinds.has('number') ? 'DOUBLE' : kinds.has('boolean') ? 'BOOLEAN' : 'VARCHAR';
}
