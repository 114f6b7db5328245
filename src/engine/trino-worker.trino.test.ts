import { afterAll, beforeAll, expect, it } from 'vitest';
import { type Cluster, startTrino } from '../../tools/trino/cluster.mjs';
import { sql } from './sql.ts';
import { TrinoEngine, type TrinoProgress } from './trino.ts';

/** Some seconds of work on rows that every worker can read. */
const LONG = sql`
  SELECT suppkey, count(*) AS n, sum(orderkey * step % 1000003) AS v
  FROM lines CROSS JOIN UNNEST(sequence(1, 500)) AS steps(step) GROUP BY suppkey`;

let cluster: Cluster;
let engine: TrinoEngine;
let watching: TrinoEngine;
const told: TrinoProgress[] = [];
beforeAll(async () => {
  cluster = await startTrino({ workers: 2, quick: true });
  engine = await TrinoEngine.open(
    { server: cluster.server, user: 'tester', catalog: 'hive', schema: 'made' },
    { progress: (progress) => told.push(progress) },
  );
  watching = await TrinoEngine.open({ server: cluster.server, user: 'tester' });
  await engine.execute(sql`CREATE SCHEMA made`);
  await engine.table('lines', sql`SELECT suppkey, orderkey FROM tpch.tiny.lineitem`);
});
afterAll(async () => {
  engine.close();
  watching.close();
  await cluster.stop();
});

const sums = (): Promise<unknown[]> =>
  engine.query(sql`SELECT count(*) AS suppliers, sum(n) AS n, sum(v) AS v FROM made`);

/** A worker that is at work on what runs, from 0; null while there is none. */
async function atWork(): Promise<number | null> {
  const running = told.findLast(({ state }) => state === 'RUNNING')?.query;
  if (running === undefined) return null;
  const tasks = await watching.query<{ node: string }>(sql`
    SELECT node_id AS node FROM system.runtime.tasks
    WHERE query_id = ${running} AND state = 'RUNNING' AND node_id LIKE 'worker-%' AND split_cpu_time_ms > 0`);
  return tasks.length === 0 ? null : Number(tasks[0].node.split('-')[1]) - 1;
}

it('a statement that loses a worker ends as if it had not', async () => {
  await engine.table('made', LONG);
  const whole = await sums();
  expect(whole).toMatchObject([{ suppliers: 100, n: 500 * 60_175 }]);

  told.length = 0;
  const making = engine.table('made', LONG);
  let worker: number | null = null;
  while (worker === null) {
    worker = await atWork();
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
  await cluster.kill(worker);
  await making;
  expect(await sums()).toEqual(whole);
});
