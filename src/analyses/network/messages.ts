import {
  counted,
  defineMessages,
  inBoth,
  joined,
  type Language,
  type Named,
  nameIn,
} from '../../base/index.ts';
import { type Community, LINKS_WITH_INTERVAL } from './question.ts';

/** The network of a place's cities, or of all where the place is null. */
interface Counts {
  readonly place: Named | null;
  readonly cities: number;
  readonly links: number;
}

interface Strongest extends Counts {
  readonly density: number;
  readonly strongest: readonly Named[];
  readonly middle: readonly Named[];
}

interface Divided {
  readonly communities: readonly (Pick<Community, 'number' | 'size' | 'stability'> & {
    readonly members: readonly Named[];
  })[];
  /** Communities that are not named. */
  readonly others: number;
  readonly modularity: number;
  readonly agreement: number | null;
  /** Whether the division does not come back when works are resampled. */
  readonly loose: boolean;
}

interface CitiesLeft {
  readonly left: number;
  readonly top: number;
  readonly inPlace: boolean;
  /** Part of the weight of links that is shown; null where it is not known. */
  readonly kept: number | null;
}

interface WeakLinks {
  readonly links: number;
  readonly minimum: number;
  readonly inPlace: boolean;
}

const names = (of: readonly Named[], language: Language): string =>
  joined(
    of.map((one) => nameIn(one, language)),
    language,
  );

const AMONG = inBoth({
  en: (inPlace: boolean): string => (inPlace ? 'the cities of the place' : 'all cities'),
  zh: (inPlace) => (inPlace ? '该地各城市' : '全部城市'),
});

const counts = ({ place, cities, links }: Counts): string =>
  `${place === null ? 'The world' : place.name}: ${counted(cities, 'city', 'cities')}, ${counted(links, 'link')}`;
const countsZh = ({ place, cities, links }: Counts): string =>
  `${place === null ? '全球' : nameIn(place, 'zh')}：${cities}个城市，${links}条合作`;

function dividedIn({ communities, others, modularity, agreement, loose }: Divided): string {
  const all = communities.map(({ number, size, members, stability }) => {
    const more = size > members.length ? ' …' : '';
    const stable = stability === null ? '' : `, stability ${stability.toFixed(2)}`;
    return `${number}) ${names(members, 'en')}${more} (${size}${stable})`;
  });
  const agreed =
    agreement === null ? '' : `, adjusted Rand index ${agreement.toFixed(2)} with those of resampled works`;
  return `${counted(communities.length + others, 'community', 'communities')}, modularity ${modularity.toFixed(2)}${agreed}: ${all.join('; ')}${others > 0 ? `; and ${others} more` : ''}.${loose ? ' They do not come back well when works are resampled: the network has no firm division, and these are no findings.' : ''}`;
}

function dividedZh({ communities, others, modularity, agreement, loose }: Divided): string {
  const all = communities.map(({ number, size, members, stability }) => {
    const more = size > members.length ? '等' : '';
    const stable = stability === null ? '' : `，稳定性${stability.toFixed(2)}`;
    return `${number}）${names(members, 'zh')}${more}（${size}个城市${stable}）`;
  });
  const agreed = agreement === null ? '' : `，与重抽样论文所得划分的调整兰德指数平均${agreement.toFixed(2)}`;
  return `${communities.length + others}个社群，模块度${modularity.toFixed(2)}${agreed}：${all.join('；')}${others > 0 ? `；另有${others}个` : ''}。${loose ? '重抽样后这些社群不能很好地复现：该网络没有确定的划分，不宜作为发现引用。' : ''}`;
}

/** What an answer about a network says of itself: phrases; its findings are sentences. */
export const messages = defineMessages('network', {
  method: {
    en: 'linearisation over works for strength and observed/expected; Poisson replicates over works for the stability of communities',
    zh: '合作强度与观测/预期按论文线性化；社群稳定性按论文的泊松重抽样',
  },
  largeTeams: {
    en: 'in full counting a work of k cities makes k(k − 1)/2 links of 1: large teams draw the picture',
    zh: '全计数下，一篇k个城市的论文产生k(k−1)/2条权重为1的合作：大团队主导全图',
  },
  unlike: {
    en: 'cities are not alike across countries: Chinese cities are prefectures with their countryside, others single places',
    zh: '各国城市口径不同：中国城市为含乡村的地级行政区，其他为单一地点',
  },
  tooFewCities: {
    en: 'links need two cities or more, and this selection has fewer',
    zh: '所选城市不足两个，无法分析合作',
  },
  noLinks: {
    en: 'these cities share no work under these filters: there are no links, centralities or communities',
    zh: '所选条件下这些城市没有合作论文：没有合作、中心性与社群',
  },
  withoutLinks: {
    en: ({ without, cities }: { without: number; cities: number }) =>
      `cities without a link in this network: ${without} of ${cities}; they are kept, and belong to no community`,
    zh: ({ without, cities }) =>
      `${cities}个城市中有${without}个在本网络中没有合作；予以保留，不属于任何社群`,
  },
  components: {
    en: ({ parts }: { parts: number }) =>
      `the linked cities fall into ${parts} parts that do not meet: eigenvector centrality is undefined there, and betweenness counts pairs within parts only`,
    zh: ({ parts }) =>
      `有合作的城市分成${parts}个互不相连的部分：特征向量中心性无定义，中介中心性只计各部分内的城市对`,
  },
  citiesLeft: {
    en: ({ left, top, inPlace, kept }: CitiesLeft) =>
      `left out: ${counted(left, 'city', 'cities')} beyond the ${top} with the strongest links${kept === null ? '' : `; what is shown is ${(kept * 100).toFixed(1)}% of the weight of links among ${AMONG.en(inPlace)}`}`,
    zh: ({ left, top, inPlace, kept }) =>
      `合作最强的${top}个城市之外，另有${left}个未显示${kept === null ? '' : `；所示占${AMONG.zh(inPlace)}之间合作权重的${(kept * 100).toFixed(1)}%`}`,
  },
  weakLinks: {
    en: ({ links, minimum, inPlace }: WeakLinks) =>
      `${links} links of fewer than ${minimum} joint works among ${AMONG.en(inPlace)} are left out`,
    zh: ({ links, minimum, inPlace }) =>
      `${AMONG.zh(inPlace)}之间合作论文不足${minimum}篇的${links}条合作未计入`,
  },
  yearsWithout: {
    en: ({ years }: { years: readonly number[] }) =>
      `years without an expectation are left out of observed and expected alike: ${joined(years, 'en')}`,
    zh: ({ years }) => `没有预期值的年份不计入观测与预期：${joined(years, 'zh')}`,
  },
  onlyInside: {
    en: 'only links among these cities count: who works with others outside is not seen here',
    zh: '只计这些城市之间的合作：与外部的合作不在此网络中',
  },
  withoutInterval: {
    en: 'lengths of paths are 1/weight; betweenness, closeness, eigenvector, PageRank, clustering, core and constraint have no interval: resampled works thin the network, and what rests on single links would be too low in every replicate',
    zh: '路径长度为1/权重；中介、接近、特征向量、PageRank、聚类、核数与约束度不给区间：对论文重抽样会使网络变稀，依赖个别合作的量在每次重抽样中都会偏低',
  },
  expected: {
    en: `observed/expected is on weight 1/(k−1) against quasi-independence over all cities, as in links; the ${LINKS_WITH_INTERVAL} strongest links have intervals`,
    zh: `观测/预期按权重1/(k−1)，以全部城市的拟独立模型为预期，与“合作”分析相同；最强的${LINKS_WITH_INTERVAL}条合作给出区间`,
  },
  noReplicates: {
    en: 'no replicates were requested: the stability of the communities is unknown',
    zh: '未要求重复抽样：社群是否稳定不得而知',
  },
  stability: {
    en: 'stability: mean Jaccard index of a community with its best match where works are resampled, of a city with the community it has there; below 0.5 a community dissolves, from 0.75 it is stable; together: how often two of its cities stay in one community. Small weights fall away in replicates, so that it is judged a little too strictly',
    zh: '稳定性：对论文重抽样后，社群与其最佳匹配（城市则为其当次所属社群）的平均Jaccard指数；低于0.5视为瓦解，0.75以上视为稳定；同组：两城市仍在同一社群的比例。微弱合作在重抽样中会消失，故判断略严',
  },
  communities: {
    en: 'communities are those of highest modularity found (Leiden); their number depends on the resolution. The layout is a picture: nearness in it measures nothing',
    zh: '社群为所得模块度最高的划分（Leiden算法），其数目取决于分辨率。布局只是图示：图上远近不作度量',
  },
  counts: { en: (of: Counts) => `${counts(of)}.`, zh: (of) => `${countsZh(of)}。` },
  /** How dense, who is strong, who is in the middle. */
  strongest: {
    en: ({ density, strongest, middle, ...of }: Strongest) =>
      `${counts(of)} (${(density * 100).toFixed(0)}% of the pairs there could be). Strongest: ${names(strongest, 'en')}.${middle.length === 0 ? '' : ` Most in the middle (betweenness): ${names(middle, 'en')}.`}`,
    zh: ({ density, strongest, middle, ...of }) =>
      `${countsZh(of)}（占可能城市对的${(density * 100).toFixed(0)}%）。合作最强：${names(strongest, 'zh')}。${middle.length === 0 ? '' : `最居中（中介中心性）：${names(middle, 'zh')}。`}`,
  },
  divided: { en: dividedIn, zh: dividedZh },
});
