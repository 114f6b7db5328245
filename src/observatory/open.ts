import { join, resolve } from 'node:path';
import { parquet } from '../engine/dialect.ts';
import { DuckDBEngine } from '../engine/duckdb.ts';
import type { Row } from '../engine/engine.ts';
import { name, sql, type Sql } from '../engine/sql.ts';
import { type Manifest, readManifest } from './manifest.ts';
import { checkLaws, type Violation } from './laws.ts';
import { TABLES } from './tables/index.ts';

/** An observatory opened for reading: its tables as views, its manifest, and nothing else within reach. */
export class Observatory {
  private constructor(
    readonly folder: string,
    readonly manifest: Manifest,
    private readonly engine: DuckDBEngine,
  ) {}

  /** @throws InputError where the folder is no finished observatory of this version's format */
  static async open(
    folder: string,
    options: { threads?: number; memory?: string } = {},
  ): Promise<Observatory> {
    const path = resolve(folder);
    const manifest = readManifest(path);
    const engine = await DuckDBEngine.open({
      threads: options.threads ?? 2,
      memory: options.memory ?? '1GB',
    });
    for (const table of TABLES) {
      await engine.execute(
        sql`CREATE VIEW ${name(table.name)} AS SELECT * FROM ${parquet([join(path, `${table.name}.parquet`)])}`,
      );
    }
    await engine.confine([path]);
    return new Observatory(path, manifest, engine);
  }

  query<T extends object = Row>(statement: Sql): Promise<T[]> {
    return this.engine.query<T>(statement);
  }

  /** One SELECT of a user's. @throws EngineError where it is anything else, or wrong */
  queryReadOnly(text: string): Promise<{ columns: string[]; rows: Row[] }> {
    return this.engine.queryReadOnly(text);
  }

  /** Ids of the cities where an institution is. */
  async citiesWithInstitutions(): Promise<Set<string>> {
    const rows = await this.query<{ city: string }>(
      sql`SELECT DISTINCT city FROM institutions WHERE city IS NOT NULL`,
    );
    return new Set(rows.map(({ city }) => city));
  }

  /** The laws that the tables break; empty where they keep them. */
  checkLaws(): Promise<Violation[]> {
    return checkLaws(this.engine);
  }

  cancel(): void {
    this.engine.cancel();
  }

  close(): void {
    this.engine.close();
  }
}
