import { join, list, type Sql, sql } from '../engine/sql.ts';
import { type Observatory, WORK } from '../observatory/index.ts';
import type { Stratum } from '../measures/index.ts';
import type { Population } from './population.ts';
import { type AdHocRegion, type Kinds, unitCities } from './units.ts';

/** Output of one unit in one year, in works. */
export interface YearOutput {
  readonly unit: string;
  readonly year: number;
  readonly count: number;
  readonly share: number;
  readonly shareSquared: number;
}

export interface UnitChoice {
  readonly kinds: readonly Kinds[];
  readonly definitions: readonly string[] | null;
  readonly adHoc: readonly AdHocRegion[];
}

/** Share, Count and Σ Share² of every unit, by year. */
export async function outputs(
  observatory: Observatory,
  population: Population,
  choice: UnitChoice,
): Promise<YearOutput[]> {
  const parts: Sql[] = [];
  const columns = sql`CAST(sum(count) AS BIGINT) AS count, CAST(sum(share) AS DOUBLE) / ${WORK} AS share,
    CAST(sum(share_squared) AS DOUBLE) / ${WORK} AS shareSquared`;
  const worked: Kinds[] = population.aggregated ? [] : [...choice.kinds];
  if (population.aggregated) {
    const where = population.aggregateFilter('o');
    if (choice.kinds.includes('cities')) {
      parts.push(
        sql`SELECT o.city AS unit, o.year, ${columns} FROM city_output o WHERE ${where} GROUP BY o.city, o.year`,
      );
    }
    const kinds = choice.kinds.filter((kind) => kind !== 'cities').map((kind) => kind.slice(0, -1));
    if (kinds.length > 0) {
      const chosen =
        choice.definitions === null
          ? sql`TRUE`
          : sql`(p.kind <> 'region' OR p.place IN (${list(choice.definitions)}))`;
      parts.push(sql`SELECT o.place AS unit, o.year, ${columns} FROM region_output o JOIN places p ON p.place = o.place
        WHERE p.kind IN (${list(kinds)}) AND ${chosen} AND ${where} GROUP BY o.place, o.year`);
    }
  }
  if (worked.length > 0 || choice.adHoc.length > 0) {
    const cities = worked.length > 0 ? undefined : list(choice.adHoc.flatMap((region) => region.cities));
    parts.push(sql`
      SELECT unit, year, count(*) AS count, CAST(sum(share) AS DOUBLE) / ${WORK} AS share,
        sum(CAST(share AS DOUBLE) * CAST(share AS DOUBLE)) / ${WORK} / ${WORK} AS shareSquared
      FROM (
        SELECT c.work, u.unit, c.year, CAST(sum(c.share) AS BIGINT) AS share
        FROM (${population.cityWorks(cities)}) c
        JOIN (${unitCities(worked, choice.definitions, choice.adHoc)}) u ON u.city = c.city
        GROUP BY c.work, u.unit, c.year
      ) GROUP BY unit, year`);
  }
  if (parts.length === 0) return [];
  return observatory.query<YearOutput>(
    sql`SELECT * FROM (${join(parts, ' UNION ALL ')}) ORDER BY unit, year`,
  );
}

/**
 * Joint sums over works of the given units, by year: products of Shares, or joint works for Counts. From the tables
 * where all units are of one kind; work by work otherwise.
 */
export async function strata(
  observatory: Observatory,
  population: Population,
  choice: UnitChoice,
  units: readonly { readonly id: string; readonly kind: string }[],
  by: 'share' | 'count',
  totals: readonly YearOutput[],
): Promise<{ year: number; stratum: Stratum }[]> {
  const index = new Map(units.map(({ id }, i) => [id, i]));
  const n = units.length;
  const byYear = new Map<number, { totals: Float64Array; products: Float64Array }>();
  const at = (year: number): { totals: Float64Array; products: Float64Array } => {
    let stratum = byYear.get(year);
    if (stratum === undefined)
      byYear.set(year, (stratum = { totals: new Float64Array(n), products: new Float64Array(n * n) }));
    return stratum;
  };
  for (const { unit, year, share, count, shareSquared } of totals) {
    const i = index.get(unit);
    if (i === undefined) continue;
    at(year).totals[i] = by === 'share' ? share : count;
    at(year).products[i * n + i] = by === 'share' ? shareSquared : count;
  }
  for (const { a, b, year, share, count } of await observatory.query<JointRow>(
    jointRows(population, choice, units),
  )) {
    const i = index.get(a)!;
    const j = index.get(b)!;
    const { products } = at(year);
    products[i * n + j] = products[j * n + i] = by === 'share' ? share : count;
  }
  return [...population.worksByYear].map(([year, works]) => ({ year, stratum: { ...at(year), works } }));
}

interface JointRow {
  readonly a: string;
  readonly b: string;
  readonly year: number;
  readonly share: number;
  readonly count: number;
}

function jointRows(
  population: Population,
  choice: UnitChoice,
  units: readonly { readonly id: string; readonly kind: string }[],
): Sql {
  const ids = list(units.map(({ id }) => id));
  const kinds = new Set(units.map(({ kind, id }) => (id.startsWith('adhoc:') ? 'adhoc' : kind)));
  const share = sql`CAST(sum(l.share_product) AS DOUBLE) / ${WORK} AS share`;
  if (population.aggregated && kinds.size === 1 && !kinds.has('adhoc')) {
    const where = sql`${population.aggregateFilter('l')} AND l.a IN (${ids}) AND l.b IN (${ids})`;
    return kinds.has('city')
      ? sql`SELECT l.a, l.b, l.year, ${share}, CAST(sum(l.works + l.works_capped) AS BIGINT) AS count
          FROM city_links l WHERE ${where} GROUP BY l.a, l.b, l.year`
      : sql`SELECT l.a, l.b, l.year, ${share}, CAST(sum(l.works_together) AS BIGINT) AS count
          FROM region_links l WHERE ${where} GROUP BY l.a, l.b, l.year`;
  }
  const members = unitCities(choice.kinds, choice.definitions, choice.adHoc);
  return sql`
    WITH members AS (SELECT unit, city FROM (${members}) WHERE unit IN (${ids})),
    parts AS (
      SELECT c.work, m.unit, c.year, CAST(sum(c.share) AS DOUBLE) / ${WORK} AS share
      FROM (${population.cityWorks(sql`SELECT city FROM members`)}) c JOIN members m ON m.city = c.city
      GROUP BY c.work, m.unit, c.year
    )
    SELECT a.unit AS a, b.unit AS b, a.year, sum(a.share * b.share) AS share, count(*) AS count
    FROM parts a JOIN parts b ON b.work = a.work AND a.unit < b.unit
    GROUP BY a.unit, b.unit, a.year`;
}
