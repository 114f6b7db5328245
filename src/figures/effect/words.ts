import type { Effect, EffectRow } from '../../analyses/effect/question.ts';
import { change as changed, counted, inBoth, type Language, list, percent, whole } from '../../base/index.ts';
import { hundredths, inBrackets, range } from '../format-text.ts';
import { COLUMNS } from '../words/columns.ts';

/** A change of joint works with its interval, from the row that has it. */
export interface Changed {
  readonly change: number;
  readonly ends: readonly [number, number];
}

export function changedIn(row: EffectRow | undefined): Changed | null {
  if (row?.change == null || row.changeInterval === null) return null;
  return { change: row.change, ends: row.changeInterval };
}

/** The row of the pooled effect. */
export const pooledOf = ({ rows }: Effect): EffectRow | undefined =>
  rows.find(({ section }) => section === 'effect');

/** `+81% (+43% to +129%)`. */
export const sayChange = ({ change, ends }: Changed, language: Language): string =>
  changed(change, language) + inBrackets(range(ends, changed, language), language);

const MOST_DIGITS = 3;

/** A tick of an axis of ratios as a change: `+50%`. */
export function changeTick(ratio: number, language: Language): string {
  const part = Number((ratio - 1).toFixed(12));
  // Close to nothing left, what is left tells ticks apart: −99.95 %.
  const digits = ratio > 0 ? Math.min(MOST_DIGITS, Math.ceil(-Math.log10(ratio) - 1e-9) - 2) : 0;
  if (digits > 0) return hundredths(part * 100, language, digits);
  return `${part > 0 ? '+' : ''}${percent(part, language)}`;
}

export const holdsNone = ({ ends }: Changed): boolean => ends[0] <= 0 && ends[1] >= 0;

/** Columns of changes, as tables of effects have them. */
export const changeColumns = (language: Language) => {
  const { from, to } = COLUMNS[language];
  const { change, p, b, error } = WORDS[language].columns;
  return [
    ...[change, from, to].map((title) => ({ title, digits: 1 })),
    { title: p, digits: 3 },
    ...[b, error].map((title) => ({ title, digits: 4 })),
  ];
};

export const changeCells = (row: EffectRow): (number | null)[] => {
  const hundredth = (value: number | null | undefined): number | null => (value == null ? null : 100 * value);
  return [
    hundredth(row.change),
    hundredth(row.changeInterval?.[0]),
    hundredth(row.changeInterval?.[1]),
    row.p,
    row.estimate,
    row.standardError,
  ];
};

/** Words of the figures of a policy's effect. */
export const WORDS = inBoth({
  en: {
    columns: {
      change: 'Change %',
      p: 'p',
      b: 'b',
      error: 'Standard error',
      since: 'Years since policy',
      choice: 'Choice',
    },
    event: {
      subtitle:
        'Change of joint works inside relative to those of the same cities with others, from the reference year (logarithmic scale; lines are intervals)',
      nothing: 'nothing was estimated',
      policy: (year: number) => `policy ${year}`,
      reference: 'reference',
      key: (left: readonly string[]) =>
        `Open dots: before. Filled: after${left.length === 0 ? '' : `; grey: ${list(left, 'en')}, left out of the pooled effect`}. Band: the pooled effect and its interval.`,
    },
    placebo: {
      subtitle:
        'Placebo regions by the change found in them (count; logarithmic scale): dark where the factor is as large as the region’s, in either direction',
      region: (i: number) => `placebo region ${i}`,
      none: 'there are no placebo regions',
      noneToCompare: 'There are no placebo regions to compare with',
      own: (change: string) => `the region ${change}`,
    },
    sensitivity: {
      subtitle: 'Change of joint works inside after the policy, with intervals (logarithmic scale)',
      base: 'As selected',
      change: 'change',
      nothing: 'nothing was estimated under other choices',
      noneTitle: 'Nothing was estimated under other choices',
      range: (of: number, low: string, high: string) =>
        `Under ${counted(of, 'other choice')} of counting, lag and definition the change is ${low === high ? low : `${low} to ${high}`}`,
      noZero: 'no interval includes 0',
      zeros: (n: number) =>
        `${whole(n, 'en')} of the intervals ${n === 1 ? 'includes' : 'include'} 0, so it is sensitive to these choices`,
    },
  },
  zh: {
    columns: {
      change: '变化%',
      p: 'p值',
      b: '系数',
      error: '标准误',
      since: '政策后年数',
      choice: '口径',
    },
    event: {
      subtitle: '区域内合作量相对于同一批城市与其他城市合作量的变化，与基准年份相比（对数刻度；竖线为区间）',
      nothing: '没有估计',
      policy: (year) => `${year}年政策`,
      reference: '基准',
      key: (left) =>
        `空心：政策前；实心：政策后${left.length === 0 ? '' : `；灰色：${list(left, 'zh')}年不计入总效应`}。色带：政策后的总效应及其区间。`,
    },
    placebo: {
      subtitle: '安慰剂区域的变化（个数；对数刻度）：深色者的变化倍数不小于本区域，无论上升或下降',
      region: (i) => `安慰剂区域${i}`,
      none: '没有安慰剂区域',
      noneToCompare: '没有可比较的安慰剂区域',
      own: (change) => `本区域 ${change}`,
    },
    sensitivity: {
      subtitle: '政策后区域内合作量的变化及区间（对数刻度）',
      base: '按所选口径',
      change: '变化',
      nothing: '没有其他口径的估计',
      noneTitle: '没有其他口径的估计',
      range: (of, low, high) =>
        `换用另外${whole(of, 'zh')}种计数、滞后或区域口径，变化${low === high ? `为${low}` : `在${low}至${high}之间`}`,
      noZero: '区间均不含零',
      zeros: (n) => `其中${whole(n, 'zh')}个区间含零：结果对口径敏感`,
    },
  },
});
