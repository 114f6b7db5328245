import type { Bilingual } from '../../base/index.ts';

/** Stands beside every observed/expected ratio, whose expectation is of sizes alone. */
export const NOT_ADJUSTED: Bilingual = {
  en: 'not adjusted for distance or country',
  zh: '未按距离和国家调整',
};

/** Decimals of a ratio: two, and where it is below 0.01 what two significant digits take, so that it is not written 0.00. */
export function ratioDigits(value: number): number {
  return value > 0 && value < 0.01 ? 1 - Math.floor(Math.log10(value)) : 2;
}

/** `2.61`, `0.0042`. */
export function sayRatio(value: number): string {
  return value.toFixed(ratioDigits(value));
}

/** `2.61 (2.20–3.05)` as a sentence has it: how many times the level expected from size alone, and what it is not adjusted for. */
export function timesExpected(ratio: string): Bilingual {
  return {
    en: `${ratio} times the level expected from size alone (${NOT_ADJUSTED.en})`,
    zh: `按规模预期的${ratio}倍（${NOT_ADJUSTED.zh}）`,
  };
}
