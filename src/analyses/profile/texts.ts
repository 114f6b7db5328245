import { type Bilingual, type Language, nameIn, type Reason, sayReason } from '../../base/index.ts';
import { NOT_ADJUSTED } from '../collaboration/expected-by-size.ts';
import type { PlaceName } from '../places/names.ts';
import { type ProfileRow, type ProfileSection, SECTIONS_ZH } from './question.ts';
import { recordReasonZh } from '../coverage/reasons.ts';

/** What a row is about: a word where its key is one, else the key. */
export function keyIn({ section, key }: ProfileRow, language: Language = 'en'): string {
  if (section === 'rank') return nameIn({ name: key, nameZh: SECTIONS_ZH[key as ProfileSection] }, language);
  return section === 'unlocated' ? nameIn({ name: key, nameZh: recordReasonZh(key) }, language) : key;
}

/** The words of a row in both languages. */
export type RowWords = Pick<ProfileRow, 'name' | 'nameZh' | 'unit' | 'unitZh' | 'note' | 'noteZh'>;

export function wordsOf(words: {
  readonly name?: Bilingual | null;
  readonly unit?: Bilingual | null;
  readonly note?: Bilingual | null;
}): RowWords {
  const { name = null, unit = null, note = null } = words;
  return {
    name: name?.en ?? null,
    nameZh: name?.zh ?? null,
    unit: unit?.en ?? null,
    unitZh: unit?.zh ?? null,
    note: note?.en ?? null,
    noteZh: note?.zh ?? null,
  };
}

/** A name in both; in English where there is no Chinese one. */
export const named = (one: { readonly name: string; readonly nameZh: string | null }): Bilingual => ({
  en: one.name,
  zh: nameIn(one, 'zh'),
});

export const reasonIn = (reason: Reason | null): Bilingual | null =>
  reason === null ? null : { en: reason, zh: sayReason(reason, 'zh') };

export const UNIT = {
  works: { en: 'works', zh: '篇' },
  share: { en: 'Share', zh: '份额' },
  joint: { en: 'joint works', zh: '篇合作论文' },
  ratio: {
    en: `observed/expected, ${NOT_ADJUSTED.en}`,
    zh: `观测/预期，${NOT_ADJUSTED.zh}`,
  },
} as const satisfies Readonly<Record<string, Bilingual>>;

const KINDS: Readonly<Record<PlaceName['kind'], Bilingual>> = {
  city: { en: 'cities', zh: '城市' },
  province: { en: 'provinces', zh: '省份' },
  nation: { en: 'nations', zh: '国家' },
  region: { en: 'regions', zh: '区域口径' },
};

export function ofAll(all: number, kind: PlaceName['kind']): Bilingual {
  return { en: `of ${all} ${KINDS[kind].en}`, zh: `共${all}个${KINDS[kind].zh}` };
}
