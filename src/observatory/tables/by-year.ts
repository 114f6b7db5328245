import { total } from '../../engine/dialect.ts';
import { join, name, type Sql, sql } from '../../engine/sql.ts';
import { cityPairs } from './links.ts';
import type { Step, Table } from './table.ts';

/** Tables of the observatory that those by year are made from. */
export const READ_BY_YEAR: readonly string[] = ['works', 'work_cities', 'work_coaffiliations', 'city_output'];

/** The kind of a definition in `members`. */
export const DEFINITION = 3;

/**
 * Places by numbers in the order of their ids: what is joined and grouped most is numbers, several times as fast as
 * texts, and sorts alike. `members` says which cities make up which place, by number; a kind is a number too.
 */
export const NUMBERS: readonly Step[] = [
  {
    name: 'numbered',
    sql: sql`
      SELECT place, CAST(row_number() OVER (ORDER BY place) AS INTEGER) AS number
      FROM (SELECT city AS place FROM city_output UNION SELECT place FROM membership UNION SELECT city FROM membership) AS p`,
  },
  {
    name: 'members',
    sql: sql`
      SELECT CASE m.kind WHEN 'province' THEN 1 WHEN 'nation' THEN 2 ELSE ${DEFINITION} END AS kind,
        p.number AS place, c.number AS city
      FROM membership m JOIN numbered p ON p.place = m.place JOIN numbered c ON c.place = m.city`,
  },
  {
    name: 'overlapping_pairs',
    sql: sql`
      SELECT a.number AS a, b.number AS b
      FROM overlapping o JOIN numbered a ON a.place = o.a JOIN numbered b ON b.place = o.b`,
  },
];

/**
 * What the tables by year are made of, for the given years. Each is made by a statement of its own: as parts of one
 * large statement they take half as long again.
 */
export function yearSteps(years: Sql): readonly Step[] {
  return [
    {
      name: 'of_city',
      sql: sql`
        SELECT c.work, n.number AS city, c.year, c.subfield, c.share, c.authors, w.capped, w.cities AS k
        FROM work_cities c JOIN capping w ON w.work = c.work JOIN numbered n ON n.place = c.city
        WHERE c.year IN (${years})`,
    },
    {
      name: 'coaffiliations_of_city',
      sql: sql`
        SELECT h.work, h.author, n.number AS city
        FROM work_coaffiliations h JOIN numbered n ON n.place = h.city WHERE h.year IN (${years})`,
    },
    { name: 'city_pairs', sql: cityPairs() },
    {
      name: 'in_place',
      sql: sql`
        SELECT c.work, m.place, min(m.kind) AS kind, min(c.year) AS year, min(c.subfield) AS subfield,
          bool_or(c.capped) AS capped, min(c.k) AS k, ${total(sql`c.share`)} AS share,
          ${total(sql`CAST(c.authors AS BIGINT)`)} AS authorships
        FROM of_city c JOIN members m ON m.city = c.city
        GROUP BY c.work, m.place`,
    },
  ];
}

/** A table made by year, out of the rows of all years, with places by id. */
export function united({ columns, byYear = [] }: Table, rows: Sql): Sql {
  const place = (column: string): Sql => name(`of_${column}`);
  const shown = Object.keys(columns).map((column) =>
    byYear.includes(column) ? sql`${place(column)}.place AS ${name(column)}` : sql`r.${name(column)}`,
  );
  const places = byYear.map(
    (column) => sql`JOIN numbered ${place(column)} ON ${place(column)}.number = r.${name(column)}`,
  );
  return sql`SELECT ${join(shown, ', ')} FROM ${rows} r ${join(places, ' ')}`;
}

/** The order of its key for what `united` gives: by the numbers of places, which sort as their ids and in half the time. */
export function unitedOrder({ key }: Table): Sql {
  return join(
    key.map((column) => sql`r.${name(column)}`),
    ', ',
  );
}
