import { parquet } from '../engine/dialect.ts';
import type { Engine } from '../engine/engine.ts';
import { join, name, type Sql, sql } from '../engine/sql.ts';
import { DELETED } from './deleted-ids.ts';
import { type Part, partFiles } from './finished-parts.ts';
import type { Load } from './load-references.ts';
import { LOCATED_PARTS } from './tables/by-address.ts';
import { PART_COLUMNS, PART_TABLES, type PartTable } from './part-tables.ts';

export interface Versions {
  /** Records that no newer record of the same id replaces: one for each id. */
  readonly newest: number;
  /** Ids that were read under an older id. */
  readonly merged: number;
  /** Works that are left out because their id was deleted. */
  readonly deleted: number;
}

/** What became of ids, by the source's own lists. */
export interface Fates {
  readonly merged: ReadonlyMap<number, number>;
  readonly deleted: ReadonlySet<number>;
}

/** The parts of a build, wherever they are kept. */
export interface Parts {
  /** Rows of one of their tables, to select from; where asked with the column that tells which part each is of. */
  rows(table: PartTable, told: boolean): Sql;
  /** That column. */
  readonly part: string;
  /** What that column of the table `works` says of each part, and which of two parts wins: the greater. */
  readonly order: readonly { readonly part: string; readonly ordinal: number }[];
  /** What that column says in another table, by what it says in `works`. */
  of(table: PartTable, part: Sql): Sql;
}

/** Parts as files of Parquet, told apart by their paths. */
export function partsInFiles(parts: readonly Part[]): Parts {
  const files = (table: PartTable): string[] => parts.flatMap((part) => partFiles(part, table));
  return {
    rows: (table, told) => parquet(files(table), told),
    part: 'filename',
    order: parts.flatMap((part, ordinal) =>
      partFiles(part, 'works').map((file) => ({ part: file, ordinal })),
    ),
    of: (table, part) =>
      sql`substr(${part}, 1, length(${part}) - length('works.parquet')) || ${`${table}.parquet`}`,
  };
}

/** Tables that no work stands behind row by row. */
const WITHOUT_WORKS: readonly PartTable[] = ['addresses', 'mentioned', 'topics', 'sources'];

/**
 * Law 3 across parts: of every work id the newest version wins (`updated_date`, then the later part), before any
 * filter, so that a newer version that is left out takes the older one with it. Makes the views `part_…` that hold
 * only what won, under ids as merged; of a work whose id was deleted only that it was there, with the reason.
 */
export async function deduplicateWorks(
  engine: Engine,
  parts: Parts,
  { merged, deleted }: Fates,
  load: Load,
): Promise<Versions> {
  const part = name(parts.part);
  await load('part_order', { part: 'VARCHAR', ordinal: 'INTEGER' }, parts.order);
  await load(
    'merged',
    { work: 'BIGINT', became: 'BIGINT' },
    [...merged].map(([work, became]) => ({ work, became })),
  );
  await engine.table(
    'losers',
    sql`
    WITH versions AS (
      SELECT coalesce(m.became, w.work) AS work, w.work AS own, w.version, w.row, o.part, o.ordinal
      FROM ${parts.rows('works', true)} w
      JOIN part_order o ON o.part = w.${part}
      LEFT JOIN merged m ON m.work = w.work
    ),
    repeated AS (SELECT work FROM versions GROUP BY work HAVING count(*) > 1),
    ranked AS (
      SELECT v.*, row_number() OVER (PARTITION BY v.work ORDER BY v.version DESC, v.ordinal DESC, v.row DESC, v.own DESC) AS newest
      FROM versions v JOIN repeated r ON r.work = v.work
    )
    SELECT own AS work, part FROM ranked WHERE newest > 1`,
  );
  await load(
    'deleted',
    { work: 'BIGINT' },
    Array.from(deleted, (work) => ({ work })),
  );
  const count = async (from: Sql): Promise<number> =>
    (await engine.query<{ n: number }>(sql`SELECT count(*) AS n FROM ${from}`))[0].n;
  const lost = await count(sql`losers`);
  const works = parts.rows('works', false);
  const renamed = merged.size === 0 ? 0 : await count(sql`${works} w JOIN merged m ON m.work = w.work`);
  for (const table of PART_TABLES) {
    const untouched = WITHOUT_WORKS.includes(table) || (lost === 0 && renamed === 0 && deleted.size === 0);
    const work = renamed > 0 ? sql`coalesce(m.became, x.work)` : sql`x.work`;
    const columns = Object.keys(PART_COLUMNS[table]).map((column) => {
      if (column === 'work') return sql`${work} AS work`;
      if (column === 'reason' && table === 'works' && deleted.size > 0)
        return sql`CASE WHEN d.work IS NULL THEN x.reason ELSE ${DELETED} END AS reason`;
      return sql`x.${name(column)}`;
    });
    const all = sql`SELECT ${join(columns, ', ')} FROM ${parts.rows(table, !untouched && lost > 0)} x`;
    const mergedIds = renamed > 0 ? sql` LEFT JOIN merged m ON m.work = x.work` : sql``;
    // An outer join rather than NOT EXISTS, which engines answer by a pass of its own over all rows.
    const lose = sql`(SELECT work, ${parts.of(table, sql`part`)} AS part FROM losers)`;
    const gone = deleted.size > 0 ? sql` LEFT JOIN deleted d ON d.work = ${work}` : sql``;
    const won = lost > 0 ? sql` LEFT JOIN ${lose} l ON l.work = x.work AND l.part = x.${part}` : sql``;
    const conditions = [
      ...(lost > 0 ? [sql`l.work IS NULL`] : []),
      ...(deleted.size > 0 && table !== 'works' ? [sql`d.work IS NULL`] : []),
    ];
    const where = conditions.length === 0 ? sql`` : sql` WHERE ${join(conditions, ' AND ')}`;
    const rows = untouched ? all : sql`${all}${mergedIds}${gone}${won}${where}`;
    await engine.view(`part_${table}`, rows);
    // By address another view takes its name.
    if ((LOCATED_PARTS as readonly string[]).includes(table))
      await engine.view(`by_institution_${table}`, rows);
  }
  const left =
    deleted.size === 0
      ? 0
      : await count(sql`(SELECT 1 AS one FROM part_works WHERE reason = ${DELETED}) AS gone`);
  // Not counted from the views: what they hold is held against it.
  return { newest: (await count(works)) - lost, merged: renamed, deleted: left };
}
