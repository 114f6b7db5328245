import type { Language } from './language.ts';

/** Words of a page or figure in both languages: a word that one of them lacks does not compile. */
export function inBoth<T>(words: { readonly en: T; readonly zh: NoInfer<T> }): Readonly<Record<Language, T>> {
  return words;
}
