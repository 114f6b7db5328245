import { decimals, defineMessages, type Message, nameIn, type Named, phrase } from '../../base/index.ts';

export const messages = defineMessages('concentration', {
  counting: {
    en: ({ share }: { share: Message }) =>
      `${phrase(share, 'en')}, by field; works without a field are left out`,
    zh: ({ share }) => `${phrase(share, 'zh')}，按领域；不含未分类的论文`,
  },
  method: { en: 'linearisation over works, on the logit scale', zh: '按论文线性化，取logit尺度' },
  /** What an index of few works says. */
  fewWorksRaise: {
    en: 'chance spreads few works over few fields: the index of a place with few works is too high, by about (1 − HHI)/works, and places of different size compare badly',
    zh: '论文少时，偶然性使其集中于少数领域：指数约偏高（1−HHI）/论文数，规模不同的地点不宜直接比较',
  },
  spread: {
    en: ({ place, value, fields }: { place: Named; value: number; fields: number }) =>
      `${nameIn(place, 'en')}: HHI ${decimals(value, 3, 'en')}, as with ${decimals(fields, 1, 'en')} fields of equal Share.`,
    zh: ({ place, value, fields }) =>
      `${nameIn(place, 'zh')}：赫芬达尔指数${decimals(value, 3, 'zh')}，相当于${decimals(fields, 1, 'zh')}个份额相等的领域。`,
  },
});
