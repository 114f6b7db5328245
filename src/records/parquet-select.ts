import { path } from '../engine/dialect.ts';
import { type Engine, EngineError } from '../engine/engine.ts';
import { join, name, raw, type Sql, sql } from '../engine/sql.ts';
import { InputError } from '../base/index.ts';
import { messages } from './messages.ts';
import { common, type Difference, typeText, parseType, type Type } from './parquet-types.ts';
import { COLUMNS } from './spec.ts';

const NEEDED = ['id', 'authorships'];
/** Fields of authorships that say nothing where they are of another kind, as in JSON: works count without them, at their institutions. */
const ADDRESSES = ['raw_affiliation_strings', 'affiliations'];

/** A file of Parquet to read from. Old writers do not mark their text as text. */
export function rowsOf(file: string, rows = false): Sql {
  return sql`read_parquet(${path(file)}, binary_as_string = true${raw(rows ? ', file_row_number = true' : '')})`;
}

/**
 * The file's own columns as `COLUMNS` wants them, as a list of SELECT: what a file has besides falls away, what it
 * lacks (older schemas) is null.
 * @throws InputError where the file is damaged, lacks ids or authorships, or holds something else in a column
 */
export async function worksColumns(engine: Engine, file: string): Promise<Sql> {
  const types = await reading(file, () => describe(engine, file));
  if (NEEDED.some((needed) => !types.has(needed))) {
    throw new InputError(messages.noColumns(), { file });
  }
  const selected: Sql[] = [];
  for (const [column, wanted] of Object.entries(COLUMNS)) {
    const own = types.get(column);
    const value = own === undefined ? null : await part(engine, file, column, own, wanted);
    selected.push(sql`CAST(${value ?? sql`NULL`} AS ${raw(wanted)}) AS ${name(column)}`);
  }
  return join(selected, ', ');
}

/** The part of a column that is wanted, or null where nothing of it is; to be cast to the whole of what is wanted. */
async function part(
  engine: Engine,
  file: string,
  column: string,
  own: Type,
  wanted: string,
): Promise<Sql | null> {
  const differences: Difference[] = [];
  const kept = common(own, parseType(wanted), [column], differences);
  for (const difference of differences)
    if (!difference.path.some((step) => ADDRESSES.includes(step)))
      await refuseUnlessNull(engine, file, difference);
  if (kept === null) {
    if (NEEDED.includes(column) && differences.length === 0) throw refused(file, column, typeText(own));
    return null;
  }
  const value = name(column);
  if (own.kind !== 'scalar') return sql`CAST(${value} AS ${raw(typeText(kept))})`;
  // A number with a fraction or beyond what a column holds is unknown rather than rounded.
  if (wanted === 'INTEGER')
    return sql`CASE WHEN ${value} = trunc(${value}) THEN TRY_CAST(${value} AS INTEGER) END`;
  // As the records write it: then versions from JSON and from Parquet compare as text.
  if (own.name === 'TIMESTAMP WITH TIME ZONE') return iso(sql`${value} AT TIME ZONE 'UTC'`);
  return own.name.startsWith('TIMESTAMP') ? iso(sql`CAST(${value} AS TIMESTAMP)`) : value;
}

function iso(value: Sql): Sql {
  return sql`strftime(${value}, '%Y-%m-%dT%H:%M:%S.%f')`;
}

/** Where a column, or a field in it, is of another kind but null throughout, it says nothing: writers guess its type. */
async function refuseUnlessNull(
  engine: Engine,
  file: string,
  { path: steps, own }: Difference,
): Promise<void> {
  let values = sql`SELECT ${name(steps[0])} AS v FROM ${rowsOf(file)}`;
  for (const step of steps.slice(1)) {
    values = sql`SELECT ${step === '[]' ? sql`${raw('UNNEST')}(v)` : sql`v.${name(step)}`} AS v FROM (${values}) AS s`;
  }
  const [{ n }] = await reading(file, () =>
    engine.query<{ n: number }>(sql`SELECT count(v) AS n FROM (${values}) AS s`),
  );
  if (n === 0) return;
  throw refused(file, steps.filter((step) => step !== '[]').join('.'), own);
}

function refused(file: string, column: string, own: string): InputError {
  return new InputError(messages.otherColumn({ column, type: own }), { file });
}

async function describe(engine: Engine, file: string): Promise<Map<string, Type>> {
  const described = await engine.query<{ column_name: string; column_type: string }>(
    sql`SELECT column_name, column_type FROM (DESCRIBE SELECT * FROM ${rowsOf(file)})`,
  );
  return new Map(
    described.map(({ column_name, column_type }) => [column_name.toLowerCase(), parseType(column_type)]),
  );
}

const NOT_THE_FILE = /^(Parser|Binder|Catalog|INTERRUPT|Out of Memory|Internal)|interrupted|no space/i;

/** An error while the file's own bytes are read is the file's fault, unless it is about the statement, stopping, memory or disk. */
export async function reading<T>(file: string, read: () => Promise<T>): Promise<T> {
  try {
    return await read();
  } catch (error) {
    if (!(error instanceof EngineError) || NOT_THE_FILE.test(error.message)) throw error;
    throw new InputError(messages.damagedParquet({ fault: error.message.split('\n')[0] }), { file });
  }
}
