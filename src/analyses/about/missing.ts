import { isReason, type Language, sayReason } from '../../base/index.ts';

type Pattern = readonly [RegExp, (...parts: string[]) => string];

/** Reasons that hold a number. */
const PATTERNS: readonly Pattern[] = [
  [
    /^(\S+) of (.+) (\S+) is not stored, and its parts lack (.+) and (\d+) more \((.*)\)$/,
    (metric, place, years, lacked, more, vintage) =>
      `没有收录 ${place} ${years}年的 ${metric}，其组成部分中缺 ${lacked}等（另有${more}个）（${vintage}）`,
  ],
  [
    /^(\S+) of (.+) (\S+) is not stored, and its parts lack (.+) \((.*)\)$/,
    (metric, place, years, lacked, vintage) =>
      `没有收录 ${place} ${years}年的 ${metric}，其组成部分中缺 ${lacked}（${vintage}）`,
  ],
  [
    /^(\S+) of (.+) is not stored, and \S+ may not be summed from parts$/,
    (metric, place) => `没有收录 ${place} 的 ${metric}，且该指标不能由组成部分相加`,
  ],
  [
    /^(\S+) of (.+) is not stored with the vintage (.+)$/,
    (metric, place, vintage) => `没有收录 ${place} 的 ${metric}的版本${vintage}`,
  ],
  [/^(\S+) of (.+) is not stored$/, (metric, place) => `没有收录 ${place} 的 ${metric}`],
  [
    /^(\S+) of (.+) is stored for (.+), not for (\S+)$/,
    (metric, place, have, wanted) => `${place} 的 ${metric} 只收录了${have}，没有${wanted}年`,
  ],
  [
    /^the parts of (\S+) of (.+) are in units that do not add up$/,
    (metric, place) => `${place}的${metric}各部分单位不一，不能相加`,
  ],
  [/^(\S.*) has no work under these filters$/, (place) => `所选条件下${place}没有成果`],
  [/^(\S.*) is not among the first (\d+)$/, (place, n) => `${place}不在前${n}名之内`],
];

function matched(reason: string): string {
  // Several in one, such as of both sides of a comparison.
  const parts = reason.split(/; (?=\S+ of )/);
  if (parts.length > 1) return parts.map(matched).join('；');
  for (const [pattern, say] of PATTERNS) {
    const found = pattern.exec(reason);
    if (found !== null) return say(...found.slice(1));
  }
  return isReason(reason) ? sayReason(reason, 'zh') : reason;
}

/** Why published figures or what a claim needs are missing, in a language. */
export function sayMissing(reason: string | null, language: Language = 'en'): string | null {
  return reason === null || language === 'en' ? reason : matched(reason);
}
