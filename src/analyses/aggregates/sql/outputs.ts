import { join, list, type Sql, sql } from '../../../engine/sql.ts';
import { WORK } from '../../../observatory/index.ts';
import { unitCities } from '../../places/units.ts';
import type { WorkFilter } from '../../population/work-filter.ts';
import type { UnitChoice } from '../aggregates.ts';

/** What output is split by beside units and years: an expression, and what joins it by a subfield that follows. */
export interface Split {
  readonly field: Sql;
  readonly of: Sql | null;
}
export const WHOLE: Split = { field: sql`0`, of: null };

function joined({ of }: Split, subfield: Sql): Sql {
  return of === null ? sql`` : sql`${of} = ${subfield}`;
}

/**
 * Rows (unit, year, field, count, share, shareSquared) of the chosen units: from the tables where they know them, else
 * work by work. Null where nothing is chosen.
 */
export function outputParts(works: WorkFilter, choice: UnitChoice, split: Split): Sql | null {
  const tabled = works.aggregated ? choice.kinds : [];
  const worked = works.aggregated ? [] : choice.kinds;
  const parts = [
    ...(tabled.includes('cities') ? [ofCities(works, split)] : []),
    ...(tabled.some((kind) => kind !== 'cities')
      ? [ofRegions(works, { ...choice, kinds: tabled }, split)]
      : []),
    ...(worked.length > 0 || choice.adHoc.length > 0
      ? [fromWorks(works, { ...choice, kinds: worked }, split)]
      : []),
  ];
  return parts.length === 0 ? null : join(parts, ' UNION ALL ');
}

const sums = sql`CAST(sum(o.count) AS BIGINT) AS count, CAST(sum(o.share) AS DOUBLE) / ${WORK} AS share,
  CAST(sum(o.share_squared) AS DOUBLE) / ${WORK} AS shareSquared`;

function ofCities(works: WorkFilter, split: Split): Sql {
  return sql`SELECT o.city AS unit, o.year, ${split.field} AS field, ${sums}
    FROM city_output o ${joined(split, sql`o.subfield`)}
    WHERE ${works.aggregateFilter('o')} GROUP BY 1, 2, 3`;
}

function ofRegions(works: WorkFilter, { kinds, definitions }: UnitChoice, split: Split): Sql {
  const wanted = kinds.filter((kind) => kind !== 'cities').map((kind) => kind.slice(0, -1));
  const chosen =
    definitions === null ? sql`TRUE` : sql`(p.kind <> 'region' OR p.place IN (${list(definitions)}))`;
  return sql`SELECT o.place AS unit, o.year, ${split.field} AS field, ${sums}
    FROM region_output o JOIN places p ON p.place = o.place ${joined(split, sql`o.subfield`)}
    WHERE p.kind IN (${list(wanted)}) AND ${chosen} AND ${works.aggregateFilter('o')}
    GROUP BY 1, 2, 3`;
}

function fromWorks(works: WorkFilter, { kinds, definitions, adHoc }: UnitChoice, split: Split): Sql {
  const cities = kinds.length > 0 ? undefined : list(adHoc.flatMap((region) => region.cities));
  return sql`
    SELECT unit, year, field, count(*) AS count, CAST(sum(share) AS DOUBLE) / ${WORK} AS share,
      ${sumOfProducts(sql`share`, sql`share`)} AS shareSquared
    FROM (
      SELECT c.work, u.unit, c.year, ${split.field} AS field, CAST(sum(c.share) AS BIGINT) AS share
      FROM (${works.cityWorks(cities)}) c JOIN (${unitCities(kinds, definitions, adHoc)}) u ON u.city = c.city
        ${joined(split, sql`c.subfield`)}
      GROUP BY 1, 2, 3, 4
    ) GROUP BY 1, 2, 3`;
}

/** Σ a·b of Shares in table units, in works: summed exactly, so that the order of rows says nothing. */
export function sumOfProducts(a: Sql, b: Sql): Sql {
  return sql`CAST(sum(CAST(${a} * ${b} AS DECIMAL(38, 0))) AS DOUBLE) / ${WORK} / ${WORK}`;
}
