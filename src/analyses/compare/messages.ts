import {
  type Bilingual,
  counted,
  defineMessages,
  type Message,
  type Named,
  nameIn,
  parameter,
  phrase,
} from '../../base/index.ts';
import { sayAhead } from '../output/ahead-text.ts';

interface Overlap {
  readonly here: Named;
  readonly there: Named;
  readonly cities: number;
}

interface First {
  readonly first: Named;
  readonly second: Named;
  /** That the first is ahead, one half or more. */
  readonly probability: number;
}

interface Unknown {
  readonly here: Named;
  readonly there: Named;
  readonly reason: Bilingual;
}

/** Draws end somewhere: nothing is certain. */
const percent = (value: number, above: string): string =>
  value > 0.999 ? `${above} 99.9%` : `${(value * 100).toFixed(1)}%`;

export const messages = defineMessages('compare', {
  numberOfPlaces: {
    en: ({ fewest, most, given }: { fewest: number; most: number; given: number }) =>
      `A comparison takes ${fewest} to ${most} places, not ${given}. Give ${parameter('place', 'A,B,…')}, and regions of your own with ${parameter('region')}.`,
    zh: ({ fewest, most, given }) =>
      `比较须有${fewest}至${most}个地点，现有${given}个。请给出${parameter('place', 'A,B,…')}，自定义区域用${parameter('region')}。`,
  },
  counting: {
    en: ({ share, count }: { share: Message; count: Message }) =>
      `${phrase(share, 'en')}, ${phrase(count, 'en')}, unadjusted; links in full counting up to the author cap, their expectation on weight 1/(k−1)`,
    zh: ({ share, count }) =>
      `${phrase(share, 'zh')}，${phrase(count, 'zh')}，未经调整；相互合作按全计数，作者数不超过上限，其预期值按权重1/(k−1)`,
  },
  method: {
    en: 'covariance over works, with joint draws for ranks; linearisation over works for growth, quotients, shares and ratios',
    zh: '由论文协方差得出，排名联合抽取；增长、区位商、占比与比值按论文线性化',
  },
  overlap: {
    en: ({ here, there, cities }: Overlap) =>
      `${here.name} and ${there.name} have ${counted(cities, 'city', 'cities')} in common: works there count in both, and the two have no link`,
    zh: ({ here, there, cities }) =>
      `${nameIn(here, 'zh')}与${nameIn(there, 'zh')}有${cities}个共同城市：那里的论文两边都计入，两者没有相互合作计数`,
  },
  unlikeKinds: {
    en: 'the places are of different kinds: totals say how large they were drawn as much as what they do; take parts, quotients and figures per head',
    zh: '所比较的地点类别不同：总量既反映活动也反映范围大小；宜看占比、区位商与人均值',
  },
  unlikeCities: {
    en: 'cities are not alike across countries: Chinese cities are prefectures with their countryside, others single places',
    zh: '各国城市不可等同：中国城市是含乡村的地级行政区，其他为单个地点',
  },
  ahead: {
    en: 'ahead: in what part of resamples of works the first place has more than the second; ahead from 95%, probably ahead from 80%, else too close to call',
    zh: '领先：对论文重抽样时前者多于后者的比例；不低于95%为领先，不低于80%为很可能领先，否则难分先后',
  },
  growth: {
    en: 'growth: Poisson regression on the years that seem recorded in full; a database grows, so that growth beyond all works is what a place gained on the others',
    zh: '增长：对看来收录完整的年份作泊松回归；数据库在扩大，相对全部论文的增长才是该地相对其他地点的变化',
  },
  fields: {
    en: 'fields: the strongest of each place, by the lower end of its quotient against all cities of this observatory; what comes out first of many is high by chance too',
    zh: '领域：各地点按相对本观测库全部城市的区位商下限取最强者；从众多领域中选出的最高值也有偶然成分',
  },
  collaboration: {
    en: 'authors who are not located are in no city elsewhere: the part of works with one is a lower bound; what stays inside rises with a region’s size, so compare observed with expected',
    zh: '未定位的作者不算在外地：有外地作者的论文占比是下限；内部合作比重随区域规模上升，应看观测与预期之比',
  },
  links: {
    en: ({ notAdjusted }: { notAdjusted: Message }) =>
      `links: joint works with an author in each of the two, however many cities; ${phrase(notAdjusted, 'en')}`,
    zh: ({ notAdjusted }) => `相互合作：两地各有作者的合作论文，不论城市多少；${phrase(notAdjusted, 'zh')}`,
  },
  statistics: {
    en: 'published figures have no interval: nothing is known of how they vary; sources are cited as they were seen',
    zh: '公布数据没有区间：其误差不详；来源按所见引用',
  },
  resources: {
    en: 'resources are lower bounds without intervals: lists are not complete, and more complete of some places than of others',
    zh: '资源数为下限，没有区间：名录并不完整，且各地完整程度不一',
  },
  /** Who is ahead of whom by Share, and how sure that is. */
  first: {
    en: ({ first, second, probability }: First) =>
      `${sayAhead(first.name, second.name, probability, 'en')} by Share: probability ${percent(probability, 'above')} that ${first.name} is ahead, works resampled.`,
    zh({ first, second, probability }) {
      const [one, other] = [nameIn(first, 'zh'), nameIn(second, 'zh')];
      return `按份额，${sayAhead(one, other, probability, 'zh')}：${one}领先的概率为${percent(probability, '超过')}（对论文重抽样）。`;
    },
  },
  firstUnknown: {
    en: ({ here, there, reason }: Unknown) =>
      `Whether ${here.name} is ahead of ${there.name} by Share cannot be said: ${reason.en}.`,
    zh: ({ here, there, reason }) =>
      `无法判断${nameIn(here, 'zh')}与${nameIn(there, 'zh')}孰先：${reason.zh}。`,
  },
});
