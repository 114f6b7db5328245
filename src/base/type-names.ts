import type { Bilingual } from './language.ts';

const NAMES: Readonly<Record<string, Bilingual>> = {
  string: { en: 'a text', zh: '文本' },
  number: { en: 'a number', zh: '数字' },
  int: { en: 'an integer', zh: '整数' },
  boolean: { en: 'true or false', zh: 'true或false' },
  array: { en: 'a list', zh: '列表' },
  object: { en: 'an object', zh: '对象' },
  record: { en: 'an object', zh: '对象' },
  null: { en: 'null', zh: 'null' },
};

/** What a schema expects, in words; for a type that is none of these, that it is another value. */
export const typeName = (expected: string): Bilingual =>
  Object.hasOwn(NAMES, expected) ? NAMES[expected] : { en: 'another value', zh: '其他值' };
