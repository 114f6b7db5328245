import {
  type DuckDBAppender,
  type DuckDBConnection,
  DuckDBDataChunk,
  DuckDBInstance,
  type DuckDBValue,
} from '@duckdb/node-api';
import { renameSync, rmSync } from 'node:fs';
import { PARQUET } from '../../engine/parquet.ts';
import { join, name, raw, sql } from '../../engine/sql.ts';
import { distinct } from './answer.ts';
import { stagedColumn, type StagedColumn } from './staged-query.ts';
import type { Page } from './statement.ts';

/** Rows of one chunk: as many as DuckDB's vectors hold. */
const CHUNK = 2048;
/** Chunks of a row group (`PARQUET`): put in together, they are cut where the embedded engine would cut them. */
const CHUNKS = 60;

/**
 * Writes rows, in the order in which they come, to one local Parquet file, byte for byte as the embedded engine writes
 * the same rows, whole or not at all; returns their number. They are staged in a file beside it, so that memory stays
 * flat.
 */
export async function download(pages: AsyncIterable<Page> | Iterable<Page>, file: string): Promise<number> {
  const staging = `${file}.rows`;
  const written = `${file}.part`;
  const remove = (): void =>
    [staging, `${staging}.wal`, written].forEach((left) => rmSync(left, { force: true }));
  remove();
  const instance = await DuckDBInstance.create(staging, {
    memory_limit: '500MB',
    autoinstall_known_extensions: 'false',
    autoload_known_extensions: 'false',
  });
  const connection = await instance.connect();
  try {
    let appending: Appending | null = null;
    for await (const page of pages) {
      appending ??= await begin(connection, page.columns);
      appending.take(page.rows);
    }
    appending ??= await begin(connection, []);
    appending.end();
    const kept = appending.columns.map(
      ({ column, kept: type }) => sql`CAST(${name(column)} AS ${raw(type)}) AS ${name(column)}`,
    );
    await connection.run(sql`COPY (SELECT ${join(kept, ', ')} FROM rows) TO ${written} (${PARQUET})`.text);
    renameSync(written, file);
    return appending.rows;
  } finally {
    connection.closeSync();
    instance.closeSync();
    remove();
  }
}

async function begin(connection: DuckDBConnection, columns: Page['columns']): Promise<Appending> {
  if (columns.length === 0) throw new RangeError('a statement without columns cannot be brought home');
  const names = distinct(columns.map((column) => column.name));
  const put = columns.map(({ typeSignature }, i) => stagedColumn(typeSignature, names[i]));
  const declared = put.map(({ column, type }) => sql`${name(column)} ${raw(type.toString())}`);
  await connection.run(sql`CREATE TABLE rows (${join(declared, ', ')})`.text);
  return new Appending(await connection.createAppender('rows'), put);
}

/** Rows of pages of any size, put in by chunks of one size. */
class Appending {
  rows = 0;
  private chunks = 0;
  private waiting: Page['rows'][number][] = [];

  constructor(
    private readonly appender: DuckDBAppender,
    readonly columns: readonly StagedColumn[],
  ) {}

  take(rows: Page['rows']): void {
    for (const row of rows) {
      this.waiting.push(row);
      if (this.waiting.length === CHUNK) this.put();
    }
  }

  end(): void {
    if (this.waiting.length > 0) this.put();
    this.appender.closeSync();
  }

  private put(): void {
    const chunk = DuckDBDataChunk.create(this.columns.map(({ type }) => type));
    chunk.setColumns(this.columns.map(({ put }, i) => this.waiting.map((row): DuckDBValue => put(row[i]))));
    this.appender.appendDataChunk(chunk);
    this.rows += this.waiting.length;
    this.waiting = [];
    if (++this.chunks % CHUNKS === 0) this.appender.flushSync();
  }
}
