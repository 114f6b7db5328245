import { copyFileSync, existsSync, mkdirSync } from 'node:fs';
import { pathToFileURL } from 'node:url';
import { afterAll, describe, expect, inject, it } from 'vitest';
import { Bench, tableBytes } from '../../../test/observatory/observatories.ts';
import { ClusterBench } from '../../../test/trino/cluster-bench.ts';

const folder = '../shared/data';
const absent = !existsSync(folder);

describe.skipIf(absent)(`real records${absent ? ` (skipped: there is no ${folder})` : ''}`, () => {
  const bench = new Bench();
  const cluster = new ClusterBench(bench, inject('trino').server);
  afterAll(async () => {
    await cluster.dispose();
    bench.dispose();
  });

  it('make the same bytes on a cluster', async () => {
    mkdirSync(bench.path('works'));
    for (const name of ['geoscience-api.jsonl.gz', 'schema-2026.jsonl.gz'])
      copyFileSync(`${folder}/works/${name}`, bench.path('works', name));
    const institutions = [`${folder}/institutions/ror-records.jsonl.gz`];
    const here = await bench.build({ works: [bench.path('works')], institutions });
    const there = await cluster.build({ works: pathToFileURL(bench.path('works')).href, institutions });
    expect(there.records).toEqual(here.records);
    expect(here.records.kept).toBeGreaterThan(2000);
    expect(tableBytes(bench.path('cluster'))).toEqual(tableBytes(bench.path('out')));
  });
});
