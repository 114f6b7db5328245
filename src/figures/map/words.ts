import { inBoth } from '../../base/index.ts';

/** Words of maps: their legend, and the table of what they draw. */
export const WORDS = inBoth({
  en: {
    below: (amount: string) => `below ${amount}`,
    drawnAs: 'Drawn as',
    city: 'city',
    link: 'link',
  },
  zh: {
    below: (amount) => `不足${amount}`,
    drawnAs: '类型',
    city: '城市',
    link: '合作',
  },
});
