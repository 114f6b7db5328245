import { type Bilingual, inBoth, type Language } from '../base/index.ts';
import type { Recallable, Resource } from './resource.ts';

/** How sure a row is: whether its source was read, and what of it is in doubt all the same. */
export interface HowSure {
  /** stored: its source was read. recalled: from memory, without a source. own: of a list of the user’s. */
  readonly basis: 'stored' | 'recalled' | 'own';
  readonly doubts: readonly string[];
}

const TEXTS = {
  en: {
    stored: 'source read',
    recalled: 'recalled, to be checked',
    own: 'of your own list',
    copy: 'read on a copy',
    parts: (names: readonly string[]) => `${listed(names, ', ', ' and ')} recalled or general knowledge`,
    city: 'coordinates of the city',
    operating: 'that it operates is usually assumed',
    unlocated: 'no place',
  },
  zh: {
    stored: '来源已读',
    recalled: '未核实',
    own: '自有清单',
    copy: '读自转载',
    parts: (names: readonly string[]) => `${names.join('、')}未核实`,
    city: '坐标为所在城市',
    operating: '“运行中”多为推定',
    unlocated: '地点不明',
  },
} as const;

const PARTS: Readonly<Record<Recallable, Bilingual>> = {
  kind: { en: 'kind', zh: '类别' },
  name: { en: 'name', zh: '名称' },
  place: { en: 'place', zh: '地点' },
  coordinates: { en: 'coordinates', zh: '坐标' },
  host: { en: 'host', zh: '依托单位' },
  partners: { en: 'partners', zh: '合作单位' },
  opened: { en: 'year opened', zh: '启用年份' },
  status: { en: 'status', zh: '状态' },
  fields: { en: 'fields', zh: '领域' },
  url: { en: 'address', zh: '网址' },
};

/** What a row does not know. A row never says more than this lets it. */
export function howSure(resource: Resource, language: Language = 'en'): HowSure {
  const texts = TEXTS[language];
  const { shipped, sourceStatus, sourceKind, recalled, coordPrecision, status, place } = resource;
  const basis = sourceStatus === 'recalled' ? 'recalled' : shipped ? 'stored' : 'own';
  return {
    basis,
    doubts: [
      ...(sourceKind === 'copy' ? [texts.copy] : []),
      ...(recalled.length > 0 ? [texts.parts(recalled.map((part) => PARTS[part][language]))] : []),
      ...(coordPrecision === 'city' ? [texts.city] : []),
      ...(shipped && status === 'operating' && !recalled.includes('status') ? [texts.operating] : []),
      ...(place === null ? [texts.unlocated] : []),
    ],
  };
}

const BETWEEN = inBoth({ en: '; ', zh: '；' });

/** In one line: `source read; read on a copy; coordinates of the city`. */
export function howSureText(resource: Resource, language: Language = 'en'): string {
  const { basis, doubts } = howSure(resource, language);
  return [TEXTS[language][basis], ...doubts].join(BETWEEN[language]);
}

function listed(names: readonly string[], comma: string, and: string): string {
  return names.length < 2 ? names.join() : names.slice(0, -1).join(comma) + and + names.at(-1)!;
}
