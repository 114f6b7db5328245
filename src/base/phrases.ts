import type { Language } from './language.ts';
import { whole } from './numbers.ts';

const PLURALS = new Intl.PluralRules('en');

/** A number of things in English: `1 row`, `1,204 rows`. The plural is with an s where it is not given. */
export function counted(n: number, one: string, many = `${one}s`): string {
  return `${whole(n, 'en')} ${PLURALS.select(n) === 'one' ? one : many}`;
}

/** Choices or ids one after the other, without an *and*: `a, b, c`, `a、b、c`. */
export function joined(items: readonly (string | number)[], language: Language): string {
  return items.join(language === 'zh' ? '、' : ', ');
}

/** `Did you mean a, b?` where a name that is not known resembles some that are; otherwise what to do instead. */
export function didYouMean(near: readonly string[], otherwise: string, language: Language): string {
  if (near.length === 0) return otherwise;
  return language === 'zh' ? `是否指${joined(near, 'zh')}？` : `Did you mean ${joined(near, 'en')}?`;
}
