import { z } from 'zod';
import { COUNTING_NAMES } from '../collaboration/counting.ts';
import {
  adHocRegions,
  capped,
  coaffiliation,
  field,
  level,
  sector,
  seed,
  years,
} from '../parameters/shared.ts';
import { resultOf } from '../result/result.ts';
import { fewWorks, interval, listOf, placeName, reasonText, share } from '../result/values.ts';

const measure = (en: string, zh: string, digits: number, description: string) =>
  z.number().nullable().meta({ label: { en, zh }, digits, description });

/** A city of the network. What is undefined is null, and `reason` says why. */
export const networkRow = z
  .object({
    place: placeName.meta({ label: { en: 'City', zh: '城市' } }),
    latitude: measure('Latitude', '纬度', 4, 'In degrees; null where it is not known'),
    longitude: measure('Longitude', '经度', 4, 'In degrees; null where it is not known'),
    share: share.describe('Share under the filters, in works'),
    strength: z.number().meta({
      description: 'Weight of the links that it has in this network, in works under the counting',
      label: { en: 'Strength', zh: '合作强度' },
      digits: 1,
    }),
    strengthInterval: interval.describe('Over works'),
    degree: z.int().meta({
      description: 'Cities of this network that it is linked with',
      label: { en: 'Degree', zh: '度' },
      digits: 0,
    }),
    betweenness: measure(
      'Betweenness',
      '中介中心性',
      3,
      'Part of the pairs of other cities whose shortest path goes through it (lengths 1/weight), in [0, 1]',
    ),
    closeness: measure(
      'Closeness',
      '接近中心性',
      2,
      'Closeness by Wasserman and Faust, in works (lengths 1/weight)',
    ),
    eigenvector: measure('Eigenvector', '特征向量', 3, 'Eigenvector centrality'),
    pageRank: measure('PageRank', 'PageRank', 3, 'PageRank; those of all cities sum to 1'),
    core: z.int().meta({
      description: 'Largest k for which it is in the k-core',
      label: { en: 'Core', zh: '核数' },
      digits: 0,
    }),
    clustering: measure('Clustering', '聚类系数', 2, 'Clustering coefficient'),
    constraint: measure('Constraint', '约束度', 2, 'Constraint by Burt'),
    community: z
      .int()
      .nullable()
      .meta({
        description: 'Number of its community; null for a city without links here',
        label: { en: 'Community', zh: '社群' },
        digits: 0,
      }),
    stability: measure(
      'Stability',
      '稳定性',
      2,
      'Mean Jaccard index of its community with the one it has in replicates over works',
    ),
    x: z.number().meta({
      description: 'Of the layout, in [−1, 1]: for drawing, not a measurement',
      label: { en: 'x', zh: 'x' },
      digits: 5,
    }),
    y: z.number().meta({
      description: 'Of the layout, in [−1, 1]: for drawing, not a measurement',
      label: { en: 'y', zh: 'y' },
      digits: 5,
    }),
    reason: reasonText,
  })
  .readonly();
export type NetworkRow = z.output<typeof networkRow>;

const networkLink = z
  .object({
    a: z.string().describe('Id of the city that is first by id'),
    b: z.string().describe('Id of the other'),
    works: z.int().describe('Joint works under the filters, whatever the counting'),
    weight: z.number().describe('Under the counting, in works'),
    expected: z.number().nullable().describe('On weight 1/(k−1), as links has it'),
    ratio: z.number().nullable().describe('Observed over expected'),
    ratioInterval: interval.describe('Of the strongest links only'),
    reason: reasonText.describe('Why there is no expectation, ratio or interval'),
    fewWorks: fewWorks.describe('Whether there are too few joint works for the ratio to say much'),
  })
  .readonly();
export type NetworkLink = z.output<typeof networkLink>;

const community = z
  .object({
    number: z.int().describe('1 is the largest'),
    size: z.int(),
    members: listOf(z.string()).describe('Ids, the strongest first'),
    stability: z
      .number()
      .nullable()
      .describe('Mean over replicates of the best Jaccard index with a community of the replicate'),
    together: z
      .number()
      .nullable()
      .describe('Mean part of replicates in which two of its cities are in one community'),
    reason: reasonText,
  })
  .readonly();
export type Community = z.output<typeof community>;

const whole = z
  .object({
    cities: z.int(),
    links: z.int(),
    density: z.number().nullable().describe('Links over the pairs there could be'),
    components: z.int().describe('Parts that no link joins, cities without links not counted'),
    withoutLinks: z.int().describe('Cities without links'),
    modularity: z.number().nullable(),
    resolution: z.number(),
    runs: z.int().describe('Runs of the Leiden algorithm'),
    reached: z.number().nullable().describe('Part of the runs that came to the best'),
    runsAgree: z.number().nullable().describe('How far any two runs agree (adjusted mutual information)'),
    replicates: z.int().describe('Poisson replicates over works'),
    agreement: z
      .number()
      .nullable()
      .describe('Mean adjusted Rand index of the communities of replicates with these'),
  })
  .readonly();
export type Whole = z.output<typeof whole>;

export const networkResult = resultOf(networkRow, {
  place: placeName.nullable().describe('Whose cities they are; null for the world'),
  counting: z.enum(COUNTING_NAMES).describe('What weights of links are in'),
  whole: whole.describe('The network as a whole'),
  communities: listOf(community),
  links: listOf(networkLink).describe('The heaviest first'),
});
export type Network = z.output<typeof networkResult>;

/** So many of the strongest links have an interval of observed/expected: it takes a pass over works for each. */
export const LINKS_WITH_INTERVAL = 30;
const MOST_CITIES = 300;

/** What can be asked of a network. */
export const networkParams = z.object({
  place: z
    .string()
    .nullable()
    .default(null)
    .meta({
      description: 'A region, province or nation whose cities are linked; the world by default',
      label: { en: 'Cities of', zh: '城市属于' },
      help: '其城市构成网络的区域、省份或国家；不填则为全球',
      names: 'place',
    }),
  region: adHocRegions,
  years,
  field,
  sector,
  counting: z
    .enum(COUNTING_NAMES)
    .default('partner')
    .meta({
      description: 'Weight of a link: partner 1/(k−1), fractional 1/C(k,2), full, score',
      label: { en: 'Counting', zh: '计数方法' },
      help: '合作的权重：partner 1/(k−1)、fractional 1/C(k,2)、full 全计数、score 得分',
    }),
  coaffiliation,
  capped,
  minimum: z
    .int()
    .min(1)
    .max(1_000_000)
    .default(1)
    .meta({
      description: 'Minimum joint works of a link',
      label: { en: 'Joint works at least', zh: '最少合作论文' },
      help: '一条合作至少有多少篇合作论文；更弱的不计',
    }),
  top: z
    .int()
    .min(1)
    .max(MOST_CITIES)
    .default(60)
    .meta({
      description: 'Maximum number of cities, those with the strongest links first',
      label: { en: 'Cities', zh: '城市数' },
      help: '最多显示多少个城市，取合作最强者',
    }),
  resolution: z
    .number()
    .min(0)
    .max(100)
    .default(1)
    .meta({
      description: 'Resolution of communities; above 1 gives smaller ones',
      label: { en: 'Resolution', zh: '分辨率' },
      help: '社群的分辨率：大于1则社群更小',
    }),
  replicates: z
    .int()
    .min(0)
    .max(1000)
    .default(50)
    .meta({
      description: 'Resamples for the stability of communities; 0 for none',
      label: { en: 'Replicates', zh: '重抽样次数' },
      help: '对论文重抽样多少次以判断社群是否稳定；0则不做',
    }),
  seed,
  level,
});
export type NetworkParams = z.output<typeof networkParams>;
