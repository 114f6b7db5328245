import { join, resolve } from 'node:path';
import { parquet } from '../engine/dialect.ts';
import { DuckDBEngine } from '../engine/duckdb.ts';
import type { Row } from '../engine/engine.ts';
import { name, sql, type Sql } from '../engine/sql.ts';
import { unlessAway } from './away.ts';
import { type Manifest, readManifest } from './manifest.ts';
import { checkLaws, type Violation } from './laws.ts';
import { Remembered } from './remembered.ts';
import { readResident, type Resident } from './resident/resident.ts';
import { TABLES } from './tables/index.ts';

/** An observatory opened for reading: its tables as views, its manifest, and nothing else within reach. */
export class Observatory {
  private remembered: Remembered | null = null;
  private columns: Resident | null = null;

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
    const away = manifest.cluster?.tables ?? [];
    for (const table of TABLES.filter((each) => !away.includes(each.name))) {
      await engine.execute(
        sql`CREATE VIEW ${name(table.name)} AS SELECT * FROM ${parquet([join(path, `${table.name}.parquet`)])}`,
      );
    }
    await engine.confine([path]);
    return new Observatory(path, manifest, engine);
  }

  query<T extends object = Row>(statement: Sql): Promise<T[]> {
    const ask = (): Promise<T[]> => this.asked(() => this.engine.query<T>(statement));
    return this.remembered === null ? ask() : this.remembered.get(statement.text, ask);
  }

  scan(statement: Sql, see: (columns: readonly (readonly unknown[])[]) => void): Promise<void> {
    return this.asked(() => this.engine.scan(statement, see));
  }

  /**
   * Keeps short answers, and what most questions read, in memory from here on, for who asks many: answers are the same.
   * Tables that would take more than `bytes` are left in their files, and all where a table is on a cluster.
   */
  async keep(bytes: number): Promise<void> {
    const whole = (this.manifest.cluster?.tables ?? []).length === 0;
    this.columns = whole ? await readResident(this, this.manifest.authorCap, bytes) : null;
    this.remembered = new Remembered();
  }

  /** What is kept; null where nothing is. */
  get resident(): Resident | null {
    return this.columns;
  }

  /** One SELECT of a user's. @throws EngineError where it is anything else, or wrong */
  queryReadOnly(text: string): Promise<{ columns: string[]; rows: Row[] }> {
    return this.asked(() => this.engine.queryReadOnly(text));
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

  private async asked<T>(ask: () => Promise<T>): Promise<T> {
    try {
      return await ask();
    } catch (error) {
      throw unlessAway(error, this.manifest);
    }
  }

  cancel(): void {
    this.engine.cancel();
  }

  close(): void {
    this.engine.close();
  }
}
