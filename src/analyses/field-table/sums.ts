import { givenRows } from '../../engine/dialect.ts';
import { sql } from '../../engine/sql.ts';
import { type Observatory, WORK } from '../../observatory/index.ts';
import { sumOfProducts } from '../aggregates/sql/outputs.ts';
import type { Population } from '../population/population.ts';
import type { Baseline } from './baseline.ts';
import { fieldOfSubfield, type FieldLevel, fieldParts, locatedParts } from './level.ts';

/** A city's works and Share in one field. */
export interface CityField {
  readonly city: string;
  readonly field: string;
  readonly works: number;
  readonly share: number;
}

/** Works and Share of every city of the baseline in every field in which it has any: from the table where it knows. */
export async function cityFields(
  observatory: Observatory,
  population: Population,
  level: FieldLevel,
  { cities }: Baseline,
): Promise<CityField[]> {
  const rows =
    population.aggregated && level !== 'topic'
      ? sql`SELECT o.city, f.field, o.count, o.share FROM city_output o JOIN (${fieldOfSubfield(level)}) f ON f.subfield = o.subfield
          WHERE ${population.aggregateFilter('o')} AND ${cities === undefined ? sql`TRUE` : sql`o.city IN (${cities})`}`
      : sql`SELECT city, field, 1 AS count, share FROM (${fieldParts(population, level, cities)})`;
  return observatory.query<CityField>(sql`
    SELECT city, CAST(field AS VARCHAR) AS field, CAST(sum(count) AS BIGINT) AS works, CAST(sum(share) AS DOUBLE) / ${WORK} AS share
    FROM (${rows}) GROUP BY city, field ORDER BY city, field`);
}

/** Sums over works of a field, with s_w what a place gets of work w and t_w what the baseline gets of it. */
export interface FieldSums {
  /** Works with a part of the place. */
  readonly works: number;
  /** Σ s, Σ s², Σ s·t. */
  readonly share: number;
  readonly squares: number;
  readonly product: number;
}

/** The sums of some units by field, and those of the baseline: Σ t and Σ t². */
export interface UnitSums {
  readonly units: ReadonlyMap<string, ReadonlyMap<string, FieldSums>>;
  readonly baseline: ReadonlyMap<string, { readonly share: number; readonly squares: number }>;
}

/**
 * One pass over the works of the baseline. Whatever is made of totals of a unit and of the baseline has its interval from
 * these: a work of two cities of a unit is one work.
 */
export async function unitSums(
  observatory: Observatory,
  population: Population,
  level: FieldLevel,
  baseline: Baseline,
  members: ReadonlyMap<string, readonly string[]>,
): Promise<UnitSums> {
  const rows = [...members].flatMap(([unit, cities]) => cities.map((city) => ({ unit, city })));
  const found = await observatory.query<FieldSums & { unit: string | null; field: string }>(sql`
    WITH units AS (${givenRows(rows, { unit: 'VARCHAR', city: 'VARCHAR' })}),
    own AS (
      SELECT u.unit, p.work, CAST(sum(p.share) AS BIGINT) AS s
      FROM (${fieldParts(population, level, sql`SELECT city FROM units`)}) p JOIN units u ON u.city = p.city
      GROUP BY u.unit, p.work
    ),
    base AS (${baseline.cities === undefined ? locatedParts(population, level) : inBaseline(population, level, baseline)}),
    sums AS (
      SELECT o.unit, b.field, count(*) AS works, CAST(sum(o.s) AS DOUBLE) / ${WORK} AS share,
        ${sumOfProducts(sql`o.s`, sql`o.s`)} AS squares, ${sumOfProducts(sql`o.s`, sql`b.share`)} AS product
      FROM own o JOIN base b ON b.work = o.work GROUP BY o.unit, b.field
      UNION ALL
      SELECT NULL, field, count(*), CAST(sum(share) AS DOUBLE) / ${WORK}, ${sumOfProducts(sql`share`, sql`share`)}, 0
      FROM base GROUP BY field
    )
    SELECT unit, CAST(field AS VARCHAR) AS field, works, share, squares, product FROM sums ORDER BY unit, field`);
  const units = new Map([...members.keys()].map((unit) => [unit, new Map<string, FieldSums>()]));
  const whole = new Map<string, { share: number; squares: number }>();
  for (const { unit, field, ...sums } of found)
    if (unit === null) whole.set(field, { share: sums.share, squares: sums.squares });
    else units.get(unit)!.set(field, sums);
  return { units, baseline: whole };
}

function inBaseline(population: Population, level: FieldLevel, { cities }: Baseline) {
  return sql`SELECT work, field, CAST(sum(share) AS BIGINT) AS share FROM (${fieldParts(population, level, cities)}) GROUP BY work, field`;
}
