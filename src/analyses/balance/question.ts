import { z } from 'zod';
import type { Result } from '../analysis.ts';
import { adHocRegions, field, level, sector, years } from '../parameters/shared.ts';
import { PARTS } from '../statistics/member-statistics.ts';

/** One index of how evenly something is spread over the parts of one place, or of all places together. */
export interface BalanceRow {
  /** `together` where it is about all places asked for. */
  readonly place: { readonly id: string; readonly name: string; readonly nameZh: string | null };
  /** Cities (or provinces) among which it is spread, and those of them that have nothing. */
  readonly parts: number;
  readonly zeros: number;
  readonly index: string;
  readonly value: number | null;
  /** Over resampled works; null for published figures. */
  readonly interval: readonly [number, number] | null;
  /** Over the parts, by the jackknife: what leaving one out does. */
  readonly boundary: readonly [number, number] | null;
  /** What the index would be if one part had everything. */
  readonly most: number | null;
  /** Why there is no value, or no interval. */
  readonly reason: string | null;
  readonly reasonZh: string | null;
  /** The part that has most, for its share. */
  readonly first: string | null;
  readonly firstZh: string | null;
}

export interface Balance extends Result<BalanceRow> {
  /** Parts whose published figure or population lacks, by id. */
  readonly missing: readonly string[];
}

export const statistics = z
  .array(z.string())
  .nullable()
  .default(null)
  .describe('CSV files of published figures of your own, beside those that ship')
  .meta({ local: true });

export const balanceParams = z.object({
  place: z
    .string()
    .nullable()
    .default(null)
    .describe('A region, province or nation, over whose cities output is spread'),
  definition: z
    .array(z.string())
    .min(1)
    .nullable()
    .default(null)
    .describe(
      'Several regions, such as jjj_13,yrd_41,gba_9_2; where they do not overlap, also between and within them',
    ),
  region: adHocRegions,
  years,
  field,
  sector,
  by: z
    .enum(['share', 'count'])
    .default('share')
    .describe('Share (a work is one, split over authors and institutions) or Count'),
  metric: z
    .string()
    .nullable()
    .default(null)
    .describe('A published metric instead of output, such as gdp_nominal, in one year'),
  vintage: z
    .string()
    .nullable()
    .default(null)
    .describe('Vintage of its figures; the preferred one that all parts have where left out'),
  parts: z
    .enum(PARTS)
    .default('cities')
    .describe('Parts whose figures are compared: cities, or provinces where a place has all their cities'),
  populationYear: z
    .int()
    .nullable()
    .default(null)
    .describe('Year of the populations that weight; the last year asked for where left out'),
  statistics,
  level,
});
export type BalanceParams = z.output<typeof balanceParams>;
