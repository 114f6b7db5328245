import { effectHeadline } from '../analyses/effect/say.ts';
import { coordinationTitle } from '../figures/coordination/title.ts';
import { outputHistory } from '../figures/output-history.ts';
import { partnersFigure } from '../figures/partners.ts';
import { rankHistory } from '../figures/rank-history.ts';
import { standing } from '../figures/ranking.ts';
import { specialisationFigure } from '../figures/specialisation.ts';
import type { Language } from '../base/index.ts';
import type { Answers } from './answers.ts';
import type { ReportWords } from './words.ts';

export interface Headline {
  readonly label: keyof ReportWords['labels'];
  /** Hedged by its interval, as the figure of it has it. */
  readonly sentence: string;
}

/** What a reader with one minute is told: a sentence a question, each with how sure it is. */
export function headlines(answers: Answers, language: Language): Headline[] {
  const { place, ranking, own, trend, history, fields, partners, coordination, effect } = answers;
  return [
    { label: 'rank', sentence: standing(own, ranking, language) },
    { label: 'moved', sentence: rankHistory(history, 0, language).title },
    { label: 'output', sentence: outputHistory(trend, new Map(), language).title },
    coordination === null
      ? { label: 'partners', sentence: partnersFigure(partners, place, 0, language).title }
      : { label: 'together', sentence: coordinationTitle(coordination, 'ratio', language) },
    ...(fields === null
      ? []
      : [{ label: 'fields', sentence: specialisationFigure(fields, 0, language).title } as const]),
    ...(effect === null ? [] : [{ label: 'policy', sentence: effectHeadline(effect)[language] } as const]),
  ];
}
