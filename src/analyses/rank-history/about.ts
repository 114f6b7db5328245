import type { Observatory } from '../../observatory/index.ts';
import { type About, makeAbout } from '../about/about.ts';
import type { Message } from '../../base/index.ts';
import { describeRegions } from '../places/definitions.ts';
import { sayIncomplete } from '../population/incomplete-years.ts';
import type { Followed } from '../places/selected-places.ts';
import type { Population } from '../population/population.ts';
import { FEW_WORKS } from '../ranking/question.ts';
import { messages as outputMessages } from '../output/messages.ts';
import { apart, type Years } from '../population/year-windows.ts';
import { messages } from './messages.ts';
import type { RankHistoryParams, RankHistoryRow } from './question.ts';

/** What a history of ranks says of itself. */
export async function describeHistory(
  observatory: Observatory,
  population: Population,
  given: RankHistoryParams,
  answer: {
    readonly choice: Followed['choice'];
    readonly rows: readonly RankHistoryRow[];
    readonly windows: readonly Years[];
    readonly crowded: boolean;
    readonly incomplete: readonly number[];
  },
): Promise<About> {
  const { choice, rows, windows, crowded, incomplete } = answer;
  const regions = await describeRegions(
    observatory,
    rows.map(({ place }) => place.id),
    choice.adHoc,
  );
  const few = rows.filter(({ fewWorks, rank }) => fewWorks && rank !== null).length;
  return makeAbout(observatory, population, {
    analysis: 'rank-history',
    counting: outputMessages[given.by](),
    interval: { method: messages.method(), level: given.level, draws: given.draws, seed: given.seed },
    definitions: regions.definitions,
    notes: [
      messages.windows(),
      messages.howToRead(),
      ...windowNotes(windows),
      ...(few > 0 ? [outputMessages.roughRows({ rows: few, least: FEW_WORKS })] : []),
      ...(crowded ? [outputMessages.crowded()] : []),
      ...(choice.kinds.includes('regions') && choice.definitions === null ? [messages.disjoint()] : []),
      ...regions.notes,
    ],
    warnings: [...regions.warnings, ...sayIncomplete(incomplete, population)],
  });
}

function windowNotes(windows: readonly Years[]): Message[] {
  if (windows.length === 1) return [messages.oneWindow()];
  const [first, last] = [windows.at(0), windows.at(-1)];
  return first === undefined || last === undefined || apart(first, last) ? [] : [messages.yearsInCommon()];
}
