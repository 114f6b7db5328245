import type { Observatory } from '../../observatory/index.ts';
import { type About, makeAbout } from '../about/about.ts';
import { describeRegions } from '../places/definitions.ts';
import type { Followed } from '../places/selected-places.ts';
import { sayIncomplete } from '../population/incomplete-years.ts';
import { messages as outputMessages } from '../output/messages.ts';
import type { Population } from '../population/population.ts';
import { FEW_WORKS } from '../ranking/question.ts';
import { messages } from './messages.ts';
import type { TrendParams, TrendRow } from './question.ts';

/** What a trend says of itself. */
export async function describeTrend(
  observatory: Observatory,
  population: Population,
  given: TrendParams,
  answer: {
    readonly rows: readonly TrendRow[];
    readonly choice: Followed['choice'];
    readonly base: number | null;
    readonly incomplete: readonly number[];
    readonly whole: readonly number[];
  },
): Promise<About> {
  const { rows, choice, base, incomplete, whole } = answer;
  const regions = await describeRegions(
    observatory,
    rows.map(({ place }) => place.id),
    choice.adHoc,
  );
  const left = [...population.worksByYear.keys()].filter((year) => !whole.includes(year));
  const few = rows.filter(({ fewWorks }) => fewWorks).length;
  return makeAbout(observatory, population, {
    analysis: 'trend',
    counting: outputMessages.bothCountings({ share: outputMessages.share(), count: outputMessages.count() }),
    interval: { method: messages.method(), level: given.level, draws: null, seed: null },
    definitions: regions.definitions,
    notes: [
      messages.databaseGrows(),
      ...(base === null ? [] : [messages.adjusted({ base, works: population.worksByYear.get(base) ?? 0 })]),
      messages.howToRead(),
      ...(left.length > 0 ? [messages.withoutYears({ years: left })] : []),
      ...(whole.length === 1 ? [messages.oneWholeYear()] : []),
      ...(few > 0 ? [outputMessages.roughRows({ rows: few, least: FEW_WORKS })] : []),
      ...regions.notes,
    ],
    warnings: [...regions.warnings, ...sayIncomplete(incomplete, population)],
  });
}
