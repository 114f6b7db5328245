import { total } from '../../engine/dialect.ts';
import type { Engine } from '../../engine/engine.ts';
import { raw, type Sql, sql } from '../../engine/sql.ts';
import { AUTHOR, WORK } from '../units.ts';
import { type LocationRule, mentionsBy, stepOf } from './affiliations.ts';
import { NO_AUTHOR } from './resolve.ts';

/** More than there are locations in a segment; with a share (at most 2³⁰) in front, a key that a BIGINT holds. */
export const LOCATIONS = 1 << 24;

/**
 * From mentions to the parts of each work. Reads `kept` (the works that count), `mentions`, `resolved`, `coaffiliations`; makes
 * `work_weights` (work × institution × location, in steps of an author) and `work_parts` (work × location, a city or a reason
 * why there is none). The parts of a work add up to one work exactly, in units of 2⁻³⁰: each is rounded once, and the
 * largest, of equals the first location, takes what rounding left.
 */
export async function shareWorks(engine: Engine, by: LocationRule): Promise<void> {
  const byAddress = by === 'address';
  const step = (name: string): string => stepOf(name, by);
  const table = (name: string): Sql => raw(step(name));
  const location = byAddress ? sql`coalesce(a.location, r.location)` : sql`r.location`;
  const addresses = byAddress ? sql` LEFT JOIN addressed a ON a.code = m.address` : sql``;
  await engine.table(
    step('single'),
    sql`
    SELECT m.row, r.iid, ${location} AS location, count(*) AS authors
    FROM ${mentionsBy(by)} m JOIN kept w ON w.row = m.row JOIN resolved r ON r.code = m.institution${addresses}
    WHERE m.of = 1 GROUP BY m.row, r.iid, ${location}`,
  );
  await engine.table(
    step('work_weights'),
    sql`
    SELECT row, iid, location, ${total(sql`weight`)} AS weight
    FROM (
      SELECT row, iid, location, authors * CAST(${AUTHOR} AS BIGINT) AS weight FROM ${table('single')}
      UNION ALL SELECT row, iid, location, weight FROM ${table('coaffiliations')}
    ) AS parts GROUP BY row, iid, location`,
  );
  await engine.table(
    step('work_parts'),
    sql`
    WITH weights AS (
      SELECT row, location, ${total(sql`weight`)} AS weight, CAST(sum(authors) AS INTEGER) AS authors
      FROM (
        SELECT row, location, authors * CAST(${AUTHOR} AS BIGINT) AS weight, authors FROM ${table('single')}
        UNION ALL SELECT row, location, ${total(sql`weight`)}, 1 FROM ${table('coaffiliations')} GROUP BY row, author, location
      ) AS parts GROUP BY row, location
    ),
    rounded AS (
      SELECT p.row, p.location, p.authors, ${rounded(sql`p.weight`, sql`w.authors`)} AS share
      FROM weights p JOIN kept w ON w.row = p.row
    ),
    largest AS (
      SELECT row, ${WORK} - ${total(sql`share`)} AS remainder, max(share * ${LOCATIONS} - location) AS key FROM rounded GROUP BY row
    )
    SELECT r.row, r.location, r.authors,
      CASE WHEN r.share * ${LOCATIONS} - r.location = l.key THEN r.share + l.remainder ELSE r.share END AS share
    FROM rounded r JOIN largest l ON l.row = r.row${byAddress ? sql`` : withoutAuthors()}`,
  );
}

/** No address moves them. */
function withoutAuthors(): Sql {
  return sql`
    UNION ALL
    SELECT w.row, s.location, 0, CAST(${WORK} AS BIGINT)
    FROM kept w JOIN locations s ON s.reason = ${NO_AUTHOR} WHERE w.authors = 0`;
}

/** Part of a work in units of 2⁻³⁰, from its weight in steps of an author and the work's authors; half goes up. */
export function rounded(weight: Sql, authors: Sql): Sql {
  return sql`CAST(round(CAST(${weight} AS DOUBLE) / CAST(${authors} * CAST(${AUTHOR} AS BIGINT) AS DOUBLE) * ${WORK}) AS BIGINT)`;
}
