import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { setTimeout as wait } from 'node:timers/promises';
import { pathToFileURL } from 'node:url';
import { afterAll, describe, expect, inject, it } from 'vitest';
import { Bench, tableBytes } from '../../../test/observatory/observatories.ts';
import { ClusterBench } from '../../../test/trino/cluster-bench.ts';
import { work } from '../../../test/observatory/works.ts';
import { openAlexLines } from '../../../test/observatory/worlds.ts';
import { Filters } from '../../observatory/filters.ts';
import { BuildCancelled, type Progress } from '../../observatory/options.ts';

const bench = new Bench();
const cluster = new ClusterBench(bench, inject('trino').server);
afterAll(async () => {
  await cluster.dispose();
  bench.dispose();
});
const institutions = [bench.text('institutions.jsonl', openAlexLines())];
for (const part of [0, 1])
  bench.works(
    `snapshot/updated_date=2024-0${part + 1}-01/part_0000.gz`,
    Array.from({ length: 10 }, (_, i) => work(part * 10 + i + 1, [[1 + (i % 12)], [5]])),
  );
const works = pathToFileURL(bench.path('in/snapshot')).href;
const given = { works, institutions, batch: 1 };
const shown = async (): Promise<string[]> =>
  (await cluster.tables()).filter((table) => table.startsWith(`${cluster.schema}.`));

/** Runs until one of the two batches stands, in a process of its own that then is killed. */
async function killed(): Promise<void> {
  const module = new URL('./build.ts', import.meta.url).href;
  const options = {
    ...given,
    out: bench.path('cluster'),
    filters: Filters.parse({}),
    authorCap: 100,
    access: cluster.access,
    bring: [],
  };
  const run = `import { buildOnCluster } from ${JSON.stringify(module)};
    await buildOnCluster(${JSON.stringify(options)}, { now: () => 0, progress: ({ records }) => console.log(records) });`;
  const child = spawn(process.execPath, ['--import', 'tsx', '--input-type=module', '-e', run], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  for await (const text of child.stdout as AsyncIterable<Buffer>) if (text.toString().includes('10')) break;
  await wait(1500);
  child.kill('SIGKILL');
  await once(child, 'close');
}

describe('a build on a cluster whose client is killed', () => {
  it('shows nothing, and the next goes on from the batches it finished to the same bytes', async () => {
    await killed();
    expect(await shown()).toEqual([]);
    expect(existsSync(bench.path('cluster', 'manifest.json'))).toBe(false);
    const manifest = await cluster.build(given);
    expect(manifest.works.map(({ reused }) => reused)).toEqual([true, false]);
    await bench.build({ works: [bench.path('in/snapshot')], institutions });
    expect(tableBytes(bench.path('cluster'))).toEqual(tableBytes(bench.path('out')));
    // What was half done is gone, on the cluster too.
    expect((await cluster.tables()).filter((table) => /_work_/.test(table))).toEqual([]);
    expect(await shown()).toHaveLength(14);
  });

  it('or that is stopped leaves what the last one made, there and here', async () => {
    const before = tableBytes(bench.path('cluster'));
    const counted = `SELECT count(*) AS n FROM hive.${cluster.schema}.works`;
    bench.works('snapshot/updated_date=2024-03-01/part_0000.gz', [work(99)]);
    const stop = new AbortController();
    const progress = ({ table }: Progress): void => {
      if (table === 'city_output') stop.abort();
    };
    const stopping = cluster.build(given, { now: () => 0, progress, signal: stop.signal });
    await expect(stopping).rejects.toBeInstanceOf(BuildCancelled);
    expect(tableBytes(bench.path('cluster'))).toEqual(before);
    expect(await cluster.ask(counted)).toEqual([{ n: 20 }]);
    expect((await cluster.build(given)).works.map(({ reused }) => reused)).toEqual([true, true, true]);
    expect(await cluster.ask(counted)).toEqual([{ n: 21 }]);
  });
});
