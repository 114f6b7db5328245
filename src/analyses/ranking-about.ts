import { list, sql } from '../engine/sql.ts';
import type { Observatory } from '../observatory/index.ts';
import { type About, makeAbout } from './about.ts';
import { MOST_COMPARED } from './joint.ts';
import type { UnitChoice } from './output.ts';
import type { Population } from './population.ts';
import type { RankingParams, RankingRow } from './ranking.ts';

/** What a ranking says of itself: counting, definitions, overlaps, partial members, what makes its places unlike. */
export async function describeRanking(
  observatory: Observatory,
  population: Population,
  params: RankingParams,
  choice: UnitChoice,
  rows: readonly RankingRow[],
  cut: boolean,
): Promise<About> {
  const shown = rows
    .filter(({ place }) => place.kind === 'region' && place.id.startsWith('def:'))
    .map(({ place }) => place.id);
  const definitions = await observatory.query<{
    id: string;
    version: string | null;
    cities: number;
    partial: number;
  }>(sql`
    SELECT p.place AS id, p.version, count(*) AS cities, count(*) FILTER (WHERE r.membership = 'partial') AS partial
    FROM region_cities r JOIN places p ON p.place = r.region WHERE p.place IN (${list(shown)})
    GROUP BY p.place, p.version ORDER BY p.place`);
  const overlapping = await observatory.query<{ a: string; b: string }>(sql`
    SELECT DISTINCT m.region AS a, n.region AS b FROM region_cities m JOIN region_cities n ON n.city = m.city AND m.region < n.region
    WHERE m.region IN (${list(shown)}) AND n.region IN (${list(shown)}) ORDER BY a, b`);
  const countries = new Set(
    rows.filter(({ place }) => place.kind === 'city').map(({ place }) => place.country),
  );
  const partial = definitions.filter((definition) => definition.partial > 0);
  const few = rows.filter(({ fewWorks }) => fewWorks).length;
  const notes = [
    'ranks are competition ranks (1224); intervals say how stable they are when works are drawn anew, not what coverage or boundaries do',
    ...(few > 0 ? [`${few} rows rest on fewer than 30 works: their intervals are rough`] : []),
    ...(cut ? [`only the nearest ${MOST_COMPARED} places were drawn jointly; more may be near`] : []),
    ...(overlapping.length > 0
      ? [
          `overlapping definitions stand in one table: ${overlapping.map(({ a, b }) => `${a} and ${b}`).join(', ')}`,
        ]
      : []),
  ];
  const warnings = [
    ...(countries.size > 1 && (countries.has('CN') || countries.has('HK'))
      ? [
          'cities are not alike across countries: Chinese cities are prefectures with their countryside, others single places; compare metropolitan definitions with --of regions',
        ]
      : []),
    ...partial.map(({ id, partial: n }) => `${n} members of ${id} belong in part and count whole`),
  ];
  const adjusted =
    params.base === null
      ? ''
      : `, each year adjusted to the ${population.worksByYear.get(params.base)!} works of ${params.base}`;
  return makeAbout(observatory, population, {
    analysis: 'ranking',
    counting: `${params.by === 'share' ? 'Share (fractional by author, then by institution)' : 'Count (works with an author there)'}${adjusted}`,
    interval: {
      method: `joint draws from the covariance over works (${params.base === null ? 'all years together' : 'year by year'})`,
      level: params.level,
      draws: params.draws,
      seed: params.seed,
    },
    definitions: [
      ...definitions.map(({ id, version, cities }) => ({ id, version, cities })),
      ...choice.adHoc.map(({ id, cities }) => ({ id, version: null, cities: cities.length })),
    ],
    notes,
    warnings,
  });
}
