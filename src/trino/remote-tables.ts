import { CancelledError, EngineError, type Row, type Value } from '../engine/engine.ts';
import { join, list, name, type Sql, sql } from '../engine/sql.ts';
import { type TrinoAccess, TrinoEngine, TrinoError } from './client/trino-engine.ts';
import { InputError } from '../base/index.ts';
import { ownProgram } from '../base/own-program.ts';
import type { Manifest } from '../observatory/manifest.ts';
import { ClusterError, type RemoteAccess, type RemoteTables } from '../observatory/remote-tables.ts';
import { TABLES } from '../observatory/tables/index.ts';
import { messages } from './messages.ts';
import { tablesOf } from './build/store.ts';

/** Milliseconds: who asks waits less long for a cluster that has gone than who builds. */
const PATIENCE = 10_000;
const OTHER_BUILD = ['SCHEMA_NOT_FOUND', 'TABLE_NOT_FOUND'];
/** A number with a point and no exponent. */
const DECIMAL = /(?<![\w.])\d+\.\d*(?![\w.])/;
const TOO_LONG = 'QUERY_TEXT_TOO_LARGE';

/** How to open the tables that stayed on a cluster: `openTables` of this module, with this access. */
export function onTrino(access: TrinoAccess): RemoteAccess {
  // What is bundled knows its own classes alone: the module is that of whoever asks.
  const module = import.meta.url.endsWith('.ts') ? import.meta.url : ownProgram('trino').url.href;
  return { module, access };
}

export function openTables(access: TrinoAccess, manifest: Manifest): Promise<ClusterTables> {
  return ClusterTables.open(access, manifest);
}

/**
 * The tables of one build on its cluster. They are asked by the names that this build alone has ever had, and after each
 * answer it is looked whether the build still stands: views are swapped before tables go away, so that no answer is of
 * half a table, or of another build.
 */
class ClusterTables implements RemoteTables {
  private constructor(
    private readonly engine: TrinoEngine,
    private readonly server: string,
    private readonly at: { readonly catalog: string; readonly schema: string; readonly stamp: string },
  ) {}

  /**
   * @param access whose catalog and schema are the manifest's where they are left out
   * @throws InputError where no table is on a cluster; ClusterError where the cluster cannot be asked, or holds another build
   */
  static async open(access: TrinoAccess, { cluster, tables }: Manifest): Promise<ClusterTables> {
    if (cluster === undefined || cluster.tables.length === 0) throw new InputError(messages.noTables());
    if ((cluster as Partial<typeof cluster>).stamp === undefined)
      throw new InputError(messages.unknownBuild());
    const { stamp, catalog: home } = cluster;
    const at = { catalog: access.catalog ?? home, schema: access.schema ?? cluster.schema, stamp };
    const within = { ...access, catalog: at.catalog, schema: tablesOf(at.schema, stamp) };
    // Questions are short: to do parts of them again takes longer than to ask again.
    const properties = { ...access.properties, retry_policy: 'NONE' };
    let opened: ClusterTables | null = null;
    try {
      const engine = await TrinoEngine.open({ ...within, properties }, { patience: PATIENCE });
      opened = new ClusterTables(engine, access.server, at);
      await opened.hold(Object.fromEntries(cluster.tables.map((table) => [table, tables[table]])));
      return opened;
    } catch (error) {
      opened?.close();
      throw opened === null ? unanswered(error, access.server) : error;
    }
  }

  query<T extends object = Row>(statement: Sql): Promise<T[]> {
    refuseDecimals(statement);
    return this.asked(() => this.engine.query<T>(statement));
  }

  /** Hands over a query's rows as columns, as they come. */
  scan(statement: Sql, see: (columns: readonly (readonly unknown[])[]) => void): Promise<void> {
    refuseDecimals(statement);
    return this.asked(() =>
      this.engine.stream(statement, (names, rows) => {
        see(names.map((_, i) => rows.map((row): Value => row[i])));
      }),
    );
  }

  cancel(): void {
    this.engine.cancel();
  }

  close(): void {
    this.engine.close();
  }

  /** @throws ClusterError where the tables have other numbers of rows than the folder's manifest says */
  private async hold(rows: Readonly<Record<string, number>>): Promise<void> {
    const counts = Object.keys(rows).map(
      (table) => sql`SELECT ${table} AS "table", count(*) AS n FROM ${name(table)}`,
    );
    const found = await this.query<{ table: string; n: number }>(join(counts, ' UNION ALL '));
    if (found.some(({ table, n }) => n !== rows[table])) throw this.otherBuild();
  }

  private async asked<T>(ask: () => Promise<T>): Promise<T> {
    let answer: T;
    let shown: { definition: string }[];
    const { catalog, schema, stamp } = this.at;
    try {
      answer = await ask();
      shown = await this.engine.query<{ definition: string }>(sql`
        SELECT view_definition AS definition FROM ${name(catalog)}.information_schema.views
        WHERE table_schema = ${schema} AND table_name IN (${list(TABLES.map((table) => table.name))})`);
    } catch (error) {
      if (error instanceof TrinoError && OTHER_BUILD.includes(error.code)) throw this.otherBuild();
      throw unanswered(error, this.server);
    }
    // Every view is of this build until the first is of the next.
    const tables = tablesOf(schema, stamp);
    if (shown.length === 0 || shown.some(({ definition }) => !definition.includes(tables)))
      throw this.otherBuild();
    return answer;
  }

  private otherBuild(): ClusterError {
    const { catalog, schema } = this.at;
    return new ClusterError(
      true,
      messages.otherBuild({ tables: `${catalog}.${schema}`, server: this.server }),
    );
  }
}

/** Trino divides `1.0 / 3` to 0.3: no answer may come of it. @throws RangeError for a statement with a number like it */
function refuseDecimals(statement: Sql): void {
  const found = DECIMAL.exec(statement.in('trino').replaceAll(/'[^']*'/g, "''"));
  if (found !== null) throw new RangeError(`${found[0]} is a decimal to Trino: write ${found[0]}e0`);
}

/** What the cluster or the way to it says, as a fault of neither the question nor us; what is neither stays as it is. */
function unanswered(error: unknown, server: string): unknown {
  if (!(error instanceof EngineError) || error instanceof CancelledError) return error;
  if (error instanceof TrinoError && error.code === TOO_LONG) return new InputError(messages.tooLong());
  return new ClusterError(false, messages.noAnswer({ server, fault: error.message }));
}
