import { givenRows } from '../../engine/dialect.ts';
import { sql } from '../../engine/sql.ts';
import { type Observatory, WORK } from '../../observatory/index.ts';
import type { CountingName, LinkFilter } from '../collaboration/counting.ts';
import { linkedWorks } from '../collaboration/works.ts';
import type { Population } from '../population/population.ts';

/** One link that one work makes. */
export interface JointWork {
  readonly work: number;
  readonly year: number;
  /** Numbers of the two cities, a < b. */
  readonly a: number;
  readonly b: number;
  /** Cities of the work, those outside the network too. */
  readonly k: number;
  /** What it adds to the weight of the link under the counting, in works. */
  readonly weight: number;
}

/** All links of the cities (in order of id) work by work: what they weigh together is what the tables say. By work. */
export async function jointWorks(
  observatory: Observatory,
  population: Population,
  filter: LinkFilter,
  cities: readonly string[],
  counting: CountingName,
): Promise<JointWork[]> {
  const nodes = givenRows(
    cities.map((city, i) => ({ city, i })),
    { city: 'VARCHAR', i: 'INTEGER' },
  );
  const share = counting === 'score' ? sql`CAST(p.share + q.share AS DOUBLE) / ${WORK}` : sql`0e0`;
  const rows = await observatory.query<Omit<JointWork, 'weight'> & { score: number }>(sql`
    WITH ${linkedWorks(population, filter, observatory.manifest.authorCap)},
    nodes AS (${nodes}),
    parts AS (
      SELECT l.work, l.year, l.k, l.city, n.i, c.share FROM linked l JOIN nodes n ON n.city = l.city
      JOIN in_cities c ON c.work = l.work AND c.city = l.city
    )
    SELECT p.work, p.year, p.i AS a, q.i AS b, p.k, ${share} AS score
    FROM parts p JOIN parts q ON q.work = p.work AND p.i < q.i
    LEFT JOIN coaffiliated h ON h.work = p.work AND h.a = p.city AND h.b = q.city
    WHERE h.work IS NULL ORDER BY p.work, p.i, q.i`);
  return rows.map(({ score, ...row }) => ({ ...row, weight: weightOf(counting, row.k, score) }));
}

function weightOf(counting: CountingName, k: number, score: number): number {
  switch (counting) {
    case 'full':
      return 1;
    case 'fractional':
      return 2 / (k * (k - 1));
    case 'partner':
      return 1 / (k - 1);
    case 'score':
      return score;
  }
}
