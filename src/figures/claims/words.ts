import type { Check, Verdict } from '../../claims/claim.ts';
import { type Bilingual, inBoth } from '../../base/index.ts';

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

const is = (n: number): string => `${n} ${n === 1 ? 'is' : 'are'}`;

/** Words of the figure of all claims. */
export const TOTALS = inBoth({
  en: {
    subtitle: 'One mark per claim. Computed, judged and unchecked claims are never added up',
    check: 'Check',
    verdict: 'Verdict',
    claims: 'Claims',
    hold: (n: number) => `${n} ${n === 1 ? 'holds' : 'hold'}, exactly or approximately`,
    imprecise: (n: number) => `${is(n)} imprecise`,
    contradicted: (n: number) => (n === 0 ? 'none is contradicted' : `${is(n)} contradicted`),
    uncheckable: (n: number) => `${n} cannot be checked`,
    title: (all: number, parts: readonly string[]) =>
      `Of ${all} claims with a computed verdict, ${parts.join('; ')}`,
  },
  zh: {
    subtitle: '每个标记代表一条说法；计算得出、读者判断与未核查三类从不相加',
    check: '核查方式',
    verdict: '结论',
    claims: '说法数',
    hold: (n) => `${n}条成立或大致成立`,
    imprecise: (n) => `${n}条不准确`,
    contradicted: (n) => (n === 0 ? '没有不成立的' : `${n}条不成立`),
    uncheckable: (n) => `${n}条无法核查`,
    title: (all, parts) => `计算得出的${all}条说法中，${parts.join('，')}`,
  },
});
