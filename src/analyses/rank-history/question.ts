import type { Reason } from '../../base/index.ts';
import { z } from 'zod';
import type { Result } from '../analysis.ts';
import {
  adHocRegions,
  definition,
  draws,
  field,
  level,
  placesFollowed,
  prefer,
  sector,
  seed,
  window,
  years,
} from '../parameters/shared.ts';
import type { PlaceName } from '../places/names.ts';
import { KINDS } from '../places/units.ts';
import type { Years } from '../population/year-windows.ts';

/** Where one place stood in one window of years. */
export interface RankHistoryRow {
  readonly place: PlaceName;
  readonly years: Years;
  /** Null where the place had no output in these years. */
  readonly rank: number | null;
  readonly rankInterval: readonly [number, number] | null;
  /** Places that had output in these years and are ranked with it, itself among them. */
  readonly ranked: number;
  /** Places that it shares a city with and is ranked instead of; none where it stands among the others. */
  readonly insteadOf: readonly PlaceName[];
  /** In works. */
  readonly share: number | null;
  readonly shareInterval: readonly [number, number] | null;
  readonly count: number | null;
  readonly countInterval: readonly [number, number] | null;
  /** Why there is no rank, or no interval of it. */
  readonly reason: Reason | null;
  readonly fewWorks: boolean;
}

/** The first window of years against the last. */
export interface RankChange {
  readonly place: PlaceName;
  readonly first: RankHistoryRow;
  readonly last: RankHistoryRow;
  /** Probabilities over resampled works that the rank is better (a smaller number) in the last window, as it was, worse. */
  readonly better: number | null;
  readonly same: number | null;
  readonly worse: number | null;
  readonly reason: Reason | null;
}

export interface RankHistory extends Result<RankHistoryRow> {
  readonly by: 'share' | 'count';
  /** One for each place; none where there are no works. */
  readonly changes: readonly RankChange[];
}

export const rankHistoryParams = z.object({
  of: z
    .array(z.enum(KINDS))
    .min(1)
    .nullable()
    .default(null)
    .meta({
      description:
        'Among what places are ranked: cities, provinces, nations, regions; the kind of the places that are named where left out',
      label: { en: 'Ranked among', zh: '排名范围' },
      help: '在哪类地点中排名：城市、省份、国家、区域；不填则为所列地点的类别',
    }),
  place: placesFollowed,
  definition: definition.describe(
    'Region definitions to rank and follow, such as yrd_41; all are ranked where left out',
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
      description: 'What is ranked by: Share or Count',
      label: { en: 'Ranked by', zh: '排名依据' },
      help: '按份额或论文数排名',
    }),
  top: z
    .int()
    .min(1)
    .max(200)
    .nullable()
    .default(null)
    .meta({
      description:
        'Places followed besides: the first so many over all years together; 5 where none is named',
      label: { en: 'First so many', zh: '前几名' },
      help: '另外跟踪各年合计的前几名；未列出地点时为五个',
    }),
  level,
  draws,
  seed,
});
export type RankHistoryParams = z.output<typeof rankHistoryParams>;
