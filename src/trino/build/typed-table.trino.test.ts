import { copyFileSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterAll, describe, expect, inject, it } from 'vitest';
import { Bench, tableBytes } from '../../../test/observatory/observatories.ts';
import { ClusterBench } from '../../../test/trino/cluster-bench.ts';
import { work } from '../../../test/observatory/works.ts';
import { openAlexLines, REGIONS } from '../../../test/observatory/worlds.ts';
import { ODD_WORKS } from '../../../test/records/odd-works.ts';
import { asLines, asParquet, worksOf } from '../../../test/records/relations.ts';
import { DuckDBEngine } from '../../engine/duckdb.ts';
import { type Sql, sql } from '../../engine/sql.ts';
import { Filters } from '../../observatory/filters.ts';

const bench = new Bench();
const cluster = new ClusterBench(bench, inject('trino').server);
afterAll(async () => {
  await cluster.dispose();
  bench.dispose();
});

const CLASS = 'ROW(id VARCHAR, display_name VARCHAR)';
const SOURCE = 'ROW(id VARCHAR, display_name VARCHAR, issn_l VARCHAR, issn ARRAY(VARCHAR))';
const TOPIC = `ROW(id VARCHAR, display_name VARCHAR, subfield ${CLASS}, field ${CLASS}, domain ${CLASS})`;
const INSTITUTION =
  'ROW(id VARCHAR, display_name VARCHAR, ror VARCHAR, country_code VARCHAR, lineage ARRAY(VARCHAR))';
const COLUMNS = `id VARCHAR, doi VARCHAR, title VARCHAR, display_name VARCHAR, publication_year BIGINT, type VARCHAR,
  is_retracted BOOLEAN, is_paratext BOOLEAN, is_xpac BOOLEAN, is_authors_truncated BOOLEAN, cited_by_count BIGINT,
  primary_location ROW(source ${SOURCE}), host_venue ${SOURCE}, primary_topic ${TOPIC}, topics ARRAY(${TOPIC}),
  authorships ARRAY(ROW(author ROW(id VARCHAR), institutions ARRAY(${INSTITUTION}), countries ARRAY(VARCHAR))), updated_date VARCHAR`;

it('a table over Parquet makes the tables that its files make on one machine', async () => {
  const institutions = [bench.text('institutions.jsonl', openAlexLines())];
  const regions = [bench.text('regions.csv', REGIONS)];
  const more = Array.from({ length: 30 }, (_, i) => work(500 + i, [[1 + (i % 12)], [5, 1 + (i % 7)]]));
  const engine = await DuckDBEngine.open();
  const file = bench.path('parquet', 'works.parquet');
  mkdirSync(bench.path('parquet'));
  try {
    copyFileSync(await asParquet(engine, worksOf(asLines([...ODD_WORKS, ...more]))), file);
  } finally {
    engine.close();
  }
  // So that the odd ones count, too.
  const filters = Filters.parse({ types: null, retracted: true, paratext: true, extended: true });
  const given = { institutions, regions, filters };
  const here = await bench.build({ ...given, works: [file] });
  const lake = `hive.${cluster.schema}_lake`;
  await cluster.ask(`CREATE SCHEMA ${lake}`);
  await cluster.ask(`CREATE TABLE ${lake}.works (${COLUMNS})
    WITH (format = 'PARQUET', external_location = '${pathToFileURL(bench.path('parquet')).href}')`);
  const there = await cluster.build({ ...given, works: `${lake}.works` });
  expect(there.records).toEqual(here.records);
  expect(here.records.kept).toBeGreaterThan(30);
  expect(tableBytes(bench.path('cluster'))).toEqual(tableBytes(bench.path('out')));

  // What is no table of works says so before anything is read.
  await expect(cluster.build({ works: 'tpch.tiny.nation', institutions })).rejects.toThrow(
    'tpch.tiny.nation is not a table of works. Give one with the columns of OpenAlex works',
  );
  await expect(cluster.build({ works: `${lake}.nowhere`, institutions })).rejects.toThrow(
    `${lake}.nowhere' does not exist`,
  );
});

/** Works as files of Parquet in partitions, with dates and years in the types that some writers take. */
async function partitions(folder: string): Promise<void> {
  const dated = (works: readonly object[], date: string): object[] =>
    works.map((each) => ({ ...each, updated_date: `${date}T10:00:00` }));
  const works = Array.from({ length: 30 }, (_, i) => work(500 + i, [[1 + (i % 12)], [5, 1 + (i % 7)]]));
  const engine = await DuckDBEngine.open();
  try {
    for (const [date, records] of [
      ['2024-01-01', [...ODD_WORKS.slice(0, 20), ...works]],
      ['2024-02-01', works.slice(0, 5).map((each) => ({ ...each, title: 'newer', authorships: [] }))],
    ] as const) {
      const typed = sql`(SELECT * REPLACE (TRY_CAST(updated_date AS TIMESTAMP) AS updated_date,
        TRY_CAST(publication_year AS INTEGER) AS publication_year) FROM ${worksOf(asLines(dated(records, date)))})`;
      const at = bench.path(folder, `updated_date=${date}`);
      mkdirSync(at, { recursive: true });
      copyFileSync(await asParquet(engine, typed), join(at, 'part_0000.parquet'));
    }
  } finally {
    engine.close();
  }
}

describe('Parquet at a location', () => {
  const institutions = [bench.text('institutions.jsonl', openAlexLines())];
  const located = (folder: string): string => pathToFileURL(bench.path(folder)).href;

  it('in partitions makes the tables that it makes on one machine', async () => {
    await partitions('snapshot');
    const filters = Filters.parse({ types: null, retracted: true, paratext: true, extended: true });
    const here = await bench.build({ institutions, filters, works: [bench.path('snapshot')] });
    const there = await cluster.build({ institutions, filters, works: located('snapshot') });
    expect(there.records).toEqual(here.records);
    expect(here.records.superseded).toBe(5);
    expect(tableBytes(bench.path('cluster'))).toEqual(tableBytes(bench.path('out')));
  });

  it('is refused where it is of something else, with what Trino says and what to do', async () => {
    const engine = await DuckDBEngine.open();
    const put = async (folder: string, rows: Sql): Promise<string> => {
      mkdirSync(bench.path(folder));
      copyFileSync(await asParquet(engine, rows), bench.path(folder, 'works.parquet'));
      return located(folder);
    };
    try {
      const others = await put('others', sql`SELECT 7 AS id, [1] AS authorships`);
      await expect(cluster.build({ institutions, works: others })).rejects.toThrow(
        /the column authorships of .*works\.parquet is not that of OpenAlex works: .* \(Trino: HIVE_\w+.*Lay a table with its types over it/,
      );
      const none = await put('none', sql`SELECT 'x' AS name`);
      await expect(cluster.build({ institutions, works: none })).rejects.toThrow(
        /works\.parquet is Parquet without the columns of OpenAlex works \(id, authorships\)/,
      );
    } finally {
      engine.close();
    }
  });
});

describe('a table of Iceberg', () => {
  it('makes the tables that the same records make on one machine', async () => {
    const institutions = [bench.text('institutions.jsonl', openAlexLines())];
    const works = Array.from({ length: 30 }, (_, i) => work(500 + i, [[1 + (i % 12)], [5, 1 + (i % 7)]]));
    const engine = await DuckDBEngine.open();
    const file = bench.path('ice', 'works.parquet');
    mkdirSync(bench.path('ice'));
    try {
      copyFileSync(await asParquet(engine, worksOf(asLines([...ODD_WORKS, ...works]))), file);
    } finally {
      engine.close();
    }
    const filters = Filters.parse({ types: null, retracted: true, paratext: true, extended: true });
    const here = await bench.build({ institutions, filters, works: [file] });
    const [hive, ice] = [`hive.${cluster.schema}_ice`, `iceberg.${cluster.schema}`];
    await cluster.ask(`CREATE SCHEMA ${hive}`);
    await cluster.ask(`CREATE TABLE ${hive}.works (${COLUMNS})
      WITH (format = 'PARQUET', external_location = '${pathToFileURL(bench.path('ice')).href}')`);
    await cluster.ask(`CREATE SCHEMA ${ice}`);
    await cluster.ask(`CREATE TABLE ${ice}.works AS SELECT * FROM ${hive}.works`);
    // A work that was taken out since is in a file still, and in no answer.
    await cluster.ask(`INSERT INTO ${ice}.works SELECT * FROM ${hive}.works WHERE id LIKE '%W500'`);
    await cluster.ask(`DELETE FROM ${ice}.works WHERE id LIKE '%W500'`);
    await cluster.ask(`INSERT INTO ${ice}.works SELECT * FROM ${hive}.works WHERE id LIKE '%W500'`);
    try {
      const there = await cluster.build({ institutions, filters, works: `${ice}.works` });
      expect(there.records).toEqual(here.records);
      expect(tableBytes(bench.path('cluster'))).toEqual(tableBytes(bench.path('out')));
    } finally {
      await cluster.ask(`DROP TABLE ${ice}.works`);
      await cluster.ask(`DROP SCHEMA ${ice}`);
    }
  });
});
