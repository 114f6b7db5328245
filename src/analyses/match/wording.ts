import { inBoth, type Language } from '../../base/index.ts';
import type { FoundNotion } from '../../resources/index.ts';

/** A notion of a need as something holds it: in the need's words, in another wording, or in part. */
export function foundText({ label, wording, partly }: FoundNotion, language: Language = 'en'): string {
  const say = WORDS[language];
  if (wording !== null) return say.otherwise(label, wording);
  return partly ? say.partly(label) : label;
}

const WORDS = inBoth({
  en: {
    otherwise: (label: string, wording: string) => `${label} (as “${wording}”)`,
    partly: (label: string) => `${label} (in part)`,
    lacks: (terms: string) => `does not mention ${terms}`,
  },
  zh: {
    otherwise: (label, wording) => `${label}（写作“${wording}”）`,
    partly: (label) => `${label}（部分）`,
    lacks: (terms) => `未提及${terms}`,
  },
});

/** That none of the head terms of a need is in something. */
export function lacksText(heads: readonly string[], language: Language): string {
  return WORDS[language].lacks(listed(heads, language));
}

/** Terms in quotation marks, any one of which would do. */
export function listed(terms: readonly string[], language: Language): string {
  const quoted = terms.map((term) => `“${term}”`);
  return new Intl.ListFormat(language, { type: 'disjunction' }).format(quoted);
}
