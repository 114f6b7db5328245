import { mkdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterAll, expect, it } from 'vitest';
import { sha256 } from '../../test/observatory/bytes.ts';
import { Bench, tableBytes } from '../../test/observatory/observatories.ts';
import { openAlexLines, REGIONS, worksOf } from '../../test/observatory/worlds.ts';
import { DuckDBEngine } from '../engine/duckdb.ts';
import { ConnectionPool } from '../engine/connection-pool.ts';
import { Gazetteer, prepareInstitutions, readDefinitions, ROOT } from '../places/index.ts';
import { assemble } from './assemble.ts';
import { finishedParts } from './finished-parts.ts';
import { loadingFiles, loadInstitutions, loadPlaces } from './load-references.ts';
import { FileTableStore } from './table-store.ts';
import { TABLES } from './tables/index.ts';
import { partsInFiles, deduplicateWorks } from './deduplicate-works.ts';

const bench = new Bench();
afterAll(() => {
  bench.dispose();
});

it('tables made a few years at a time have the bytes of those made at once', async () => {
  const [records] = fc.sample(worksOf(60), { numRuns: 1, seed: 11 });
  const institutions = [bench.text('institutions.jsonl', openAlexLines())];
  const regions = [bench.text('regions.csv', REGIONS)];
  const { located } = await bench.build({
    works: [bench.works('works.jsonl', records)],
    institutions,
    regions,
  });
  expect(located.byYear.length).toBeGreaterThan(2);

  const folder = bench.path('by-year');
  mkdirSync(folder);
  const gazetteer = await Gazetteer.open();
  const prepared = await prepareInstitutions({ paths: institutions }, gazetteer);
  const definitions = await readDefinitions(regions, gazetteer);
  const engine = await DuckDBEngine.open();
  try {
    const load = loadingFiles(engine, folder);
    await loadInstitutions(load, prepared, new Map());
    await deduplicateWorks(
      engine,
      partsInFiles(finishedParts(bench.path('out/parts'))),
      { merged: new Map(), deleted: new Set() },
      load,
    );
    await loadPlaces(engine, load, prepared, definitions, gazetteer, join(ROOT, 'data/fields-zh.csv'));
    const rows = await assemble({
      engine,
      connections: new ConnectionPool([engine]),
      tableStore: (connection) => new FileTableStore(connection, folder),
      authorCap: 100,
      rowsAtATime: 1,
    });
    expect(rows.city_links).toBeGreaterThan(0);
  } finally {
    engine.close();
  }
  const bytes = tableBytes(bench.path('out'));
  for (const { name } of TABLES) {
    expect(sha256(readFileSync(join(folder, `${name}.parquet`))), name).toBe(bytes[name]);
  }
});
