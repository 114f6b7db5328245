import type { Engine } from '../engine/engine.ts';
import type { ConnectionPool } from '../engine/connection-pool.ts';
import { type Sql, sql } from '../engine/sql.ts';
import { WORK } from './units.ts';

/** A law that the tables break: the build fails, and `check` says where. */
export class LawError extends Error {
  constructor(readonly violations: readonly Violation[]) {
    super(
      `The tables break the laws of an observatory, so nothing was published:\n${violations
        .map(({ law, where }) => `  ${law}: ${where}`)
        .join('\n')}`,
    );
    this.name = 'LawError';
  }
}

export interface Violation {
  readonly law: string;
  /** The first place where it is broken. */
  readonly where: string;
}

interface Check {
  readonly law: string;
  /** Rows that break it, with one text column `location` that says where. */
  readonly broken: Sql;
}

const works = (share: Sql): Sql => shown(sql`CAST(coalesce(${share}, 0) AS DOUBLE) / ${WORK}`);

/** A number as text: to put it beside text is not enough for every engine. */
function shown(value: Sql): Sql {
  return sql`CAST(${value} AS VARCHAR)`;
}

const CHECKS: readonly Check[] = [
  {
    law: 'conservation: Share of cities and unlocated is the number of works, every year',
    broken: sql`
      WITH parts AS (
        SELECT year, share FROM work_cities UNION ALL SELECT year, share FROM unlocated
      ), given AS (SELECT year, sum(share) AS share FROM parts GROUP BY year),
      due AS (SELECT year, count(*) AS works FROM works GROUP BY year)
      SELECT 'year ' || ${shown(sql`coalesce(d.year, g.year)`)} || ': ' || ${shown(sql`coalesce(d.works, 0)`)} || ' works, Share ' || ${works(sql`g.share`)} AS location
      FROM due d FULL JOIN given g ON g.year = d.year
      WHERE coalesce(g.share, 0) <> coalesce(d.works, 0) * CAST(${WORK} AS BIGINT)`,
  },
  {
    law: 'what works say is located is the Share of their cities, every year',
    broken: sql`
      WITH due AS (SELECT year, sum(located) AS share FROM works GROUP BY year),
      given AS (SELECT year, sum(share) AS share FROM work_cities GROUP BY year)
      SELECT 'year ' || ${shown(sql`coalesce(d.year, g.year)`)} || ': located ' || ${works(sql`d.share`)} || ', Share of cities ' || ${works(sql`g.share`)} AS location
      FROM due d FULL JOIN given g ON g.year = d.year
      WHERE coalesce(d.share, 0) <> coalesce(g.share, 0)`,
  },
  {
    law: 'one work id is one work',
    broken: sql`SELECT 'W' || ${shown(sql`work`)} || ': ' || ${shown(sql`count(*)`)} || ' rows' AS location FROM works GROUP BY work HAVING count(*) > 1`,
  },
  {
    law: 'work_cities has only works that count, in their year and subfield, each city of a work once',
    broken: sql`
      SELECT 'W' || ${shown(sql`c.work`)} || ' in ' || c.city || ': ' || ${shown(sql`count(*)`)} || ' rows, year ' || ${shown(sql`min(c.year)`)} || ', Share ' || ${works(sql`min(c.share)`)} AS location
      FROM work_cities c LEFT JOIN works w ON w.work = c.work AND w.year = c.year AND w.subfield = c.subfield
      GROUP BY c.work, c.city HAVING count(*) > 1 OR count(w.work) = 0 OR min(c.share) < 0`,
  },
  {
    law: 'the institutions of a city add up to the city',
    broken: sql`
      WITH i AS (SELECT work, city, sum(share) AS share FROM work_institutions WHERE city IS NOT NULL GROUP BY work, city)
      SELECT 'W' || ${shown(sql`coalesce(c.work, i.work)`)} || ' in ' || coalesce(c.city, i.city) || ': institutions ' || ${works(sql`i.share`)}
        || ', city ' || ${works(sql`c.share`)} AS location
      FROM work_cities c FULL JOIN i ON i.work = c.work AND i.city = c.city
      WHERE c.share IS DISTINCT FROM i.share`,
  },
  {
    law: 'city_output is the sum of work_cities',
    broken: sql`
      WITH w AS (SELECT city, year, subfield, sum(share) AS share, count(*) AS count FROM work_cities GROUP BY city, year, subfield),
      o AS (SELECT city, year, subfield, sum(share) AS share, sum(count) AS count FROM city_output GROUP BY city, year, subfield)
      SELECT coalesce(w.city, o.city) || ' in year ' || ${shown(sql`coalesce(w.year, o.year)`)} || ': ' || ${shown(sql`coalesce(w.count, 0)`)} || ' works with Share '
        || ${works(sql`w.share`)} || ', told as ' || ${shown(sql`coalesce(o.count, 0)`)} || ' with ' || ${works(sql`o.share`)} AS location
      FROM w FULL JOIN o ON o.city = w.city AND o.year = w.year AND o.subfield = w.subfield
      WHERE w.share IS DISTINCT FROM o.share OR w.count IS DISTINCT FROM o.count`,
  },
  {
    law: 'the Share of a region is the sum of its cities’',
    broken: sql`
      WITH member AS (
        SELECT region AS place, city FROM region_cities
        UNION ALL SELECT nation, place FROM places WHERE kind = 'city' AND nation IS NOT NULL
        UNION ALL SELECT province, place FROM places WHERE kind = 'city' AND province IS NOT NULL
      ),
      due AS (
        SELECT m.place, o.year, o.subfield, sum(o.share) AS share FROM city_output o JOIN member m ON m.city = o.city
        GROUP BY m.place, o.year, o.subfield
      ),
      given AS (SELECT place, year, subfield, sum(share) AS share FROM region_output GROUP BY place, year, subfield)
      SELECT coalesce(d.place, g.place) || ' in year ' || ${shown(sql`coalesce(d.year, g.year)`)} || ': cities ' || ${works(sql`d.share`)}
        || ', region ' || ${works(sql`g.share`)} AS location
      FROM due d FULL JOIN given g ON g.place = d.place AND g.year = d.year AND g.subfield = d.subfield
      WHERE d.share IS DISTINCT FROM g.share`,
  },
  {
    law: 'the pairs of a work weigh one work together, every year',
    broken: sql`
      WITH due AS (SELECT year, count(*) AS works FROM works WHERE cities > 1 GROUP BY year),
      given AS (SELECT year, sum(pair) + sum(pair_capped) AS weight FROM city_links GROUP BY year)
      SELECT 'year ' || ${shown(sql`coalesce(d.year, g.year)`)} || ': ' || ${shown(sql`coalesce(d.works, 0)`)} || ' works of several cities, weight ' || ${works(sql`g.weight`)} AS location
      FROM due d FULL JOIN given g ON g.year = d.year
      WHERE coalesce(g.weight, 0) <> coalesce(d.works, 0) * CAST(${WORK} AS BIGINT)`,
  },
  {
    law: 'a link is of two places, the one that sorts first named first',
    broken: sql`
      WITH links AS (SELECT a, b, year FROM city_links UNION ALL SELECT a, b, year FROM region_links)
      SELECT a || ' – ' || b || ' in year ' || ${shown(sql`year`)} AS location FROM links WHERE NOT a < b`,
  },
  {
    law: 'every city in the tables is a place',
    broken: sql`SELECT DISTINCT city AS location FROM city_output WHERE city NOT IN (SELECT place FROM places)`,
  },
  {
    law: 'what has no city says why, and only that',
    broken: sql`
      SELECT 'unlocated in year ' || ${shown(sql`year`)} || ': ' || ${works(sql`share`)} AS location FROM unlocated WHERE coalesce(reason, '') = ''
      UNION ALL SELECT 'institution ' || institution FROM institutions
        WHERE (city IS NULL) = (reason IS NULL) OR city = '' OR reason = ''
      UNION ALL SELECT 'W' || ${shown(sql`work`)} || ' at ' || institution FROM work_institutions
        WHERE (city IS NULL) = (reason IS NULL) OR city = '' OR reason = ''`,
  },
  {
    law: 'a coordinate is a number on Earth or null',
    broken: sql`
      WITH points AS (
        SELECT place AS id, latitude, longitude FROM places UNION ALL SELECT institution, latitude, longitude FROM institutions
      )
      SELECT id || ': ' || coalesce(${shown(sql`latitude`)}, 'null') || ', ' || coalesce(${shown(sql`longitude`)}, 'null') AS location
      FROM points WHERE NOT latitude BETWEEN -90 AND 90 OR NOT longitude BETWEEN -180 AND 180
        OR (latitude IS NULL) <> (longitude IS NULL)`,
  },
];

/** The laws that are checked on tables, in the words of a violation. */
export const LAWS: readonly string[] = CHECKS.map(({ law }) => law);

/** Checks the laws on tables that stand as views in the engine, side by side. Empty where all hold. */
export async function checkLaws(connections: ConnectionPool<Engine>): Promise<Violation[]> {
  const checked = CHECKS.map(({ law, broken }) =>
    connections.run(async (connection) => {
      const [first] = await connection.query<{ location: string; n: number }>(
        sql`SELECT min(location) AS location, count(*) AS n FROM (${broken})`,
      );
      if (first.n === 0) return [];
      return [{ law, where: first.n === 1 ? first.location : `${first.location} and ${first.n - 1} more` }];
    }),
  );
  return (await Promise.all(checked)).flat();
}
