import type { Observatory } from '../../observatory/index.ts';
import type { Message } from '../../base/index.ts';
import { type About, makeAbout } from '../about/about.ts';
import { describeRegions } from '../places/definitions.ts';
import { messages as outputMessages } from '../output/messages.ts';
import type { UnitChoice } from '../output/output.ts';
import type { PlaceName } from '../places/names.ts';
import type { Population } from '../population/population.ts';
import { messages } from './messages.ts';
import { FEW_WORKS, type RankingParams, type RankingRow } from './question.ts';

/** What was ranked, and what came out. */
interface Ranked {
  readonly choice: UnitChoice;
  readonly rows: readonly RankingRow[];
  /** Places ranked with each other. */
  readonly ranked: number;
  readonly crowded: boolean;
  /** The place whose cities are ranked, and how many it has; null where all are. */
  readonly inside: { readonly place: PlaceName; readonly cities: number } | null;
}

/** What a ranking says of itself: counting, definitions, overlaps, partial members, what makes its places unlike. */
export async function describeRanking(
  observatory: Observatory,
  population: Population,
  params: RankingParams,
  { choice, rows, ranked, crowded, inside }: Ranked,
): Promise<About> {
  const regions = await describeRegions(
    observatory,
    [...rows.map(({ place }) => place.id), ...(inside === null ? [] : [inside.place.id])],
    choice.adHoc,
  );
  const countries = new Set(
    rows.filter(({ place }) => place.kind === 'city').map(({ place }) => place.country),
  );
  const few = rows.filter(({ fewWorks }) => fewWorks).length;
  const inBase = params.base === null ? undefined : population.worksByYear.get(params.base);
  const counting = outputMessages[params.by]();
  return makeAbout(observatory, population, {
    analysis: 'ranking',
    counting:
      inBase === undefined ? counting : messages.adjusted({ counting, works: inBase, base: params.base! }),
    interval: params.intervals
      ? {
          method: params.base === null ? messages.method() : messages.methodByYear(),
          level: params.level,
          draws: params.draws,
          seed: params.seed,
        }
      : null,
    definitions: regions.definitions,
    notes: [
      params.intervals ? messages.ranks() : messages.ranksAlone(),
      ...(inside === null ? [] : [messages.inside(inside)]),
      ...(few > 0 && params.intervals ? [outputMessages.roughRows({ rows: few, least: FEW_WORKS })] : []),
      ...(crowded ? [outputMessages.crowded()] : []),
      ...notesOfContest(rows, choice, ranked),
      ...regions.notes,
    ],
    warnings: [
      ...(countries.size > 1 && ['CN', 'HK', 'MO'].some((country) => countries.has(country))
        ? [messages.unlike()]
        : []),
      ...regions.warnings,
    ],
  });
}

/** That no city counts in two ranks, where regions are ranked; and what the others are. */
function notesOfContest(rows: readonly RankingRow[], { kinds }: UnitChoice, ranked: number): Message[] {
  const others = rows.filter(({ insteadOf }) => insteadOf.length > 0).length;
  const regionsAlone = kinds.every((kind) => kind === 'regions');
  return [
    ...(regionsAlone && kinds.length > 0 ? [messages.disjoint({ ranked })] : []),
    ...(others > 0 ? [messages.alternatives()] : []),
  ];
}
