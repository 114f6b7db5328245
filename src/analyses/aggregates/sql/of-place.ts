import { list, type Sql, sql } from '../../../engine/sql.ts';
import { WORK } from '../../../observatory/index.ts';
import type { WorkFilter } from '../../population/work-filter.ts';
import type { PlaceOfKind } from '../aggregates.ts';

/** Output of a place by subfield, where it has any; of works that tables by subfield have. */
export function subfieldOutputs(works: WorkFilter, { id, kind }: PlaceOfKind): Sql {
  const [table, column] =
    kind === 'city' ? [sql`city_output`, sql`o.city`] : [sql`region_output`, sql`o.place`];
  return sql`SELECT o.subfield, CAST(sum(o.count) AS BIGINT) AS count, CAST(sum(o.share) AS DOUBLE) / ${WORK} AS share,
      CAST(sum(o.share_squared) AS DOUBLE) / ${WORK} AS shareSquared
    FROM ${table} o WHERE ${column} = ${id} AND ${works.aggregateFilter('o')} GROUP BY o.subfield ORDER BY o.subfield`;
}

/** Share that the cities of some countries got together, in works. */
export function locatedShare(works: WorkFilter, countries: readonly string[]): Sql {
  return sql`SELECT CAST(coalesce(sum(o.share), 0) AS DOUBLE) / ${WORK} AS share
    FROM city_output o JOIN places p ON p.place = o.city
    WHERE p.country IN (${list(countries)}) AND ${works.aggregateFilter('o')}`;
}

/** Share that no city got in some countries, in works, by reason. */
export function unlocatedShares(works: WorkFilter, countries: readonly string[]): Sql {
  return sql`SELECT u.reason, CAST(sum(u.share) AS DOUBLE) / ${WORK} AS share FROM unlocated u
    WHERE u.country IN (${list(countries)}) AND ${works.aggregateFilter('u')}
    GROUP BY u.reason ORDER BY share DESC, u.reason`;
}
