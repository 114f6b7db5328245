import { z } from 'zod';
import type { Policy } from '../../facts/index.ts';
import type { Result } from '../analysis.ts';
import type { Estimate } from '../output/estimate.ts';
import {
  adHocRegions,
  capped,
  coaffiliation,
  field,
  level,
  sector,
  window,
  years,
} from '../parameters/shared.ts';
import type { PlaceName } from '../places/names.ts';
import type { Years } from '../population/year-windows.ts';

/** How a region's cities work together in one window of years. */
export interface CoordinationRow {
  readonly place: PlaceName;
  readonly years: Years;
  /** Its cities, those without works too; and works with a link inside. */
  readonly cities: number;
  readonly jointWorks: number;
  /** On weight 1/(k−1): the part of its cities' collaboration that stays inside, as expected, and one over the other. */
  readonly intraShare: Estimate;
  readonly expectedShare: number | null;
  readonly ratio: Estimate;
  /** Part of its pairs of cities with a joint work. */
  readonly density: number | null;
  /** Its weighted analogue: mean weight of a pair of its cities, a thousand of all works. */
  readonly pairWeight: Estimate;
  /** The city of most links inside, and the part of them that touch it. */
  readonly first: PlaceName | null;
  readonly throughFirst: Estimate;
  /** Of links inside: slope of ln strength on ln rank, and evenness. */
  readonly slope: Estimate;
  readonly entropy: Estimate;
  /** Gini coefficient of its cities' Shares. */
  readonly gini: Estimate;
  /** Mean great-circle distance of its links by weight, in kilometres. */
  readonly kmInside: Estimate;
  readonly kmOutside: Estimate;
  /** Mean number of its cities in a joint work. */
  readonly citiesPerWork: Estimate;
  /** Too few joint works for intervals to be more than rough. */
  readonly fewWorks: boolean;
  /** What was decided for the region in these years. */
  readonly policies: readonly Policy[];
}

/** A region in the years before a policy and in those after, the year itself left out. */
export interface BeforeAfter {
  readonly place: PlaceName;
  readonly before: Years | null;
  readonly after: Years | null;
  readonly intraBefore: Estimate;
  readonly intraAfter: Estimate;
  readonly ratioBefore: Estimate;
  readonly ratioAfter: Estimate;
  /** Observed/expected after over before. */
  readonly change: Estimate;
}

export interface Coordination extends Result<CoordinationRow> {
  readonly place: PlaceName;
  readonly peers: readonly PlaceName[];
  /** What was decided for the region asked about, with sources. */
  readonly policies: readonly {
    readonly year: number;
    readonly date: string;
    readonly name: string;
    readonly nameZh: string | null;
    readonly source: string;
  }[];
  /** The policy's year, and the region and its peers around it; null where there is none. */
  readonly around: { readonly year: number; readonly places: readonly BeforeAfter[] } | null;
}

export const coordinationParams = z.object({
  place: z
    .string()
    .nullable()
    .default(null)
    .meta({
      description: 'A province, nation or region',
      label: { en: 'Region', zh: '区域' },
      help: '省份、国家或区域',
      names: 'place',
    }),
  region: adHocRegions.meta({
    description:
      'A region of your own, as "Name=place,place,…"; the first is asked about where no place is given, others are peers',
    label: { en: 'Region of your own', zh: '自定区域' },
    help: '自定区域，写作“名称=地点,地点,…”；未填区域时问第一个，其余为对照',
  }),
  peers: z
    .array(z.string())
    .min(1)
    .nullable()
    .default(null)
    .meta({
      description: 'Regions to set beside it, such as yrd_41,gba_9_2; none where left out',
      label: { en: 'Peers', zh: '对照区域' },
      help: '并列的区域，如 yrd_41,gba_9_2；不填则没有',
      names: 'place',
    }),
  years,
  window,
  policy: z
    .int()
    .nullable()
    .default(null)
    .meta({
      description:
        'Year of the policy that separates before from after; that of the definition where left out',
      label: { en: 'Policy year', zh: '政策年份' },
      help: '比较哪一年政策的前后；不填则取定义中的年份',
    }),
  span: z
    .int()
    .min(1)
    .max(20)
    .default(3)
    .meta({
      description: 'Years before and after the policy that are compared',
      label: { en: 'Years around', zh: '前后年数' },
      help: '政策前后各比较多少年',
    }),
  field,
  sector,
  coaffiliation,
  capped,
  level,
});
export type CoordinationParams = z.output<typeof coordinationParams>;
