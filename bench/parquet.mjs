// The same works as JSON Lines and as Parquet: reading them on one thread, and the whole build from them.
//   node bench/parquet.mjs [--works 400000] [--runs 3] [--seed 1] [--dimensions openalex|demo]
import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, renameSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { DuckDBInstance } from '@duckdb/node-api';
import { parquetMetadata } from 'hyparquet';

import { environment } from './environment.mjs';
import { generated } from './generate.mjs';
import { columns, measureCpu, median } from './measure.mjs';
import { options } from './options.mjs';
import { startPeer } from './peer.mjs';

const usage = 'node bench/parquet.mjs [--works 400000] [--runs 3] [--seed 1] [--dimensions openalex|demo]';
const { works, runs, seed, dimensions } = options(
  { works: 400_000, runs: 3, seed: 1, dimensions: 'openalex' },
  usage,
);
const here = (name) => fileURLToPath(new URL(name, import.meta.url));
const bin = here('../bin/synopolis.mjs');
const scratch = mkdtempSync(join(tmpdir(), 'synopolis-bench-out-'));

/** Leaves that are read only where a work has no primary topic. */
const SELDOM = /^topics/;

const SOURCE = `STRUCT(id VARCHAR, display_name VARCHAR, issn_l VARCHAR, issn VARCHAR[], is_oa BOOLEAN, is_in_doaj BOOLEAN,
  host_organization VARCHAR, host_organization_name VARCHAR, "type" VARCHAR)`;
const CLASS = 'STRUCT(id VARCHAR, display_name VARCHAR)';
const TOPIC = `STRUCT(id VARCHAR, display_name VARCHAR, score DOUBLE, subfield ${CLASS}, field ${CLASS}, "domain" ${CLASS})`;
const AUTHORSHIP = `STRUCT(author_position VARCHAR, author STRUCT(id VARCHAR, display_name VARCHAR, orcid VARCHAR),
  institutions STRUCT(id VARCHAR, display_name VARCHAR, ror VARCHAR, country_code VARCHAR, "type" VARCHAR, lineage VARCHAR[])[],
  countries VARCHAR[], is_corresponding BOOLEAN, raw_author_name VARCHAR, raw_affiliation_strings VARCHAR[],
  affiliations STRUCT(raw_affiliation_string VARCHAR, institution_ids VARCHAR[])[])`;
/** All that the generated records have, but concepts; the abstract as text, since its keys are words. */
const COLUMNS = {
  id: 'VARCHAR',
  doi: 'VARCHAR',
  title: 'VARCHAR',
  display_name: 'VARCHAR',
  publication_year: 'BIGINT',
  publication_date: 'VARCHAR',
  language: 'VARCHAR',
  primary_location: `STRUCT(is_oa BOOLEAN, landing_page_url VARCHAR, pdf_url VARCHAR, "source" ${SOURCE}, license VARCHAR)`,
  type: 'VARCHAR',
  host_venue: SOURCE,
  authorships: `${AUTHORSHIP}[]`,
  cited_by_count: 'BIGINT',
  is_retracted: 'BOOLEAN',
  is_paratext: 'BOOLEAN',
  is_xpac: 'BOOLEAN',
  primary_topic: TOPIC,
  topics: `${TOPIC}[]`,
  keywords: 'STRUCT(id VARCHAR, display_name VARCHAR, score DOUBLE)[]',
  referenced_works: 'VARCHAR[]',
  related_works: 'VARCHAR[]',
  abstract_inverted_index: 'VARCHAR',
  updated_date: 'VARCHAR',
};

/** A file of Parquet for each part, made once: compressed by snappy, as the snapshot's are. */
async function asParquet(set) {
  const folder = join(set.folder, 'parquet');
  if (existsSync(folder)) return folder;
  console.error(`Writing ${set.parts.length} files of Parquet to ${folder} …`);
  const aside = `${folder}.part`;
  rmSync(aside, { recursive: true, force: true });
  mkdirSync(aside);
  const engine = await (await DuckDBInstance.create(':memory:')).connect();
  const types = Object.entries(COLUMNS).map(([name, type]) => `"${name}": '${type}'`);
  for (const part of set.parts)
    await engine.run(`COPY (SELECT * FROM read_json('${part}', format = 'newline_delimited', columns = {${types.join(', ')}},
      maximum_object_size = 67108864)) TO '${join(aside, basename(part, '.gz'))}.parquet' (FORMAT parquet, COMPRESSION snappy)`);
  engine.closeSync();
  renameSync(aside, folder);
  return folder;
}

const files = (folder) =>
  readdirSync(folder)
    .sort()
    .map((name) => join(folder, name));

/** Each reader on all files in turn, on one thread, up to the relations that it hands over. */
async function readers() {
  const from = (name) => import(`../dist/${name}.js`);
  const [{ readJson }, { readParquet }, { loadParquet, parquetRows }, { detectFormat }, { DuckDBEngine }] =
    await Promise.all(
      [
        'records/read-json',
        'records/read-parquet',
        'records/parquet',
        'records/detect-format',
        'engine/duckdb',
      ].map(from),
    );
  const engine = await DuckDBEngine.open({ memory: '2GB' });
  await engine.useThreads(1);
  const into = () => ({
    folder: mkdtempSync(join(scratch, 'read-')),
    segment: 100_000,
    onBytes: () => undefined,
    onSegment: (folder) => Promise.resolve(rmSync(folder, { recursive: true })),
  });
  return {
    json: (path) => readJson({ path, format: detectFormat(path), beside: false, ...into() }),
    leaves: (path) => readParquet({ path, ...into() }),
    engine: async (path) => {
      const { rows } = await parquetRows(engine, path);
      for (let row = 0; row < rows; row += 100_000) await loadParquet(engine, path, row, row + 100_000);
    },
  };
}

/** The leaves that are used, decoded by Arrow and nothing made of them; null, with the reason told, where it is missing. */
async function arrow(list) {
  const { python, why } = await environment(['pyarrow']);
  if (python === undefined) {
    console.error(`Skipped: decoding by Arrow: ${why}`);
    return null;
  }
  const [{ places }, { COLUMNS: wanted }] = await Promise.all(
    ['parquet-columns/schema', 'spec'].map((name) => import(`../dist/records/${name}.js`)),
  );
  const bytes = readFileSync(list[0]);
  const metadata = parquetMetadata(bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.length));
  const used = [...places(metadata, wanted)].filter(([name]) => !SELDOM.test(name));
  const leaves = used.map(([, { path }]) => path.join('.'));
  const peer = await startPeer(python, here('floor/arrow.py'), { files: list, leaves });
  const run = () => peer.run().then(({ wall, cpu }) => ({ seconds: wall, cpu }));
  return { run, stop: () => peer.stop() };
}

function build(name, folder, institutions) {
  const out = join(scratch, name);
  rmSync(out, { recursive: true, force: true });
  return measureCpu(process.execPath, [
    bin,
    'build',
    '--works',
    folder,
    '--institutions',
    institutions,
    '--out',
    out,
  ]);
}

/** How many rows of the tables of both builds differ; `works` names its files by another hash. */
async function difference() {
  const engine = await (await DuckDBInstance.create(':memory:')).connect();
  const table = (name, of) => `SELECT * FROM '${join(scratch, name)}/${of}.parquet'`;
  const told = [];
  for (const of of ['city_output', 'city_links', 'institutions', 'sources']) {
    const rows = await engine.runAndReadAll(`SELECT count(*) AS n, (SELECT count(*) FROM (
      (${table('json', of)} EXCEPT ALL ${table('parquet', of)}) UNION ALL (${table('parquet', of)} EXCEPT ALL ${table('json', of)}))) AS other
      FROM (${table('json', of)})`);
    const [{ n, other }] = rows.getRowObjectsJson();
    told.push(`${of} ${n} rows, ${other} differ`);
  }
  engine.closeSync();
  return told.join('; ');
}

let decoding = null;
try {
  const set = await generated({ works, seed, dimensions });
  const parquet = await asParquet(set);
  const read = await readers();
  decoding = await arrow(files(parquet));
  const rows = {
    'reading JSON Lines (gzip)': { files: set.parts, of: read.json, base: 'read' },
    'reading Parquet, leaves': { files: files(parquet), of: read.leaves, base: 'read' },
    ...(decoding && { 'decoding these leaves only, Arrow in C++': { of: decoding.run, base: 'read' } }),
    'reading Parquet, by the engine': { files: files(parquet), of: read.engine, base: 'read' },
    'whole build from JSON Lines': { of: () => build('json', set.works, set.institutions), base: 'build' },
    'whole build from Parquet': { of: () => build('parquet', parquet, set.institutions), base: 'build' },
  };
  const took = Object.fromEntries(
    Object.keys(rows).map((name) => [name, { seconds: [], cpu: [], peak: [] }]),
  );
  for (let run = 0; run < runs; run++)
    for (const [name, { files: list, of }] of Object.entries(rows)) {
      const begun = performance.now();
      const before = process.cpuUsage();
      let built = null;
      if (list === undefined) built = await of();
      else for (const file of list) await of(file);
      const { user, system } = process.cpuUsage(before);
      took[name].seconds.push(built?.seconds ?? (performance.now() - begun) / 1000);
      took[name].cpu.push(built?.cpu ?? (user + system) / 1e6);
      if (built?.peakMb) took[name].peak.push(built.peakMb);
      console.error(`  ${run + 1}/${runs} ${name}: ${took[name].seconds.at(-1).toFixed(2)} s`);
    }
  const firstOf = (base) => Object.keys(rows).find((name) => rows[name].base === base);
  console.log(`\n${set.totals.lines} works; medians of ${runs}\n`);
  console.log(
    columns([
      ['what', 'seconds', 'CPU s', 'µs a work (CPU)', 'times as fast as JSON Lines', 'by CPU s', 'peak MB'],
      ...Object.entries(took).map(([name, { seconds, cpu, peak }]) => {
        const first = took[firstOf(rows[name].base)];
        return [
          name,
          median(seconds).toFixed(2),
          median(cpu).toFixed(2),
          ((1e6 * median(cpu)) / set.totals.lines).toFixed(1),
          (median(first.seconds) / median(seconds)).toFixed(2),
          (median(first.cpu) / median(cpu)).toFixed(2),
          peak.length === 0 ? '' : Math.max(...peak).toFixed(0),
        ];
      }),
    ]),
  );
  console.log(`\nTables of both builds: ${await difference()}`);
} finally {
  decoding?.stop();
  rmSync(scratch, { recursive: true, force: true });
}
