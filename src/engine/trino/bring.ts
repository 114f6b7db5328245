import { DuckDBDataChunk, DuckDBInstance, type DuckDBValue } from '@duckdb/node-api';
import { rmSync } from 'node:fs';
import { PARQUET } from '../parquet.ts';
import { join, name, raw, sql } from '../sql.ts';
import { distinct } from './answer.ts';
import { staged, type Staged } from './staged.ts';
import type { Page } from './statement.ts';

/** Rows of one chunk: as many as DuckDB's vectors hold. */
const CHUNK = 2048;

/**
 * Writes rows, in the order in which they come, to one local Parquet file, as the embedded engine writes it; returns
 * their number. They are staged in a file beside it, so that memory stays flat.
 */
export async function bring(pages: AsyncIterable<Page>, file: string): Promise<number> {
  const staging = `${file}.rows`;
  const remove = (): void => [staging, `${staging}.wal`].forEach((left) => rmSync(left, { force: true }));
  remove();
  const instance = await DuckDBInstance.create(staging, {
    memory_limit: '500MB',
    autoinstall_known_extensions: 'false',
    autoload_known_extensions: 'false',
  });
  const connection = await instance.connect();
  try {
    let rows = 0;
    let columns: readonly Staged[] = [];
    let append: ((page: Page['rows']) => void) | null = null;
    for await (const page of pages) {
      if (append === null) {
        const names = distinct(page.columns.map((column) => column.name));
        columns = page.columns.map(({ typeSignature }, i) => staged(typeSignature, names[i]));
        const declared = columns.map(({ column, type }) => sql`${name(column)} ${raw(type.toString())}`);
        await connection.run(sql`CREATE TABLE rows (${join(declared, ', ')})`.text);
        const appender = await connection.createAppender('rows');
        append = (given) => {
          for (let at = 0; at < given.length; at += CHUNK)
            appender.appendDataChunk(chunk(columns, given.slice(at, at + CHUNK)));
          appender.flushSync();
        };
      }
      append(page.rows);
      rows += page.rows.length;
    }
    const kept = columns.map(
      ({ column, kept: type }) => sql`CAST(${name(column)} AS ${raw(type)}) AS ${name(column)}`,
    );
    await connection.run(sql`COPY (SELECT ${join(kept, ', ')} FROM rows) TO ${file} (${PARQUET})`.text);
    return rows;
  } finally {
    connection.closeSync();
    instance.closeSync();
    remove();
  }
}

function chunk(columns: readonly Staged[], rows: Page['rows']): DuckDBDataChunk {
  const filled = DuckDBDataChunk.create(columns.map(({ type }) => type));
  filled.setColumns(columns.map(({ put }, i) => rows.map((row): DuckDBValue => put(row[i]))));
  return filled;
}
