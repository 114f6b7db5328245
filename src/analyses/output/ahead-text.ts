import { type Ahead, aheadWord } from '../../measures/ranks/ahead.ts';
import { type Bilingual, inBoth, type Language } from '../../base/index.ts';

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
  return PAIR[language](first, second, aheadWord(probability));
}

const PAIR = inBoth({
  en: (first: string, second: string, word: Ahead) =>
    word === 'too close to call'
      ? `${first} and ${second} are too close to call`
      : `${first} is ${AHEAD_WORDS[word].en}${word.endsWith('ahead') ? ' of' : ''} ${second}`,
  zh: (first, second, word) =>
    word === 'too close to call'
      ? `${first}与${second}难分先后`
      : `${first}${AHEAD_WORDS[word].zh}${word.endsWith('ahead') ? '' : '于'}${second}`,
});

/** Whether a place rose, fell or held its rank, by the probability of each; a clause without its end. */
export function sayMoved(
  chances: { readonly better: number; readonly same: number; readonly worse: number },
  language: Language,
  chance: (probability: number, language: Language) => string,
): string {
  const [most] = (['better', 'worse', 'same'] as const).toSorted((a, b) => chances[b] - chances[a]);
  const word = aheadWord(chances[most]);
  const say = MOVED[language];
  if (word !== 'ahead' && word !== 'probably ahead') return say.undecided;
  return say.moved(say[most][word === 'ahead' ? 0 : 1], chance(chances[most], language));
}

const MOVED = inBoth({
  en: {
    better: ['it rose', 'it probably rose'],
    worse: ['it fell', 'it probably fell'],
    same: ['its rank held', 'its rank probably held'],
    moved: (how: string, chance: string) => `${how} (probability ${chance})`,
    undecided: 'whether it moved is too close to call',
  },
  zh: {
    better: ['名次上升', '名次很可能上升'],
    worse: ['名次下降', '名次很可能下降'],
    same: ['名次不变', '名次很可能不变'],
    moved: (how, chance) => `${how}（概率${chance}）`,
    undecided: '名次是否变化尚无定论',
  },
});
