import { join, name, raw, type Sql, sql } from '../../engine/sql.ts';
import { type TrinoEngine, TrinoError } from '../client/trino-engine.ts';
import { InputError } from '../../base/index.ts';
import { messages } from '../messages.ts';
import type { Store } from './store.ts';

export type Name = readonly [catalog: string, schema: string, table: string];

/** The partition's column of a table over Parquet: the records have an `updated_date` of their own. */
export const SNAPSHOT_DATE = 'snapshot_date';
const LINES = 'works_lines';
const COLUMNS = 'works_columns';
const PARQUET = /\.parquet$/i;
/** Partitions that are told to the metastore side by side. */
const AT_ONCE = 8;

const SOURCE = 'ROW(id VARCHAR, display_name VARCHAR, issn_l VARCHAR, issn ARRAY(VARCHAR))';
const CLASS = 'ROW(id VARCHAR, display_name VARCHAR)';
const TOPIC = `ROW(id VARCHAR, display_name VARCHAR, subfield ${CLASS}, field ${CLASS}, domain ${CLASS})`;
const INSTITUTION =
  'ROW(id VARCHAR, ror VARCHAR, display_name VARCHAR, country_code VARCHAR, lineage ARRAY(VARCHAR))';
/** What is used of OpenAlex works over Parquet, in the types of the snapshot: found by name, null where files lack it. */
const TYPES: Readonly<Record<string, string>> = {
  ...{ id: 'VARCHAR', doi: 'VARCHAR', title: 'VARCHAR', display_name: 'VARCHAR', type: 'VARCHAR' },
  ...{ publication_year: 'BIGINT', cited_by_count: 'BIGINT' },
  ...{ is_retracted: 'BOOLEAN', is_paratext: 'BOOLEAN', is_xpac: 'BOOLEAN', is_authors_truncated: 'BOOLEAN' },
  primary_location: `ROW(source ${SOURCE})`,
  host_venue: SOURCE,
  primary_topic: TOPIC,
  topics: `ARRAY(${TOPIC})`,
  authorships: `ARRAY(ROW(author ROW(id VARCHAR), institutions ARRAY(${INSTITUTION}), countries ARRAY(VARCHAR)))`,
};
/** Snapshots write the date of a record as text or as time. */
const DATES = ['VARCHAR', 'TIMESTAMP', 'DATE'] as const;

/**
 * Lays a table over a location for one build: of lines, or of columns where its files are Parquet.
 * @throws InputError where Parquet there is not that of works
 */
export async function overLocation(store: Store, location: string): Promise<Name> {
  const { engine } = store;
  await layLines(store, location, true);
  const dates = await datesOf(engine);
  if (dates.length === 0) await layLines(store, location, false);
  const first = await someFile(engine);
  if (first === null || !PARQUET.test(first)) return [store.catalog, store.work, LINES];
  await layColumns(store, location, dates, first);
  return [store.catalog, store.work, COLUMNS];
}

/** One of the files there, whichever is read first; null where there is no line. */
async function someFile(engine: TrinoEngine): Promise<string | null> {
  // Where no column is asked for, Trino reads all files to their ends before it gives the first row.
  const paths = await engine.query<{ path: string }>(
    sql`SELECT "$path" AS path, line IS NULL AS bare FROM ${name(LINES)} LIMIT 1`,
  );
  return paths.at(0)?.path ?? null;
}

async function layLines(store: Store, location: string, partitioned: boolean): Promise<void> {
  const columns = [raw('line VARCHAR'), ...(partitioned ? [raw('updated_date VARCHAR')] : [])];
  const by = partitioned ? sql`, partitioned_by = ARRAY['updated_date']` : sql``;
  await store.engine.drop(LINES);
  // No line of JSON holds this character, so that each is one column whole.
  await store.engine.execute(sql`CREATE TABLE ${name(LINES)} (${join(columns, ', ')})
    WITH (format = 'TEXTFILE', textfile_field_separator = U&'\\0001', external_location = ${location}${by})`);
  if (partitioned)
    await store.engine.execute(
      sql`CALL ${name(store.catalog)}.system.sync_partition_metadata(${store.work}, ${LINES}, 'ADD')`,
    );
}

async function datesOf(engine: TrinoEngine): Promise<string[]> {
  const rows = await engine.query<{ date: string }>(
    sql`SELECT updated_date AS date FROM ${name(`${LINES}$partitions`)} ORDER BY 1`,
  );
  return rows.map(({ date }) => date);
}

async function layColumns(
  store: Store,
  location: string,
  dates: readonly string[],
  first: string,
): Promise<void> {
  const { engine } = store;
  const date = await dateType(store, first);
  await createColumns(engine, location, date, dates.length > 0);
  const folder = location.replace(/\/+$/, '');
  for (let i = 0; i < dates.length; i += AT_ONCE)
    await Promise.all(
      dates
        .slice(i, i + AT_ONCE)
        .map((at) => register(store, at, `${folder}/updated_date=${encodeURIComponent(at)}`)),
    );
}

/**
 * What a file has for the date of a record, tried out by reading it.
 * @throws InputError where it has other columns, or other types
 */
async function dateType(store: Store, file: string): Promise<string> {
  // A file that cannot be read so is not read better a second time.
  const engine = store.engine.within(store.work, { retry_policy: 'NONE' });
  try {
    for (const date of DATES) {
      await createColumns(engine, file.slice(0, file.lastIndexOf('/')), date, false);
      if ((await faultOf(engine, file, Object.keys(typesWith(date)))) === null) {
        await refuseOthers(engine, file);
        return date;
      }
    }
    for (const column of Object.keys(typesWith(''))) {
      const fault = await faultOf(engine, file, [column]);
      if (fault !== null) throw new InputError(messages.otherColumn({ column, file, fault }));
    }
    throw new Error(`${file} can be read column by column, and not whole`);
  } finally {
    engine.close();
  }
}

/** What Trino says when columns of one record are read; null where nothing is wrong. */
async function faultOf(
  engine: TrinoEngine,
  file: string,
  columns: readonly string[],
): Promise<string | null> {
  const read = columns.map((column) => sql`CAST(${name(column)} AS JSON)`);
  try {
    await engine.query(sql`SELECT ${join(read, ', ')} FROM ${name(COLUMNS)} WHERE "$path" = ${file} LIMIT 1`);
    return null;
  } catch (error) {
    if (error instanceof TrinoError) return error.message;
    throw error;
  }
}

/** @throws InputError where there are no records of works */
async function refuseOthers(engine: TrinoEngine, file: string): Promise<void> {
  const [{ records, ids, listed }] = await engine.query<{ records: number; ids: number; listed: number }>(sql`
    SELECT count(*) AS records, count(id) AS ids, count(authorships) AS listed FROM ${name(COLUMNS)} WHERE "$path" = ${file}`);
  if (records > 0 && (ids === 0 || listed === 0)) throw new InputError(messages.noColumns({ file }));
}

const typesWith = (date: string): Readonly<Record<string, string>> => ({ ...TYPES, updated_date: date });

async function createColumns(
  engine: TrinoEngine,
  location: string,
  date: string,
  partitioned: boolean,
): Promise<void> {
  const columns = Object.entries(typesWith(date)).map(([column, type]) => sql`${name(column)} ${raw(type)}`);
  const dated: Sql[] = partitioned ? [sql`${name(SNAPSHOT_DATE)} VARCHAR`] : [];
  const by = partitioned ? sql`, partitioned_by = ARRAY[${SNAPSHOT_DATE}]` : sql``;
  await engine.drop(COLUMNS);
  await engine.execute(sql`CREATE TABLE ${name(COLUMNS)} (${join([...columns, ...dated], ', ')})
    WITH (format = 'PARQUET', external_location = ${location}${by})`);
}

/** @throws InputError where the catalog does not let partitions be told */
async function register({ engine, catalog, work }: Store, date: string, location: string): Promise<void> {
  try {
    await engine.execute(
      sql`CALL ${name(catalog)}.system.register_partition(${work}, ${COLUMNS}, ARRAY[${SNAPSHOT_DATE}], ARRAY[${date}], ${location})`,
    );
  } catch (error) {
    if (!(error instanceof TrinoError) || error.code !== 'PERMISSION_DENIED') throw error;
    throw new InputError(messages.noPartitions({ catalog, fault: error.message }));
  }
}
