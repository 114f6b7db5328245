import type { Reason } from '../../base/index.ts';
import { z } from 'zod';
import type { Result } from '../analysis.ts';
import type { Estimate } from '../output/estimate.ts';
import {
  adHocRegions,
  definition,
  field,
  level,
  placesFollowed,
  sector,
  years,
} from '../parameters/shared.ts';
import type { PlaceName } from '../places/names.ts';
import { KINDS } from '../places/units.ts';

/** Output of one place in one year, in works. */
export interface TrendRow {
  readonly place: PlaceName;
  readonly year: number;
  /** All works of the year under the filters. */
  readonly works: number;
  readonly share: number;
  readonly shareInterval: readonly [number, number] | null;
  readonly count: number;
  readonly countInterval: readonly [number, number] | null;
  /** Share had there been as many works as in the base year. */
  readonly adjusted: number | null;
  readonly adjustedInterval: readonly [number, number] | null;
  /** Part of all works' Share. */
  readonly worldShare: number | null;
  readonly worldInterval: readonly [number, number] | null;
  /** Why there is no interval. */
  readonly reason: Reason | null;
  readonly fewWorks: boolean;
  /** Of a year that seems not to be recorded in full. */
  readonly incomplete: boolean;
}

/** How a place grows, rates a year: 0.05 is 5 %. */
export interface Growth {
  readonly place: PlaceName;
  /** First and last of the years it is measured over, and how many of them have works. */
  readonly from: number;
  readonly to: number;
  readonly years: number;
  /** Poisson regression with all works as exposure: growth beyond that of the observatory; and as it stands. */
  readonly relative: Estimate;
  readonly plain: Estimate;
  /** Of the part of all works: by least squares of logarithms, and compound from the first year to the last. */
  readonly logLinear: Estimate;
  readonly compound: Estimate;
  /** Mann-Kendall of the part of all works. */
  readonly tau: number | null;
  readonly p: number | null;
  readonly pReason: Reason | null;
}

export interface Trend extends Result<TrendRow> {
  readonly by: 'share' | 'count';
  readonly base: number | null;
  /** One for each place; none where there are no works. */
  readonly growth: readonly Growth[];
}

export const trendParams = z.object({
  of: z
    .array(z.enum(KINDS))
    .min(1)
    .nullable()
    .default(null)
    .meta({
      description:
        'Of what the first are followed: cities, provinces, nations, regions; cities where left out',
      label: { en: 'First of', zh: '何者居前' },
      help: '取哪一类地点的前几名：城市、省份、国家、区域；不填则为城市',
    }),
  place: placesFollowed,
  definition: definition.describe('Region definitions followed, such as yrd_41'),
  region: adHocRegions,
  years,
  field,
  sector,
  by: z
    .enum(['share', 'count'])
    .default('share')
    .meta({
      description: 'What growth is of: Share or Count',
      label: { en: 'Growth of', zh: '增长对象' },
      help: '增长按份额或论文数计算',
    }),
  base: z
    .int()
    .nullable()
    .default(null)
    .meta({
      description: 'Year whose number of works adjusted Shares take; the last whole one where left out',
      label: { en: 'Base year', zh: '基准年' },
      help: '调整份额按该年的成果数折算；不填则为最后一个完整年份',
    }),
  until: z
    .int()
    .nullable()
    .default(null)
    .meta({
      description: 'Last year of growth; the last that seems recorded in full where left out',
      label: { en: 'Growth until', zh: '增长截止年' },
      help: '增长计算到哪一年；不填则为最后一个看来收录完整的年份',
    }),
  top: z
    .int()
    .min(1)
    .max(1000)
    .nullable()
    .default(null)
    .meta({
      description:
        'Places followed besides: the first so many over all years together; 5 where none is named',
      label: { en: 'First so many', zh: '前几名' },
      help: '另外跟踪各年合计的前几名；未列出地点时为五个',
    }),
  level,
});
export type TrendParams = z.output<typeof trendParams>;
