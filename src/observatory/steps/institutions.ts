import { total } from '../../engine/dialect.ts';
import type { Engine } from '../../engine/engine.ts';
import { raw, type Sql, sql } from '../../engine/sql.ts';
import { type LocationRule, stepOf } from './affiliations.ts';
import { rounded, LOCATIONS } from './shares.ts';

/**
 * Institutions in the order of their ids: `rank`. Authors without an institution, of one country each, are `named` false: they
 * count as one where an address locates them.
 */
export async function rankInstitutions(engine: Engine): Promise<void> {
  await engine.table(
    'institution_ranks',
    sql`
    SELECT r.code AS iid, r.kind <> 'none' AS named, CAST(row_number() OVER (ORDER BY r.institution, r.country) AS INTEGER) AS rank
    FROM resolved r WHERE r.code = r.iid`,
  );
}

/**
 * Share of each institution in each work, so that the institutions of a location (a city, or a reason of a country) add up
 * to the location's part of the work to the last unit: one alone has all of it; of several, the largest, of equals the first
 * by id, takes what rounding left. Authors without an institution are left out unless an address locates them. Reads
 * `work_weights`, `work_parts`, `kept`, `institution_ranks`; makes `location_institutions` (work × location × institution).
 */
export async function shareInstitutions(engine: Engine, by: LocationRule): Promise<void> {
  const step = (name: string): string => stepOf(name, by);
  const table = (name: string): Sql => raw(step(name));
  // Institutions that count where they are: authors without one do so where an address locates them.
  const [located, counted] =
    by === 'institution'
      ? [sql``, sql`n.named`]
      : [sql` JOIN locations o ON o.location = p.location`, sql`(n.named OR o.city IS NOT NULL)`];
  await engine.table(
    step('location_counts'),
    sql`
    SELECT p.row, p.location, count(*) AS institutions, min(n.rank) AS rank
    FROM ${table('work_weights')} p JOIN institution_ranks n ON n.iid = p.iid${located}
    WHERE ${counted} GROUP BY p.row, p.location`,
  );
  await engine.table(
    step('location_institutions'),
    sql`
    WITH shares AS (
      SELECT p.row, p.location, n.rank, ${rounded(sql`p.weight`, sql`w.authors`)} AS share
      FROM ${table('work_weights')} p
      JOIN ${table('location_counts')} c ON c.row = p.row AND c.location = p.location AND c.institutions > 1
      JOIN institution_ranks n ON n.iid = p.iid
      JOIN kept w ON w.row = p.row${located}
      WHERE ${counted}
    ),
    largest AS (
      SELECT row, location, ${total(sql`share`)} AS together, max(share * ${LOCATIONS} - rank) AS key FROM shares GROUP BY row, location
    )
    SELECT s.row, s.location, s.rank,
      CASE WHEN s.share * ${LOCATIONS} - s.rank = l.key THEN s.share + p.share - l.together ELSE s.share END AS share
    FROM shares s
    JOIN largest l ON l.row = s.row AND l.location = s.location
    JOIN ${table('work_parts')} p ON p.row = s.row AND p.location = s.location
    UNION ALL
    SELECT c.row, c.location, c.rank, p.share
    FROM ${table('location_counts')} c JOIN ${table('work_parts')} p ON p.row = c.row AND p.location = c.location WHERE c.institutions = 1`,
  );
}

/**
 * Of `location_institutions`; an institution without a city in two countries of one reason is one row. Authors without an
 * institution, whom an address locates, have null in its place.
 */
export function workInstitutions(by: LocationRule): Sql {
  const entries = raw(stepOf('location_institutions', by));
  // Authors without an institution are of several countries, each of which was a row so far.
  const [institution, share, grouped] =
    by === 'institution'
      ? [sql`r.institution`, sql`t.share`, sql``]
      : [
          sql`CASE WHEN n.named THEN r.institution END`,
          total(sql`t.share`),
          sql` GROUP BY 1, 2, 3, 4, 5, 6, 7`,
        ];
  return sql`
    WITH together AS (
      SELECT row, rank, location AS cause, share FROM ${entries}
      WHERE location IN (SELECT location FROM locations WHERE city IS NOT NULL)
      UNION ALL
      SELECT e.row, e.rank, o.cause, ${total(sql`e.share`)}
      FROM ${entries} e JOIN locations o ON o.location = e.location AND o.city IS NULL GROUP BY e.row, e.rank, o.cause
    )
    SELECT w.work, w.year, w.topic, w.subfield, ${institution} AS institution, o.city, o.reason, ${share} AS share
    FROM together t
    JOIN kept w ON w.row = t.row
    JOIN institution_ranks n ON n.rank = t.rank
    JOIN resolved r ON r.code = n.iid
    JOIN locations o ON o.location = t.cause${grouped}`;
}
