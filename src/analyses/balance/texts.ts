import { inBoth, type Language, nameIn } from '../../base/index.ts';
import type { BalanceRow } from './question.ts';

const INDICES = inBoth<Readonly<Record<string, string>>>({
  en: {},
  zh: {
    theil: '泰尔T指数',
    theil_between: '泰尔T指数（组间）',
    theil_within: '泰尔T指数（组内）',
    theil_population: '泰尔T指数（人口加权）',
    gini: '基尼系数',
    gini_corrected: '基尼系数（小样本校正）',
    cv: '变异系数',
    williamson: '威廉姆森系数',
    first_share: '首位占比',
  },
});

/** An index as a table names it. */
export function indexIn(index: string, language: Language = 'en'): string {
  return INDICES[language][index] ?? index;
}

export function firstIn({ first, firstZh }: BalanceRow, language: Language = 'en'): string | null {
  return first === null ? null : nameIn({ name: first, nameZh: firstZh }, language);
}

/** Why a row has no value, or no interval. */
export function reasonIn({ reason, reasonZh }: BalanceRow, language: Language = 'en'): string | null {
  return reason === null ? null : nameIn({ name: reason, nameZh: reasonZh }, language);
}
