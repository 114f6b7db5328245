import { NOT_ADJUSTED, ratioDigits } from '../../analyses/collaboration/expected-by-size.ts';
import type { Coordination, CoordinationRow } from '../../analyses/coordination/question.ts';
import { type Bilingual, decimals, type Language, percent, whole } from '../../base/index.ts';
import { inBrackets } from '../format-text.ts';

interface Value {
  readonly value: number | null;
  readonly interval: readonly [number, number] | null;
}

/** A figure of coordination through the years: what it is called, and how its numbers are written. */
export interface CoordinationMeasure {
  readonly title: Bilingual;
  readonly unit: Bilingual;
  /** Decimals in a table. */
  readonly digits: number;
  readonly log?: boolean;
  readonly of: (row: CoordinationRow) => Value;
  readonly say: (value: number, language: Language) => string;
}

const ratio = (value: number, language: Language): string => decimals(value, ratioDigits(value), language);
const three = (value: number, language: Language): string => decimals(value, 3, language);

export const COORDINATION_MEASURES = {
  ratio: {
    title: { en: 'Observed / expected', zh: '观测/预期' },
    unit: {
      en: `Collaboration inside over the level expected from size alone, ${NOT_ADJUSTED.en}; 1 is as expected (logarithmic scale)`,
      zh: `区域内合作与按城市规模的预期之比，${NOT_ADJUSTED.zh}；1为符合预期（对数刻度）`,
    },
    digits: 2,
    log: true,
    of: ({ ratio }) => ratio,
    say: ratio,
  },
  intraShare: {
    title: { en: 'Share inside', zh: '区域内比重' },
    unit: {
      en: 'Part of the collaboration of its cities that stays inside; dashed: expected',
      zh: '区域各城市的合作中留在区域内的比重；虚线为预期值',
    },
    digits: 3,
    of: ({ intraShare }) => intraShare,
    say: percent,
  },
  density: {
    title: { en: 'Density', zh: '网络密度' },
    unit: {
      en: 'Part of the pairs of its cities with a joint work; has no interval, and rises with the number of works',
      zh: '有合作的城市对所占比例；没有区间，且随论文数上升',
    },
    digits: 3,
    of: ({ density }) => ({ value: density, interval: null }),
    say: percent,
  },
  pairWeight: {
    title: { en: 'Weight of a pair', zh: '城市对平均权重' },
    unit: {
      en: 'Mean weight of a pair of its cities per thousand works',
      zh: '每千篇论文中每对城市的平均合作权重',
    },
    digits: 4,
    of: ({ pairWeight }) => pairWeight,
    say: three,
  },
  throughFirst: {
    title: { en: 'Through the first city', zh: '经首位城市的比重' },
    unit: {
      en: 'Part of the links inside that involve the city with most links; less is more polycentric',
      zh: '区域内合作中涉及首位城市的比重；越低越多中心',
    },
    digits: 3,
    of: ({ throughFirst }) => throughFirst,
    say: percent,
  },
  entropy: {
    title: { en: 'Evenness of links', zh: '合作均匀度' },
    unit: {
      en: 'Evenness of links inside over cities, 0 to 1; more is more polycentric',
      zh: '区域内合作在各城市间的均匀度，0至1；越高越多中心',
    },
    digits: 3,
    of: ({ entropy }) => entropy,
    say: ratio,
  },
  gini: {
    title: { en: 'Inequality of Shares', zh: '份额不均衡' },
    unit: { en: 'Gini coefficient of its cities’ Shares', zh: '区域内各城市份额的基尼系数' },
    digits: 3,
    of: ({ gini }) => gini,
    say: ratio,
  },
  kmInside: {
    title: { en: 'Distance inside', zh: '区域内合作距离' },
    unit: {
      en: 'Mean great-circle distance of links inside by weight, km',
      zh: '区域内合作的加权平均大圆距离（公里）',
    },
    digits: 0,
    of: ({ kmInside }) => kmInside,
    say: whole,
  },
  kmOutside: {
    title: { en: 'Distance outside', zh: '区域外合作距离' },
    unit: {
      en: 'Mean great-circle distance of links with others by weight, km',
      zh: '与区域外合作的加权平均大圆距离（公里）',
    },
    digits: 0,
    of: ({ kmOutside }) => kmOutside,
    say: whole,
  },
  citiesPerWork: {
    title: { en: 'Cities in a joint work', zh: '每篇合作论文的城市数' },
    unit: {
      en: 'Mean number of its cities in a joint work',
      zh: '每篇合作论文平均涉及的区域内城市数',
    },
    digits: 2,
    of: ({ citiesPerWork }) => citiesPerWork,
    say: ratio,
  },
} as const satisfies Readonly<Record<string, CoordinationMeasure>>;

export type CoordinationMeasureId = keyof typeof COORDINATION_MEASURES;
export const isMeasure = (id: string): id is CoordinationMeasureId =>
  Object.hasOwn(COORDINATION_MEASURES, id);

/** A value with its interval: `3.45 (2.98–3.99)`. */
export function sayValue(
  { value, interval }: Value,
  say: CoordinationMeasure['say'],
  language: Language,
): string {
  if (value === null) return '–';
  if (interval === null) return say(value, language);
  const ends = interval.map((end) => say(end, language)).join('–');
  return say(value, language) + inBrackets(ends, language);
}

/** Rows of one region in the order of the years. */
export const rowsOfPlace = ({ rows }: Coordination, id: string): CoordinationRow[] =>
  rows.filter(({ place }) => place.id === id);
