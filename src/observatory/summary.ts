import type { Engine } from '../engine/engine.ts';
import { sql } from '../engine/sql.ts';
import type { AddressOutcome, Manifest } from './manifest.ts';
import { WORK } from './units.ts';

export type Summary = Pick<Manifest, 'located' | 'addresses'> & {
  readonly dropped: Record<string, number>;
  readonly kept: number;
  readonly withoutType: number;
  readonly truncated: number;
  readonly aboveAuthorCap: number;
  readonly withoutAuthors: number;
  readonly equalDois: number;
  readonly versionDois: number;
  readonly synthetic: Record<string, number>;
};

/** A DOI without what it may be written after, in lower case. */
const DOI = sql`regexp_replace(lower(doi), '^(https?://(dx[.])?doi[.]org/|doi:)', '')`;

/** The counts that a manifest gives, from tables and parts that stand as views in the engine. */
export async function summarise(engine: Engine, authorCap: number): Promise<Summary> {
  const dropped = await engine.query<{ reason: string; n: number }>(
    sql`SELECT reason, count(*) AS n FROM part_works WHERE reason IS NOT NULL GROUP BY reason ORDER BY reason`,
  );
  const [counts] = await engine.query<
    Omit<Summary, 'dropped' | 'located' | 'addresses' | 'synthetic' | 'versionDois'>
  >(sql`
    SELECT count(*) AS kept, count(*) FILTER (WHERE type IS NULL) AS "withoutType",
      count(*) FILTER (WHERE truncated) AS truncated,
      count(*) FILTER (WHERE n_authors > ${authorCap}) AS "aboveAuthorCap",
      count(*) FILTER (WHERE n_authors = 0) AS "withoutAuthors",
      count(doi) - count(DISTINCT ${DOI}) AS "equalDois"
    FROM works`);
  // DOIs with an ending, and those equal to one of them without it: few are held in memory, not all a second time.
  const [{ versionDois }] = await engine.query<{ versionDois: number }>(sql`
    WITH endings AS (
      SELECT DISTINCT ${DOI} AS doi, regexp_replace(${DOI}, '[.]v[1-9][0-9]{0,2}$', '') AS stem
      FROM works WHERE lower(doi) LIKE '%.v%'
    ), versions AS (SELECT doi, stem FROM endings WHERE doi <> stem)
    SELECT (SELECT count(*) - count(DISTINCT stem) FROM versions)
      + (SELECT count(DISTINCT ${DOI}) FROM works WHERE ${DOI} IN (SELECT stem FROM versions)) AS "versionDois"`);
  const marks = await engine.query<{ synthetic: string; n: number }>(
    sql`SELECT synthetic, count(*) AS n FROM works WHERE synthetic IS NOT NULL GROUP BY synthetic ORDER BY synthetic`,
  );
  const addresses = await engine.query<AddressOutcome>(sql`
    SELECT outcome, CAST(sum(strings) AS BIGINT) AS strings FROM part_addresses GROUP BY outcome ORDER BY strings DESC, outcome`);
  return {
    ...counts,
    addresses,
    versionDois,
    dropped: Object.fromEntries(dropped.map(({ reason, n }) => [reason, n])),
    synthetic: Object.fromEntries(marks.map(({ synthetic, n }) => [synthetic, n])),
    located: await summariseLocated(engine),
  };
}

/** What cities got and what has none, from the tables of the rule that stand as views in the engine. */
export async function summariseLocated(engine: Engine): Promise<Manifest['located']> {
  const byYear = await engine.query<{ year: number; works: number; share: number | null }>(sql`
    SELECT year, count(*) AS works, CAST(sum(located) AS DOUBLE) / ${WORK} / count(*) AS share FROM works GROUP BY year ORDER BY year`);
  const byCountry = await engine.query<{ country: string | null; share: number; located: number | null }>(sql`
    WITH parts AS (
      SELECT p.country, sum(o.share) AS share, sum(o.share) AS located FROM city_output o JOIN places p ON p.place = o.city GROUP BY p.country
      UNION ALL SELECT country, sum(share), 0 FROM unlocated GROUP BY country
    )
    SELECT country, CAST(sum(share) AS DOUBLE) / ${WORK} AS share, CAST(sum(located) AS DOUBLE) / CAST(sum(share) AS DOUBLE) AS located
    FROM parts GROUP BY country ORDER BY share DESC, country`);
  const reasons = await engine.query<{ reason: string; share: number }>(sql`
    SELECT reason, CAST(sum(share) AS DOUBLE) / ${WORK} AS share FROM unlocated GROUP BY reason ORDER BY share DESC, reason`);
  const works = byYear.reduce((sum, { works: n }) => sum + n, 0);
  const located = byYear.reduce((sum, { works: n, share }) => sum + n * (share ?? 0), 0);
  return {
    share: works === 0 ? null : located / works,
    byYear,
    byCountry,
    reasons: Object.fromEntries(reasons.map(({ reason, share }) => [reason, share])),
  };
}
