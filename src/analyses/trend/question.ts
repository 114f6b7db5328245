import { z } from 'zod';
import {
  adHocRegions,
  definition,
  field,
  kindsFollowed,
  level,
  placesFollowed,
  sector,
  topFollowed,
  years,
} from '../parameters/shared.ts';
import { resultOf } from '../result/result.ts';
import {
  count,
  estimate,
  fewWorks,
  interval,
  listOf,
  placeName,
  reason,
  share,
  year,
} from '../result/values.ts';

/** Output of one place in one year, in works. */
export const trendRow = z
  .object({
    place: placeName,
    year,
    works: z.int().meta({
      description: 'All works of the year under the filters',
      label: { en: 'All works', zh: '全部论文' },
      digits: 0,
    }),
    share,
    shareInterval: interval,
    count,
    countInterval: interval,
    adjusted: z
      .number()
      .nullable()
      .meta({
        description: 'Share had there been as many works as in the base year',
        label: { en: 'Adjusted', zh: '调整份额' },
        digits: 1,
      }),
    adjustedInterval: interval,
    worldShare: z.number().nullable().describe('Part of all works’ Share'),
    worldInterval: interval,
    reason,
    fewWorks,
    incomplete: z.boolean().describe('Whether the year seems not to be recorded in full'),
  })
  .readonly();
export type TrendRow = z.output<typeof trendRow>;

/** How a place grows, rates a year: 0.05 is 5 %. */
const growth = z
  .object({
    place: placeName,
    from: z.int().describe('First of the years it is measured over'),
    to: z.int().describe('Last of them'),
    years: z.int().describe('How many of them have works'),
    relative: estimate.describe(
      'Poisson regression with all works as exposure: growth beyond that of the observatory',
    ),
    plain: estimate.describe('Poisson regression of the output as it stands'),
    logLinear: estimate.describe('Of the part of all works, by least squares of logarithms'),
    compound: estimate.describe('Of the part of all works, compound from the first year to the last'),
    tau: z.number().nullable().describe('Mann–Kendall of the part of all works'),
    p: z.number().nullable(),
    pReason: reason,
  })
  .readonly();
export type Growth = z.output<typeof growth>;

export const trendResult = resultOf(trendRow, {
  by: z.enum(['share', 'count']),
  base: z.int().nullable(),
  growth: listOf(growth).describe('One for each place; none where there are no works'),
});
export type Trend = z.output<typeof trendResult>;

export const trendParams = z.object({
  of: kindsFollowed,
  place: placesFollowed,
  definition: definition.describe('Region definitions to follow, such as yrd_41'),
  region: adHocRegions,
  years,
  field,
  sector,
  by: z
    .enum(['share', 'count'])
    .default('share')
    .meta({
      description: 'Measure whose growth is estimated: Share or Count',
      label: { en: 'Growth of', zh: '增长对象' },
      help: '增长按份额或论文数计算',
    }),
  base: z
    .int()
    .nullable()
    .default(null)
    .meta({
      description: 'Year to whose size Shares are adjusted; the last complete one by default',
      label: { en: 'Base year', zh: '基准年' },
      help: '调整份额按该年的论文总数折算；不填则为最后一个完整年份',
    }),
  until: z
    .int()
    .nullable()
    .default(null)
    .meta({
      description: 'Last year of growth; the last complete one by default',
      label: { en: 'Growth until', zh: '增长截止年' },
      help: '增长计算到哪一年；不填则为最后一个看来收录完整的年份',
    }),
  top: topFollowed(1000),
  level,
});
export type TrendParams = z.output<typeof trendParams>;
