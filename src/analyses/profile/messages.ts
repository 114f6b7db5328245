import { defineMessages, type Message, type Named, nameIn, phrase } from '../../base/index.ts';
import { kindName, type PlaceKind } from '../../places/index.ts';

interface Which extends Named {
  readonly id: string;
  readonly kind: PlaceKind;
  readonly cities: number;
}

/** What a profile says of itself: phrases; its findings are sentences. */
export const messages = defineMessages('profile', {
  counting: {
    en: ({ share, count }: { share: Message; count: Message }) =>
      `${phrase(share, 'en')} and ${phrase(count, 'en')}, unadjusted`,
    zh: ({ share, count }) => `${phrase(share, 'zh')}与${phrase(count, 'zh')}，未经调整`,
  },
  method: {
    en: 'covariance over works (rank, share, count, fields); linearisation over works (ratio)',
    zh: '排名、份额、论文数与领域由论文协方差得出；观测/预期按论文线性化',
  },
  noOutput: {
    en: ({ place }: { place: Named }) => `${place.name} has no output under these filters`,
    zh: ({ place }) => `所选条件下${nameIn(place, 'zh')}没有产出`,
  },
  notAdjusted: {
    en: 'outputs of years are not adjusted: a database grows, and so do they',
    zh: '各年产出未经调整：数据库在扩大，产出随之增加',
  },
  partners: {
    en: 'partners are joint works in full counting; ratio is observed/expected on weight 1/(k−1)',
    zh: '合作伙伴按全计数的合作论文；观测/预期按权重1/(k−1)',
  },
  published: {
    en: 'published figures are the newest of their metric, one vintage each; sources are cited as they were seen',
    zh: '公布数据取各指标最新者，每个指标只用一个版本；来源按所见引用',
  },
  byTopic: {
    en: 'by topic, neither fields nor what is unlocated are known',
    zh: '按主题无法得知领域，也无法得知未定位的部分',
  },
  regionRank: {
    en: 'its rank is among regions of which no two share a city: one definition of each other region, and this one of its own',
    zh: '其排名在互不重叠的区域之间：其他各区域取一个口径，本区域取本口径',
  },
  /** Which place this is. */
  place: {
    en: ({ id, name, nameZh, kind, cities }: Which) =>
      `${name}${nameZh === null ? '' : ` · ${nameZh}`} (${id}), a ${kind}${kind === 'city' ? '' : ` of ${cities} cities`}.`,
    zh: ({ id, kind, cities, ...one }) =>
      `${nameIn(one, 'zh')}（${id}），${kindName(kind, 'zh')}${kind === 'city' ? '' : `，含${cities}个城市`}。`,
  },
});
