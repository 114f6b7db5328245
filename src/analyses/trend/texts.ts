import { type Language, nameIn, sayReason } from '../../base/index.ts';
import type { Estimate } from '../output/estimate.ts';
import type { Growth, Trend } from './question.ts';

/** How each place grows, in a sentence. */
export function findingsOf({ growth, by }: Trend, language: Language = 'en'): string[] {
  return growth.map((one) => (language === 'zh' ? inChinese(one, by) : inEnglish(one, by)));
}

function inEnglish({ place, from, to, relative, plain, compound, ...test }: Growth, by: Trend['by']): string {
  const what = `${place.name}, ${by === 'share' ? 'Share' : 'Count'}`;
  if (relative.value === null) return `${what}: growth cannot be told (${relative.reason!}).`;
  return (
    `${what} ${from}–${to}: ${rate(relative, 'en')} a year against all works; ${rate(plain, 'en')} as it stands; ` +
    `first to last ${rate(compound, 'en')} a year against all works; ${trendTest(test, 'en')}.`
  );
}

function inChinese({ place, from, to, relative, plain, compound, ...test }: Growth, by: Trend['by']): string {
  const what = `${nameIn(place, 'zh')}${by === 'share' ? '份额' : '论文数'}`;
  if (relative.value === null) return `${what}：无法计算增长（${sayReason(relative.reason, 'zh')!}）。`;
  return (
    `${what}，${from}–${to}年：相对全部成果每年${rate(relative, 'zh')}；未作调整每年${rate(plain, 'zh')}；` +
    `首末两年之间相对全部成果每年${rate(compound, 'zh')}；${trendTest(test, 'zh')}。`
  );
}

function rate({ value, interval, reason }: Estimate, language: Language): string {
  const [open, close] = language === 'zh' ? ['（', '）'] : [' (', ')'];
  const to = language === 'zh' ? '至' : ' to ';
  if (value === null)
    return `${language === 'zh' ? '不可知' : 'unknown'}${open}${sayReason(reason, language)!}${close}`;
  return `${percent(value)}${interval === null ? '' : `${open}${interval.map(percent).join(to)}${close}`}`;
}

function percent(value: number): string {
  const shown = (Math.abs(value) * 100).toFixed(1);
  return `${value < 0 ? '−' : '+'}${shown} %`;
}

function trendTest({ tau, p, pReason }: Pick<Growth, 'tau' | 'p' | 'pReason'>, language: Language): string {
  const name = language === 'zh' ? '曼-肯德尔检验' : 'Mann-Kendall';
  if (tau === null || p === null)
    return language === 'zh'
      ? `${name}不可用（${sayReason(pReason, 'zh')!}）`
      : `no ${name} test (${pReason!})`;
  return `${name} τ = ${tau < 0 ? '−' : '+'}${Math.abs(tau).toFixed(2)}, p = ${p.toPrecision(2)}`;
}
