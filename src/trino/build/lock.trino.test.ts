import { hostname } from 'node:os';
import { afterAll, beforeAll, beforeEach, describe, expect, inject, it } from 'vitest';
import { Bench } from '../../../test/observatory/observatories.ts';
import { ClusterBench } from '../../../test/trino/cluster-bench.ts';
import { openAlexLines } from '../../../test/observatory/worlds.ts';
import { sql } from '../../engine/sql.ts';
import { TrinoEngine } from '../client/trino-engine.ts';
import { ClusterLock, DEAD_AFTER } from './lock.ts';

const bench = new Bench();
const cluster = new ClusterBench(bench, inject('trino').server);
const parts = `${cluster.schema}_parts`;
const place = { catalog: 'hive', schema: parts, table: 'at_work', what: `hive.${cluster.schema}` };
let engine: TrinoEngine;
let last = 0;
const take = (): Promise<ClusterLock> => ClusterLock.take(engine, place, `build ${(last += 1)}`);

beforeAll(async () => {
  await cluster.ask(`CREATE SCHEMA hive.${parts}`);
  engine = await TrinoEngine.open(cluster.access);
});
beforeEach(async () => {
  await cluster.ask(`DROP TABLE IF EXISTS hive.${parts}.at_work`);
});
afterAll(async () => {
  engine.close();
  await cluster.dispose();
  bench.dispose();
});

/** A lock as another machine has left it so many seconds ago. */
async function left(ago: number, owner: object): Promise<void> {
  const [{ now }] = await cluster.ask<{ now: number }>('SELECT CAST(to_unixtime(now()) AS BIGINT) AS now');
  const comment = JSON.stringify({
    stamp: 'other',
    host: 'elsewhere',
    process: 7,
    sign: now - ago,
    ...owner,
  });
  await cluster.ask(`CREATE TABLE hive.${parts}.at_work (stamp VARCHAR) COMMENT '${comment}'`);
}

describe('a schema that a build is at work in', () => {
  it('is refused to another, until the first is through', async () => {
    const first = await take();
    await expect(take()).rejects.toThrow(
      `hive.${cluster.schema} is in use by another build (process ${process.pid} of `,
    );
    const institutions = [bench.text('institutions.jsonl', openAlexLines())];
    await expect(cluster.build({ works: 'file:///nowhere', institutions })).rejects.toThrow(
      / is in use by another build.* Wait for it or stop it, or choose another schema with --schema/,
    );
    await first.hold();
    await first.release();
    const second = await take();
    await second.hold();
    await second.release();
  });

  it('is free once its builder is dead, and only then', async () => {
    await left(DEAD_AFTER - 60, {});
    await expect(take()).rejects.toThrow(/process 7 of elsewhere, last heard of \d+ s ago/);
    await cluster.ask(`DROP TABLE hive.${parts}.at_work`);
    await left(DEAD_AFTER + 5, {});
    await (await take()).release();
    // A process of this machine that is gone needs no waiting for.
    await left(1, { host: hostname(), process: 2 ** 30 });
    await (await take()).release();
  });

  it('is no longer of a builder that was taken for dead', async () => {
    const slept = await take();
    await cluster.ask(`DROP TABLE hive.${parts}.at_work`);
    const other = await take();
    await expect(slept.hold()).rejects.toThrow('is in use by another build');
    // Nor does it take the other's lock along.
    await slept.release();
    await other.hold();
    await other.release();
  });

  it('is told of by its builder while it lives, though the whole cluster is at work', async () => {
    const lock = await take();
    const busy = await TrinoEngine.open(cluster.access);
    const pairs = sql`SELECT count(*) FROM UNNEST(sequence(1, 10000)) AS a (i), UNNEST(sequence(1, 10000)) AS b (j),
      UNNEST(sequence(1, 10000)) AS c (k) WHERE i + j + k = 7`;
    const work = Promise.allSettled([1, 2, 3, 4].map(() => busy.query(pairs)));
    const sign = async (): Promise<string> =>
      (
        await cluster.ask<{ comment: string }>(
          `SELECT comment FROM system.metadata.table_comments WHERE catalog_name = 'hive' AND schema_name = '${parts}'`,
        )
      )[0].comment;
    const before = await sign();
    await expect.poll(sign, { timeout: 60_000, interval: 1000 }).not.toBe(before);
    busy.close();
    await work;
    await lock.release();
  }, 90_000);
});
