import { resolve } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { DuckDBEngine } from '../engine/duckdb.ts';
import type { Row } from '../engine/engine.ts';
import { ConnectionPool } from '../engine/connection-pool.ts';
import { name, sql, type Sql } from '../engine/sql.ts';
import { type Build, buildStamp, type Manifest, readBuild } from './manifest.ts';
import { checkFiles, checkFilesWhole, damageOf } from './check-files.ts';
import type { FileDamage } from './damaged.ts';
import { InputError } from '../base/index.ts';
import { isPublishing } from './folder.ts';
import { messages } from './messages.ts';
import { checkLaws, type Violation } from './laws.ts';
import { QueryCache } from './query-cache.ts';
import {
  openRemoteTables,
  type RemoteAccess,
  remoteTable,
  type RemoteTables,
  unlessRemote,
} from './remote-tables.ts';
import { ReplacedError } from './replaced.ts';
import { type InMemoryTables, readInMemory } from './in-memory/in-memory.ts';
import type { LocationRule } from './steps/affiliations.ts';
import { keptAs, rowsOfTable } from './tables/by-address.ts';
import { TABLES } from './tables/index.ts';

/** How an observatory is opened. */
export interface OpenOptions {
  readonly threads?: number;
  readonly memory?: string;
  /** How to ask the cluster that tables stayed on, for statements that need them. */
  readonly cluster?: RemoteAccess | undefined;
  /** Where authorships count: at their institutions, or where the addresses beside them say; as the build was told where left out. */
  readonly locatedBy?: LocationRule | undefined;
  /** Holds every byte of its files to their hashes, where else only sizes and footers are looked at. */
  readonly verify?: boolean;
}

/** Times that it is opened where builds replace it meanwhile. */
const OPENINGS = 5;
/** How long tables may take to be put in place of others, and how often it is looked whether they are; milliseconds. */
const PLACED_WITHIN = 2_000;
const LOOK_EVERY = 20;

/**
 * An observatory opened for reading: its tables as views, its manifest, and nothing else within reach. It is one build:
 * a statement that could have read tables of another is refused.
 */
export class Observatory {
  private cache: QueryCache | null = null;
  private tables: InMemoryTables | null = null;

  private constructor(
    readonly folder: string,
    private readonly build: Build,
    private readonly engine: DuckDBEngine,
    /** Where the tables are that are not in the folder; null where nobody said how to ask there. */
    private readonly cluster: RemoteTables | null,
    /** Where authorships count in it. */
    readonly locatedBy: LocationRule,
  ) {}

  /**
   * @throws InputError where the folder is no finished observatory of this version's format, or a file in it is not as it was
   * written; ClusterError where the cluster cannot be asked, or holds another build
   */
  static async open(folder: string, options: OpenOptions = {}): Promise<Observatory> {
    const path = resolve(folder);
    for (let opening = 1; ; opening++) {
      await placed(path);
      const build = readBuild(path);
      try {
        return await Observatory.openBuild(path, build, options);
      } catch (error) {
        if (opening === OPENINGS || buildStamp(path) === build.stamp) throw error;
      }
    }
  }

  private static async openBuild(path: string, build: Build, options: OpenOptions): Promise<Observatory> {
    const { manifest } = build;
    checkFiles(path, manifest);
    if (options.verify === true) await checkFilesWhole(path, manifest);
    const cluster = options.cluster === undefined ? null : await openRemoteTables(options.cluster, manifest);
    const engine = await DuckDBEngine.open({
      threads: options.threads ?? 2,
      memory: options.memory ?? '1GB',
    });
    const locatedBy = options.locatedBy ?? manifest.locatedBy ?? 'institution';
    if (locatedBy === 'address' && manifest.addresses === undefined)
      throw new InputError(messages.noAddresses(), { file: path });
    const observatory = new Observatory(path, build, engine, cluster, locatedBy);
    try {
      const away = manifest.cluster?.tables ?? [];
      // Where no address moves anything, both rules have the same tables.
      const by = hasTablesByAddress(manifest) ? locatedBy : 'institution';
      for (const table of TABLES.filter((each) => !away.includes(each.name))) {
        await engine.execute(sql`CREATE VIEW ${name(table.name)} AS ${rowsOfTable(path, table.name, by)}`);
      }
      await engine.confine([path]);
      observatory.refuseOthers();
      return observatory;
    } catch (error) {
      observatory.close();
      throw error;
    }
  }

  get manifest(): Manifest {
    return this.build.manifest;
  }

  /** SHA-256 of the manifest's file, the time of the build included. */
  get hash(): string {
    return this.build.hash;
  }

  /** What `buildStamp` says of the folder as long as it holds this build. */
  get stamp(): string {
    return this.build.stamp;
  }

  query<T extends object = Row>(statement: Sql): Promise<T[]> {
    const ask = (): Promise<T[]> => this.asked((engine) => engine.query<T>(statement));
    return this.cache === null ? ask() : this.cache.get(statement.text, ask);
  }

  scan(statement: Sql, see: (columns: readonly (readonly unknown[])[]) => void): Promise<void> {
    return this.asked((engine) => engine.scan(statement, see));
  }

  /**
   * Loads what most questions read into memory, and keeps short answers there from here on, for callers who ask many: answers
   * are the same. Tables that would take more than `bytes` stay in their files, and all where a table is on a cluster that
   * is not asked.
   */
  async loadIntoMemory(bytes: number): Promise<void> {
    const whole = this.cluster !== null || (this.manifest.cluster?.tables ?? []).length === 0;
    this.tables = whole ? await readInMemory(this, this.manifest.authorCap, bytes) : null;
    this.cache = new QueryCache();
  }

  /** The tables that are in memory; null where none are. */
  get inMemory(): InMemoryTables | null {
    return this.tables;
  }

  /** One SELECT of a user's. @throws EngineError where it is anything else, or wrong */
  queryReadOnly(text: string): Promise<{ columns: string[]; rows: Row[] }> {
    return this.ofThisBuild(() => this.engine.queryReadOnly(text));
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
    return checkLaws(new ConnectionPool([this.engine]));
  }

  /** What is wrong with files of it or of its parts, each read whole; empty where all are as they were written. */
  checkContent(): Promise<FileDamage[]> {
    return this.ofThisBuild(() => damageOf(this.folder, this.manifest));
  }

  /** Here; where a table that it needs is not, on the cluster, which has them all. */
  private asked<T>(ask: (engine: DuckDBEngine | RemoteTables) => Promise<T>): Promise<T> {
    return this.ofThisBuild(async () => {
      try {
        return await ask(this.engine);
      } catch (error) {
        if (this.cluster === null || remoteTable(error, this.manifest) === null) throw error;
        return ask(this.cluster);
      }
    });
  }

  /** What is read while the folder holds this build. @throws ReplacedError where that may have ended meanwhile */
  private async ofThisBuild<T>(read: () => Promise<T>): Promise<T> {
    try {
      return await read();
    } catch (error) {
      throw unlessRemote(error, this.manifest);
    } finally {
      this.refuseOthers();
    }
  }

  private refuseOthers(): void {
    if (buildStamp(this.folder) !== this.stamp) throw new ReplacedError(this.folder);
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

/** Whether the tables by address are others than those by institution. */
export function hasTablesByAddress({ tables }: Manifest): boolean {
  return keptAs('work_cities', 'address') in tables;
}

/**
 * Asks an observatory, which is closed after that. Where a build replaces it meanwhile, all is asked again of the new one,
 * so that an answer of many statements is of one build.
 */
export async function askObservatory<T>(
  folder: string,
  ask: (observatory: Observatory) => Promise<T>,
  options: OpenOptions = {},
): Promise<T> {
  for (let asking = 1; ; asking++) {
    const observatory = await Observatory.open(folder, options);
    try {
      return await ask(observatory);
    } catch (error) {
      if (!(error instanceof ReplacedError) || asking === OPENINGS) throw error;
    } finally {
      observatory.close();
    }
  }
}

/** Waits for a build that is putting tables in place; not for one that has begun to make them. */
export async function placed(folder: string): Promise<void> {
  for (let waited = 0; waited < PLACED_WITHIN; waited += LOOK_EVERY) {
    if (buildStamp(folder) !== null || !isPublishing(folder)) return;
    await wait(LOOK_EVERY);
  }
}
