import { inBoth, type Language, nameIn } from '../../base/index.ts';
import type { CoverageRow, Section } from './sections.ts';
import { recordReasonZh } from './reasons.ts';

const SECTIONS = inBoth<Readonly<Record<Section, string>>>({
  en: {
    year: 'year',
    country: 'country',
    field: 'field',
    reason: 'reason',
    dropped: 'dropped',
    unknown: 'unknown',
    doubtful: 'doubtful',
  },
  zh: {
    year: '年份',
    country: '国家',
    field: '领域',
    reason: '原因',
    dropped: '被剔除',
    unknown: '未知机构',
    doubtful: '存疑',
  },
});

/** Sections whose keys are words and not ids. */
const WORDS: readonly Section[] = ['reason', 'dropped', 'country'];

export function sectionIn({ section }: CoverageRow, language: Language = 'en'): string {
  return SECTIONS[language][section];
}

export function keyIn({ section, key }: CoverageRow, language: Language = 'en'): string {
  return WORDS.includes(section) ? nameIn({ name: key, nameZh: recordReasonZh(key) }, language) : key;
}

export function nameOf({ section, name, nameZh }: CoverageRow, language: Language = 'en'): string | null {
  if (name === null) return null;
  return nameIn({ name, nameZh: nameZh ?? (section === 'field' ? recordReasonZh(name) : null) }, language);
}
