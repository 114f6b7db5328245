import type { Effect, EffectRow } from '../../analyses/effect/question.ts';
import { change as changed, decimals, type Language, percent } from '../../base/index.ts';

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

/** `+81 % (+43 % to +129 %)`. */
export function sayChange({ change, ends: [low, high] }: Changed, language: Language): string {
  const [value, from, to] = [change, low, high].map((one) => changed(one, language));
  return language === 'zh' ? `${value}（${from}至${to}）` : `${value} (${from} to ${to})`;
}

const MOST_DIGITS = 3;

/** A tick of an axis of ratios as a change: `+50 %`. */
export function changeTick(ratio: number, language: Language): string {
  const part = Number((ratio - 1).toFixed(12));
  // Close to nothing left, what is left tells ticks apart: −99.95 %.
  const digits = ratio > 0 ? Math.min(MOST_DIGITS, Math.ceil(-Math.log10(ratio) - 1e-9) - 2) : 0;
  if (digits > 0) return `${decimals(part * 100, digits, language)}${language === 'zh' ? '%' : ' %'}`;
  return `${part > 0 ? '+' : ''}${percent(part, language)}`;
}

export const holdsNone = ({ ends }: Changed): boolean => ends[0] <= 0 && ends[1] >= 0;

export const sayP = (p: number, language: Language): string =>
  p < 0.001 ? 'p < 0.001' : `p ${decimals(p, 3, language)}`;

/** Columns of changes, as tables of effects have them. */
export const changeColumns = (language: Language) => {
  const zh = language === 'zh';
  return [
    { title: zh ? '变化%' : 'Change %', digits: 1 },
    { title: zh ? '下限' : 'From', digits: 1 },
    { title: zh ? '上限' : 'To', digits: 1 },
    { title: zh ? 'p值' : 'p', digits: 3 },
    { title: zh ? '系数' : 'b', digits: 4 },
    { title: zh ? '标准误' : 'Standard error', digits: 4 },
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
