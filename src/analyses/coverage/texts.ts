import { type Language, nameIn } from '../../base/index.ts';
import type { CoverageRow, Section } from './question.ts';
import { recordReasonZh } from './reasons.ts';

/** Sections whose keys are words and not ids. */
const WORDS: readonly Section[] = ['reason', 'dropped', 'country'];

export function keyIn({ section, key }: CoverageRow, language: Language = 'en'): string {
  return WORDS.includes(section) ? nameIn({ name: key, nameZh: recordReasonZh(key) }, language) : key;
}

export function nameOf({ section, name, nameZh }: CoverageRow, language: Language = 'en'): string | null {
  if (name === null) return null;
  return nameIn({ name, nameZh: nameZh ?? (section === 'field' ? recordReasonZh(name) : null) }, language);
}
