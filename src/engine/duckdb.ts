import { DuckDBInstance, StatementType, version as duckdbVersion } from '@duckdb/node-api';
import type { DuckDBConnection, DuckDBResultReader } from '@duckdb/node-api';
import { mkdirSync } from 'node:fs';
import { EngineError, type Engine, type Row, type Value } from './engine.ts';
import { sql, type Sql } from './sql.ts';

export interface DuckDBOptions {
  /** Upper bound that DuckDB keeps for itself, such as `500MB`; not a cap on the process. */
  readonly memory?: string;
  readonly threads?: number;
  /** Where it may spill; a folder of the caller's, never the working directory. */
  readonly temporary?: string;
}

/** The embedded engine: one in-memory DuckDB over Parquet files. It never loads an extension from the network. */
export class DuckDBEngine implements Engine {
  readonly version = `DuckDB ${duckdbVersion()}`;
  private constructor(
    private readonly instance: DuckDBInstance,
    private readonly connection: DuckDBConnection,
  ) {}

  static async open(options: DuckDBOptions = {}): Promise<DuckDBEngine> {
    if (options.temporary !== undefined) mkdirSync(options.temporary, { recursive: true });
    const instance = await DuckDBInstance.create(':memory:', {
      autoinstall_known_extensions: 'false',
      autoload_known_extensions: 'false',
      preserve_insertion_order: 'true',
      threads: String(options.threads ?? 2),
      memory_limit: options.memory ?? '500MB',
      // An empty temp_directory forbids spilling; DuckDB's own default is `.tmp` in the working directory.
      temp_directory: options.temporary ?? '',
    });
    return new DuckDBEngine(instance, await instance.connect());
  }

  async query<T extends object = Row>(statement: Sql): Promise<T[]> {
    const reader = await this.run(statement);
    const names = reader.deduplicatedColumnNames();
    return reader
      .getRowsJS()
      .map((row) => Object.fromEntries(row.map((value, i) => [names[i], plain(value, names[i])]))) as T[];
  }

  async execute(statement: Sql): Promise<void> {
    await this.run(statement);
  }

  async export(query: Sql, file: string): Promise<number> {
    const reader = await this.run(
      sql`COPY (${query}) TO ${file} (FORMAT parquet, COMPRESSION zstd, ROW_GROUP_SIZE 122880)`,
    );
    return Number(reader.getRowsJS()[0]?.[0] ?? 0);
  }

  /**
   * Runs one read-only statement of a user's: anything but a single SELECT is refused before it runs.
   * @throws EngineError that says what is not allowed
   */
  async queryReadOnly(text: string): Promise<{ columns: string[]; rows: Row[] }> {
    const statements = await this.guard(text, () => this.connection.extractStatements(text));
    if (statements.count !== 1)
      throw new EngineError(`one statement at a time, not ${statements.count}`, text);
    const prepared = await this.guard(text, () => statements.prepare(0));
    const kind = prepared.statementType;
    if (kind !== StatementType.SELECT && kind !== StatementType.EXPLAIN) {
      throw new EngineError('only SELECT is allowed here: an observatory is read, never changed', text);
    }
    const reader = await this.guard(text, () => prepared.runAndReadAll());
    const columns = reader.deduplicatedColumnNames();
    const rows = reader
      .getRowsJS()
      .map((row) =>
        Object.fromEntries(row.map((value, i) => [columns[i], plain(value, columns[i], String)])),
      );
    return { columns, rows };
  }

  /** Closes the door: from here on only files below `folders` can be read, and no setting can be changed. */
  async confine(folders: readonly string[]): Promise<void> {
    await this.execute(
      sql`SET allowed_directories = ${`[${folders.map((f) => `'${f.replaceAll("'", "''")}'`).join(', ')}]`}`,
    );
    await this.execute(sql`SET enable_external_access = false`);
    await this.execute(sql`SET lock_configuration = true`);
  }

  cancel(): void {
    this.connection.interrupt();
  }

  close(): void {
    this.connection.closeSync();
    this.instance.closeSync();
  }

  private run(statement: Sql): Promise<DuckDBResultReader> {
    return this.guard(statement.text, () => this.connection.runAndReadAll(statement.text));
  }

  private async guard<T>(text: string, work: () => Promise<T>): Promise<T> {
    try {
      return await work();
    } catch (error) {
      throw new EngineError(error instanceof Error ? error.message : String(error), text, { cause: error });
    }
  }
}

/** A DuckDB value as plain JavaScript; an integer beyond 2^53 goes to `wide`, which refuses it unless told otherwise. */
function plain(value: unknown, column: string, wide: (value: bigint) => Value = refuse(column)): Value {
  if (value === null || value === undefined) return null;
  if (typeof value === 'bigint') {
    return value >= Number.MIN_SAFE_INTEGER && value <= Number.MAX_SAFE_INTEGER ? Number(value) : wide(value);
  }
  if (typeof value === 'number' || typeof value === 'string' || typeof value === 'boolean') return value;
  if (value instanceof Date) return value.toISOString();
  if (Array.isArray(value)) return value.map((item) => plain(item, column, wide));
  if (value instanceof Map) {
    return Object.fromEntries([...value].map(([key, item]) => [String(key), plain(item, column, wide)]));
  }
  if (typeof value === 'object') {
    return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, plain(item, column, wide)]));
  }
  throw new TypeError(`column ${column} holds a ${typeof value}, which has no plain form`);
}

function refuse(column: string): (value: bigint) => never {
  return (value) => {
    throw new RangeError(
      `column ${column} holds ${value}, beyond what a number keeps exactly; cast it in the query`,
    );
  };
}
