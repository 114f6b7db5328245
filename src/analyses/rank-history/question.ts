import { z } from 'zod';
import {
  adHocRegions,
  definition,
  draws,
  field,
  kindsFollowed,
  level,
  placesFollowed,
  prefer,
  sector,
  seed,
  topFollowed,
  window,
  years,
} from '../parameters/shared.ts';
import { resultOf } from '../result/result.ts';
import { count, fewWorks, interval, listOf, placeName, reason, share, yearSpan } from '../result/values.ts';

/** Where one place stood in one window of years. */
export const rankHistoryRow = z
  .object({
    place: placeName,
    years: yearSpan,
    rank: z
      .int()
      .nullable()
      .meta({
        description: 'Null where the place had no output in these years',
        label: { en: 'Rank', zh: '排名' },
        digits: 0,
      }),
    rankInterval: interval,
    ranked: z.int().meta({
      description: 'Places with output in these years that it is ranked among, itself with them',
      label: { en: 'of', zh: '总数' },
      digits: 0,
    }),
    insteadOf: listOf(placeName).describe(
      'Places that it shares a city with and is ranked instead of; none where it stands among the others',
    ),
    share: share.nullable(),
    shareInterval: interval,
    count: count.nullable(),
    countInterval: interval,
    reason: reason.describe('Why there is no rank, or no interval of it; null where nothing is missing'),
    fewWorks,
  })
  .readonly();
export type RankHistoryRow = z.output<typeof rankHistoryRow>;

/** The first window of years against the last. */
const rankChange = z
  .object({
    place: placeName,
    first: rankHistoryRow,
    last: rankHistoryRow,
    better: z
      .number()
      .nullable()
      .describe(
        'Probability, over resampled works, that the rank is better (a smaller number) in the last window',
      ),
    same: z.number().nullable().describe('Probability that it is as it was'),
    worse: z.number().nullable().describe('Probability that it is worse'),
    reason,
  })
  .readonly();
export type RankChange = z.output<typeof rankChange>;

export const rankHistoryResult = resultOf(rankHistoryRow, {
  by: z.enum(['share', 'count']).describe('What the ranks are by'),
  changes: listOf(rankChange).describe('One for each place; none where there are no works'),
});
export type RankHistory = z.output<typeof rankHistoryResult>;

export const rankHistoryParams = z.object({
  of: kindsFollowed.meta({
    description: 'Kinds ranked: cities, provinces, nations, regions; by default the kind of the named places',
    label: { en: 'Ranked among', zh: '排名范围' },
    help: '在哪类地点中排名：城市、省份、国家、区域；不填则为所列地点的类别',
  }),
  place: placesFollowed,
  definition: definition.describe(
    'Region definitions to rank and follow, such as yrd_41; by default all are ranked',
  ),
  region: adHocRegions,
  prefer,
  years,
  window,
  field,
  sector,
  by: z
    .enum(['share', 'count'])
    .default('share')
    .meta({
      description: 'Measure to rank by: Share or Count',
      label: { en: 'Ranked by', zh: '排名依据' },
      help: '按份额或论文数排名',
    }),
  top: topFollowed(200),
  level,
  draws,
  seed,
});
export type RankHistoryParams = z.output<typeof rankHistoryParams>;
