import { join, name, type Sql, sql } from '../../engine/sql.ts';
import { type TrinoEngine, TrinoError } from '../client/trino-engine.ts';
import { InputError } from '../../base/index.ts';
import { messages } from '../messages.ts';
import { ClusterLock } from './lock.ts';

const LOCK = 'at_work';

/**
 * Where an observatory lives on a cluster, in four schemas of one Hive catalog: `S` holds views alone, which are swapped
 * when all tables stand and keep the laws; `S_parts` the parts, kept between builds; `S_work_…` what a build needs while it
 * runs; `S_tables_…` the tables that the views show. The last two bear the build's own stamp: what the cluster still does
 * for a client that was killed touches nothing of the next build.
 */
export class Store {
  readonly work: string;
  readonly parts: string;
  readonly tables: string;
  private lock: ClusterLock | null = null;
  private published = false;

  private constructor(
    /** At work in the schema of the build. */
    readonly engine: TrinoEngine,
    readonly catalog: string,
    readonly schema: string,
    /** Tells this build from others. */
    readonly stamp: string,
  ) {
    this.work = `${schema}_work_${stamp}`;
    this.parts = `${schema}_parts`;
    this.tables = tablesOf(schema, stamp);
  }

  /**
   * Makes the schemas, and keeps other builds out of them until `release`.
   * @throws InputError where the catalog is not one that tables can be kept in, or another build is at work there
   */
  static async open(
    engine: TrinoEngine,
    { catalog, schema }: { catalog: string; schema: string },
    now: Date,
  ): Promise<Store> {
    const connector = await connectorOf(engine, catalog);
    if (connector !== 'hive') {
      throw new InputError(messages.notHive({ catalog, connector }));
    }
    await inSmallTasks(engine);
    const stamp = now.toISOString().replace(/[^0-9]/g, '');
    const store = new Store(engine.within(`${schema}_work_${stamp}`), catalog, schema, stamp);
    const make = (each: string): Promise<void> =>
      engine.execute(sql`CREATE SCHEMA IF NOT EXISTS ${store.named(each)}`);
    await make(store.schema);
    await make(store.parts);
    const place = { catalog, schema: store.parts, table: LOCK, what: `${catalog}.${schema}` };
    store.lock = await ClusterLock.take(engine, place, stamp);
    try {
      await make(store.work);
      await make(store.tables);
    } catch (error) {
      await store.release();
      throw error;
    }
    return store;
  }

  /** A schema, or a table in it, by its full name. */
  named(schema: string, table?: string): Sql {
    return join([this.catalog, schema, ...(table === undefined ? [] : [table])].map(name), '.');
  }

  /** Lets the views of the observatory show the tables of this build, and takes away what they showed before. */
  async publish(tables: readonly string[]): Promise<void> {
    await this.lock?.hold();
    this.published = true;
    for (const table of tables) {
      await this.engine.execute(
        sql`CREATE OR REPLACE VIEW ${this.named(this.schema, table)} AS SELECT * FROM ${this.named(this.tables, table)}`,
      );
    }
    // All that earlier builds made, finished or not: no view shows it any more.
    for (const schema of await this.stamped()) if (schema !== this.tables) await this.dropSchema(schema);
  }

  /** Lets other builds in. */
  async release(): Promise<void> {
    await this.lock?.release();
  }

  /** Takes away what was not published; parts stay. Errors are no matter: the next build does it too. */
  async abandon(): Promise<void> {
    if (this.published) return;
    const cleaning = this.engine.within(this.work);
    try {
      await dropSchema(cleaning, this.named(this.tables));
      await dropSchema(cleaning, this.named(this.work));
    } catch {
      // Whatever stopped the build may stop this too.
    } finally {
      cleaning.close();
    }
  }

  private async stamped(): Promise<string[]> {
    const schemas = await this.engine.query<{ schema: string }>(
      sql`SELECT schema_name AS schema FROM ${name(this.catalog)}.information_schema.schemata`,
    );
    const pattern = new RegExp(`^${this.schema}_(tables|work)_[0-9]+$`);
    return schemas.map(({ schema }) => schema).filter((schema) => pattern.test(schema));
  }

  private dropSchema(schema: string): Promise<void> {
    return dropSchema(this.engine, this.named(schema));
  }
}

/**
 * What is done again after a loss goes to workers in tasks of half a gigabyte, which is some minutes of reading gzip: a
 * lake of some gigabytes would occupy a few workers and leave the others idle. Trino lets tasks grow with their number.
 */
const TASK_SIZES: Readonly<Record<string, string>> = {
  fault_tolerant_execution_arbitrary_distribution_compute_task_target_size_min: '32MB',
  fault_tolerant_execution_hash_distribution_compute_task_target_size: '32MB',
};

/** For this session; other versions call them otherwise, and a cluster may forbid it: then tasks are as it has them. */
async function inSmallTasks(engine: TrinoEngine): Promise<void> {
  for (const [property, size] of Object.entries(TASK_SIZES)) {
    await engine.execute(sql`SET SESSION ${name(property)} = ${size}`).catch((error: unknown) => {
      if (!(error instanceof TrinoError)) throw error;
    });
  }
}

/** The schema of the tables of one build: no other build's ever has its name. */
export function tablesOf(schema: string, stamp: string): string {
  return `${schema}_tables_${stamp}`;
}

async function dropSchema(engine: TrinoEngine, schema: Sql): Promise<void> {
  await engine.execute(sql`DROP SCHEMA IF EXISTS ${schema} CASCADE`);
}

/** @throws InputError where there is no such catalog */
export async function connectorOf(engine: TrinoEngine, catalog: string): Promise<string> {
  const catalogs = await engine.query<{ catalog_name: string; connector_name: string }>(
    sql`SELECT catalog_name, connector_name FROM system.metadata.catalogs`,
  );
  const found = catalogs.find(({ catalog_name }) => catalog_name === catalog);
  if (found !== undefined) return found.connector_name;
  throw new InputError(
    messages.unknownCatalog({ catalog, catalogs: catalogs.map(({ catalog_name }) => catalog_name) }),
  );
}
