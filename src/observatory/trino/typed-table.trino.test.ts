import { copyFileSync, mkdirSync } from 'node:fs';
import { pathToFileURL } from 'node:url';
import { afterAll, expect, inject, it } from 'vitest';
import { Bench, tableBytes } from '../../../test/observatory/observatories.ts';
import { ClusterBench } from '../../../test/observatory/on-cluster.ts';
import { work } from '../../../test/observatory/works.ts';
import { openAlexLines, REGIONS } from '../../../test/observatory/worlds.ts';
import { ODD_WORKS } from '../../../test/records/odd-works.ts';
import { asLines, asParquet, worksOf } from '../../../test/records/relations.ts';
import { DuckDBEngine } from '../../engine/duckdb.ts';
import { Filters } from '../filters.ts';

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
    'tpch.tiny.nation is no table of works. Give one with the columns of OpenAlex works',
  );
  await expect(cluster.build({ works: `${lake}.nowhere`, institutions })).rejects.toThrow(
    `${lake}.nowhere' does not exist`,
  );
  // Read as lines, its records would all be bad ones.
  const bare = pathToFileURL(bench.path('parquet')).href;
  await expect(cluster.build({ works: bare, institutions })).rejects.toThrow(
    'works.parquet is no file of JSON Lines. Lay a table over such files',
  );
});
