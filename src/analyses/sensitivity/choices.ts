import { inBoth, type Language, nameIn } from '../../base/index.ts';
import type { SensitivityRow, Setting } from './question.ts';
import { sayYears } from '../population/year-span.ts';

/** What can be chosen otherwise, in the order that breaks ties between them. */
export const AXES = ['definition', 'by', 'counting', 'coaffiliation', 'capped', 'years'] as const;
export type Axis = (typeof AXES)[number];

const AXIS: Readonly<Record<Axis, Readonly<Record<Language, string>>>> = {
  definition: { en: 'the definition', zh: '区域口径' },
  by: { en: 'Share or Count', zh: '份额或论文数' },
  counting: { en: 'the counting of links', zh: '合作计数' },
  coaffiliation: { en: 'co-affiliation', zh: '双重隶属' },
  capped: { en: 'large teams', zh: '超大团队' },
  years: { en: 'the years', zh: '年份' },
};

const COUNTED: Readonly<Record<string, Readonly<Record<Language, string>>>> = {
  share: { en: 'Share', zh: '份额' },
  count: { en: 'Count', zh: '论文数' },
  full: { en: 'full counting', zh: '全计数' },
  fractional: { en: 'fractional counting', zh: '分数计数' },
  partner: { en: 'counting by partner', zh: '按伙伴计数' },
  score: { en: 'collaboration score', zh: '合作得分' },
};

export const axisIn = (axis: Axis, language: Language): string => AXIS[axis][language];

const key = (setting: Setting, axis: Axis): string => {
  const { place, years, ...choices } = setting;
  if (axis === 'definition') return place;
  return axis === 'years' ? (years === null ? '' : sayYears(years)) : String(choices[axis]);
};

/** In which choices a setting is not the base. */
export const differences = (setting: Setting, base: Setting): readonly Axis[] =>
  AXES.filter((axis) => key(setting, axis) !== key(base, axis));

/** Without and with. */
const WITH = inBoth({
  en: {
    coaffiliation: ['without co-affiliation', 'with co-affiliation'],
    capped: ['without large teams', 'with large teams'],
  },
  zh: {
    coaffiliation: ['不含双重隶属', '含双重隶属'],
    capped: ['不含超大团队', '含超大团队'],
  },
});

/** What a setting chose, in words; null where the question has no such choice. */
export function sayChoice(
  axis: Axis,
  { setting, ...named }: Pick<SensitivityRow, 'setting' | 'name' | 'nameZh'>,
  language: Language,
): string | null {
  const { by, counting, coaffiliation, capped, years } = setting;
  switch (axis) {
    case 'definition':
      return nameIn(named, language);
    case 'by':
      return by === null ? null : COUNTED[by][language];
    case 'counting':
      return counting === null ? null : COUNTED[counting][language];
    case 'coaffiliation':
      return coaffiliation === null ? null : WITH[language].coaffiliation[Number(coaffiliation)];
    case 'capped':
      return capped === null ? null : WITH[language].capped[Number(capped)];
    case 'years':
      return years === null ? null : sayYears(years);
  }
}
