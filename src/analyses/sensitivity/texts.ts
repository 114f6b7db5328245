import { type Bilingual, inBoth, type Language } from '../../base/index.ts';
import { choiceLabel } from '../form/choices.ts';
import type { Tested } from './testable-analyses.ts';

export const TESTED_IN: Readonly<Record<Tested, Bilingual>> = {
  ranking: { en: 'ranking', zh: '排名' },
  links: { en: 'links', zh: '合作' },
  balance: { en: 'balance', zh: '均衡程度' },
  convergence: { en: 'convergence', zh: '收敛' },
};

const HEADLINES = inBoth<Readonly<Record<string, string>>>({
  en: {},
  zh: {
    rank: '名次',
    'observed/expected': '观测/预期',
    'intra share': '内部合作比重',
    'first pair': '首位城市对',
    theil: '泰尔T指数',
    gini_corrected: '基尼系数（小样本校正）',
    'first city': '首位城市',
    'β without noise': 'β（扣除噪声）',
    'trend of σ': 'σ的趋势',
    'trend of σ without noise': 'σ的趋势（扣除噪声）',
  },
});

export function headlineIn(headline: string, language: Language = 'en'): string {
  return HEADLINES[language][headline] ?? headline;
}

const CHOICE = inBoth({
  en: (choice: string) => choice,
  zh: (choice) => choiceLabel('counting', choice).zh,
});

/** A choice of a setting as a table names it. */
export function choiceIn(choice: string | null, language: Language = 'en'): string | null {
  return choice === null ? null : CHOICE[language](choice);
}

const WITH = inBoth({
  en: (has: boolean): string => (has ? 'with' : 'without'),
  zh: (has) => (has ? '含' : '不含'),
});

export function withOrWithout(value: boolean | null, language: Language = 'en'): string | null {
  return value === null ? null : WITH[language](value);
}
