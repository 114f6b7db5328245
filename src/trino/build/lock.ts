import { hostname } from 'node:os';
import { name, type Sql, sql } from '../../engine/sql.ts';
import { type TrinoEngine, TrinoError } from '../client/trino-engine.ts';
import { InputError } from '../../base/index.ts';
import { messages } from '../messages.ts';
import { isAlive } from '../../observatory/process-alive.ts';

/** Seconds between signs of life, and after how many without one a builder is taken for dead. */
const SIGN_EVERY = 20;
export const DEAD_AFTER = 120;

/** Who is at work, as the comment of the lock's table says. */
interface Owner {
  /** Of the build. */
  readonly stamp: string;
  readonly host: string;
  readonly process: number;
  /** The last sign of life, in seconds of the cluster's clock: clients' may differ. */
  readonly sign: number;
}

export interface LockPlace {
  readonly catalog: string;
  readonly schema: string;
  readonly table: string;
  /** What it locks, as its user knows it. */
  readonly what: string;
}

/**
 * One builder at a time. To make a table that is there fails, on every metastore, so that the table is the lock; its
 * comment says whose it is, and is written anew while the owner lives. A lock is another's once its owner is dead: a process of
 * this machine that is gone, or one that has given no sign for two minutes. One that only slept finds out before it shows anything.
 */
export class ClusterLock {
  private beat: NodeJS.Timeout | null = null;
  private isSigning = false;
  /**
   * Where the cluster does again what was lost, a statement waits for memory set aside for it, behind the tasks of the
   * build itself: so these are not of that kind, and signs come in time.
   */
  private readonly engine: TrinoEngine;

  private constructor(
    engine: TrinoEngine,
    private readonly place: LockPlace,
    private readonly stamp: string,
  ) {
    this.engine = engine.within(place.schema, { retry_policy: 'NONE' });
  }

  /** @throws InputError where another build is at work */
  static async take(engine: TrinoEngine, place: LockPlace, stamp: string): Promise<ClusterLock> {
    const lock = new ClusterLock(engine, place, stamp);
    try {
      await lock.makeUnlessTaken();
      // Whoever else took it for dead may have made it after us.
      await lock.hold();
    } catch (error) {
      lock.engine.close();
      throw error;
    }
    lock.beat = setInterval(() => void lock.sign().catch(() => undefined), 1000 * SIGN_EVERY);
    lock.beat.unref();
    return lock;
  }

  private async makeUnlessTaken(): Promise<void> {
    if (await this.make()) return;
    const owner = await this.owner();
    const ago = owner === null ? 0 : (await this.now()) - owner.sign;
    if (owner !== null && !isDead(owner, ago)) throw this.taken(owner, ago);
    await this.engine.execute(sql`DROP TABLE IF EXISTS ${this.table}`);
    if (!(await this.make())) throw this.taken(await this.owner(), 0);
  }

  /** @throws InputError where it has become another's */
  async hold(): Promise<void> {
    const owner = await this.owner();
    if (owner?.stamp !== this.stamp) throw this.taken(owner, 0);
  }

  /** Errors are no matter: without signs it is free in two minutes. */
  async release(): Promise<void> {
    if (this.beat !== null) clearInterval(this.beat);
    try {
      await this.hold();
      await this.engine.execute(sql`DROP TABLE IF EXISTS ${this.table}`);
    } catch {
      // It is another's, or the cluster is gone.
    } finally {
      this.engine.close();
    }
  }

  /** False where there is one. */
  private async make(): Promise<boolean> {
    const comment = this.comment(await this.now());
    try {
      await this.engine.execute(sql`CREATE TABLE ${this.table} (stamp VARCHAR) COMMENT ${comment}`);
      return true;
    } catch (error) {
      if (error instanceof TrinoError && error.code === 'TABLE_ALREADY_EXISTS') return false;
      throw error;
    }
  }

  private async sign(): Promise<void> {
    if (this.isSigning) return;
    this.isSigning = true;
    try {
      await this.hold();
      const now = await this.now();
      await this.engine.execute(sql`COMMENT ON TABLE ${this.table} IS ${this.comment(now)}`);
    } finally {
      this.isSigning = false;
    }
  }

  /** Null where there is none, or none that says whose it is. */
  private async owner(): Promise<Owner | null> {
    const { catalog, schema, table } = this.place;
    const rows = await this.engine.query<{ comment: string | null }>(sql`
      SELECT comment FROM system.metadata.table_comments
      WHERE catalog_name = ${catalog} AND schema_name = ${schema} AND table_name = ${table}`);
    try {
      return JSON.parse(rows.at(0)?.comment ?? 'null') as Owner | null;
    } catch {
      return null;
    }
  }

  private async now(): Promise<number> {
    const [{ now }] = await this.engine.query<{ now: number }>(
      sql`SELECT CAST(to_unixtime(current_timestamp) AS BIGINT) AS now`,
    );
    return now;
  }

  private comment(sign: number): string {
    const owner: Owner = { stamp: this.stamp, host: hostname(), process: process.pid, sign };
    return JSON.stringify(owner);
  }

  private get table(): Sql {
    const { catalog, schema, table } = this.place;
    return sql`${name(catalog)}.${name(schema)}.${name(table)}`;
  }

  private taken(owner: Owner | null, ago: number): InputError {
    const builder = owner === null ? null : { process: owner.process, host: owner.host, silent: ago };
    return new InputError(messages.inUse({ schema: this.place.what, builder, deadAfter: DEAD_AFTER }));
  }
}

function isDead({ host, process: pid }: Owner, ago: number): boolean {
  return ago > DEAD_AFTER || (host === hostname() && !isAlive(pid));
}
