import { list, type Sql, sql } from '../../../engine/sql.ts';
import { type Observatory, WORK } from '../../../observatory/index.ts';
import { unitCities } from '../../places/units.ts';
import type { WorkFilter } from '../../population/work-filter.ts';
import { ALL_YEARS, type ProductQuery } from '../aggregates.ts';
import { sumOfProducts } from './outputs.ts';

interface PairValue {
  readonly a: string;
  readonly b: string;
  readonly year: number;
  readonly value: number;
}

/** Σ over works of x_i·x_j of every two units by year, each n × n. */
export async function products(
  observatory: Observatory,
  works: WorkFilter,
  query: ProductQuery,
): Promise<Map<number, Float64Array>> {
  const n = query.units.length;
  const index = new Map(query.units.map(({ id }, i) => [id, i]));
  const found = new Map<number, Float64Array>();
  const statement = query.from === 'links' ? ofLinks(works, query) : ofWorks(works, query);
  for (const { a, b, year, value } of await observatory.query<PairValue>(statement)) {
    const [i, j] = [index.get(a)!, index.get(b)!];
    let sums = found.get(year);
    if (sums === undefined) found.set(year, (sums = new Float64Array(n * n)));
    sums[i * n + j] = sums[j * n + i] = value;
  }
  return found;
}

const yearOf = (years: ProductQuery['years'], year: Sql): Sql =>
  years === 'added' ? sql`${ALL_YEARS}` : year;

function ofLinks(works: WorkFilter, { units, by, years }: ProductQuery): Sql {
  const ids = list(units.map(({ id }) => id));
  const [{ kind }] = units;
  const joint = kind === 'city' ? sql`l.works + l.works_capped` : sql`l.works_together`;
  const value =
    by === 'share' ? sql`CAST(sum(l.share_product) AS DOUBLE) / ${WORK}` : sql`CAST(sum(${joint}) AS DOUBLE)`;
  const table = kind === 'city' ? sql`city_links` : sql`region_links`;
  return sql`
    SELECT l.a, l.b, ${yearOf(years, sql`l.year`)} AS year, ${value} AS value FROM ${table} l
    WHERE l.a IN (${ids}) AND l.b IN (${ids}) AND ${works.aggregateFilter('l')} GROUP BY 1, 2, 3`;
}

function ofWorks(works: WorkFilter, { choice, units, by, years }: ProductQuery): Sql {
  const members = unitCities(choice.kinds, choice.definitions, choice.adHoc);
  const value = by === 'share' ? sumOfProducts(sql`x.share`, sql`y.share`) : sql`CAST(count(*) AS DOUBLE)`;
  return sql`
    WITH members AS (SELECT unit, city FROM (${members}) WHERE unit IN (${list(units.map(({ id }) => id))})),
    parts AS (
      SELECT c.work, m.unit, c.year, CAST(sum(c.share) AS BIGINT) AS share
      FROM (${works.cityWorks(sql`SELECT city FROM members`)}) c JOIN members m ON m.city = c.city
      GROUP BY c.work, m.unit, c.year
    )
    SELECT x.unit AS a, y.unit AS b, ${yearOf(years, sql`x.year`)} AS year, ${value} AS value
    FROM parts x JOIN parts y ON y.work = x.work AND x.unit <= y.unit
    GROUP BY 1, 2, 3`;
}
