import { EngineError, type Engine, type Row, type Value } from '../../engine/engine.ts';
import { name, sql, type Sql } from '../../engine/sql.ts';
import { distinct } from './answer.ts';
import { download } from './download-table.ts';
import { TrinoSession, type TrinoAccess } from './session.ts';
import { type Page, run, type TrinoProgress } from './statement.ts';
import { reader } from './values.ts';
import { Protocol, type ProtocolOptions } from './protocol.ts';
import { refuseWide } from '../../engine/values.ts';

export type { TrinoAccess } from './session.ts';
export { TrinoError, type TrinoProgress } from './statement.ts';

export interface TrinoOptions extends Omit<ProtocolOptions, 'ca'> {
  /** Hears how far statements are. */
  readonly progress?: (progress: TrinoProgress) => void;
}

/**
 * A Trino cluster, asked over its HTTP protocol. It has no connection that could break: a statement is a question, and
 * what it changes of the session (USE, SET SESSION) is sent with those that follow.
 */
export class TrinoEngine implements Engine {
  private readonly running = new Set<AbortController>();
  private closed = false;

  private constructor(
    readonly version: string,
    private readonly session: TrinoSession,
    private readonly protocol: Protocol,
    private readonly options: TrinoOptions,
  ) {}

  /**
   * Asks the server who it is.
   * @throws EngineError when it cannot be reached, refuses who asks, or is no Trino
   */
  static async open(access: TrinoAccess, options: TrinoOptions = {}): Promise<TrinoEngine> {
    const session = new TrinoSession(access);
    const protocol = new Protocol({ ...options, ...(access.ca === undefined ? {} : { ca: access.ca }) });
    const asking = new TrinoEngine('Trino', session, protocol, options);
    try {
      const [{ version }] = await asking.query<{ version: string }>(sql`SELECT version() AS version`);
      return new TrinoEngine(`Trino ${version}`, session, protocol, options);
    } catch (error) {
      asking.close();
      throw error;
    }
  }

  /** The same server and user in another schema, with connections and session properties of its own. */
  within(schema: string, properties: TrinoAccess['properties'] = {}): TrinoEngine {
    const within = this.session.within(schema);
    const access = { ...within, properties: { ...within.properties, ...properties } };
    const protocol = new Protocol({ ...this.options, ...(access.ca === undefined ? {} : { ca: access.ca }) });
    return new TrinoEngine(this.version, new TrinoSession(access), protocol, this.options);
  }

  async query<T extends object = Row>(statement: Sql): Promise<T[]> {
    const rows: Row[] = [];
    await this.stream(statement, (columns, page) => {
      for (const row of page) rows.push(Object.fromEntries(row.map((value, i) => [columns[i], value])));
    });
    return rows as T[];
  }

  execute(statement: Sql): Promise<void> {
    return this.stream(statement, () => undefined);
  }

  /** Hands over a query's rows as the cluster sends them: for tables too long to hold. */
  async stream(
    statement: Sql,
    see: (columns: readonly string[], rows: readonly (readonly Value[])[]) => void,
  ): Promise<void> {
    for await (const { columns, rows } of this.pages(statement)) {
      if (rows.length === 0) continue;
      const names = distinct(columns.map((column) => column.name));
      const readers = columns.map(({ typeSignature }, i) => reader(typeSignature, names[i], refuseWide));
      see(
        names,
        rows.map((row) => row.map((said, i) => readers[i](said))),
      );
    }
  }

  /** Writes the rows of a query, in its order, to one Parquet file on this machine; returns the number of rows. */
  download(query: Sql, file: string): Promise<number> {
    return download(this.pages(query), file);
  }

  async table(table: string, query: Sql): Promise<void> {
    await this.drop(table);
    await this.execute(sql`CREATE TABLE ${name(table)} AS ${query}`);
  }

  view(view: string, query: Sql): Promise<void> {
    return this.execute(sql`CREATE OR REPLACE VIEW ${name(view)} AS ${query}`);
  }

  drop(table: string): Promise<void> {
    return this.execute(sql`DROP TABLE IF EXISTS ${name(table)}`);
  }

  cancel(): void {
    for (const statement of this.running) statement.abort();
  }

  /** Ends what runs; to close once more does nothing. */
  close(): void {
    if (this.closed) return;
    this.closed = true;
    this.cancel();
    this.disconnect();
  }

  /** Pages of what Trino says of a statement, ended on the cluster when whoever takes them stops. */
  async *pages(statement: Sql): AsyncGenerator<Page, void, void> {
    const text = statement.in('trino');
    if (this.closed) throw new EngineError('the engine is closed', text);
    const stop = new AbortController();
    this.running.add(stop);
    const { progress } = this.options;
    try {
      yield* run(this.protocol, this.session, text, {
        signal: stop.signal,
        ...(progress === undefined ? {} : { progress }),
      });
    } finally {
      this.running.delete(stop);
      this.disconnect();
    }
  }

  /** Only when nothing runs: a statement that was stopped has still to be ended on the cluster. */
  private disconnect(): void {
    if (this.closed && this.running.size === 0) this.protocol.close();
  }
}
