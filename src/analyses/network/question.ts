import type { Bilingual } from '../../base/index.ts';
import { z } from 'zod';
import type { Result } from '../analysis.ts';
import { COUNTING_NAMES, type CountingName } from '../collaboration/counting.ts';
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
import type { PlaceName } from '../places/names.ts';

/** A city of the network. What is undefined is null, and `reason` says why. */
export interface NetworkRow {
  readonly place: PlaceName;
  readonly latitude: number | null;
  readonly longitude: number | null;
  /** Share under the filters, in works. */
  readonly share: number;
  /** Weight of the links that it has in this network, in works under the counting; interval over works. */
  readonly strength: number;
  readonly strengthInterval: readonly [number, number] | null;
  /** Cities of this network that it is linked with. */
  readonly degree: number;
  /** Part of the pairs of other cities whose shortest path goes through it (lengths 1/weight), in [0, 1]. */
  readonly betweenness: number | null;
  /** Wasserman & Faust, in works (lengths 1/weight). */
  readonly closeness: number | null;
  readonly eigenvector: number | null;
  /** They sum to 1. */
  readonly pageRank: number | null;
  readonly core: number;
  readonly clustering: number | null;
  readonly constraint: number | null;
  /** Number of its community; null for a city without links here. */
  readonly community: number | null;
  /** Mean Jaccard index of its community with the one it has in replicates over works. */
  readonly stability: number | null;
  /** Of the layout, in [−1, 1]: a picture, not a measurement. */
  readonly x: number;
  readonly y: number;
  readonly reason: Bilingual | null;
}

export interface NetworkLink {
  /** Ids, a before b. */
  readonly a: string;
  readonly b: string;
  /** Joint works under the filters, whatever the counting. */
  readonly works: number;
  /** Under the counting, in works. */
  readonly weight: number;
  /** On weight 1/(k−1), as `links` has it. */
  readonly expected: number | null;
  readonly ratio: number | null;
  /** Of the strongest links only. */
  readonly ratioInterval: readonly [number, number] | null;
  /** Why there is no expectation, ratio or interval. */
  readonly reason: Bilingual | null;
  readonly fewWorks: boolean;
}

export interface Community {
  /** 1 is the largest. */
  readonly number: number;
  readonly size: number;
  /** Ids, the strongest first. */
  readonly members: readonly string[];
  /** Mean over replicates of the best Jaccard index with a community of the replicate. */
  readonly stability: number | null;
  /** Mean part of replicates in which two of its cities are in one community. */
  readonly together: number | null;
  readonly reason: Bilingual | null;
}

/** The network as a whole. */
export interface Whole {
  readonly cities: number;
  readonly links: number;
  /** Links over the pairs there could be. */
  readonly density: number | null;
  /** Parts that do not meet, cities without links not counted; and those. */
  readonly components: number;
  readonly withoutLinks: number;
  readonly modularity: number | null;
  readonly resolution: number;
  /** Runs of the Leiden algorithm, the part of them that came to the best, and how far any two agree (AMI). */
  readonly runs: number;
  readonly reached: number | null;
  readonly runsAgree: number | null;
  /** Poisson replicates over works, and the mean adjusted Rand index of theirs with these communities. */
  readonly replicates: number;
  readonly agreement: number | null;
}

export interface Network extends Result<NetworkRow> {
  /** Whose cities they are; null for the world. */
  readonly place: PlaceName | null;
  /** What weights of links are in. */
  readonly counting: CountingName;
  readonly whole: Whole;
  readonly communities: readonly Community[];
  /** The heaviest first. */
  readonly links: readonly NetworkLink[];
}

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
      description: 'A region, province or nation, whose cities are linked; the world’s where left out',
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
      description: 'Joint works that a link has at least; weaker ones are left out',
      label: { en: 'Joint works at least', zh: '最少共同成果' },
      help: '一条合作至少有多少篇共同成果；更弱的不计',
    }),
  top: z
    .int()
    .min(1)
    .max(MOST_CITIES)
    .default(60)
    .meta({
      description: 'Cities shown at most, those with the strongest links',
      label: { en: 'Cities', zh: '城市数' },
      help: '最多显示多少个城市，取合作最强者',
    }),
  resolution: z
    .number()
    .min(0)
    .max(100)
    .default(1)
    .meta({
      description: 'Resolution of the communities: above 1 for smaller ones',
      label: { en: 'Resolution', zh: '分辨率' },
      help: '社群的分辨率：大于1则社群更小',
    }),
  replicates: z
    .int()
    .min(0)
    .max(1000)
    .default(50)
    .meta({
      description: 'Replicates over works that say how stable communities are; 0 for none',
      label: { en: 'Replicates', zh: '重抽样次数' },
      help: '对成果重抽样多少次以判断社群是否稳定；0则不做',
    }),
  seed,
  level,
});
export type NetworkParams = z.output<typeof networkParams>;
