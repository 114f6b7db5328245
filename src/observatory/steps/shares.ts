import { quotient, total } from '../../engine/dialect.ts';
import type { Engine } from '../../engine/engine.ts';
import { sql } from '../../engine/sql.ts';
import { AUTHOR, WORK } from '../units.ts';

/**
 * Law 2 in SQL: from mentions to the parts of each work. Reads `kept` (the works that count), `mentions`, `resolved`,
 * `ancestors`; makes `author_parts` (author × institution), `work_parts` (work × city or reason), each in units of
 * 2⁻³⁰ that add up to one work exactly.
 */
export async function shareWorks(engine: Engine): Promise<void> {
  // Most authors name one institution; the care below is for those who name several.
  await engine.execute(sql`CREATE OR REPLACE TEMP TABLE single AS
    SELECT m.row, m.author, r.iid FROM mentions m JOIN kept w ON w.row = m.row JOIN resolved r ON r.code = m.institution
    WHERE m.of = 1`);
  await engine.execute(sql`CREATE OR REPLACE TEMP TABLE several AS
    SELECT DISTINCT m.row, m.author, r.iid, r.kind
    FROM mentions m JOIN kept w ON w.row = m.row JOIN resolved r ON r.code = m.institution
    WHERE m.of > 1`);
  await engine.execute(sql`CREATE OR REPLACE TEMP TABLE dropped AS
    SELECT DISTINCT parent.row, parent.author, parent.iid, a.iid AS child
    FROM several parent
    JOIN ancestors a ON a.ancestor = parent.iid
    JOIN several child ON child.row = parent.row AND child.author = parent.author AND child.iid = a.iid
    UNION ALL
    SELECT n.row, n.author, n.iid, NULL AS child
    FROM several n
    WHERE n.kind = 'none' AND EXISTS (
      SELECT 1 FROM several o WHERE o.row = n.row AND o.author = n.author AND o.kind <> 'none')`);
  await engine.execute(sql`CREATE OR REPLACE TEMP TABLE author_parts AS
    WITH left_over AS (
      SELECT s.row, s.author, s.iid, count(*) OVER (PARTITION BY s.row, s.author) AS institutions
      FROM several s
      WHERE NOT EXISTS (SELECT 1 FROM dropped d WHERE d.row = s.row AND d.author = s.author AND d.iid = s.iid)
    ),
    unresolved AS (
      SELECT DISTINCT l.row, l.author FROM left_over l JOIN resolved r ON r.code = l.iid
      WHERE r.reason IN ('unknown name', 'ambiguous name')
    ),
    parent_only AS (
      SELECT DISTINCT d.row, d.author, d.child FROM dropped d JOIN resolved r ON r.code = d.iid
      WHERE r.city IS NOT NULL AND d.child IS NOT NULL
    )
    SELECT s.row, s.author, s.iid, CAST(${AUTHOR} AS BIGINT) AS weight,
      r.city, CASE WHEN r.city IS NULL THEN r.country END AS country, CASE WHEN r.city IS NULL THEN r.reason END AS reason
    FROM single s JOIN resolved r ON r.code = s.iid
    UNION ALL
    SELECT l.row, l.author, l.iid, ${quotient(sql`CAST(${AUTHOR} AS BIGINT)`, sql`l.institutions`)} AS weight,
      CASE WHEN u.row IS NULL THEN r.city END AS city,
      CASE WHEN u.row IS NOT NULL OR r.city IS NULL THEN r.country END AS country,
      CASE
        WHEN u.row IS NOT NULL THEN 'umbrella beside an unresolved name'
        WHEN r.city IS NULL AND p.row IS NOT NULL THEN 'only its parent is located'
        WHEN r.city IS NULL THEN r.reason
      END AS reason
    FROM left_over l
    JOIN resolved r ON r.code = l.iid
    LEFT JOIN unresolved u ON u.row = l.row AND u.author = l.author AND r.by_name AND r.umbrella AND r.city IS NOT NULL
    LEFT JOIN parent_only p ON p.row = l.row AND p.author = l.author AND p.child = l.iid`);
  await engine.execute(sql`CREATE OR REPLACE TEMP TABLE work_parts AS
    WITH per_author AS (
      SELECT row, author, city, country, reason, sum(weight) AS weight
      FROM author_parts GROUP BY row, author, city, country, reason
    ),
    parts AS (
      SELECT row, city, country, reason, ${total(sql`weight`)} AS weight, CAST(count(*) AS INTEGER) AS authors
      FROM per_author GROUP BY row, city, country, reason
    ),
    rounded AS (
      SELECT p.row, p.city, p.country, p.reason, p.authors,
        CAST(round(CAST(p.weight AS DOUBLE) / CAST(w.authors * CAST(${AUTHOR} AS BIGINT) AS DOUBLE) * ${WORK}) AS BIGINT) AS share
      FROM parts p JOIN kept w ON w.row = p.row
    ),
    ordered AS (
      SELECT row, city, country, reason, authors, share,
        ${WORK} - sum(share) OVER (PARTITION BY row) AS remainder,
        row_number() OVER (PARTITION BY row ORDER BY share DESC, city NULLS LAST, reason, country NULLS LAST) AS place
      FROM rounded
    )
    SELECT row, city, country, reason, authors,
      CAST(CASE WHEN place = 1 THEN share + remainder ELSE share END AS BIGINT) AS share
    FROM ordered
    UNION ALL
    SELECT row, NULL AS city, NULL AS country, 'no author' AS reason, 0 AS authors, CAST(${WORK} AS BIGINT) AS share
    FROM kept WHERE authors = 0`);
}
