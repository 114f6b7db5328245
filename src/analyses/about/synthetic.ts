import { inBoth, type Language } from '../../base/index.ts';

/*
 * What is said of works that are not real, from the mark in a manifest: what made them, where all works are made up, else
 * `partly synthetic: 3 of 412 works (what made them)`. `observatory/synthetic.ts` alone writes it; answers, files and drawings
 * carry this text and nothing else, so that its parts are read back from it here.
 */

const DEMONSTRATION = 'synthetic demonstration';
const PARTLY = /^partly synthetic: (\d+) of (\d+) (works|institutions) \((.*)\)$/s;

/** Whether only a part of what an observatory holds is made up. */
export const isPartly = (synthetic: string): boolean => PARTLY.test(synthetic);

/** In Chinese; what made them stays as their records have it. */
export function syntheticZh(synthetic: string): string {
  const [, some, all, what, marks] = PARTLY.exec(synthetic) ?? [synthetic, '', '', '', null];
  if (marks === null) return each(synthetic);
  const unit = what === 'works' ? '篇' : '家';
  return `部分合成：${all}${unit}${what === 'works' ? '论文' : '机构'}中有${some}${unit}（${each(marks)}）`;
}

const each = (marks: string): string =>
  marks
    .split(', ')
    .map((mark) => (mark === DEMONSTRATION ? '合成演示数据' : mark))
    .join('、');

const WORDS = inBoth({
  en: {
    partly: (mark: string) => capital(mark),
    demonstration: 'Synthetic demonstration: made-up works of real cities',
    banner: (mark: string) => `Made-up works: ${mark}`,
    titled: (title: string, mark: string) => `${title} — ${mark}`,
    shortPartly: 'partly synthetic',
    short: 'synthetic',
    partlyLine: (mark: string) => `${capital(mark)}: figures that rest on them do not describe the world.`,
    line: (mark: string) => `These works are a ${mark}: they show the software, not the world.`,
  },
  zh: {
    partly: (mark) => syntheticZh(mark),
    demonstration: '合成演示：真实城市，合成论文',
    banner: (mark) => `合成论文：${mark}`,
    titled: (title, mark) => `${title}（${syntheticZh(mark)}）`,
    shortPartly: '部分合成',
    short: '合成',
    partlyLine: (mark) => `${syntheticZh(mark)}：以其为据的数字不反映现实。`,
    line: (mark) => `这些论文是合成的（${syntheticZh(mark)}）：只展示软件，不反映现实。`,
  },
});

/** What stands over a page or a report. */
export function syntheticBanner(synthetic: string, language: Language): string {
  const words = WORDS[language];
  if (isPartly(synthetic)) return words.partly(synthetic);
  return synthetic === DEMONSTRATION ? words.demonstration : words.banner(synthetic);
}

/** A title, with what made the works where they are not real. */
export const syntheticTitle = (title: string, synthetic: string | null, language: Language): string =>
  synthetic === null ? title : WORDS[language].titled(title, synthetic);

/** A word beside a figure. */
export function syntheticShort(synthetic: string, language: Language): string {
  return isPartly(synthetic) ? WORDS[language].shortPartly : WORDS[language].short;
}

/** What stands on everything that rests on works that are not real. */
export function syntheticLine(synthetic: string | null, language: Language = 'en'): string[] {
  if (synthetic === null) return [];
  const words = WORDS[language];
  return [isPartly(synthetic) ? words.partlyLine(synthetic) : words.line(synthetic)];
}

const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);
