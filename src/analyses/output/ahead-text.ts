import { type Ahead, aheadWord } from '../../measures/ranks/ahead.ts';
import type { Bilingual, Language } from '../../base/index.ts';

/** The word for a probability that one is ahead of the other, as it stands alone. */
export const AHEAD_WORDS: Readonly<Record<Ahead, Bilingual>> = {
  ahead: { en: 'ahead', zh: '领先' },
  'probably ahead': { en: 'probably ahead', zh: '很可能领先' },
  'too close to call': { en: 'too close to call', zh: '难分先后' },
  'probably behind': { en: 'probably behind', zh: '很可能落后' },
  behind: { en: 'behind', zh: '落后' },
};

/** Whether the first of two places is ahead of the second, by the probability that it is; a sentence without its end. */
export function sayAhead(first: string, second: string, probability: number, language: Language): string {
  const word = aheadWord(probability);
  if (word === 'too close to call')
    return language === 'zh' ? `${first}与${second}难分先后` : `${first} and ${second} are too close to call`;
  return language === 'zh'
    ? `${first}${AHEAD_WORDS[word].zh}${word.endsWith('ahead') ? '' : '于'}${second}`
    : `${first} is ${AHEAD_WORDS[word].en}${word.endsWith('ahead') ? ' of' : ''} ${second}`;
}

/** Whether a place rose, fell or held its rank, by the probability of each; a clause without its end. */
export function sayMoved(
  chances: { readonly better: number; readonly same: number; readonly worse: number },
  language: Language,
  chance: (probability: number, language: Language) => string,
): string {
  const [most] = (['better', 'worse', 'same'] as const).toSorted((a, b) => chances[b] - chances[a]);
  const word = aheadWord(chances[most]);
  const zh = language === 'zh';
  if (word !== 'ahead' && word !== 'probably ahead')
    return zh ? '名次是否变化尚无定论' : 'whether it moved is too close to call';
  const sure = word === 'ahead';
  const said = chance(chances[most], language);
  const { en, zh: inChinese } = MOVED[most];
  return zh
    ? `名次${sure ? '' : '很可能'}${inChinese}（概率${said}）`
    : `${sure ? en[0] : en[1]} (probability ${said})`;
}

const MOVED = {
  better: { en: ['it rose', 'it probably rose'], zh: '上升' },
  worse: { en: ['it fell', 'it probably fell'], zh: '下降' },
  same: { en: ['its rank held', 'its rank probably held'], zh: '不变' },
} as const;
