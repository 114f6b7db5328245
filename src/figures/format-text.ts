import { ratioDigits } from '../analyses/collaboration/expected-by-size.ts';
import { decimals, type Language } from '../base/index.ts';

type Ends = readonly [number, number] | null;

/** A rate of change a year with its sign: `+5.3 %`. */
export function rate(value: number, language: Language): string {
  return `${value > 0 ? '+' : ''}${decimals(value * 100, 1, language)}${language === 'zh' ? '%' : '\u00a0%'}`;
}

/** A number of times: `12`, `2.6`, `0.04`, `0.0042`. */
export function times(value: number, language: Language): string {
  return decimals(value, value >= 9.95 ? 0 : value >= 0.095 ? 1 : ratioDigits(value), language);
}

/** Both ends of an interval in words, which signs may stand in; nothing where there is none. */
export function fromTo(
  ends: Ends,
  of: (value: number, language: Language) => string,
  language: Language,
): string {
  if (ends === null) return language === 'zh' ? '（没有区间）' : ' (no interval)';
  const [low, high] = [of(ends[0], language), of(ends[1], language)];
  return language === 'zh' ? `（${low}至${high}）` : ` (${low} to ${high})`;
}

/** A probability; draws end somewhere, and nothing is certain. */
export function chance(value: number, language: Language): string {
  const unit = language === 'zh' ? '%' : '\u00a0%';
  if (value > 0.999) return `${language === 'zh' ? '超过' : 'above '}99.9${unit}`;
  if (value < 0.001) return `${language === 'zh' ? '不足' : 'below '}0.1${unit}`;
  return `${decimals(value * 100, 1, language)}${unit}`;
}

/** Whether an interval lies all above a value, all below it, or says neither. */
export function side(ends: Ends, of: number): 'above' | 'below' | 'open' {
  if (ends === null) return 'open';
  return ends[0] > of ? 'above' : ends[1] < of ? 'below' : 'open';
}

const PUBLISHED = {
  en: new Intl.NumberFormat('en', { maximumFractionDigits: 4 }),
  zh: new Intl.NumberFormat('zh-CN', { maximumFractionDigits: 4 }),
};

/** A published figure in full, as its source has it: nothing is rounded away. */
export const asPublished = (value: number | null, language: Language): string =>
  value === null ? '–' : PUBLISHED[language].format(value).replace('-', '−');
