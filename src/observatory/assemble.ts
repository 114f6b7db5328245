import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { parquet } from '../engine/dialect.ts';
import type { Engine } from '../engine/engine.ts';
import { list, name, raw, sql } from '../engine/sql.ts';
import { RELATIONS } from '../records/index.ts';
import { loadRows } from './known.ts';
import { PART_STEPS, PART_TABLES, type PartTable } from './part.ts';
import { type Part, partFiles } from './finished-parts.ts';
import { created, dropped, NUMBERS, united, yearSteps } from './tables/by-year.ts';
import { type Table, TABLES } from './tables/index.ts';

export interface Versions {
  /** Records that no newer record of the same id replaces: one for each id. */
  readonly newest: number;
  /** Ids that were read under an older id. */
  readonly merged: number;
}

/**
 * Law 3 across parts: of every work id the newest version wins (`updated_date`, then the later file), before any
 * filter, so that a newer version that is left out takes the older one with it. Makes the views `part_…` that hold
 * only what won, under ids as merged.
 */
export async function uniteParts(
  engine: Engine,
  parts: readonly Part[],
  merged: ReadonlyMap<number, number>,
  folder: string,
): Promise<Versions> {
  // What the last segment left behind has names that the tables need, and takes memory.
  for (const left of [...Object.keys(RELATIONS), ...PART_STEPS])
    await engine.execute(sql`DROP TABLE IF EXISTS ${name(left)}`);
  await loadRows(
    engine,
    folder,
    'part_order',
    { filename: 'VARCHAR', ordinal: 'INTEGER' },
    parts.flatMap((part, ordinal) => partFiles(part, 'works').map((filename) => ({ filename, ordinal }))),
  );
  await loadRows(
    engine,
    folder,
    'merged',
    { work: 'BIGINT', into: 'BIGINT' },
    [...merged].map(([work, into]) => ({ work, into })),
  );
  const files = (table: PartTable): string[] => parts.flatMap((part) => partFiles(part, table));
  await engine.execute(sql`CREATE OR REPLACE TEMP TABLE losers AS
    WITH versions AS (
      SELECT coalesce(m.into, w.work) AS work, w.work AS own, w.version, w.row, w.filename, o.ordinal
      FROM ${parquet(files('works'), true)} w
      JOIN part_order o ON o.filename = w.filename
      LEFT JOIN merged m ON m.work = w.work
    ),
    repeated AS (SELECT work FROM versions GROUP BY work HAVING count(*) > 1),
    ranked AS (
      SELECT v.*, row_number() OVER (PARTITION BY v.work ORDER BY v.version DESC, v.ordinal DESC, v.row DESC, v.own DESC) AS newest
      FROM versions v JOIN repeated r ON r.work = v.work
    )
    SELECT own AS work, substr(filename, 1, length(filename) - length('works.parquet')) AS part FROM ranked WHERE newest > 1`);
  const [lost] = await engine.query<{ n: number }>(sql`SELECT count(*) AS n FROM losers`);
  let renamed = 0;
  if (merged.size > 0) {
    const [met] = await engine.query<{ n: number }>(
      sql`SELECT count(*) AS n FROM ${parquet(files('works'))} w JOIN merged m ON m.work = w.work`,
    );
    renamed = met.n;
  }
  for (const table of PART_TABLES) {
    const view = name(`part_${table}`);
    const source = parquet(files(table), lost.n > 0);
    if (
      table === 'mentioned' ||
      table === 'topics' ||
      table === 'sources' ||
      (lost.n === 0 && renamed === 0)
    ) {
      await engine.execute(
        sql`CREATE OR REPLACE TEMP VIEW ${view} AS SELECT * FROM ${parquet(files(table))}`,
      );
      continue;
    }
    const id = renamed > 0 ? sql`coalesce(m.into, x.work) AS work` : sql`x.work AS work`;
    const mergedIds = renamed > 0 ? sql`LEFT JOIN merged m ON m.work = x.work` : sql``;
    const won =
      lost.n > 0
        ? sql`WHERE NOT EXISTS (SELECT 1 FROM losers l WHERE l.work = x.work
            AND l.part || ${`${table}.parquet`} = x.filename)`
        : sql``;
    await engine.execute(sql`CREATE OR REPLACE TEMP VIEW ${view} AS
      SELECT x.* EXCLUDE (work${lost.n > 0 ? raw(', filename') : raw('')}), ${id} FROM ${source} x ${mergedIds} ${won}`);
  }
  // Not counted from the views: what they hold is held against it.
  const [all] = await engine.query<{ n: number }>(sql`SELECT count(*) AS n FROM ${parquet(files('works'))}`);
  return { newest: all.n - lost.n, merged: renamed };
}

export interface AssembleOptions {
  readonly engine: Engine;
  /** Where the tables are written. */
  readonly folder: string;
  readonly authorCap: number;
  /** Rows of `work_cities` handled at a time in tables made by year; keeps memory flat. */
  readonly rowsAtATime: number;
  readonly onTable?: (table: string) => void;
}

/** Writes every table from the united parts, each readable as a view by those after it; returns rows per table. */
export async function assemble(options: AssembleOptions): Promise<Record<string, number>> {
  const { engine, folder, authorCap } = options;
  const rows: Record<string, number> = {};
  for (const table of TABLES.filter(({ byYear }) => byYear === undefined)) {
    options.onTable?.(table.name);
    const { steps = [] } = table;
    for (const step of steps) await engine.execute(created(step));
    rows[table.name] = await engine.export(table.sql, fileOf(folder, table));
    for (const step of steps) await engine.execute(dropped(step));
    await view(engine, folder, table);
    if (table.name === 'works') {
      await engine.execute(sql`CREATE OR REPLACE TEMP VIEW capping AS
        SELECT work, cities, (n_authors > ${authorCap} OR truncated) AS capped FROM works`);
    }
  }
  return { ...rows, ...(await inYears(options)) };
}

/** The tables of aggregates, by groups of years, so that what is joined at once stays small. */
async function inYears({
  engine,
  folder,
  rowsAtATime,
  onTable,
}: AssembleOptions): Promise<Record<string, number>> {
  const tables = TABLES.filter(({ byYear }) => byYear !== undefined);
  const groups = await yearGroups(engine, rowsAtATime);
  for (const step of NUMBERS) await engine.execute(created(step));
  const rows: Record<string, number> = {};
  const piece = (table: Table, i: number): string => join(folder, `.${table.name}-${i}.parquet`);
  for (const [i, group] of groups.entries()) {
    const steps = yearSteps(list(group));
    for (const step of steps) await engine.execute(created(step));
    for (const table of tables) {
      onTable?.(table.name);
      await engine.export(table.sql, piece(table, i));
    }
    for (const step of steps) await engine.execute(dropped(step));
  }
  for (const table of tables) {
    const pieces = groups.map((_, i) => piece(table, i));
    rows[table.name] = await engine.export(united(table, parquet(pieces)), fileOf(folder, table));
    for (const file of pieces) rmSync(file);
    await view(engine, folder, table);
  }
  for (const step of NUMBERS) await engine.execute(dropped(step));
  return rows;
}

/** Years, as many together as have no more than that many rows of `work_cities`; one group where there is no row. */
async function yearGroups(engine: Engine, rowsAtATime: number): Promise<number[][]> {
  const years = await engine.query<{ year: number; n: number }>(
    sql`SELECT year, count(*) AS n FROM work_cities GROUP BY year ORDER BY year`,
  );
  const groups: number[][] = [[]];
  let filled = 0;
  for (const { year, n } of years) {
    if (filled > 0 && filled + n > rowsAtATime) {
      groups.push([]);
      filled = 0;
    }
    groups.at(-1)!.push(year);
    filled += n;
  }
  return groups;
}

const fileOf = (folder: string, table: Table): string => join(folder, `${table.name}.parquet`);

async function view(engine: Engine, folder: string, table: Table): Promise<void> {
  await engine.execute(
    sql`CREATE OR REPLACE TEMP VIEW ${name(table.name)} AS SELECT * FROM ${parquet([fileOf(folder, table)])}`,
  );
}
