import { join, list, type Sql, sql } from '../engine/sql.ts';
import { type Observatory, WORK } from '../observatory/index.ts';
import type { Population } from './population.ts';
import { type AdHocRegion, type Kinds, unitCities } from './units.ts';

/** Output of one unit in one year, in works. */
export interface YearOutput {
  readonly unit: string;
  readonly year: number;
  readonly count: number;
  readonly share: number;
  /** Σ over works of Share². */
  readonly shareSquared: number;
}

export interface UnitChoice {
  readonly kinds: readonly Kinds[];
  readonly definitions: readonly string[] | null;
  readonly adHoc: readonly AdHocRegion[];
}

/** Share, Count and Σ Share² of every unit, by year: from the tables where they know it, else work by work. */
export async function outputs(
  observatory: Observatory,
  population: Population,
  choice: UnitChoice,
): Promise<YearOutput[]> {
  const tabled = population.aggregated ? choice.kinds : [];
  const worked = population.aggregated ? [] : choice.kinds;
  const parts = [
    ...(tabled.includes('cities') ? [ofCities(population)] : []),
    ...(tabled.some((kind) => kind !== 'cities')
      ? [ofRegions(population, { ...choice, kinds: tabled })]
      : []),
    ...(worked.length > 0 || choice.adHoc.length > 0
      ? [fromWorks(population, { ...choice, kinds: worked })]
      : []),
  ];
  if (parts.length === 0) return [];
  return observatory.query<YearOutput>(
    sql`SELECT * FROM (${join(parts, ' UNION ALL ')}) ORDER BY unit, year`,
  );
}

const sums = sql`CAST(sum(o.count) AS BIGINT) AS count, CAST(sum(o.share) AS DOUBLE) / ${WORK} AS share,
  CAST(sum(o.share_squared) AS DOUBLE) / ${WORK} AS shareSquared`;

function ofCities(population: Population): Sql {
  return sql`SELECT o.city AS unit, o.year, ${sums} FROM city_output o
    WHERE ${population.aggregateFilter('o')} GROUP BY o.city, o.year`;
}

function ofRegions(population: Population, { kinds, definitions }: UnitChoice): Sql {
  const wanted = kinds.filter((kind) => kind !== 'cities').map((kind) => kind.slice(0, -1));
  const chosen =
    definitions === null ? sql`TRUE` : sql`(p.kind <> 'region' OR p.place IN (${list(definitions)}))`;
  return sql`SELECT o.place AS unit, o.year, ${sums} FROM region_output o JOIN places p ON p.place = o.place
    WHERE p.kind IN (${list(wanted)}) AND ${chosen} AND ${population.aggregateFilter('o')} GROUP BY o.place, o.year`;
}

function fromWorks(population: Population, { kinds, definitions, adHoc }: UnitChoice): Sql {
  const cities = kinds.length > 0 ? undefined : list(adHoc.flatMap((region) => region.cities));
  return sql`
    SELECT unit, year, count(*) AS count, CAST(sum(share) AS DOUBLE) / ${WORK} AS share,
      ${sumOfProducts(sql`share`, sql`share`)} AS shareSquared
    FROM (
      SELECT c.work, u.unit, c.year, CAST(sum(c.share) AS BIGINT) AS share
      FROM (${population.cityWorks(cities)}) c JOIN (${unitCities(kinds, definitions, adHoc)}) u ON u.city = c.city
      GROUP BY c.work, u.unit, c.year
    ) GROUP BY unit, year`;
}

/** Σ a·b of Shares in table units, in works: summed exactly, so that the order of rows says nothing. */
export function sumOfProducts(a: Sql, b: Sql): Sql {
  return sql`CAST(sum(CAST(${a} * ${b} AS DECIMAL(38, 0))) AS DOUBLE) / ${WORK} / ${WORK}`;
}
