import { NOT_ADJUSTED } from '../../analyses/collaboration/expected-by-size.ts';
import { AXES, differences, sayChoice } from '../../analyses/sensitivity/choices.ts';
import type { SensitivityRow } from '../../analyses/sensitivity/question.ts';
import type { Tested } from '../../analyses/sensitivity/testable-analyses.ts';
import { decimals, inBoth, type Language, number, ordinal, percent } from '../../base/index.ts';
import { distinctNames } from '../names.ts';

/** What an answer comes down to, as a reader calls it. */
const HEADLINES = inBoth<Readonly<Record<string, string>>>({
  en: {
    rank: 'rank',
    'observed/expected': 'observed / expected collaboration',
    'intra share': 'part of collaboration inside',
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
    'observed/expected': '内部合作的观测/期望',
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

const IN_ENGLISH: Readonly<Record<string, (place: string) => string>> = {
  'observed/expected': (place) =>
    `Collaboration inside ${place} relative to the level expected from size alone (${NOT_ADJUSTED.en})`,
  'intra share': (place) => `The part of collaboration that stays inside ${place}`,
};

/** A headline of a place, as a sentence begins. */
export function subjectOf(headline: string, place: string, language: Language): string {
  if (language === 'zh')
    return `${place}的${headlineName(headline, 'zh')}${headline === 'observed/expected' ? `（${NOT_ADJUSTED.zh}）` : ''}`;
  const own = IN_ENGLISH[headline] as ((place: string) => string) | undefined;
  return own?.(place) ?? `The ${headlineName(headline, 'en')} of ${place}`;
}

export const TESTED_NAMES = inBoth<Readonly<Record<Tested, string>>>({
  en: {
    ranking: 'Where it ranks',
    links: 'How much it works together',
    balance: 'How even it is',
    convergence: 'Whether its cities converge',
  },
  zh: {
    ranking: '排在第几',
    links: '内部合作有多紧密',
    balance: '分布是否均衡',
    convergence: '城市是否趋同',
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

/** A row's answer with its interval; why there is none where there is none. */
export function sayRow(row: SensitivityRow, language: Language): string {
  const { headline, value, interval } = row;
  if (value === null) return (language === 'zh' ? row.textZh : row.text) ?? '–';
  const said = sayHeadline(headline, value, language);
  if (interval === null || (headline === 'rank' && interval[0] === interval[1])) return said;
  const [low, high] = interval.map((end) => sayHeadline(headline, end, language));
  return language === 'zh' ? `${said}（${low}至${high}）` : `${said} (${low} to ${high})`;
}

/** Under which choices a row was asked: those in which it is not the base, all of those that vary for the base. */
export function settingNames(
  rows: readonly SensitivityRow[],
  language: Language,
): ReadonlyMap<SensitivityRow, string> {
  const zh = language === 'zh';
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
      const said = axes.flatMap(
        (axis) => sayChoice(axis, { setting: row.setting, name, nameZh: name }, language) ?? [],
      );
      const all = said.join(zh ? '，' : ', ');
      if (row !== base) return [row, all];
      return [row, zh ? `按所问：${all}` : `As asked: ${all}`];
    }),
  );
}
