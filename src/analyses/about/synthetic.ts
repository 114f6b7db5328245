import type { Language } from '../../base/index.ts';

/*
 * What is said of works that are not real, from the manifest's own words: what made them, where all works are made up, else
 * `partly synthetic: 3 of 412 works (what made them)`.
 */

const DEMONSTRATION = 'synthetic demonstration';
const PARTLY = /^partly synthetic: (\d+) of (\d+) (works|institutions) \((.*)\)$/s;

/** Whether only a part of what an observatory holds is made up. */
export const isPartly = (synthetic: string): boolean => PARTLY.test(synthetic);

/** In Chinese; what made them stays as their records have it. */
export function syntheticZh(synthetic: string): string {
  const [, some, all, what, marks] = PARTLY.exec(synthetic) ?? [synthetic, '', '', '', null];
  if (marks === null) return each(synthetic);
  const unit = what === 'works' ? '件' : '家';
  return `部分虚构：${all}${unit}${what === 'works' ? '成果' : '机构'}中有${some}${unit}（${each(marks)}）`;
}

const each = (marks: string): string =>
  marks
    .split(', ')
    .map((mark) => (mark === DEMONSTRATION ? '合成的演示数据' : mark))
    .join('、');

/** What stands over a page or a report. */
export function syntheticBanner(synthetic: string, language: Language): string {
  if (isPartly(synthetic)) return language === 'zh' ? syntheticZh(synthetic) : capital(synthetic);
  if (synthetic === DEMONSTRATION)
    return language === 'zh'
      ? '虚构演示：真实城市，虚构成果'
      : 'Synthetic demonstration: made-up works of real cities';
  return language === 'zh' ? `虚构成果：${synthetic}` : `Made-up works: ${synthetic}`;
}

/** A word beside a figure. */
export function syntheticShort(synthetic: string, language: Language): string {
  if (isPartly(synthetic)) return language === 'zh' ? '部分虚构' : 'partly synthetic';
  return language === 'zh' ? '虚构' : 'synthetic';
}

/** What stands on everything that rests on works that are not real. */
export function syntheticLine(synthetic: string | null, language: Language = 'en'): string[] {
  if (synthetic === null) return [];
  if (isPartly(synthetic)) {
    return language === 'zh'
      ? [`${syntheticZh(synthetic)}：以其为据的数字不反映现实。`]
      : [`${capital(synthetic)}: figures that rest on them do not describe the world.`];
  }
  return language === 'zh'
    ? [`这些成果是虚构的（${syntheticZh(synthetic)}）：只展示软件，不反映现实。`]
    : [`These works are a ${synthetic}: they show the software, not the world.`];
}

const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);
