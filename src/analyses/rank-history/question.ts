import type { Reason } from '../../base/index.ts';
import { z } from 'zod';
import type { Result } from '../analysis.ts';
import {
  adHocRegions,
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
    .describe(
      'Among what places are ranked: cities, provinces, nations, regions; the kind of the places that are named where left out',
    ),
  place: placesFollowed,
  definition: z
    .array(z.string())
    .min(1)
    .nullable()
    .default(null)
    .describe('Region definitions to rank and follow, such as yrd_41; all are ranked where left out'),
  region: adHocRegions,
  prefer,
  years,
  window,
  field,
  sector,
  by: z.enum(['share', 'count']).default('share').describe('What is ranked by: Share or Count'),
  top: z
    .int()
    .min(1)
    .max(200)
    .nullable()
    .default(null)
    .describe('Places followed besides: the first so many over all years together; 5 where none is named'),
  level,
  draws,
  seed,
});
export type RankHistoryParams = z.output<typeof rankHistoryParams>;
