import { nameOf } from '../figures/names.ts';
import { coordinationTitle } from '../figures/coordination/title.ts';
import { eventTitle } from '../figures/effect/event.ts';
import { outputHistory } from '../figures/output-history.ts';
import { partnersFigure } from '../figures/partners.ts';
import { rankHistory } from '../figures/rank-history.ts';
import { standing } from '../figures/ranking.ts';
import { specialisationFigure } from '../figures/specialisation.ts';
import type { Language } from '../places/index.ts';
import type { Answers } from './answers.ts';
import { words, type ReportWords } from './words.ts';

export interface Headline {
  readonly label: keyof ReportWords['labels'];
  /** Hedged by its interval, as the figure of it has it. */
  readonly sentence: string;
}

/** What a reader with one minute is told: a sentence a question, each with how sure it is. */
export function headlines(answers: Answers, language: Language): Headline[] {
  const { place, ranking, trend, history, fields, partners, coordination, effect } = answers;
  const row = ranking.rows.find((one) => one.place.id === place.id);
  if (row === undefined)
    return [{ label: 'rank', sentence: words[language].noWorks(nameOf(place, language)) }];
  return [
    { label: 'rank', sentence: standing(row, ranking, language) },
    { label: 'moved', sentence: rankHistory(history, 0, language).title },
    { label: 'output', sentence: outputHistory(trend, new Map(), language).title },
    coordination === null
      ? { label: 'partners', sentence: partnersFigure(partners, place, 0, language).title }
      : { label: 'together', sentence: coordinationTitle(coordination, 'ratio', language) },
    ...(fields === null
      ? []
      : [{ label: 'fields', sentence: specialisationFigure(fields, 0, language).title } as const]),
    ...(effect === null ? [] : [{ label: 'policy', sentence: eventTitle(effect, language) } as const]),
  ];
}
