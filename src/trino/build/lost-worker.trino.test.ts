import { setTimeout as wait } from 'node:timers/promises';
import { pathToFileURL } from 'node:url';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { Bench, tableBytes } from '../../../test/observatory/observatories.ts';
import { ClusterBench } from '../../../test/trino/cluster-bench.ts';
import { work } from '../../../test/observatory/works.ts';
import { openAlexLines } from '../../../test/observatory/worlds.ts';
import { type Cluster, startTrino } from '../../../tools/trino/cluster.mjs';

const bench = new Bench();
let trino: Cluster;
beforeAll(async () => {
  trino = await startTrino({ workers: 2, quick: true });
});
afterAll(async () => {
  await trino.stop();
  bench.dispose();
});

/** A worker that computes a part of a table at this moment, from 0; null where none does. */
async function atWork(cluster: ClusterBench): Promise<number | null> {
  const tasks = await cluster.ask<{ node: string }>(`
    SELECT t.node_id AS node FROM system.runtime.tasks t JOIN system.runtime.queries q ON q.query_id = t.query_id
    WHERE t.state = 'RUNNING' AND t.node_id LIKE 'worker-%' AND t.split_cpu_time_ms > 0 AND q.query LIKE 'CREATE TABLE%'`);
  return tasks.length === 0 ? null : Number(tasks[0].node.split('-')[1]) - 1;
}

it('a build that loses a worker in the middle has the same bytes as if it had not', async () => {
  const institutions = [bench.text('institutions.jsonl', openAlexLines())];
  for (const part of [0, 1, 2, 3])
    bench.works(
      `snapshot/part_000${part}.gz`,
      Array.from({ length: 500 }, (_, i) =>
        work(1 + part * 500 + i, [[1 + (i % 12)], [1 + (i % 7), 5], [9]]),
      ),
    );
  const cluster = new ClusterBench(bench, trino.server);
  const workers = (): Promise<object[]> =>
    cluster.ask("SELECT node_id FROM system.runtime.nodes WHERE NOT coordinator AND state = 'active'");
  expect(await workers()).toHaveLength(2);

  const building = cluster.build({ works: pathToFileURL(bench.path('in/snapshot')).href, institutions });
  const killing = (async () => {
    for (;;) {
      const worker = await atWork(cluster);
      if (worker !== null) return trino.kill(worker);
      await wait(10);
    }
  })();
  const first = await Promise.race([killing.then(() => 'lost'), building.then(() => 'ended')]);
  expect(first).toBe('lost');
  await building;

  expect(await workers()).toHaveLength(1);
  await bench.build({ works: [bench.path('in/snapshot')], institutions });
  expect(tableBytes(bench.path('cluster'))).toEqual(tableBytes(bench.path('out')));
}, 480_000);
