import type { Engine } from '../engine/engine.ts';
import { list, sql } from '../engine/sql.ts';
import type { Shelf } from './shelf.ts';
import { NUMBERS, united, yearSteps } from './tables/by-year.ts';
import { TABLES } from './tables/index.ts';

export interface AssembleOptions {
  readonly engine: Engine;
  readonly shelf: Shelf;
  readonly authorCap: number;
  /** Rows of `work_cities` handled at a time in tables made by year; keeps memory flat. */
  readonly rowsAtATime: number;
  readonly onTable?: (table: string) => void;
}

/** Writes every table from the united parts, each readable as a view by those after it; returns rows per table. */
export async function assemble(options: AssembleOptions): Promise<Record<string, number>> {
  const { engine, shelf, authorCap } = options;
  const rows: Record<string, number> = {};
  for (const table of TABLES.filter(({ byYear }) => byYear === undefined)) {
    options.onTable?.(table.name);
    const { steps = [] } = table;
    for (const step of steps) await engine.table(step.name, step.sql);
    rows[table.name] = await shelf.put(table, table.sql);
    for (const step of steps) await engine.drop(step.name);
    if (table.name === 'works') {
      await engine.view(
        'capping',
        sql`SELECT work, cities, (n_authors > ${authorCap} OR truncated) AS capped FROM works`,
      );
    }
  }
  return { ...rows, ...(await inYears(options)) };
}

/** The tables of aggregates, by groups of years, so that what is joined at once stays small. */
async function inYears({
  engine,
  shelf,
  rowsAtATime,
  onTable,
}: AssembleOptions): Promise<Record<string, number>> {
  const tables = TABLES.filter(({ byYear }) => byYear !== undefined);
  const groups = await yearGroups(engine, rowsAtATime);
  for (const step of NUMBERS) await engine.table(step.name, step.sql);
  const rows: Record<string, number> = {};
  for (const [i, group] of groups.entries()) {
    const steps = yearSteps(list(group));
    for (const step of steps) await engine.table(step.name, step.sql);
    for (const table of tables) {
      onTable?.(table.name);
      await shelf.aside(table, i, table.sql);
    }
    for (const step of steps) await engine.drop(step.name);
  }
  for (const table of tables) {
    const pieces = shelf.pieces(table, groups.length);
    rows[table.name] = await shelf.put(table, united(table, pieces));
    await shelf.clear(table, groups.length);
  }
  for (const step of NUMBERS) await engine.drop(step.name);
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
