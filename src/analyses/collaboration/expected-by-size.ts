import type { Bilingual } from '../../base/index.ts';

/** Stands beside every observed/expected ratio, whose expectation is of sizes alone. */
export const NOT_ADJUSTED: Bilingual = {
  en: 'not adjusted for distance or country',
  zh: '未按距离和国家调整',
};

/** The same for what an answer says of itself. */
export const NOT_ADJUSTED_NOTE: Bilingual = {
  en: `observed/expected is ${NOT_ADJUSTED.en}: places that are near each other or in one country work together more than their sizes alone let expect, so a ratio above 1 shows no tie beyond these`,
  zh: `观测/期望${NOT_ADJUSTED.zh}：相近或同国的地点之间，合作本就高于仅按规模的预期，比值大于1并不表明存在距离和国家以外的联系`,
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
