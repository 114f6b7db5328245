import { NOT_ADJUSTED } from '../collaboration/expected-by-size.ts';
import { type Bilingual, type Language, nameIn } from '../../base/index.ts';
import type { Partners, PartnersRow } from './question.ts';

export const SECTIONS: Readonly<Record<PartnersRow['section'], Bilingual>> = {
  named: { en: 'named', zh: '名录' },
  joint: { en: 'joint', zh: '合作' },
  likely: { en: 'likely', zh: '可能' },
};

const KINDS: Readonly<Record<Partners['subject']['kind'], Bilingual>> = {
  resource: { en: 'a resource', zh: '资源' },
  institution: { en: 'an institution', zh: '机构' },
  place: { en: 'a place', zh: '地点' },
};

/** What a partner is. */
export const OF: Readonly<Record<Partners['subject']['kind'], Bilingual>> = {
  resource: { en: 'resource', zh: '资源' },
  institution: { en: 'institution', zh: '机构' },
  place: { en: 'place', zh: '地点' },
};

/** Whose partners these are. */
export function findingsOf({ subject }: Partners, language: Language = 'en'): string[] {
  const [name, kind] = [nameIn(subject, language), KINDS[subject.kind][language]];
  return [language === 'zh' ? `${name}（${subject.id}），${kind}。` : `${name} (${subject.id}), ${kind}.`];
}

export const COUNTING: Bilingual = {
  en: `joint works in full counting up to the author cap; observed/expected on weight 1/(k−1), quasi-independence, ${NOT_ADJUSTED.en}`,
  zh: `共同成果按全计数，作者数不超过上限；观测/期望按权重1/(k−1)与拟独立模型，${NOT_ADJUSTED.zh}`,
};
export const AS_LISTED: Bilingual = {
  en: 'named partners are as lists give them; lists are not complete',
  zh: '“名录”中的伙伴按清单所载；清单并不完整',
};
export const LIKELY: Bilingual = {
  en: 'likely: reciprocal ranks of common partners, likeness of subfields and nearness, added; a suggestion, no forecast',
  zh: '“可能”：共同伙伴、子领域相似度与距离三项倒数名次之和；是建议，不是预测',
};
export const NAMED_ALONE: Bilingual = {
  en: 'joint works and likely partners need an observatory',
  zh: '共同成果与可能的伙伴须有观测库方可得知',
};

type Names = Parameters<typeof nameIn>[0];

export function standsFor(one: Names, other: Names): Bilingual {
  return {
    en: `${one.name} has no works of its own: those of ${other.name} stand for it`,
    zh: `${nameIn(one, 'zh')}没有自己的成果：以${nameIn(other, 'zh')}的成果代之`,
  };
}

export function nothingPublishes(one: Names): Bilingual {
  return {
    en: `nothing publishes as ${one.name}: only what lists name is known`,
    zh: `没有以${nameIn(one, 'zh')}名义发表的成果：只知清单所载`,
  };
}

export function jointWhy(works: number): Bilingual {
  return { en: `${works} joint ${works === 1 ? 'work' : 'works'}`, zh: `${works}篇共同成果` };
}

export interface Likeliness {
  readonly works: number;
  readonly expected: number;
  readonly common: number;
  readonly alike: number;
  /** Subfields that the other does more of. */
  readonly brings: readonly Names[];
  readonly km: number | null;
}

export function likelyWhy({ works, expected, common, alike, brings, km }: Likeliness): Bilingual {
  const en = [
    works === 0 ? 'no joint work yet' : `${works} joint where more were to be expected`,
    ...(expected >= 1 ? [`${expected.toFixed(1)} expected`] : []),
    ...(common > 0 ? [`${common} common ${common === 1 ? 'partner' : 'partners'}`] : []),
    `subfields alike by ${alike.toFixed(2)}`,
    ...(brings.length > 0 ? [`brings ${brings.map(({ name }) => name).join(' and ')}`] : []),
    ...(km === null ? [] : [`${km.toFixed(0)} km`]),
  ];
  const zh = [
    works === 0 ? '尚无共同成果' : `共同成果${works}篇，少于期望`,
    ...(expected >= 1 ? [`期望${expected.toFixed(1)}`] : []),
    ...(common > 0 ? [`共同伙伴${common}个`] : []),
    `子领域相似度${alike.toFixed(2)}`,
    ...(brings.length > 0 ? [`带来${brings.map((one) => nameIn(one, 'zh')).join('与')}`] : []),
    ...(km === null ? [] : [`${km.toFixed(0)}公里`]),
  ];
  return { en: en.join('; '), zh: zh.join('；') };
}
