import { quotient, total } from '../../engine/dialect.ts';
import { join, raw, type Sql, sql } from '../../engine/sql.ts';
import { WORK } from '../units.ts';
import { DEFINITION } from './by-year.ts';
import { CLASSES, LINK_COLUMNS, ofClass } from './links.ts';
import type { Table } from './table.ts';

/**
 * Links of provinces, of nations and of definitions, each kind within itself. Works, score and co-affiliation are told
 * from works, with authors united over the cities of a place; the two fractional countings are the sums of the city
 * pairs across, so that they add up with those of cities. Overlapping definitions have no links, only `share_product`
 * and `works_together`, which their joint intervals need.
 */
export const regionLinks: Table = {
  name: 'region_links',
  description:
    'Works that two provinces, two nations or two definitions share, by year and subfield. Joint works, score and co-affiliation are of the two places; the countings 1/C(k,2) and 1/(k-1) are sums over their pairs of cities, k being the cities of the work.',
  key: ['a', 'b', 'year', 'subfield'],
  columns: {
    a: ['VARCHAR', 'place id of the place that sorts first'],
    b: ['VARCHAR', 'place id of the other place, of the same kind'],
    year: ['INTEGER', 'publication year'],
    subfield: ['INTEGER', 'number of the subfield; 0 is none'],
    overlap: ['BOOLEAN', 'whether the two share a city; then the link columns are null'],
    works_together: ['BIGINT', 'joint works whatever their number of authors, shared cities included'],
    ...LINK_COLUMNS,
  },
  byYear: ['a', 'b'],
  sql: sql`
    WITH coaffiliations AS (
      SELECT h.work, h.author, m.place, min(m.kind) AS kind, count(*) AS cities
      FROM coaffiliations_of_city h JOIN members m ON m.city = h.city
      GROUP BY h.work, h.author, m.place
    ),
    counted_twice AS (
      SELECT work, place, ${total(sql`CAST(cities - 1 AS BIGINT)`)} AS extra FROM coaffiliations WHERE cities > 1 GROUP BY work, place
    ),
    of_work AS (
      SELECT p.*, p.authorships - coalesce(t.extra, 0) AS authors
      FROM in_place p
      LEFT JOIN counted_twice t ON t.work = p.work AND t.place = p.place
      WHERE p.k > 1 OR p.kind = ${DEFINITION}
    ),
    together AS (
      SELECT a.work, a.place AS a, b.place AS b, count(*) AS authors
      FROM coaffiliations a JOIN coaffiliations b ON b.work = a.work AND b.author = a.author AND b.kind = a.kind AND a.place < b.place
      GROUP BY a.work, a.place, b.place
    ),
    place_pairs AS (
      SELECT a.work, a.place AS a, b.place AS b, a.year, a.subfield, a.capped, x.a IS NOT NULL AS overlap,
        coalesce(h.authors = a.authors OR h.authors = b.authors, FALSE) AS coaffiliated,
        CAST(CASE WHEN x.a IS NULL THEN a.share + b.share ELSE 0 END AS INTEGER) AS score,
        CAST(${quotient(sql`a.share * b.share + ${WORK / 2}`, WORK)} AS INTEGER) AS share_product
      FROM of_work a JOIN of_work b ON b.work = a.work AND b.kind = a.kind AND a.place < b.place
      LEFT JOIN overlapping_pairs x ON x.a = a.place AND x.b = b.place
      LEFT JOIN together h ON h.work = a.work AND h.a = a.place AND h.b = b.place
    ),
    from_works AS (
      SELECT a, b, year, subfield, overlap, count(*) AS works_together, ${sums('works', sql`1`)}, ${sums('score', sql`score`)},
        ${total(sql`share_product`)} AS share_product
      FROM place_pairs GROUP BY a, b, year, subfield, overlap
    ),
    from_cities AS (
      SELECT least(m.place, n.place) AS a, greatest(m.place, n.place) AS b, l.year, l.subfield,
        ${sums('pair', sql`l.pair`)}, ${sums('partner', sql`l.partner`)}
      FROM city_pairs l
      JOIN members m ON m.city = l.a
      JOIN members n ON n.city = l.b AND n.kind = m.kind AND n.place <> m.place
      GROUP BY 1, 2, l.year, l.subfield
    )
    SELECT w.a, w.b, w.year, w.subfield, w.overlap, w.works_together, ${chosen()}, w.share_product
    FROM from_works w
    LEFT JOIN from_cities c ON c.a = w.a AND c.b = w.b AND c.year = w.year AND c.subfield = w.subfield`,
};

function sums(counting: string, value: Sql): Sql {
  return join(
    CLASSES.map((kind) => sql`${total(ofClass(kind, value))} AS ${raw(counting + kind)}`),
    ', ',
  );
}

function chosen(): Sql {
  const columns = Object.keys(LINK_COLUMNS).filter((column) => column !== 'share_product');
  return join(
    columns.map((column) => {
      const value = /^(pair|partner)/.test(column)
        ? sql`coalesce(c.${raw(column)}, 0)`
        : sql`w.${raw(column)}`;
      return sql`CASE WHEN w.overlap THEN NULL ELSE ${value} END AS ${raw(column)}`;
    }),
    ', ',
  );
}
