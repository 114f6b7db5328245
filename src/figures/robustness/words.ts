import { NOT_ADJUSTED } from '../../analyses/collaboration/expected-by-size.ts';
import { AXES, differences, sayChoice } from '../../analyses/sensitivity/choices.ts';
import type { SensitivityRow } from '../../analyses/sensitivity/question.ts';
import type { Tested } from '../../analyses/sensitivity/testable-analyses.ts';
import {
  decimals,
  inBoth,
  type Language,
  list,
  nameIn,
  number,
  ordinal,
  percent,
  whole,
} from '../../base/index.ts';
import { inBrackets, phrases, range } from '../format-text.ts';
import { distinctNames } from '../names.ts';
import type { Badge } from './badge.ts';

const capital = (text: string): string => text.replace(/^[a-z]/, (letter) => letter.toUpperCase());

/** What an answer comes down to, as a reader calls it. */
const HEADLINES = inBoth<Readonly<Record<string, string>>>({
  en: {
    rank: 'rank',
    'observed/expected': 'observed / expected collaboration',
    'intra share': 'part of collaboration that stays inside',
    'first pair': 'first pair of cities',
    theil: 'Theil index',
    gini_corrected: 'Gini index',
    'first city': 'first city',
    β: 'β of convergence',
    'β without noise': 'β of convergence without noise',
    'trend of σ': 'trend of σ a year',
    'trend of σ without noise': 'trend of σ a year without noise',
  },
  zh: {
    rank: '排名',
    'observed/expected': '内部合作的观测/预期',
    'intra share': '留在内部的合作比重',
    'first pair': '首位城市对',
    theil: '泰尔指数',
    gini_corrected: '基尼系数',
    'first city': '首位城市',
    β: '收敛系数β',
    'β without noise': '扣除噪声的收敛系数β',
    'trend of σ': 'σ的年趋势',
    'trend of σ without noise': '扣除噪声的σ年趋势',
  },
});

export const headlineName = (headline: string, language: Language): string =>
  HEADLINES[language][headline] ?? headline;

const SUBJECTS = inBoth<
  Readonly<Record<'ratio' | 'inside' | 'other', (headline: string, place: string) => string>>
>({
  en: {
    ratio: (_, place) =>
      `Collaboration inside ${place} relative to the level expected from size alone (${NOT_ADJUSTED.en})`,
    inside: (_, place) => `The part of collaboration that stays inside ${place}`,
    other: (headline, place) => `The ${headline} of ${place}`,
  },
  zh: {
    ratio: (headline, place) => `${place}的${headline}（${NOT_ADJUSTED.zh}）`,
    inside: (headline, place) => `${place}的${headline}`,
    other: (headline, place) => `${place}的${headline}`,
  },
});

/** A headline of a place, as a sentence begins. */
export function subjectOf(headline: string, place: string, language: Language): string {
  const kind = headline === 'observed/expected' ? 'ratio' : headline === 'intra share' ? 'inside' : 'other';
  return SUBJECTS[language][kind](headlineName(headline, language), place);
}

export const TESTED_NAMES = inBoth<Readonly<Record<Tested, string>>>({
  en: {
    ranking: 'Rank',
    links: 'Internal collaboration',
    balance: 'Balance between cities',
    convergence: 'Convergence of its cities',
  },
  zh: {
    ranking: '排名',
    links: '内部合作',
    balance: '城市间均衡程度',
    convergence: '城市趋同',
  },
});

/** A value of a headline. */
export function sayHeadline(headline: string, value: number, language: Language): string {
  if (headline === 'rank') return ordinal(value, language);
  if (headline === 'intra share') return percent(value, language);
  if (headline === 'observed/expected') return decimals(value, 2, language);
  // What is all but nothing has a sign all the same, and the sign is what is asked.
  return Math.abs(value) < 0.0005
    ? number(Number(value.toPrecision(1)), language)
    : decimals(value, 3, language);
}

/** What comes first under a setting; null where that is not what is asked, or nothing does. */
export const firstOf = (
  { text, textZh }: Pick<SensitivityRow, 'text' | 'textZh'>,
  language: Language,
): string | null => (text === null ? null : nameIn({ name: text, nameZh: textZh }, language));

/** A row's answer with its interval; why there is none where there is none. */
export function sayRow(row: SensitivityRow, language: Language): string {
  const { headline, value, interval } = row;
  if (value === null) return firstOf(row, language) ?? '–';
  const format = (one: number): string => sayHeadline(headline, one, language);
  if (interval === null || (headline === 'rank' && interval[0] === interval[1])) return format(value);
  return format(value) + inBrackets(range(interval, format, language), language);
}

/** Under which choices a row was asked: those in which it is not the base, all of those that vary for the base. */
export function settingNames(
  rows: readonly SensitivityRow[],
  language: Language,
): ReadonlyMap<SensitivityRow, string> {
  const [base] = rows;
  const names = distinctNames(
    rows.map(({ setting, name, nameZh }) => ({ id: setting.place, name, nameZh })),
    language,
  );
  const vary = new Set(rows.flatMap(({ setting }) => differences(setting, base.setting)));
  return new Map(
    rows.map((row) => {
      const name = names.get(row.setting.place)!;
      const axes =
        row === base ? AXES.filter((axis) => vary.has(axis)) : differences(row.setting, base.setting);
      const choices = axes.flatMap(
        (axis) => sayChoice(axis, { setting: row.setting, name, nameZh: name }, language) ?? [],
      );
      const all = phrases(choices, language);
      return [row, row === base ? WORDS[language].base(all) : all];
    }),
  );
}

/** Units of headlines that have one. */
export const UNITS = inBoth<Readonly<Record<string, string | undefined>>>({
  en: {
    rank: ' (1 is first)',
    'observed/expected': ` (1 is the level expected from size alone, ${NOT_ADJUSTED.en}; logarithmic scale)`,
    'intra share': ' (percent of weight 1/(k−1))',
  },
  zh: {
    rank: '（1为首位）',
    'observed/expected': `（1为按规模预期的水平，${NOT_ADJUSTED.zh}；对数刻度）`,
    'intra share': '（权重1/(k−1)的百分比）',
  },
});

/** Words of the figure of an answer under every choice. */
export const WORDS = inBoth({
  en: {
    base: (choices: string) => `As selected: ${choices}`,
    choice: 'Choice',
    first: 'First',
    firsts: (headline: string) => `${capital(headline)} under every choice; red: as selected`,
    values: (headline: string, unit: string) =>
      `${capital(headline)}${unit} under every choice, with intervals; red: as selected`,
    undefined: (what: string) => `${what} is undefined under every choice`,
    title: (what: string, verdict: string, value: string, ends: string) =>
      `${what} ${verdict}: ${value} as selected, ${ends}`,
    verdicts: {
      robust: 'is robust',
      sensitive: 'is sensitive to choices',
      close: 'is too close to call',
      level: 'moves with what is counted',
      none: 'has no verdict',
    } satisfies Record<Badge, string>,
    oneFirst: (n: string) => `and so under all ${n} choices`,
    otherFirsts: (names: readonly string[], left: string, n: string) =>
      `but ${list(names, 'en')} under ${left} of ${n} choices`,
    same: (value: string, n: string) => `${value} under all ${n} choices`,
    between: (range: string, n: string) => `${range} under ${n} choices`,
    outside: (n: number) => `, ${whole(n, 'en')} of which ${n === 1 ? 'lies' : 'lie'} outside its interval`,
    opposite: (n: number) =>
      `, ${whole(n, 'en')} of which ${n === 1 ? 'has' : 'have'} the opposite direction`,
    reach: (n: number, neutral: number) =>
      `, ${whole(n, 'en')} of the intervals ${n === 1 ? 'includes' : 'include'} ${neutral}`,
    moves: (axis: string, choice: string, value: string) =>
      `; what moves it most is ${axis} (${choice}: ${value})`,
  },
  zh: {
    base: (choices) => `按所选口径：${choices}`,
    choice: '口径',
    first: '首位',
    firsts: (headline) => `${headline}：各口径下的首位；红色为所选口径`,
    values: (headline, unit) => `${headline}${unit}：各口径下的数值与区间；红色为所选口径`,
    undefined: (what) => `${what}：所有口径下均无法计算`,
    title: (what, verdict, value, ends) => `${what}${verdict}：按所选口径为${value}，${ends}`,
    verdicts: {
      robust: '稳健',
      sensitive: '对口径敏感',
      close: '尚无定论',
      level: '随计数对象变动',
      none: '不作判断',
    },
    oneFirst: (n) => `${n}种口径下相同`,
    otherFirsts: (names, left, n) => `但${n}种口径中有${left}种由${list(names, 'zh')}居首`,
    same: (value, n) => `${n}种口径下均为${value}`,
    between: (range, n) => `${n}种口径下为${range}`,
    outside: (n) => `，其中${whole(n, 'zh')}种超出其区间`,
    opposite: (n) => `，其中${whole(n, 'zh')}种方向相反`,
    reach: (n, neutral) => `，其中${whole(n, 'zh')}个区间含${neutral}`,
    moves: (axis, choice, value) => `；影响最大的是${axis}（${choice}：${value}）`,
  },
});
