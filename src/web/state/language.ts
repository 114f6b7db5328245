import type { Language } from '../../base/index.ts';
import { queryOf, select } from './location.ts';

export { inBoth } from '../../base/index.ts';

/** The language that is not read. */
export const OTHER: Readonly<Record<Language, Language>> = { en: 'zh', zh: 'en' };

/** Languages as the attribute `lang` has them. */
export const LANG_ATTRIBUTE: Readonly<Record<Language, string>> = { en: 'en', zh: 'zh-CN' };

const REMEMBERED = 'synopolis.lang';

/** Puts the language into the address where it says none: as chosen before, else as the browser has it. */
export function settleLanguage(): void {
  if (queryOf(location.search.slice(1)).lang !== undefined) return;
  const chosen = localStorage.getItem(REMEMBERED) ?? navigator.language;
  select({ lang: chosen.toLowerCase().startsWith('zh') ? 'zh' : 'en' }, { replace: true });
}

export function chooseLanguage(lang: Language): void {
  localStorage.setItem(REMEMBERED, lang);
  select({ lang });
}
