import type { Language } from './figure.ts';

/** Words in both languages: a string that one of them lacks does not compile. */
export function inBoth<T>(words: { readonly en: T; readonly zh: NoInfer<T> }): Readonly<Record<Language, T>> {
  return words;
}
