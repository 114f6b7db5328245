import { ratioDigits } from '../analyses/collaboration/expected-by-size.ts';
import { decimals, inBoth, type Language } from '../base/index.ts';

type Ends = readonly [number, number] | null;

const TEXTS = inBoth({
  en: {
    percent: (digits: string) => `${digits}%`,
    brackets: (text: string) => ` (${text})`,
    range: (low: string, high: string) => `${low} to ${high}`,
    labelled: (label: string, text: string) => `${label}: ${text}`,
    noInterval: 'no interval',
    clause: '; ',
    phrase: ', ',
    above: (percent: string) => `above ${percent}`,
    below: (percent: string) => `below ${percent}`,
  },
  zh: {
    percent: (digits) => `${digits}%`,
    brackets: (text) => `（${text}）`,
    range: (low, high) => `${low}至${high}`,
    labelled: (label, text) => `${label}：${text}`,
    noInterval: '没有区间',
    clause: '；',
    phrase: '，',
    above: (percent) => `超过${percent}`,
    below: (percent) => `不足${percent}`,
  },
});

/** A number of hundredths with its percent sign: `5.3%`. */
export const hundredths = (value: number, language: Language, digits = 1): string =>
  TEXTS[language].percent(decimals(value, digits, language));

/** The same with a sign: `+5.3%`. */
export const signed = (value: number, language: Language): string =>
  `${value > 0 ? '+' : ''}${hundredths(value, language)}`;

/** A rate of change a year with its sign: `+5.3%` of 0.053. */
export const rate = (value: number, language: Language): string => signed(value * 100, language);

/** A number of times: `12`, `2.6`, `0.04`, `0.0042`. */
export function times(value: number, language: Language): string {
  return decimals(value, value >= 9.95 ? 0 : value >= 0.095 ? 1 : ratioDigits(value), language);
}

/** A text in brackets, set off from what stands before it as the language has it. */
export const inBrackets = (text: string, language: Language): string => TEXTS[language].brackets(text);

/** A label with what it is of: `Source: Nature Index`. */
export const labelled = (label: string, text: string, language: Language): string =>
  TEXTS[language].labelled(label, text);

/** Clauses of a sentence, or sentences, one after the other: `a; b`. */
export const clauses = (parts: readonly string[], language: Language): string =>
  parts.join(TEXTS[language].clause);

/** Phrases one after the other: `a, b`. */
export const phrases = (parts: readonly string[], language: Language): string =>
  parts.join(TEXTS[language].phrase);

type Format = (value: number, language: Language) => string;

/** Both ends of an interval in words, which signs may stand in: `1.5 to 2.1`. */
export function range([low, high]: readonly [number, number], of: Format, language: Language): string {
  return TEXTS[language].range(of(low, language), of(high, language));
}

/** The same in brackets; that there is none where there is none. */
export const fromTo = (ends: Ends, of: Format, language: Language): string =>
  inBrackets(ends === null ? TEXTS[language].noInterval : range(ends, of, language), language);

/** A probability; resamples are so many, and nothing is certain. */
export function chance(value: number, language: Language): string {
  const { above, below } = TEXTS[language];
  if (value > 0.999) return above(hundredths(99.9, language));
  if (value < 0.001) return below(hundredths(0.1, language));
  return hundredths(value * 100, language);
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
