import type { Language } from './language.ts';

/** The language of numbers, as browsers name it. */
const LOCALE: Readonly<Record<Language, string>> = { en: 'en', zh: 'zh-CN' };
/** From here Chinese counts in 万 and 亿. */
const COMPACT_FROM = 100_000;

const formats = new Map<string, Intl.NumberFormat>();
function format(language: Language, key: string, options: Intl.NumberFormatOptions): Intl.NumberFormat {
  const name = `${language} ${key}`;
  const made = formats.get(name) ?? new Intl.NumberFormat(LOCALE[language], options);
  formats.set(name, made);
  return made;
}

/** A measured number: four significant digits, with a true minus sign; a dash where there is none. */
export function number(value: number | null, language: Language): string {
  if (value === null) return '–';
  if (language === 'zh' && Math.abs(value) >= COMPACT_FROM)
    return minus(format('zh', 'compact', { notation: 'compact', maximumSignificantDigits: 4 }).format(value));
  return minus(format(language, 'four', { maximumSignificantDigits: 4 }).format(value));
}

/** A number with so many decimals, as in a column where they line up. */
export function decimals(value: number | null, digits: number, language: Language): string {
  if (value === null) return '–';
  return minus(
    format(language, `d${digits}`, { minimumFractionDigits: digits, maximumFractionDigits: digits }).format(
      value,
    ),
  );
}

/** A whole count in full: works, cities. */
export const whole = (value: number, language: Language): string =>
  minus(format(language, 'whole', { maximumFractionDigits: 0 }).format(value));

/** A part of one as a percentage: three significant digits at most. */
export function percent(value: number | null, language: Language): string {
  if (value === null) return '–';
  const text = format(language, 'percent', { style: 'percent', maximumSignificantDigits: 3 }).format(value);
  return minus(text);
}

/** A change as a percentage with its sign and one decimal. */
export function change(value: number | null, language: Language): string {
  if (value === null) return '–';
  return `${value > 0 ? '+' : ''}${decimals(value * 100, 1, language)}%`;
}

/** Both ends of an interval, joined by a dash; nothing where there is none. */
export function interval(
  ends: readonly [number, number] | null,
  of: (value: number, language: Language) => string,
  language: Language,
): string {
  if (ends === null) return '';
  return `${of(ends[0], language)}–${of(ends[1], language)}`;
}

/** Years from and to, once where they are one. */
export const span = ({ from, to }: { readonly from: number; readonly to: number }): string =>
  from === to ? String(from) : `${from}–${to}`;

const minus = (text: string): string => text.replace('-', '−');

/** `1st`, `2nd`, `3rd`, `11th`; `第1`. */
export function ordinal(rank: number, language: Language): string {
  if (language === 'zh') return `第${rank}`;
  const [tens, ones] = [rank % 100, rank % 10];
  if (tens >= 11 && tens <= 13) return `${rank}th`;
  return `${rank}${ones === 1 ? 'st' : ones === 2 ? 'nd' : ones === 3 ? 'rd' : 'th'}`;
}

/** A list in words: `a, b, and c`; `a; b, Jiangsu; and c` where an item has a comma of its own. */
export function list(items: readonly string[], language: Language): string {
  const form = new Intl.ListFormat(LOCALE[language], { type: 'conjunction' });
  if (items.length < 3 || !items.some((item) => item.includes(', '))) return form.format(items);
  return form
    .formatToParts(items)
    .map(({ type, value }) => (type === 'literal' ? value.replace(/^,? /, '; ') : value))
    .join('');
}
