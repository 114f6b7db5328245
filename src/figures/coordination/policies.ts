import type { Coordination } from '../../analyses/coordination/question.ts';
import { type Language, nameIn } from '../../base/index.ts';
import { phrases } from '../format-text.ts';
import { rowsOfPlace } from './measures.ts';
import { WORDS } from './words.ts';

/** What was decided for a region in a year, under a sign that stands on the drawing. */
export interface PolicyMark {
  readonly year: number;
  /** A letter for each year in which something was decided; null before the years that are drawn begin. */
  readonly sign: string | null;
  readonly decided: readonly { readonly en: string; readonly zh: string; readonly source: string }[];
}

/** What was decided for a region, a mark a year; windows that have years in common tell of it once. */
export function marksOf(answer: Coordination, place: string): PolicyMark[] {
  const rows = rowsOfPlace(answer, place);
  const first = rows.at(0)?.years.to ?? Infinity;
  const byYear = new Map<number, Map<string, PolicyMark['decided'][number]>>();
  for (const { policies } of rows)
    for (const { year, event, eventZh, source } of policies) {
      const decided = byYear.get(year) ?? new Map<string, PolicyMark['decided'][number]>();
      decided.set(event, { en: event, zh: eventZh ?? event, source });
      byYear.set(year, decided);
    }
  const years = [...byYear.keys()].sort((a, b) => a - b);
  const drawn = years.filter((year) => year >= first);
  return years.map((year) => ({
    year,
    sign: year < first ? null : String.fromCharCode('a'.charCodeAt(0) + drawn.indexOf(year)),
    decided: [...byYear.get(year)!.values()],
  }));
}

/** What the signs stand for, a line a region. */
export function sayPolicies(answer: Coordination, language: Language): string[] {
  const words = WORDS[language].policies;
  return [answer.place, ...answer.peers].flatMap((place) => {
    const marks = marksOf(answer, place.id);
    if (marks.length === 0) return [];
    const marked = marks.map(({ sign, year, decided }) =>
      words.marked(
        sign,
        year,
        phrases(
          decided.map((one) => one[language]),
          language,
        ),
      ),
    );
    return [words.line(nameIn(place, language), marked)];
  });
}
