import { rmSync, writeFileSync } from 'node:fs';
import { gzipSync } from 'node:zlib';
import { DuckDBEngine } from '../../src/engine/duckdb.ts';
import { jsonLines } from '../../src/engine/dialect.ts';
import { type Sql, sql } from '../../src/engine/sql.ts';
import type { Bench } from './observatories.ts';
import type { RawWork } from './oracle-works.ts';

const CLASS = 'STRUCT(id VARCHAR, display_name VARCHAR)';
const INSTITUTION =
  'STRUCT(id VARCHAR, ror VARCHAR, display_name VARCHAR, country_code VARCHAR, lineage VARCHAR[])';
const COLUMNS = {
  id: 'VARCHAR',
  title: 'VARCHAR',
  publication_year: 'BIGINT',
  type: 'VARCHAR',
  is_retracted: 'BOOLEAN',
  is_paratext: 'BOOLEAN',
  is_authors_truncated: 'BOOLEAN',
  updated_date: 'VARCHAR',
  primary_topic: `STRUCT(id VARCHAR, display_name VARCHAR, subfield ${CLASS}, field ${CLASS}, "domain" ${CLASS})`,
  authorships: `STRUCT(author STRUCT(id VARCHAR), institutions ${INSTITUTION}[], countries VARCHAR[])[]`,
};

/** Everything that works come in: each writes the same records into a file and returns its path. */
export const CONTAINERS: Readonly<
  Record<string, (bench: Bench, name: string, records: readonly RawWork[]) => string | Promise<string>>
> = {
  'JSON Lines': (bench, name, records) => bench.works(`${name}.jsonl`, records),
  gzip: (bench, name, records) => bench.works(`${name}.gz`, records),
  'gzip in two members': (bench, name, records) => {
    const path = bench.works(`${name}.members.gz`, []);
    const half = records.length / 2;
    const member = (part: readonly RawWork[]): Buffer =>
      gzipSync(part.map((record) => `${JSON.stringify(record)}\n`).join(''));
    writeFileSync(path, Buffer.concat([member(records.slice(0, half)), member(records.slice(half))]));
    return path;
  },
  'an answer of the API': (bench, name, records) =>
    bench.text(`${name}.json`, JSON.stringify({ meta: { count: records.length }, results: records })),
  'answers of the API, one a line': (bench, name, records) =>
    bench.works(`${name}.answers.jsonl`, [
      JSON.stringify({ meta: {}, results: records.slice(0, 3) }),
      JSON.stringify({ meta: {}, results: records.slice(3) }),
    ]),
  'an array': (bench, name, records) => bench.text(`${name}.array.json`, JSON.stringify(records)),
  'an answer printed over many lines': (bench, name, records) =>
    bench.text(`${name}.printed.json`, JSON.stringify({ results: records }, null, 2)),
  'an answer with a work a line': (bench, name, records) =>
    bench.text(
      `${name}.rows.json`,
      `{"meta":{},"results":[\n${records.map((record) => JSON.stringify(record)).join(',\n')}\n]}`,
    ),
  'JSON Lines of Windows, with a byte-order mark': (bench, name, records) =>
    bench.text(`${name}.bom.jsonl`, `\ufeff${records.map((record) => JSON.stringify(record)).join('\r\n')}`),
  Parquet: (bench, name, records) => parquet(bench, `${name}.parquet`, records),
  // In encodings that only the engine reads.
  'Parquet of the second version': (bench, name, records) =>
    parquet(bench, `${name}.second.parquet`, records, sql`PARQUET_VERSION v2`),
};

/** Works as Parquet, compressed by snappy. */
export async function parquet(
  bench: Bench,
  name: string,
  records: readonly RawWork[],
  how: Sql = sql`COMPRESSION snappy`,
): Promise<string> {
  const lines = bench.works(`${name}.jsonl`, records);
  const path = lines.replace(/\.jsonl$/, '');
  const engine = await DuckDBEngine.open({ threads: 1 });
  await engine.execute(
    sql`COPY (SELECT * FROM ${jsonLines(lines, COLUMNS)}) TO ${path} (FORMAT parquet, ${how})`,
  );
  engine.close();
  rmSync(lines);
  return path;
}
