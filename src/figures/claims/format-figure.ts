import type { CheckedRow } from '../../claims/check.ts';
import { type Bilingual, inBoth, type Language } from '../../base/index.ts';
import { quantity } from '../quantity.ts';
import { HEDGE } from './words.ts';

/** What a place was found to be, where a claim says what it is. */
const KINDS: Readonly<Record<string, Bilingual | undefined>> = {
  city: { en: 'city', zh: '城市' },
  province: { en: 'province', zh: '省级行政区' },
  nation: { en: 'country', zh: '国家' },
  region: { en: 'region', zh: '区域' },
};

const TEXTS = inBoth({
  en: {
    hedged: (hedge: string, figure: string) => `${hedge} ${figure}`,
    interval: (level: number, low: string, high: string) => `${level}% interval ${low} to ${high}`,
  },
  zh: {
    hedged: (hedge, figure) => `${hedge}${figure}`,
    interval: (level, low, high) => `${level}%区间为${low}至${high}`,
  },
});

type Figured = CheckedRow['figure'];

/** A figure of a claim in words: hedge, number and unit; null where there is none. */
export function formatFigure(figure: Figured, language: Language): string | null {
  if (figure?.value == null) return null;
  const { value, unit, hedge } = figure;
  const text =
    typeof value === 'string' ? (KINDS[value]?.[language] ?? value) : quantity(value, unit, language);
  if (hedge === null) return text;
  return TEXTS[language].hedged(HEDGE[hedge][language], text);
}

/** The interval of a figure: `95% interval 1.5 to 2.1`; null where it has none. */
export function formatInterval(figure: Figured, language: Language): string | null {
  const interval = figure?.interval ?? null;
  if (interval === null) return null;
  const [low, high] = [interval.low, interval.high].map((end) => quantity(end, figure!.unit, language));
  const level = Math.round(interval.level * 100);
  return TEXTS[language].interval(level, low, high);
}

/** A probability as a claim's verdict has it; resamples are so many, and none is a certainty. */
export function formatProbability(probability: number): string {
  if (probability > 0.99 && probability < 1) return '> 0.99';
  if (probability < 0.01 && probability > 0) return '< 0.01';
  return probability.toFixed(2);
}
