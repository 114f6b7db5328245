import { defineMessages, joined, parameter } from '../../base/index.ts';

export const messages = defineMessages('rank-history', {
  severalKinds: {
    en: ({ kinds }: { kinds: readonly string[] }) =>
      `The places given are of several kinds: ${joined(kinds, 'en')}. Give places of one kind, or rank all of them together with ${parameter('of', kinds.join(','))}.`,
    zh: ({ kinds }) =>
      `所列地点分属几类：${joined(kinds, 'zh')}。请给出同一类的地点，或用${parameter('of', kinds.join(','))}将其一并排名。`,
  },
});
