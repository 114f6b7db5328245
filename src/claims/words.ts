import type { Hedge } from './bound.ts';
import type { Check, Trend, Verdict } from './claim.ts';

export type Language = 'en' | 'zh';

/** The standard words and sentences of a checked claim. */
export interface Words {
  readonly verdict: Readonly<Record<Verdict, string>>;
  readonly check: Readonly<Record<Check, string>>;
  readonly trend: Readonly<Record<Trend, string>>;
  readonly hedge: Readonly<Record<Hedge, string>>;
  readonly byVintage: (vintage: string) => string;
  readonly notChecked: string;
  /** Beside a verdict whose figure is the claim's own. */
  readonly sameSource: string;
  readonly listed: (
    place: string,
    count: number,
    what: 'cities' | 'provinces',
    names: readonly string[],
  ) => string;
  readonly amongFirst: (nation: string, top: number, year: number, count: number, names: string) => string;
}

const en: Words = {
  verdict: {
    holds: 'holds',
    'holds approximately': 'holds approximately',
    imprecise: 'imprecise',
    contradicted: 'contradicted',
    'cannot be checked': 'cannot be checked',
  },
  check: { computed: 'computed', judged: 'judged by a reader', none: 'not checked' },
  trend: { rising: 'rising', falling: 'falling', steady: 'steady' },
  hedge: { over: 'over', 'at least': 'at least', under: 'under', 'at most': 'at most', about: 'about' },
  byVintage: (vintage) => `by the vintage “${vintage}”`,
  notChecked: 'not checked',
  sameSource:
    'same source: the figure was read in the release that the claim comes from, so it repeats the claim',
  listed: (place, count, what, names) =>
    `${place}: ${count} ${what} (${names.join(', ')}${count > names.length ? ` and ${count - names.length} more` : ''})`,
  amongFirst: (nation, top, year, count, names) =>
    `${nation}, first ${top} of ${year}: ${count}${names === '' ? '' : ` (${names})`}`,
};

const zh: Words = {
  verdict: {
    holds: '成立',
    'holds approximately': '大致成立',
    imprecise: '不准确',
    contradicted: '不成立',
    'cannot be checked': '无法核查',
  },
  check: { computed: '计算得出', judged: '读者判断', none: '未核查' },
  trend: { rising: '上升', falling: '下降', steady: '平稳' },
  hedge: { over: '超过', 'at least': '至少', under: '低于', 'at most': '至多', about: '约' },
  byVintage: (vintage) => `按版本“${vintage}”`,
  notChecked: '未核查',
  sameSource: '同一来源：该数值即取自该说法所出的发布，只是重复，不构成核查',
  listed: (place, count, what, names) =>
    `${place}：${count} 个${what === 'cities' ? '城市' : '省级行政区'}（${names.join('、')}${count > names.length ? '等' : ''}）`,
  amongFirst: (nation, top, year, count, names) =>
    `${nation}，${year} 年前 ${top} 名中：${count}${names === '' ? '' : `（${names}）`}`,
};

export const words: Readonly<Record<Language, Words>> = { en, zh };
