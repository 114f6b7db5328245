import type { Check, Verdict } from '../../claims/claim.ts';
import type { Bilingual } from '../../base/index.ts';

/** Verdicts in the order of the ledger. */
export const VERDICTS: readonly Verdict[] = [
  'holds',
  'holds approximately',
  'imprecise',
  'contradicted',
  'cannot be checked',
];

export const VERDICT: Readonly<Record<Verdict, Bilingual>> = {
  holds: { en: 'holds', zh: '成立' },
  'holds approximately': { en: 'holds approximately', zh: '大致成立' },
  imprecise: { en: 'imprecise', zh: '不准确' },
  contradicted: { en: 'contradicted', zh: '不成立' },
  'cannot be checked': { en: 'cannot be checked', zh: '无法核查' },
};
export const NOT_CHECKED: Bilingual = { en: 'not checked', zh: '未核查' };

export const CHECKS: readonly Check[] = ['computed', 'judged', 'none'];
export const CHECK: Readonly<Record<Check, Bilingual>> = {
  computed: { en: 'computed', zh: '计算得出' },
  judged: { en: 'judged by a reader', zh: '读者判断' },
  none: { en: 'not checked', zh: '未核查' },
};

export const HEDGE: Readonly<Record<string, Bilingual>> = {
  over: { en: 'over', zh: '超过' },
  'at least': { en: 'at least', zh: '至少' },
  under: { en: 'under', zh: '低于' },
  'at most': { en: 'at most', zh: '至多' },
  about: { en: 'about', zh: '约' },
};
