import { quotient } from '../../engine/dialect.ts';
import type { Engine } from '../../engine/engine.ts';
import { list, raw, type Sql, sql } from '../../engine/sql.ts';
import { AUTHOR } from '../units.ts';
import { UNRESOLVED_NAMES } from './resolve.ts';

/** How an authorship's part is located: at its institution's own place, or where the string beside it says. */
export type LocationRule = (typeof LOCATION_RULES)[number];
export const LOCATION_RULES = ['institution', 'address'] as const;

/** The name of a step under a rule: those of both stand side by side. */
export function stepOf(step: string, by: LocationRule): string {
  return by === 'institution' ? step : `${step}_by_address`;
}

/**
 * Law 2 for the authors who name several institutions (most name one). Reads `kept` (the works that count),
 * `mentions`, `resolved`, `ancestors`; makes `coaffiliations`: author × institution that she keeps, with its part of her
 * and the location where that counts.
 *
 * An institution that stands above another of hers is dropped; of two that each claim to stand above the other none
 * is, and nothing is dropped from an author whom that would leave with nothing. A kept institution without a city
 * stays unlocated though a dropped one has a city. An umbrella told by name stays unlocated beside a name that no
 * institution file knows, which may be its part. By address, a kept institution is where the strings beside it say, if they
 * agree and stand beside no other kept institution of hers.
 */
export async function keepAffiliations(engine: Engine, by: LocationRule): Promise<void> {
  const byAddress = by === 'address';
  const step = (name: string): string => stepOf(name, by);
  const table = (name: string): Sql => raw(step(name));
  const address = byAddress ? sql`, a.location AS told, a.shared` : sql``;
  const addresses = byAddress ? sql` LEFT JOIN addressed a ON a.code = m.address` : sql``;
  const together = byAddress
    ? sql`, CASE WHEN min(told) = max(told) THEN min(told) END AS told, coalesce(bool_or(shared), FALSE) AS shared`
    : sql``;
  const addressFirst = byAddress
    ? sql` WHEN o.told IS NOT NULL AND (NOT o.shared OR CASE WHEN b.named > 0 THEN b.named ELSE b.entries END = 1) THEN o.told`
    : sql``;
  await engine.table(
    step('several'),
    sql`
    SELECT DISTINCT m.row, m.author, r.code, r.iid, r.kind, r.by_name, r.location, r.umbrella_location, r.parent_location,
      r.city IS NOT NULL AS located, r.reason IN (${list(UNRESOLVED_NAMES)}) AS unresolved${address}
    FROM ${mentionsBy(by)} m JOIN kept w ON w.row = m.row JOIN resolved r ON r.code = m.institution${addresses}
    WHERE m.of > 1`,
  );
  await engine.table(
    step('own'),
    sql`
    SELECT row, author, iid, kind, located, unresolved, bool_and(by_name) AS by_name,
      min(location) AS location, min(umbrella_location) AS umbrella_location, min(parent_location) AS parent_location${together}
    FROM ${table('several')} GROUP BY row, author, iid, kind, located, unresolved`,
  );
  await engine.table(
    step('above'),
    sql`
    WITH claims AS (
      SELECT DISTINCT c.row, c.author, c.iid AS child, p.iid AS parent
      FROM ${table('several')} c
      JOIN ancestors a ON a.child = c.code
      JOIN ${table('several')} p ON p.code = a.parent AND p.row = c.row AND p.author = c.author
    ),
    one_way AS (
      SELECT * FROM claims EXCEPT SELECT row, author, parent, child FROM claims
    ),
    nothing_left AS (
      SELECT d.row, d.author
      FROM (SELECT row, author, count(DISTINCT parent) AS n FROM one_way GROUP BY row, author) AS d
      JOIN (SELECT row, author, count(*) AS n FROM ${table('own')} WHERE kind <> 'none' GROUP BY row, author) AS h
        ON h.row = d.row AND h.author = d.author AND h.n = d.n
    )
    SELECT o.* FROM one_way o
    WHERE NOT EXISTS (SELECT 1 FROM nothing_left n WHERE n.row = o.row AND n.author = o.author)`,
  );
  await engine.table(
    step('coaffiliations'),
    sql`
    WITH undropped AS (
      SELECT o.* FROM ${table('own')} o
      WHERE NOT EXISTS (SELECT 1 FROM ${table('above')} d WHERE d.row = o.row AND d.author = o.author AND d.parent = o.iid)
    ),
    beside AS (
      SELECT row, author, count(*) AS entries, count(CASE WHEN kind <> 'none' THEN 1 END) AS named,
        count(CASE WHEN unresolved THEN 1 END) AS unresolved_names
      FROM undropped GROUP BY row, author
    ),
    parent_only AS (
      SELECT DISTINCT d.row, d.author, d.child FROM ${table('above')} d JOIN resolved r ON r.code = d.parent WHERE r.city IS NOT NULL
    )
    SELECT o.row, o.author, o.iid,
      ${quotient(sql`CAST(${AUTHOR} AS BIGINT)`, sql`CASE WHEN b.named > 0 THEN b.named ELSE b.entries END`)} AS weight,
      CASE${addressFirst}
        WHEN b.unresolved_names > 0 AND o.by_name AND o.umbrella_location IS NOT NULL THEN o.umbrella_location
        WHEN p.row IS NOT NULL AND NOT o.located THEN o.parent_location
        ELSE o.location
      END AS location
    FROM undropped o
    JOIN beside b ON b.row = o.row AND b.author = o.author
    LEFT JOIN parent_only p ON p.row = o.row AND p.author = o.author AND p.child = o.iid
    WHERE o.kind <> 'none' OR b.named = 0`,
  );
}

/** The mentions that a rule is asked about: by address only those of works that an address moves. */
export function mentionsBy(by: LocationRule): Sql {
  return by === 'institution'
    ? sql`mentions`
    : sql`(SELECT n.* FROM mentions n JOIN moved_works v ON v.row = n.row)`;
}
