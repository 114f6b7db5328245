import type { Language } from '../../base/index.ts';
import type { FoundNotion } from '../../resources/index.ts';

/** A notion of a need as something holds it: in the need's words, in another wording, or in part. */
export function foundText({ label, wording, partly }: FoundNotion, language: Language = 'en'): string {
  if (language === 'zh')
    return wording !== null ? `${label}（写作“${wording}”）` : partly ? `${label}（部分）` : label;
  return wording !== null ? `${label} (as “${wording}”)` : partly ? `${label} (in part)` : label;
}

/** That none of the head terms of a need is in something. */
export function lacksText(heads: readonly string[], language: Language): string {
  return language === 'zh'
    ? `未提及${listed(heads, language)}`
    : `does not mention ${listed(heads, language)}`;
}

/** Terms in quotation marks, any one of which would do. */
export function listed(terms: readonly string[], language: Language): string {
  const quoted = terms.map((term) => `“${term}”`);
  return new Intl.ListFormat(language, { type: 'disjunction' }).format(quoted);
}
