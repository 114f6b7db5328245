import type { Reason } from '../../base/index.ts';
import { z } from 'zod';
import type { Result } from '../analysis.ts';
import type { Estimate } from '../output/estimate.ts';
import { adHocRegions, field, level, placesFollowed, sector, years } from '../parameters/shared.ts';
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
    .describe('Of what the first are followed: cities, provinces, nations, regions; cities where left out'),
  place: placesFollowed,
  definition: z
    .array(z.string())
    .min(1)
    .nullable()
    .default(null)
    .describe('Region definitions followed, such as yrd_41'),
  region: adHocRegions,
  years,
  field,
  sector,
  by: z.enum(['share', 'count']).default('share').describe('What growth is of: Share or Count'),
  base: z
    .int()
    .nullable()
    .default(null)
    .describe('Year whose number of works adjusted Shares take; the last whole one where left out'),
  until: z
    .int()
    .nullable()
    .default(null)
    .describe('Last year of growth; the last that seems recorded in full where left out'),
  top: z
    .int()
    .min(1)
    .max(1000)
    .nullable()
    .default(null)
    .describe('Places followed besides: the first so many over all years together; 5 where none is named'),
  level,
});
export type TrendParams = z.output<typeof trendParams>;
