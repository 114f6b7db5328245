import type { Observatory } from '../observatory/index.ts';
import { type About, makeAbout } from './about.ts';
import { describeRegions } from './definitions.ts';
import { MOST_JOINT } from './joint.ts';
import type { UnitChoice } from './output.ts';
import type { Population } from './population.ts';
import { FEW_WORKS, type RankingParams, type RankingRow } from './ranking-question.ts';

/** What a ranking says of itself: counting, definitions, overlaps, partial members, what makes its places unlike. */
export async function describeRanking(
  observatory: Observatory,
  population: Population,
  params: RankingParams,
  choice: UnitChoice,
  rows: readonly RankingRow[],
  crowded: boolean,
): Promise<About> {
  const regions = await describeRegions(
    observatory,
    rows.map(({ place }) => place.id),
    choice.adHoc,
  );
  const countries = new Set(
    rows.filter(({ place }) => place.kind === 'city').map(({ place }) => place.country),
  );
  const few = rows.filter(({ fewWorks }) => fewWorks).length;
  const inBase = params.base === null ? undefined : population.worksByYear.get(params.base);
  const adjusted =
    inBase === undefined
      ? ''
      : `, Share and Count of each year adjusted to the ${inBase} works of ${params.base!}`;
  return makeAbout(observatory, population, {
    analysis: 'ranking',
    counting: `${params.by === 'share' ? 'Share (fractional by author, then by institution)' : 'Count (works with an author there)'}${adjusted}`,
    interval: params.intervals
      ? {
          method: `joint draws from the covariance over works, for a fixed number of works${params.base === null ? '' : ' in every year'}`,
          level: params.level,
          draws: params.draws,
          seed: params.seed,
        }
      : null,
    definitions: regions.definitions,
    notes: [
      params.intervals
        ? 'ranks are competition ranks (1224); intervals say how stable they are when works are drawn anew, not what coverage or boundaries do'
        : 'ranks are competition ranks (1224); how stable they are was not asked',
      ...(few > 0 && params.intervals
        ? [`${few} rows rest on fewer than ${FEW_WORKS} works: their intervals are rough`]
        : []),
      ...(crowded
        ? [
            `${MOST_JOINT} places at a time were drawn jointly; others about as near each on its own, without what they share`,
          ]
        : []),
      ...regions.notes,
    ],
    warnings: [
      ...(countries.size > 1 && ['CN', 'HK', 'MO'].some((country) => countries.has(country))
        ? [
            'cities are not alike across countries: Chinese cities are prefectures with their countryside, others single places; compare metropolitan definitions with --of regions',
          ]
        : []),
      ...regions.warnings,
    ],
  });
}
