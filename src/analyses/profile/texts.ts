import { type Bilingual, type Language, nameIn, type Reason, sayReason } from '../../base/index.ts';
import { NOT_ADJUSTED, NOT_ADJUSTED_NOTE } from '../collaboration/expected-by-size.ts';
import { OUTPUT_COUNTING } from '../output/texts.ts';
import type { PlaceName } from '../places/names.ts';
import type { Profile, ProfileRow, ProfileSection } from './question.ts';
import { recordReasonZh } from '../coverage/reasons.ts';

const SECTIONS_ZH: Readonly<Record<ProfileSection, string>> = {
  rank: '排名',
  share: '份额',
  count: '论文数',
  fields: '领域',
  partners: '合作伙伴',
  ratio: '观测/期望',
  statistics: '公布数据',
  policies: '政策',
  unlocated: '未定位',
};

export function sectionIn(section: ProfileSection, language: Language = 'en'): string {
  return language === 'zh' ? SECTIONS_ZH[section] : section;
}

/** What a row is about: a word where its key is one, else the key. */
export function keyIn({ section, key }: ProfileRow, language: Language = 'en'): string {
  if (language === 'en') return key;
  if (section === 'rank') return SECTIONS_ZH[key as 'share' | 'count'];
  return section === 'unlocated' ? recordReasonZh(key) : key;
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
  joint: { en: 'joint works', zh: '篇共同成果' },
  ratio: {
    en: `observed/expected, ${NOT_ADJUSTED.en}`,
    zh: `观测/期望，${NOT_ADJUSTED.zh}`,
  },
} as const satisfies Readonly<Record<string, Bilingual>>;

const KINDS: Readonly<Record<PlaceName['kind'], Bilingual>> = {
  city: { en: 'cities', zh: '城市' },
  province: { en: 'provinces', zh: '省份' },
  nation: { en: 'nations', zh: '国家' },
  region: { en: 'regions', zh: '区域定义' },
};

export function ofAll(all: number, kind: PlaceName['kind']): Bilingual {
  return { en: `of ${all} ${KINDS[kind].en}`, zh: `共${all}个${KINDS[kind].zh}` };
}

const KIND_ZH: Readonly<Record<PlaceName['kind'], string>> = {
  city: '城市',
  province: '省份',
  nation: '国家',
  region: '区域',
};

/** Which place this is. */
export function findingsOf({ place, cities }: Profile, language: Language = 'en'): string[] {
  if (language === 'zh') {
    const whole = place.kind === 'city' ? '' : `，含${cities}个城市`;
    return [`${nameIn(place, 'zh')}（${place.id}），${KIND_ZH[place.kind]}${whole}。`];
  }
  return [
    `${place.name}${place.nameZh === null ? '' : ` · ${place.nameZh}`} (${place.id}), a ${place.kind}${place.kind === 'city' ? '' : ` of ${cities} cities`}.`,
  ];
}

export const COUNTING: Bilingual = {
  en: `${OUTPUT_COUNTING.share.en} and ${OUTPUT_COUNTING.count.en}, unadjusted`,
  zh: `${OUTPUT_COUNTING.share.zh}与${OUTPUT_COUNTING.count.zh}，未经调整`,
};
export const METHOD: Bilingual = {
  en: 'covariance over works (rank, share, count, fields); linearisation over works (ratio)',
  zh: '排名、份额、论文数与领域由成果协方差得出；观测/期望按成果线性化',
};

export function noOutput(place: PlaceName): Bilingual {
  return {
    en: `${place.name} has no output under these filters`,
    zh: `所选条件下${nameIn(place, 'zh')}没有产出`,
  };
}

export function notesOf(place: PlaceName, aggregated: boolean): Bilingual[] {
  return [
    {
      en: 'outputs of years are not adjusted: a database grows, and so do they',
      zh: '各年产出未经调整：数据库在扩大，产出随之增加',
    },
    {
      en: 'partners are joint works in full counting; ratio is observed/expected on weight 1/(k−1)',
      zh: '合作伙伴按全计数的共同成果；观测/期望按权重1/(k−1)',
    },
    NOT_ADJUSTED_NOTE,
    {
      en: 'published figures are the newest of their metric, one vintage each; sources are cited as they were seen',
      zh: '公布数据取各指标最新者，每个指标只用一个版本；来源按所见引用',
    },
    ...(aggregated
      ? []
      : [
          {
            en: 'by topic, neither fields nor what is unlocated are known',
            zh: '按主题无法得知领域，也无法得知未定位的部分',
          },
        ]),
    ...(place.kind === 'region'
      ? [
          {
            en: 'its rank is among regions of which no two share a city: one definition of each other region, and this one of its own',
            zh: '其排名在互不重叠的区域之间：其他各区域取一个定义，本区域取本定义',
          },
        ]
      : []),
  ];
}
