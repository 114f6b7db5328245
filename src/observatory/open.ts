import { join, resolve } from 'node:path';
import { parquet } from '../engine/dialect.ts';
import { DuckDBEngine } from '../engine/duckdb.ts';
import type { Row } from '../engine/engine.ts';
import { Lanes } from '../engine/lanes.ts';
import { name, sql, type Sql } from '../engine/sql.ts';
import type { TrinoAccess } from '../engine/trino.ts';
import { tableAway, unlessAway } from './away.ts';
import { type Manifest, readManifest } from './manifest.ts';
import { checkLaws, type Violation } from './laws.ts';
import { Remembered } from './remembered.ts';
import { readResident, type Resident } from './resident/resident.ts';
import { TABLES } from './tables/index.ts';
import { ClusterTables } from './trino/tables.ts';

/** An observatory opened for reading: its tables as views, its manifest, and nothing else within reach. */
export class Observatory {
  private remembered: Remembered | null = null;
  private columns: Resident | null = null;

  private constructor(
    readonly folder: string,
    readonly manifest: Manifest,
    private readonly engine: DuckDBEngine,
    /** Where the tables are that are not in the folder; null where nobody said how to ask there. */
    private readonly cluster: ClusterTables | null,
  ) {}

  /**
   * @param options of which `cluster` says how to ask the cluster that tables stayed on, for statements that need them
   * @throws InputError where the folder is no finished observatory of this version's format; ClusterError where the cluster
   * cannot be asked, or holds another build
   */
  static async open(
    folder: string,
    options: { threads?: number; memory?: string; cluster?: TrinoAccess | undefined } = {},
  ): Promise<Observatory> {
    const path = resolve(folder);
    const manifest = readManifest(path);
    const cluster =
      options.cluster === undefined ? null : await ClusterTables.open(options.cluster, manifest);
    const engine = await DuckDBEngine.open({
      threads: options.threads ?? 2,
      memory: options.memory ?? '1GB',
    });
    const away = manifest.cluster?.tables ?? [];
    for (const table of TABLES.filter((each) => !away.includes(each.name))) {
      await engine.execute(
        sql`CREATE VIEW ${name(table.name)} AS SELECT * FROM ${parquet([join(path, `${table.name}.parquet`)])}`,
      );
    }
    await engine.confine([path]);
    return new Observatory(path, manifest, engine, cluster);
  }

  query<T extends object = Row>(statement: Sql): Promise<T[]> {
    const ask = (): Promise<T[]> => this.asked((engine) => engine.query<T>(statement));
    return this.remembered === null ? ask() : this.remembered.get(statement.text, ask);
  }

  scan(statement: Sql, see: (columns: readonly (readonly unknown[])[]) => void): Promise<void> {
    return this.asked((engine) => engine.scan(statement, see));
  }

  /**
   * Keeps short answers, and what most questions read, in memory from here on, for who asks many: answers are the same.
   * Tables that would take more than `bytes` are left in their files, and all where a table is on a cluster that is not asked.
   */
  async keep(bytes: number): Promise<void> {
    const whole = this.cluster !== null || (this.manifest.cluster?.tables ?? []).length === 0;
    this.columns = whole ? await readResident(this, this.manifest.authorCap, bytes) : null;
    this.remembered = new Remembered();
  }

  /** What is kept; null where nothing is. */
  get resident(): Resident | null {
    return this.columns;
  }

  /** One SELECT of a user's. @throws EngineError where it is anything else, or wrong */
  queryReadOnly(text: string): Promise<{ columns: string[]; rows: Row[] }> {
    return this.engine.queryReadOnly(text).catch((error: unknown) => {
      throw unlessAway(error, this.manifest);
    });
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
    return checkLaws(new Lanes([this.engine]));
  }

  /** Here; where a table that it needs is not, on the cluster, which has them all. */
  private async asked<T>(ask: (engine: DuckDBEngine | ClusterTables) => Promise<T>): Promise<T> {
    try {
      return await ask(this.engine);
    } catch (error) {
      if (this.cluster === null || tableAway(error, this.manifest) === null)
        throw unlessAway(error, this.manifest);
      return ask(this.cluster);
    }
  }

  cancel(): void {
    this.engine.cancel();
    this.cluster?.cancel();
  }

  close(): void {
    this.engine.close();
    this.cluster?.close();
  }
}
