import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { FileEngine } from '../../src/engine/engine.ts';
import { raw, type Sql, sql } from '../../src/engine/sql.ts';
import { loadParquet, parquetRows } from '../../src/records/parquet.ts';
import { type FileReport, readJson } from '../../src/records/read-json.ts';
import { type ParquetOptions, readParquet } from '../../src/records/read-parquet.ts';
import { readRelation, type Relation, RELATIONS } from '../../src/records/relations.ts';
import { detectFormat } from '../../src/records/detect-format.ts';

const folder = (): string => mkdtempSync(join(tmpdir(), 'records-'));

const SOURCE = 'STRUCT(id VARCHAR, display_name VARCHAR, issn_l VARCHAR, issn VARCHAR[], "type" VARCHAR)';
const CLASS = 'STRUCT(id VARCHAR, display_name VARCHAR)';
const TOPIC = `STRUCT(id VARCHAR, display_name VARCHAR, score DOUBLE, subfield ${CLASS}, field ${CLASS}, "domain" ${CLASS})`;
const INSTITUTION =
  'STRUCT(id VARCHAR, display_name VARCHAR, ror VARCHAR, country_code VARCHAR, "type" VARCHAR, lineage VARCHAR[])';

/** Columns as the snapshot has them, in both schemas together. */
const COLUMNS: Readonly<Record<string, string>> = {
  id: 'VARCHAR',
  doi: 'VARCHAR',
  title: 'VARCHAR',
  display_name: 'VARCHAR',
  publication_year: 'BIGINT',
  type: 'VARCHAR',
  is_retracted: 'BOOLEAN',
  is_paratext: 'BOOLEAN',
  is_xpac: 'BOOLEAN',
  is_authors_truncated: 'BOOLEAN',
  cited_by_count: 'BIGINT',
  primary_location: `STRUCT(is_oa BOOLEAN, "source" ${SOURCE}, license VARCHAR)`,
  host_venue: SOURCE,
  primary_topic: TOPIC,
  topics: `${TOPIC}[]`,
  authorships: `STRUCT(author_position VARCHAR, author STRUCT(id VARCHAR, orcid VARCHAR), institutions ${INSTITUTION}[], countries VARCHAR[],
    raw_affiliation_strings VARCHAR[], affiliations STRUCT(raw_affiliation_string VARCHAR, institution_ids VARCHAR[])[])[]`,
  updated_date: 'VARCHAR',
  synthetic: 'VARCHAR',
  referenced_works: 'VARCHAR[]',
};

/** The rows of a query as a file of Parquet. */
export async function asParquet(engine: FileEngine, query: Sql): Promise<string> {
  const file = join(folder(), 'part_0000.parquet');
  await engine.export(query, file);
  return file;
}

/** Works in JSON Lines as rows with the columns of the snapshot, or some of them. */
export function worksOf(json: string, columns: readonly string[] = Object.keys(COLUMNS)): Sql {
  const types = columns.map((column) => `${column}: '${COLUMNS[column]}'`).join(', ');
  return sql`(SELECT * FROM read_json(${json}, format = 'newline_delimited', records = true,
    columns = {${raw(types)}}, maximum_object_size = 67108864))`;
}

export function asLines(records: readonly object[]): string {
  const file = join(folder(), 'works.jsonl');
  writeFileSync(file, records.map((record) => `${JSON.stringify(record)}\n`).join(''));
  return file;
}

/** All that the relations tell of works: entries in the place of codes, and none that no work uses. */
async function told(engine: FileEngine): Promise<readonly object[]> {
  const works = sql`SELECT w.* EXCLUDE (source, topic), s.* EXCLUDE (code), t.* EXCLUDE (code) FROM works w
    LEFT JOIN sources s ON s.code = w.source LEFT JOIN topics t ON t.code = w.topic ORDER BY row`;
  const mentions = sql`SELECT m.row, m.author, m.of, i.* EXCLUDE (code), a.shared, a.place, a.how, a.reason,
      a.institution = m.institution AS own, a.strings, a.example
    FROM mentions m JOIN institutions i ON i.code = m.institution LEFT JOIN addresses a ON a.code = m.address ORDER BY ALL`;
  return [...(await engine.query(works)), ...(await engine.query(mentions))];
}

/** The relations of a segment that a reader wrote, as tables of the engine. */
async function loadSegment(engine: FileEngine, written: string): Promise<void> {
  for (const relation of Object.keys(RELATIONS) as Relation[]) {
    await engine.table(relation, readRelation(written, relation));
  }
}

/** Ids of the works that a segment holds, in the order of the rows. */
export async function worksIn(engine: FileEngine, segment: string): Promise<number[]> {
  const works = await engine.query<{ work: number }>(readRelation(segment, 'works'));
  return works.map(({ work }) => work);
}

/** What a file of JSON tells, segment by segment. */
export async function toldOfJson(
  engine: FileEngine,
  path: string,
  segment = 1_000_000,
): Promise<(readonly object[])[]> {
  const segments: (readonly object[])[] = [];
  let turn = Promise.resolve();
  const load = async (written: string): Promise<void> => {
    await loadSegment(engine, written);
    segments.push(await told(engine));
  };
  await readJson({
    path,
    format: detectFormat(path),
    beside: false,
    folder: folder(),
    segment,
    onBytes: () => undefined,
    // A reader hands over a segment before the last one is taken; the engine has one set of tables.
    onSegment: (written) => (turn = turn.then(() => load(written))),
  });
  return segments;
}

/** What a file of Parquet tells, segment by segment. */
export async function toldOfParquet(
  engine: FileEngine,
  file: string,
  segment = 1_000_000,
): Promise<(readonly object[])[]> {
  const { rows } = await parquetRows(engine, file);
  const segments: (readonly object[])[] = [];
  for (let from = 0; from < rows; from += segment) {
    await loadParquet(engine, file, from, from + segment);
    segments.push(await told(engine));
  }
  return segments;
}

/** Reads the leaves of a file and takes its segments. */
export async function takeLeaves(
  file: string,
  onSegment: ParquetOptions['onSegment'],
  segment = 1_000_000,
  more: Partial<ParquetOptions> = {},
): Promise<FileReport> {
  return readParquet({ path: file, folder: folder(), segment, onBytes: () => undefined, onSegment, ...more });
}

/** All rows of the relations that the leaves of a file make, segment by segment, with their codes. */
export async function relationsOfColumns(
  engine: FileEngine,
  file: string,
  segment = 1_000_000,
  more: Partial<ParquetOptions> = {},
): Promise<Readonly<Record<Relation, readonly object[]>>[]> {
  const segments: Readonly<Record<Relation, readonly object[]>>[] = [];
  const take = async (written: string): Promise<void> => {
    await loadSegment(engine, written);
    segments.push(await rowsOf(engine));
  };
  await takeLeaves(file, take, segment, more);
  return segments;
}

/** The same as the engine makes them. */
export async function relationsOfParquet(
  engine: FileEngine,
  file: string,
  segment = 1_000_000,
): Promise<Readonly<Record<Relation, readonly object[]>>[]> {
  const { rows } = await parquetRows(engine, file);
  const segments: Readonly<Record<Relation, readonly object[]>>[] = [];
  for (let from = 0; from < rows; from += segment) {
    await loadParquet(engine, file, from, from + segment);
    segments.push(await rowsOf(engine));
  }
  return segments;
}

async function rowsOf(engine: FileEngine): Promise<Readonly<Record<Relation, readonly object[]>>> {
  const rows = {} as Record<Relation, readonly object[]>;
  for (const relation of Object.keys(RELATIONS) as Relation[]) {
    rows[relation] = await engine.query(sql`SELECT * FROM ${raw(relation)} ORDER BY ALL`);
  }
  return rows;
}
