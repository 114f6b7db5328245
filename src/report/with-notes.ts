import { aboutLines } from '../analyses/about/lines.ts';
import type { About } from '../analyses/about/about.ts';
import type { WithNotes } from '../figures/figure.ts';
import type { Language } from '../base/index.ts';

/** An answer with its notes in the language of the report. */
export function withNotes<A extends { readonly about: About }>(answer: A, language: Language): A & WithNotes {
  return { ...answer, told: aboutLines(answer.about, language), synthetic: answer.about.synthetic };
}
