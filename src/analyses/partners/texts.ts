import { type Bilingual, type Named, nameIn } from '../../base/index.ts';
import type { PARTNER_KINDS, PARTNER_SECTIONS } from './question.ts';

export const SECTIONS: Readonly<Record<(typeof PARTNER_SECTIONS)[number], Bilingual>> = {
  named: { en: 'named', zh: '名录' },
  joint: { en: 'joint', zh: '合作' },
  likely: { en: 'likely', zh: '可能' },
};

/** What a partner is. */
export const OF: Readonly<Record<(typeof PARTNER_KINDS)[number], Bilingual>> = {
  resource: { en: 'resource', zh: '资源' },
  institution: { en: 'institution', zh: '机构' },
  place: { en: 'place', zh: '地点' },
};

export function jointWhy(works: number): Bilingual {
  return { en: `${works} joint ${works === 1 ? 'work' : 'works'}`, zh: `${works}篇合作论文` };
}

export interface Likeliness {
  readonly works: number;
  readonly expected: number;
  readonly common: number;
  readonly alike: number;
  /** Subfields that the other does more of. */
  readonly brings: readonly Named[];
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
    works === 0 ? '尚无合作论文' : `合作论文${works}篇，少于预期`,
    ...(expected >= 1 ? [`预期${expected.toFixed(1)}`] : []),
    ...(common > 0 ? [`共同伙伴${common}个`] : []),
    `子领域相似度${alike.toFixed(2)}`,
    ...(brings.length > 0 ? [`带来${brings.map((one) => nameIn(one, 'zh')).join('与')}`] : []),
    ...(km === null ? [] : [`${km.toFixed(0)}公里`]),
  ];
  return { en: en.join('; '), zh: zh.join('；') };
}
