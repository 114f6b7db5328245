import { quotient } from '../../engine/dialect.ts';
import type { Engine } from '../../engine/engine.ts';
import { list, sql } from '../../engine/sql.ts';
import { AUTHOR } from '../units.ts';
import { PARENT_ONLY, UMBRELLA, UNRESOLVED_NAMES } from './resolve.ts';

/**
 * Law 2 for the authors who name several institutions (most name one). Reads `kept` (the works that count),
 * `mentions`, `resolved`, `spots`, `ancestors`; makes `hats`: author × institution that she keeps, with its part of her
 * and the spot where that counts.
 *
 * An institution that stands above another of hers is dropped; of two that each claim to stand above the other none
 * is, and nothing is dropped from an author whom that would leave with nothing. A kept institution without a city
 * stays unlocated though a dropped one has a city. An umbrella told by name stays unlocated beside a name that no
 * institution file knows, which may be its part.
 */
export async function keepAffiliations(engine: Engine): Promise<void> {
  await engine.execute(sql`CREATE OR REPLACE TEMP TABLE several AS
    SELECT DISTINCT m.row, m.author, r.code, r.iid, r.kind, r.by_name, r.country
    FROM mentions m JOIN kept w ON w.row = m.row JOIN resolved r ON r.code = m.institution
    WHERE m.of > 1`);
  await engine.execute(sql`CREATE OR REPLACE TEMP TABLE own AS
    SELECT row, author, iid, kind, bool_and(by_name) AS by_name, min(country) AS country
    FROM several GROUP BY row, author, iid, kind`);
  await engine.execute(sql`CREATE OR REPLACE TEMP TABLE above AS
    WITH claims AS (
      SELECT DISTINCT c.row, c.author, c.iid AS child, p.iid AS parent
      FROM several c
      JOIN ancestors a ON a.child = c.code
      JOIN several p ON p.code = a.parent AND p.row = c.row AND p.author = c.author
    ),
    one_way AS (
      SELECT * FROM claims EXCEPT SELECT row, author, parent, child FROM claims
    ),
    nothing_left AS (
      SELECT d.row, d.author
      FROM (SELECT row, author, count(DISTINCT parent) AS n FROM one_way GROUP BY row, author) AS d
      JOIN (SELECT row, author, count(*) AS n FROM own WHERE kind <> 'none' GROUP BY row, author) AS h
        ON h.row = d.row AND h.author = d.author AND h.n = d.n
    )
    SELECT o.* FROM one_way o
    WHERE NOT EXISTS (SELECT 1 FROM nothing_left n WHERE n.row = o.row AND n.author = o.author)`);
  await engine.execute(sql`CREATE OR REPLACE TEMP TABLE hats AS
    WITH named AS (SELECT DISTINCT row, author FROM own WHERE kind <> 'none'),
    left_over AS (
      SELECT o.*, count(*) OVER (PARTITION BY o.row, o.author) AS institutions
      FROM own o
      LEFT JOIN (SELECT DISTINCT row, author, parent FROM above) AS d ON d.row = o.row AND d.author = o.author AND d.parent = o.iid
      LEFT JOIN named n ON n.row = o.row AND n.author = o.author AND o.kind = 'none'
      WHERE d.row IS NULL AND n.row IS NULL
    ),
    unresolved AS (
      SELECT DISTINCT l.row, l.author FROM left_over l JOIN resolved r ON r.code = l.iid
      WHERE r.reason IN (${list(UNRESOLVED_NAMES)})
    ),
    parent_only AS (
      SELECT DISTINCT d.row, d.author, d.child FROM above d JOIN resolved r ON r.code = d.parent WHERE r.city IS NOT NULL
    ),
    decided AS (
      SELECT l.row, l.author, l.iid, l.country, ${quotient(sql`CAST(${AUTHOR} AS BIGINT)`, sql`l.institutions`)} AS weight,
        CASE WHEN u.row IS NULL THEN r.city END AS city,
        CASE
          WHEN u.row IS NOT NULL THEN ${UMBRELLA}
          WHEN r.city IS NULL AND p.row IS NOT NULL THEN ${PARENT_ONLY}
          WHEN r.city IS NULL THEN r.reason
        END AS reason
      FROM left_over l
      JOIN resolved r ON r.code = l.iid
      LEFT JOIN unresolved u ON u.row = l.row AND u.author = l.author AND l.by_name AND r.umbrella AND r.city IS NOT NULL
      LEFT JOIN parent_only p ON p.row = l.row AND p.author = l.author AND p.child = l.iid
    )
    SELECT d.row, d.author, d.iid, d.weight, s.spot, s.city
    FROM decided d JOIN spots s ON s.city IS NOT DISTINCT FROM d.city
      AND s.reason IS NOT DISTINCT FROM d.reason
      AND s.country IS NOT DISTINCT FROM CASE WHEN d.city IS NULL THEN d.country END`);
}
