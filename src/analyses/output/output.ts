import { join, list, type Sql, sql } from '../../engine/sql.ts';
import { type Observatory, WORK } from '../../observatory/index.ts';
import { FIELD_LEVELS, fieldOfSubfield } from '../field-table/level.ts';
import type { Population } from '../population/population.ts';
import { residentOutputs } from '../in-memory/outputs.ts';
import { type AdHocRegion, type Kinds, unitCities } from '../places/units.ts';

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

/** The same of the works of one field; the field 0 is none. */
export interface FieldOutput extends YearOutput {
  readonly field: number;
}

/** The year of rows that are of all years together. */
export const ALL_YEARS = 0;

/**
 * Share, Count and Σ Share² of every unit, by year: from the tables where they know it, else work by work. For who adds
 * years up, `years: 'added'` has them added in rows of `ALL_YEARS` where tables in memory tell, and by year where not.
 */
export async function outputs(
  observatory: Observatory,
  population: Population,
  choice: UnitChoice,
  { years = 'apart' }: { readonly years?: 'apart' | 'added' } = {},
): Promise<YearOutput[]> {
  const { resident } = observatory;
  if (resident !== null && population.cells !== null && choice.adHoc.length === 0)
    return residentOutputs(resident, population.cells, choice, years === 'added' ? ALL_YEARS : null);
  const parts = outputParts(population, choice, WHOLE);
  if (parts === null) return [];
  return observatory.query<YearOutput>(
    sql`SELECT unit, year, count, share, shareSquared FROM (${parts}) ORDER BY unit, year`,
  );
}

/** The same by field of a level too. */
export async function fieldOutputs(
  observatory: Observatory,
  population: Population,
  choice: UnitChoice,
  level: (typeof FIELD_LEVELS)[number],
): Promise<FieldOutput[]> {
  const fields = sql`(${fieldOfSubfield(level)} UNION ALL SELECT 0, 0) f ON f.subfield`;
  const parts = outputParts(population, choice, { field: sql`f.field`, of: sql`JOIN ${fields}` });
  if (parts === null) return [];
  return observatory.query<FieldOutput>(
    sql`SELECT unit, year, field, count, share, shareSquared FROM (${parts}) ORDER BY unit, year, field`,
  );
}

/** What output is split by beside units and years: an expression, and what joins it by a subfield that follows. */
interface Split {
  readonly field: Sql;
  readonly of: Sql | null;
}
const WHOLE: Split = { field: sql`0`, of: null };

function joined({ of }: Split, subfield: Sql): Sql {
  return of === null ? sql`` : sql`${of} = ${subfield}`;
}

/** Null where nothing is chosen. */
function outputParts(population: Population, choice: UnitChoice, split: Split): Sql | null {
  const tabled = population.aggregated ? choice.kinds : [];
  const worked = population.aggregated ? [] : choice.kinds;
  const parts = [
    ...(tabled.includes('cities') ? [ofCities(population, split)] : []),
    ...(tabled.some((kind) => kind !== 'cities')
      ? [ofRegions(population, { ...choice, kinds: tabled }, split)]
      : []),
    ...(worked.length > 0 || choice.adHoc.length > 0
      ? [fromWorks(population, { ...choice, kinds: worked }, split)]
      : []),
  ];
  return parts.length === 0 ? null : join(parts, ' UNION ALL ');
}

const sums = sql`CAST(sum(o.count) AS BIGINT) AS count, CAST(sum(o.share) AS DOUBLE) / ${WORK} AS share,
  CAST(sum(o.share_squared) AS DOUBLE) / ${WORK} AS shareSquared`;

function ofCities(population: Population, split: Split): Sql {
  return sql`SELECT o.city AS unit, o.year, ${split.field} AS field, ${sums}
    FROM city_output o ${joined(split, sql`o.subfield`)}
    WHERE ${population.aggregateFilter('o')} GROUP BY 1, 2, 3`;
}

function ofRegions(population: Population, { kinds, definitions }: UnitChoice, split: Split): Sql {
  const wanted = kinds.filter((kind) => kind !== 'cities').map((kind) => kind.slice(0, -1));
  const chosen =
    definitions === null ? sql`TRUE` : sql`(p.kind <> 'region' OR p.place IN (${list(definitions)}))`;
  return sql`SELECT o.place AS unit, o.year, ${split.field} AS field, ${sums}
    FROM region_output o JOIN places p ON p.place = o.place ${joined(split, sql`o.subfield`)}
    WHERE p.kind IN (${list(wanted)}) AND ${chosen} AND ${population.aggregateFilter('o')}
    GROUP BY 1, 2, 3`;
}

function fromWorks(population: Population, { kinds, definitions, adHoc }: UnitChoice, split: Split): Sql {
  const cities = kinds.length > 0 ? undefined : list(adHoc.flatMap((region) => region.cities));
  return sql`
    SELECT unit, year, field, count(*) AS count, CAST(sum(share) AS DOUBLE) / ${WORK} AS share,
      ${sumOfProducts(sql`share`, sql`share`)} AS shareSquared
    FROM (
      SELECT c.work, u.unit, c.year, ${split.field} AS field, CAST(sum(c.share) AS BIGINT) AS share
      FROM (${population.cityWorks(cities)}) c JOIN (${unitCities(kinds, definitions, adHoc)}) u ON u.city = c.city
        ${joined(split, sql`c.subfield`)}
      GROUP BY 1, 2, 3, 4
    ) GROUP BY 1, 2, 3`;
}

/** Σ a·b of Shares in table units, in works: summed exactly, so that the order of rows says nothing. */
export function sumOfProducts(a: Sql, b: Sql): Sql {
  return sql`CAST(sum(CAST(${a} * ${b} AS DECIMAL(38, 0))) AS DOUBLE) / ${WORK} / ${WORK}`;
}
