import { randomBytes } from 'node:crypto';
import { raw, sql } from '../../src/engine/sql.ts';
import { TrinoEngine } from '../../src/trino/client/trino-engine.ts';
import { type BuildWorld, Filters, type Manifest } from '../../src/observatory/index.ts';
import { buildOnCluster, type ClusterOptions, LARGE_TABLES } from '../../src/trino/index.ts';
import type { Bench } from '../observatory/observatories.ts';

/** A place on a cluster for one test's observatories. */
export class ClusterBench {
  readonly schema = `test_${randomBytes(4).toString('hex')}`;

  constructor(
    private readonly bench: Bench,
    readonly server: string,
  ) {}

  /** Everything comes home unless told otherwise. */
  build(
    options: Partial<ClusterOptions> & Pick<ClusterOptions, 'works' | 'institutions'>,
    world?: BuildWorld,
  ): Promise<Manifest> {
    return buildOnCluster(
      {
        out: this.bench.path('cluster'),
        filters: Filters.parse({}),
        authorCap: 100,
        access: this.access,
        bring: LARGE_TABLES,
        ...options,
      },
      world,
    );
  }

  get access(): ClusterOptions['access'] {
    return { server: this.server, user: 'synopolis', catalog: 'hive', schema: this.schema };
  }

  /** What stands in the schemas of this place, as `SCHEMA.TABLE`. */
  async tables(): Promise<string[]> {
    const rows = await this.ask<{ schema: string; name: string }>(
      `SELECT table_schema AS schema, table_name AS name FROM hive.information_schema.tables
        WHERE table_schema LIKE '${this.schema}%' ORDER BY 1, 2`,
    );
    return rows.map(({ schema, name }) => `${schema}.${name}`);
  }

  async ask<T extends object>(statement: string): Promise<T[]> {
    const engine = await TrinoEngine.open(this.access);
    try {
      return await engine.query<T>(sql`${raw(statement)}`);
    } finally {
      engine.close();
    }
  }

  async dispose(): Promise<void> {
    const schemas = await this.ask<{ name: string }>(
      `SELECT schema_name AS name FROM hive.information_schema.schemata WHERE schema_name LIKE '${this.schema}%'`,
    );
    for (const { name } of schemas) await this.ask(`DROP SCHEMA hive.${name} CASCADE`);
  }
}
