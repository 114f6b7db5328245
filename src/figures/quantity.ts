import { inBoth, type Language, number } from '../base/index.ts';

/** Units of figures as they are read; what stands here without a word stands alone. */
const UNITS: Readonly<Record<string, Readonly<Record<Language, string>> | undefined>> = {
  persons: { en: ' persons', zh: '人' },
  '10k persons': { en: ' × 10,000 persons', zh: '万人' },
  'million persons': { en: ' million persons', zh: '百万人' },
  km2: { en: ' km²', zh: '平方公里' },
  '% per year': { en: '% per year', zh: '%/年' },
  '%': { en: '%', zh: '%' },
  'per 10k persons': { en: ' per 10,000 persons', zh: '/万人' },
  'per million persons': { en: ' per million persons', zh: '/百万人' },
  'persons per km2': { en: ' persons per km²', zh: '人/平方公里' },
  works: { en: ' works', zh: '篇' },
};
/** Units that are the number's own. */
const SILENT: readonly string[] = ['count', 'fraction', 'index', 'probability', 'year', 'Share', 'Count'];

type Names = Readonly<Record<string, string | undefined>>;

/** What stands for amounts, currencies and other units where a language does not write them as they are given. */
const AMOUNTS = inBoth<Names>({
  en: {},
  zh: { '10k': '万', million: '百万', '100m': '亿', bn: '十亿', trn: '万亿' },
});
const MONEY = inBoth<Names>({ en: {}, zh: { CNY: '元', USD: '美元', EUR: '欧元' } });

/** Chinese counts in 万 and 亿: a number of thousand millions is read in hundreds of millions, one of millions in ten thousands. */
const COUNTED_IN = inBoth<
  Readonly<Record<string, { readonly amount: string; readonly times: number } | undefined>>
>({
  en: {},
  zh: { bn: { amount: '100m', times: 10 }, million: { amount: '10k', times: 100 } },
});

const WORDS = inBoth({
  en: {
    rank: (rank: number) => `rank ${rank}`,
    unitName: (unit: string): string => unit,
  },
  zh: {
    rank: (rank) => `第${rank}`,
    unitName: (unit) => ALONE[unit] ?? UNITS[unit]?.zh ?? money(unit, 'zh') ?? unit,
  },
});

/**
 * A figure with its unit in the reader's language: `11.54 trn CNY`, `11.54万亿元`, `142亿美元` of 14.2 bn, `rank 2`, `第2`. A year has no commas; a
 * unit that is not known here stands as it was given.
 */
export function quantity(value: number, unit: string | null, language: Language): string {
  if (unit === 'year') return String(value);
  if (unit === 'rank') return WORDS[language].rank(value);
  if (unit === null || SILENT.includes(unit)) return number(value, language);
  const named = (name: string): string | null => UNITS[name]?.[language] ?? money(name, language);
  const [amount, ...rest] = unit.split(' ');
  const other = COUNTED_IN[language][amount];
  const name = other === undefined ? null : named([other.amount, ...rest].join(' '));
  if (name !== null) return number(value * other!.times, language) + name;
  return number(value, language) + (named(unit) ?? ` ${unit}`);
}

/** Chinese names of units that a number stands without. */
const ALONE: Names = {
  count: '个数',
  rank: '名次',
  fraction: '比例',
  index: '指数',
  probability: '概率',
  year: '年份',
  Share: '份额',
  Count: '论文数',
  x: '倍',
};

/** A unit as a list of units names it; as it was given where it has no Chinese name. */
export const unitName = (unit: string, language: Language): string => WORDS[language].unitName(unit);

function money(unit: string, language: Language): string | null {
  const parts = unit.split(' ');
  const name = MONEY[language][parts.at(-1)!];
  if (name === undefined || parts.length > 2) return null;
  if (parts.length === 1) return name;
  const amount = AMOUNTS[language][parts[0]];
  return amount === undefined ? null : amount + name;
}
