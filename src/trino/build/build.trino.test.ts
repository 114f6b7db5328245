import { existsSync, readFileSync } from 'node:fs';
import { pathToFileURL } from 'node:url';
import fc from 'fast-check';
import { afterAll, describe, expect, inject, it } from 'vitest';
import { sha256 } from '../../../test/observatory/bytes.ts';
import { Bench, tableBytes } from '../../../test/observatory/observatories.ts';
import { ClusterBench } from '../../../test/trino/cluster-bench.ts';
import { version, work } from '../../../test/observatory/works.ts';
import { openAlexLines, REGIONS, worksOf } from '../../../test/observatory/worlds.ts';
import { ODD_WORKS } from '../../../test/records/odd-works.ts';
import { Observatory } from '../../observatory/open.ts';

const bench = new Bench();
const cluster = new ClusterBench(bench, inject('trino').server);
afterAll(async () => {
  await cluster.dispose();
  bench.dispose();
});
const institutions = [bench.text('institutions.jsonl', openAlexLines())];
const regions = [bench.text('regions.csv', REGIONS)];
const folder = (name: string): string => bench.path('in', name);
const located = (name: string): string => pathToFileURL(folder(name)).href;

describe('an observatory that a cluster built', () => {
  it('has the bytes of one that this machine built, whatever stands in the records', async () => {
    // Of two records of one work in one file the cluster cannot tell the later, unless by their dates.
    const drawn = fc.sample(worksOf(120), { numRuns: 1, seed: 23 })[0].map((each, i) => ({
      ...each,
      updated_date: new Date(Date.UTC(2023, 0, 1 + (i % 7), 0, 0, i)).toISOString(),
    }));
    const record = (id: number, more: object): string => JSON.stringify({ ...work(id), ...more });
    bench.works('snapshot/updated_date=2024-01-01/part_0000.gz', [
      ...drawn.slice(0, 60),
      version(9001, 'old', '2024-01-01T10:00:00'),
      version(9002, 'stays', '2024-03-01'),
      version(9003, 'without a date', null),
      '',
      '   ',
      'no JSON at all',
      '{"id": "https://openalex.org/W9004", "publication_year": 2020',
      '[1, 2]',
      '"text"',
      '\\N',
      record(9005, { publication_year: '2020' }),
      record(9006, { publication_year: 2020.5 }),
      record(9007, { cited_by_count: 1e12 }),
      record(9008, { is_retracted: 'no' }),
      record(9009, { authorships: {} }),
      record(9010, { authorships: [null] }),
      record(9011, { authorships: [{ institutions: 'x' }] }),
      record(9012, { doi: 7 }),
      record(9013, { id: 'https://openalex.org/A1' }),
      record(9014, { publication_year: null, type: ' ' }),
      record(9015, { title: 'half \ud800 a \\ud800 character \ud83d\ude00, a\ttab, a "quote" and \u0001' }),
      record(9016, { title: 'x'.repeat(1500), type: 'journal-article' }),
      `{"meta": {}, "results": [${record(9017, {})}, 5, ${record(9018, { type: null })}]}`,
    ]);
    bench.works('snapshot/updated_date=2024-02-01/part_0000.gz', [
      ...drawn.slice(60),
      ...drawn.slice(0, 5),
      version(9001, 'new', '2024-02-01T10:00:00', { is_retracted: true }),
      version(9002, 'older', '2024-02-01'),
      version(9003, 'without a date, later', null),
      ...ODD_WORKS.map((odd) => JSON.stringify(odd)),
    ]);
    const given = { institutions, regions };
    const here = await bench.build({ ...given, works: [folder('snapshot')] });
    const there = await cluster.build({ ...given, works: located('snapshot'), batch: 1 });
    expect(there.records).toEqual(here.records);
    expect(here.records.superseded).toBeGreaterThan(5);
    expect(Object.keys(here.records.bad).length).toBeGreaterThan(6);
    expect(there.works.map(({ records, bad }) => ({ records, bad }))).toEqual(
      here.works.map(({ records, bad }) => ({ records, bad })),
    );
    expect(there.located).toEqual(here.located);
    expect(there.tables).toEqual(here.tables);
    expect(tableBytes(bench.path('cluster'))).toEqual(tableBytes(bench.path('out')));
    const observatory = await Observatory.open(bench.path('cluster'));
    expect(await observatory.checkLaws()).toEqual([]);
    observatory.close();

    // On the cluster every table is a view, and nothing of the build is left.
    const tables = await cluster.tables();
    expect(tables.filter((table) => table.startsWith(`${cluster.schema}_work.`))).toEqual([]);
    expect(tables.filter((table) => table.startsWith(`${cluster.schema}.`))).toHaveLength(14);
    expect(await cluster.ask(`SELECT count(*) AS n FROM hive.${cluster.schema}.work_cities`)).toEqual([
      { n: here.tables.work_cities },
    ]);
  });

  it('reads only what is new, and leaves what was asked to stay', async () => {
    bench.works('snapshot/updated_date=2024-04-01/part_0000.gz', [
      version(9002, 'moved', '2024-04-01', { is_retracted: true }),
      ...Array.from({ length: 10 }, (_, i) => work(9100 + i, [[5], [6]])),
    ]);
    const given = { institutions, regions };
    await bench.build({ ...given, works: [folder('snapshot')] });
    const there = await cluster.build({
      ...given,
      works: located('snapshot'),
      batch: 1,
      bring: ['work_institutions'],
    });
    expect(there.works.map(({ reused }) => reused)).toEqual([true, true, false]);
    const schemas = (await cluster.tables()).map((table) => table.split('.')[0]);
    expect(new Set(schemas.filter((schema) => schema.includes('_tables_'))).size).toBe(1);
    expect(there.cluster).toEqual({
      catalog: 'hive',
      schema: cluster.schema,
      stamp: expect.stringMatching(/^\d{17}$/) as string,
      tables: ['work_cities', 'work_coaffiliations'],
    });
    const away = ['work_cities', 'work_coaffiliations'];
    for (const [table, bytes] of Object.entries(tableBytes(bench.path('out')))) {
      const file = bench.path('cluster', `${table}.parquet`);
      if (away.includes(table)) expect(existsSync(file), table).toBe(false);
      else expect(sha256(readFileSync(file)), table).toBe(bytes);
    }
    const observatory = await Observatory.open(bench.path('cluster'));
    try {
      await expect(observatory.queryReadOnly('SELECT count(*) FROM work_cities')).rejects.toThrow(
        `this needs the table work_cities, which stayed on the cluster, as hive.${cluster.schema}.work_cities. Query it there with synopolis serve --engine trino --server URL, or build again with --bring work_cities`,
      );
      await observatory.loadIntoMemory(1e9);
      expect(observatory.inMemory).toBeNull();
    } finally {
      observatory.close();
    }
  });
});
