import { z } from 'zod';
import {
  adHocRegions,
  by,
  definition,
  draws,
  field,
  inside,
  level,
  prefer,
  sector,
  seed,
  top,
  years,
} from '../parameters/shared.ts';
import { resultOf } from '../result/result.ts';
import { count, fewWorks, interval, listOf, placeName, reason, share } from '../result/values.ts';
import { KINDS } from '../places/units.ts';

/** Below this many works the normal draw behind an interval is a rough one, and the row says so. */
export const FEW_WORKS = 30;

export const rankingRow = z
  .object({
    rank: z.int().meta({ label: { en: 'Rank', zh: '排名' }, digits: 0 }),
    rankInterval: interval.describe(
      'First and last rank of the joint interval; null where nothing varies between works',
    ),
    ranked: z.int().describe('Places that it is ranked among, itself with them'),
    place: placeName,
    insteadOf: listOf(placeName).describe(
      'Places that it shares a city with and is ranked instead of, the most overlapped first; it counts in no rank but its own. None where it stands among the others',
    ),
    share,
    shareInterval: interval,
    count,
    countInterval: interval,
    reason: reason.describe('Why there is no interval; null where there is'),
    fewWorks,
  })
  .readonly();
export type RankingRow = z.output<typeof rankingRow>;

export const rankingResult = resultOf(rankingRow, {
  by: z.enum(['share', 'count']).describe('What the ranks are by'),
  ranked: z
    .int()
    .describe('Places ranked with each other, shown or not, of which no two regions share a city'),
  outranks: z
    .object({ first: placeName, second: placeName, probability: z.number().nullable(), reason })
    .readonly()
    .nullable()
    .describe('Probability, over resampled works, that the first place is ahead of the second'),
});
export type Ranking = z.output<typeof rankingResult>;

/** What can be asked of a ranking. */
export const rankingParams = z.object({
  of: z
    .array(z.enum(KINDS))
    .min(1)
    .default(['cities'])
    .meta({
      description: 'Kinds to rank: cities, provinces, nations, regions',
      label: { en: 'Of', zh: '对象' },
      help: '对哪些地点排名：城市、省份、国家、区域',
    }),
  definition: definition.describe('Region definitions to rank, such as yrd_41; all by default'),
  region: adHocRegions,
  prefer,
  inside: inside.describe(
    'Only cities of this province, nation or region, such as yrd_41; ranks are among them',
  ),
  years,
  field,
  sector,
  by,
  base: z
    .int()
    .nullable()
    .default(null)
    .meta({
      description: 'Adjust Share or Count of each year to the size of this year',
      label: { en: 'Base year', zh: '基准年' },
      help: '把各年调整到该年的规模：调整后的份额，论文数亦然',
    }),
  top: top(5000, 20).describe('Rows shown, besides regions of your own and named definitions'),
  also: z
    .array(z.string())
    .nullable()
    .default(null)
    .meta({
      description: 'Places shown whatever their rank, such as cn:3205',
      label: { en: 'Also show', zh: '另外显示' },
      help: '另外显示的地点，无论排名如何，如 cn:3205',
      names: 'place',
    }),
  outranks: z
    .array(z.string())
    .length(2)
    .nullable()
    .default(null)
    .meta({
      description: 'Two places, for the probability that the first ranks above the second',
      label: { en: 'Ahead of', zh: '领先比较' },
      help: '两个地点：前者领先后者的概率',
      names: 'place',
    }),
  intervals: z
    .boolean()
    .default(true)
    .meta({
      description: 'Compute rank intervals, which takes most of the time',
      label: { en: 'Intervals', zh: '区间' },
      help: '是否计算区间；不计算则立即作答',
    }),
  level,
  draws,
  seed,
});

export type RankingParams = z.output<typeof rankingParams>;
