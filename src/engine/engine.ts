import type { Sql } from './sql.ts';

/** A value of a result: integers beyond 2^53 never arrive silently rounded, they are refused. */
export type Value = string | number | boolean | null | readonly Value[] | { readonly [key: string]: Value };
export type Row = Readonly<Record<string, Value>>;

/** What Synopolis asks of an SQL engine. DuckDB is the embedded one; a distributed one may stand in its place. */
export interface Engine {
  /** Name and version, for the manifest. */
  readonly version: string;
  /** Runs a query and returns its rows as plain objects. */
  query<T extends object = Row>(statement: Sql): Promise<T[]>;
  /** Runs a statement that returns nothing. */
  execute(statement: Sql): Promise<void>;
  /** Makes a table out of a query, in the place of one of that name: a step that the statements after it read. */
  table(name: string, query: Sql): Promise<void>;
  /** Gives a query a name, in the place of one of that name. */
  view(name: string, query: Sql): Promise<void>;
  /** Takes a table away, where it stands. */
  drop(table: string): Promise<void>;
  /** Stops what runs now; the engine stays usable. */
  cancel(): void;
  close(): void;
}

/** An engine that writes files beside the program: the embedded one. */
export interface FileEngine extends Engine {
  /** Writes the rows of a query, in its order, to one Parquet file; returns the number of rows. */
  export(query: Sql, file: string): Promise<number>;
}

/** A statement that the engine refused, with the statement's first line for orientation. */
export class EngineError extends Error {
  constructor(
    message: string,
    readonly statement: string,
    options?: ErrorOptions,
  ) {
    super(message, options);
    this.name = 'EngineError';
  }
}

/** A statement that was ended on purpose. */
export class CancelledError extends EngineError {}
