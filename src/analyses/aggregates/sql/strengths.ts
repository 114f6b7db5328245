import { type Sql, sql } from '../../../engine/sql.ts';
import { WORK } from '../../../observatory/index.ts';
import { counted } from '../../collaboration/counting.ts';
import { linkedWorks } from '../../collaboration/works.ts';
import type { WorkFilter } from '../../population/work-filter.ts';
import type { LinkFilter } from '../aggregates.ts';

/** Rows of the weight 1/(k−1) of all pairs of every city in every year, where there is any. */
export function strengths(works: WorkFilter, filter: LinkFilter, authorCap: number): Sql {
  if (!works.aggregated) {
    return sql`WITH ${linkedWorks(works, filter, authorCap)}
      SELECT year, city, sum(strength) AS strength FROM linked GROUP BY year, city HAVING sum(strength) > 0 ORDER BY year, city`;
  }
  const weight = counted('partner', filter, 'l');
  return sql`
    WITH ends AS (
      SELECT l.year, l.a AS city, ${weight} AS weight FROM city_links l WHERE ${works.aggregateFilter('l')}
      UNION ALL SELECT l.year, l.b, ${weight} FROM city_links l WHERE ${works.aggregateFilter('l')}
    )
    SELECT year, city, CAST(sum(weight) AS DOUBLE) / ${WORK} AS strength FROM ends
    GROUP BY year, city HAVING sum(weight) > 0 ORDER BY year, city`;
}
