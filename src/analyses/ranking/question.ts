import type { Reason } from '../../base/index.ts';
import { z } from 'zod';
import type { Result } from '../analysis.ts';
import { adHocRegions, draws, field, level, prefer, sector, seed, years } from '../parameters/shared.ts';
import type { PlaceName } from '../places/names.ts';
import { KINDS } from '../places/units.ts';

/** Below this many works the normal draw behind an interval is a rough one, and the row says so. */
export const FEW_WORKS = 30;

export interface RankingRow {
  readonly rank: number;
  /** First and last rank of the joint interval; null where nothing varies between works. */
  readonly rankInterval: readonly [number, number] | null;
  /** Places that it is ranked among, itself with them. */
  readonly ranked: number;
  readonly place: PlaceName;
  /**
   * Places that it shares a city with and is ranked instead of, the most overlapped first; it counts in no rank but its own.
   * None where it stands among the others.
   */
  readonly insteadOf: readonly PlaceName[];
  /** In works. */
  readonly share: number;
  readonly shareInterval: readonly [number, number] | null;
  readonly count: number;
  readonly countInterval: readonly [number, number] | null;
  /** Why there is no interval; null where there is. */
  readonly reason: Reason | null;
  /** Too few works for the interval to be more than rough. */
  readonly fewWorks: boolean;
}

export interface Ranking extends Result<RankingRow> {
  /** What the ranks are by. */
  readonly by: 'share' | 'count';
  /** Places ranked with each other, shown or not, of which no two regions share a city. */
  readonly ranked: number;
  /** Probability, over resampled works, that the first place is ahead of the second. */
  readonly outranks: {
    readonly first: PlaceName;
    readonly second: PlaceName;
    readonly probability: number | null;
    readonly reason: Reason | null;
  } | null;
}

/** What can be asked of a ranking. */
export const rankingParams = z.object({
  of: z
    .array(z.enum(KINDS))
    .min(1)
    .default(['cities'])
    .describe('What to rank: cities, provinces, nations, regions'),
  definition: z
    .array(z.string())
    .min(1)
    .nullable()
    .default(null)
    .describe('Region definitions to rank, such as yrd_41; all where left out'),
  region: adHocRegions,
  prefer,
  inside: z
    .string()
    .nullable()
    .default(null)
    .describe('Only cities of this province, nation or region, such as yrd_41; ranks are among them'),
  years,
  field,
  sector,
  by: z
    .enum(['share', 'count'])
    .default('share')
    .describe('Share (a work is one, split over authors and institutions) or Count'),
  base: z
    .int()
    .nullable()
    .default(null)
    .describe('Adjust each year to the size of this year: adjusted Share, and Count likewise'),
  top: z
    .int()
    .min(1)
    .max(5000)
    .default(20)
    .describe('Rows shown; regions of your own and named definitions are shown besides'),
  also: z
    .array(z.string())
    .nullable()
    .default(null)
    .describe('Places shown besides, wherever they rank, such as cn:3205'),
  outranks: z
    .array(z.string())
    .length(2)
    .nullable()
    .default(null)
    .describe('Two places: the probability that the first is ahead of the second'),
  intervals: z
    .boolean()
    .default(true)
    .describe('Whether intervals are drawn; false answers at once without them'),
  level,
  draws,
  seed,
});

export type RankingParams = z.output<typeof rankingParams>;
