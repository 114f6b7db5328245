import { givenRows } from '../../engine/dialect.ts';
import { sql } from '../../engine/sql.ts';
import { type Observatory, WORK } from '../../observatory/index.ts';
import type { Population } from '../population/population.ts';

/** What one more unit of output of a city in some years does to a statistic. */
export interface Slope {
  readonly city: string;
  readonly from: number;
  readonly to: number;
  readonly slope: number;
}

/** Sums over the works of one year of their influence ψ_w on a statistic: what an interval by linearisation needs. */
export interface InfluenceOfYear {
  readonly year: number;
  readonly squares: number;
  readonly sum: number;
}

const ALWAYS = { from: -32_768, to: 32_767 } as const;

/** The slopes of a statistic of totals over all years asked for. */
export function slopesOf(cities: readonly string[], gradient: ArrayLike<number>): Slope[] {
  return cities.map((city, i) => ({ city, ...ALWAYS, slope: gradient[i] }));
}

/**
 * For statistics that are smooth functions of the cities' totals: Σ ψ_w² and Σ ψ_w over works, by year, with
 * ψ_w = Σ_c slope_c·x_wc and x_wc the work's Share in city c (or 1 for Count). One pass over works for all statistics.
 * Works are what is resampled: a work of two cities moves both at once.
 */
export async function workInfluence(
  observatory: Observatory,
  population: Population,
  by: 'share' | 'count',
  statistics: readonly (readonly Slope[])[],
): Promise<InfluenceOfYear[][]> {
  const rows = statistics.flatMap((slopes, k) =>
    slopes.flatMap(({ city, from, to, slope }) =>
      slope === 0 ? [] : [{ k, city, first: from, last: to, slope }],
    ),
  );
  if (rows.length === 0) return statistics.map(() => []);
  const value = by === 'share' ? sql`CAST(c.share AS DOUBLE) / ${WORK}` : sql`1`;
  const found = await observatory.query<InfluenceOfYear & { k: number }>(sql`
    WITH slopes AS (${givenRows(rows, {
      k: 'INTEGER',
      city: 'VARCHAR',
      first: 'INTEGER',
      last: 'INTEGER',
      slope: 'DOUBLE',
    })}),
    influence AS (
      SELECT s.k, c.work, c.year, sum(s.slope * (${value})) AS psi
      FROM (${population.cityWorks(sql`SELECT city FROM slopes`)}) c
      JOIN slopes s ON s.city = c.city AND c.year BETWEEN s.first AND s.last
      GROUP BY s.k, c.work, c.year
    )
    SELECT k, year, sum(psi * psi) AS squares, sum(psi) AS sum FROM influence GROUP BY k, year ORDER BY k, year`);
  const byStatistic = statistics.map((): InfluenceOfYear[] => []);
  for (const { k, ...row } of found) byStatistic[k].push(row);
  return byStatistic;
}
