import type { Engine } from '../engine/engine.ts';
import type { ConnectionPool } from '../engine/connection-pool.ts';
import { list, sql } from '../engine/sql.ts';
import type { TableStore } from './table-store.ts';
import { NUMBERS, READ_BY_YEAR, united, unitedOrder, yearSteps } from './tables/by-year.ts';
import { TABLES } from './tables/index.ts';
import { orderOf, type Step, type Table } from './tables/table.ts';

export interface AssembleOptions<E extends Engine> {
  readonly engine: E;
  /** Those to make, each after those that it is made from; all where left out. */
  readonly tables?: readonly Table[];
  /** Tables that do not read each other are made side by side. */
  readonly connections: ConnectionPool<E>;
  /** Where a connection puts the tables that it makes. */
  readonly tableStore: (connection: E) => TableStore;
  readonly authorCap: number;
  /** Rows of `work_cities` handled at a time in tables made by year; keeps memory flat. */
  readonly rowsAtATime: number;
  readonly onTable?: (table: string) => void;
}

/** Writes every table from the united parts, each readable as a view by those that read it; returns rows per table. */
export async function assemble<E extends Engine>(
  options: AssembleOptions<E>,
): Promise<Record<string, number>> {
  const { engine, connections, tableStore, authorCap, onTable, tables = TABLES } = options;
  const made = new Map<string, Promise<number>>();
  const after = (tables: readonly string[]): Promise<unknown> => Promise.all(tables.map(begun));
  const begun = (table: string): Promise<number> => {
    const making = made.get(table);
    if (making === undefined) throw new Error(`${table} stands behind a table that reads it`);
    return making;
  };
  const make = (table: Table): Promise<number> =>
    connections.run(async (connection) => {
      onTable?.(table.name);
      const rows = await stepping(connection, table.steps ?? [], () =>
        tableStore(connection).put(table, table.sql, orderOf(table)),
      );
      if (table.name === 'works') {
        await engine.view(
          'capping',
          sql`SELECT work, cities, (n_authors > ${authorCap} OR truncated) AS capped FROM works`,
        );
      }
      return rows;
    });
  const whole = tables.filter(({ byYear }) => byYear === undefined);
  for (const table of whole) {
    made.set(
      table.name,
      after((table.reads ?? []).filter((name) => tables.some((other) => other.name === name))).then(() =>
        make(table),
      ),
    );
  }
  const byYear = after(READ_BY_YEAR).then(() => inYears(options));
  const [counts, ofYears] = await Promise.all([Promise.all(made.values()), byYear]);
  return { ...Object.fromEntries(whole.map(({ name }, i) => [name, counts[i]])), ...ofYears };
}

/** The tables of aggregates, by groups of years, so that what is joined at once stays small. */
async function inYears<E extends Engine>(options: AssembleOptions<E>): Promise<Record<string, number>> {
  const { engine, connections, tableStore, rowsAtATime, onTable } = options;
  const tables = TABLES.filter(({ byYear }) => byYear !== undefined);
  const groups = await yearGroups(engine, rowsAtATime, connections.all.length);
  return stepping(engine, NUMBERS, async () => {
    await Promise.all(
      groups.map((group, i) =>
        connections.run((connection) =>
          stepping(connection, yearSteps(list(group)), async () => {
            for (const table of tables) {
              onTable?.(table.name);
              await tableStore(connection).aside(table, i, table.sql);
            }
          }),
        ),
      ),
    );
    const rows = await Promise.all(
      tables.map((table) =>
        connections.run(async (connection) => {
          const own = tableStore(connection);
          const count = await own.put(
            table,
            united(table, own.pieces(table, groups.length)),
            unitedOrder(table),
          );
          await own.clear(table, groups.length);
          return [table.name, count] as const;
        }),
      ),
    );
    return Object.fromEntries(rows);
  });
}

/** Runs work between the making of tables that it reads and their end. */
async function stepping<T>(engine: Engine, steps: readonly Step[], work: () => Promise<T>): Promise<T> {
  for (const step of steps) await engine.table(step.name, step.sql);
  const result = await work();
  for (const step of steps) await engine.drop(step.name);
  return result;
}

/**
 * Years in groups of about as many rows of `work_cities`, none with more than that many but for a single year; as many
 * groups as keep all connections busy. One group where there is no row.
 */
async function yearGroups(engine: Engine, rowsAtATime: number, connections: number): Promise<number[][]> {
  const years = await engine.query<{ year: number; n: number }>(
    sql`SELECT year, count(*) AS n FROM work_cities GROUP BY year ORDER BY year`,
  );
  const all = years.reduce((sum, { n }) => sum + n, 0);
  const count = Math.ceil(all / rowsAtATime / connections) * connections;
  const groups: number[][] = [[]];
  let [before, filled, share] = [0, 0, 0];
  for (const { year, n } of years) {
    const due = Math.floor(((before + n / 2) / all) * count);
    if (filled > 0 && (due > share || filled + n > rowsAtATime)) {
      groups.push([]);
      filled = 0;
    }
    groups.at(-1)!.push(year);
    filled += n;
    before += n;
    share = due;
  }
  return groups;
}
