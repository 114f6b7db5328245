import { DuckDBInstance, version as duckdbVersion } from '@duckdb/node-api';
import type { DuckDBConnection, DuckDBResultReader } from '@duckdb/node-api';
import { mkdirSync } from 'node:fs';
import { path } from './dialect.ts';
import { CancelledError, EngineError, type FileEngine, type Row } from './engine.ts';
import { PARQUET } from './parquet.ts';
import { list, name, raw, sql, type Sql } from './sql.ts';
import { plain, refuseWide, type Wide, wideAsText } from './values.ts';

/** What `json_serialize_sql` answers. It knows SELECT only. */
type Parsed =
  | { readonly error: false; readonly statements: readonly unknown[] }
  | { readonly error: true; readonly error_type: string; readonly error_message: string };

/** Milliseconds. */
const INTERRUPT_EVERY = 10;
const CLOSED = 'the engine is closed';

export interface DuckDBOptions {
  /** Upper bound that DuckDB keeps for itself, such as `500MB`; not a cap on the process. */
  readonly memory?: string;
  readonly threads?: number;
  /** Where it may spill; a folder of the caller's, never the working directory. */
  readonly temporary?: string;
}

/** The embedded engine: one in-memory DuckDB over Parquet files. It never loads an extension from the network. */
export class DuckDBEngine implements FileEngine {
  readonly version = `DuckDB ${duckdbVersion()}`;
  private readonly running = new Set<object>();
  /** Those of `running` that have a connection of their own: an interrupt would not end them, but others. */
  private readonly scans = new WeakSet<object>();
  private readonly connections = new Set<DuckDBEngine>();
  private closed = false;

  private constructor(
    private readonly instance: DuckDBInstance,
    private readonly connection: DuckDBConnection,
    private readonly parent: DuckDBEngine | null = null,
  ) {}

  static async open(options: DuckDBOptions = {}): Promise<DuckDBEngine> {
    if (options.temporary !== undefined) mkdirSync(options.temporary, { recursive: true });
    const settings = {
      autoinstall_known_extensions: 'false',
      autoload_known_extensions: 'false',
      preserve_insertion_order: 'true',
      threads: String(options.threads ?? 2),
      memory_limit: options.memory ?? '500MB',
      // An empty temp_directory forbids spilling; DuckDB's own default is `.tmp` in the working directory.
      temp_directory: options.temporary ?? '',
    };
    try {
      const instance = await DuckDBInstance.create(':memory:', settings);
      return new DuckDBEngine(instance, await instance.connect());
    } catch (error) {
      const { threads, memory_limit: memory } = settings;
      throw new EngineError(`no engine with memory ${memory} and threads ${threads}: ${reason(error)}`, '', {
        cause: error,
      });
    }
  }

  /**
   * Another way into this engine, so that statements run side by side. Tables made there are seen there alone and go with
   * it; those of this engine, and all views, are seen by every connection.
   */
  async connect(): Promise<DuckDBEngine> {
    if (this.closed) throw new EngineError(CLOSED, '');
    const connection = new DuckDBEngine(this.instance, await this.instance.connect(), this);
    this.connections.add(connection);
    return connection;
  }

  async query<T extends object = Row>(statement: Sql): Promise<T[]> {
    return rows(await this.run(statement), refuseWide) as T[];
  }

  async execute(statement: Sql): Promise<void> {
    await this.run(statement);
  }

  table(table: string, query: Sql): Promise<void> {
    const made = this.parent === null ? sql`TABLE ${name(table)}` : sql`TEMP TABLE ${name(table)}`;
    return this.execute(sql`CREATE OR REPLACE ${made} AS ${query}`);
  }

  view(view: string, query: Sql): Promise<void> {
    return this.execute(sql`CREATE OR REPLACE VIEW ${name(view)} AS ${query}`);
  }

  drop(table: string): Promise<void> {
    const where = raw(this.parent === null ? 'memory' : 'temp');
    return this.execute(sql`DROP TABLE IF EXISTS ${where}.${name(table)}`);
  }

  /**
   * Hands over a query's rows as columns, some thousand rows at a time: for tables too long to be objects. On a
   * connection of its own, so that other statements may run meanwhile; `cancel` does not end it.
   */
  async scan(statement: Sql, see: (columns: readonly (readonly unknown[])[]) => void): Promise<void> {
    await this.guard(statement.text, async (running) => {
      this.scans.add(running);
      const connection = await this.instance.connect();
      try {
        const result = await connection.stream(statement.text);
        for (;;) {
          const chunk = await result.fetchChunk();
          if (chunk === null || chunk.rowCount === 0) return;
          see(chunk.getColumns());
        }
      } finally {
        connection.closeSync();
      }
    });
  }

  async export(query: Sql, file: string): Promise<number> {
    const reader = await this.run(sql`COPY (${query}) TO ${file} (${PARQUET})`);
    return Number(reader.getRows()[0][0]);
  }

  /** How many threads work on a statement from here on. */
  useThreads(count: number): Promise<void> {
    return this.execute(sql`SET threads = ${count}`);
  }

  /** How much memory it keeps itself to from here on, as in `DuckDBOptions`. */
  useMemory(limit: string): Promise<void> {
    return this.execute(sql`SET memory_limit = ${limit}`);
  }

  /**
   * Runs one read-only statement of a user's: anything but a single SELECT is refused before it runs.
   * @throws EngineError that says what is not allowed
   */
  async queryReadOnly(text: string): Promise<{ columns: string[]; rows: Row[] }> {
    const reader = await this.guard(text, async () => {
      await this.refuseChanges(text);
      return this.connection.runAndReadAll(text);
    });
    return { columns: reader.deduplicatedColumnNames(), rows: rows(reader, wideAsText) };
  }

  /** Closes the door: from here on only files below `folders` can be read, and no setting can be changed. */
  async confine(folders: readonly string[]): Promise<void> {
    // As names, and as patterns of themselves: a path is looked at in both forms.
    const allowed = list([...folders, ...folders.map(path)]);
    await this.execute(sql`SET allowed_directories = [${allowed}]`);
    await this.execute(sql`SET enable_external_access = false`);
    await this.execute(sql`SET lock_configuration = true`);
  }

  /** Stops what runs now, on its connections too; the engine stays usable. */
  cancel(): void {
    for (const connection of this.connections) connection.cancel();
    const stopped = [...this.running].filter((statement) => !this.scans.has(statement));
    const interrupt = (): void => {
      if (stopped.some((statement) => this.running.has(statement))) this.connection.interrupt();
      else clearInterval(repeated);
    };
    // Again and again: an interrupt is lost on a statement that has been handed over and not yet begun.
    const repeated = setInterval(interrupt, INTERRUPT_EVERY);
    interrupt();
  }

  /** Ends what runs; to close once more does nothing. */
  close(): void {
    if (this.closed) return;
    for (const connection of this.connections) connection.close();
    this.closed = true;
    if (this.running.size > 0) this.cancel();
    else this.disconnect();
  }

  private ended(statement: object): void {
    this.running.delete(statement);
    if (this.closed) this.disconnect();
  }

  /** Only when nothing runs: a statement whose connection goes away never ends. */
  private disconnect(): void {
    if (this.running.size > 0 || this.connections.size > 0) return;
    this.connection.closeSync();
    if (this.parent === null) this.instance.closeSync();
    else this.parent.left(this);
  }

  private left(connection: DuckDBEngine): void {
    this.connections.delete(connection);
    if (this.closed) this.disconnect();
  }

  private run(statement: Sql): Promise<DuckDBResultReader> {
    return this.guard(statement.text, () => this.connection.runAndReadAll(statement.text));
  }

  /** Asks the parser what the text is: to prepare a statement may already do something, as EXPORT DATABASE does. */
  private async refuseChanges(text: string): Promise<void> {
    const explained = text.replace(/^\s*EXPLAIN\b/i, '');
    const parsing = await this.connection.runAndReadAll(
      sql`SELECT json_serialize_sql(CAST(${explained} AS VARCHAR))`.text,
    );
    const parsed = JSON.parse(parsing.getRows()[0][0] as string) as Parsed;
    if (explained !== text && /^[\s(]*ANALY[SZ]E\b/i.test(explained))
      throw new EngineError('EXPLAIN ANALYZE is not allowed here: it runs what it explains', text);
    if (parsed.error && parsed.error_type === 'parser')
      throw new EngineError(`Parser Error: ${parsed.error_message}`, text);
    if (parsed.error)
      throw new EngineError('only SELECT is allowed here: an observatory is read, never changed', text);
    if (parsed.statements.length === 0) throw new EngineError('there is no statement', text);
    if (parsed.statements.length > 1)
      throw new EngineError(`one statement at a time, not ${parsed.statements.length}`, text);
  }

  private async guard<T>(text: string, work: (running: object) => Promise<T>): Promise<T> {
    if (this.closed) throw new EngineError(CLOSED, text);
    const statement = {};
    this.running.add(statement);
    try {
      return await work(statement);
    } catch (error) {
      if (error instanceof EngineError) throw error;
      const why = reason(error);
      // DuckDB tells its kinds of errors by their first words alone.
      throw new (why.startsWith('INTERRUPT') ? CancelledError : EngineError)(why, text, { cause: error });
    } finally {
      this.ended(statement);
    }
  }
}

function rows(reader: DuckDBResultReader, wide: Wide): Row[] {
  const columns = reader.deduplicatedColumnNames();
  return reader
    .getRows()
    .map((row) => Object.fromEntries(row.map((value, i) => [columns[i], plain(value, columns[i], wide)])));
}

function reason(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
