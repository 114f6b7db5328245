import { z } from 'zod';
import type { Result } from '../analysis.ts';
import { adHocRegions, by, definition, field, level, place, sector, years } from '../parameters/shared.ts';
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
  place: place.describe('A region, province or nation, over whose cities output is spread'),
  definition: definition.describe(
    'Several regions, such as jjj_13,yrd_41,gba_9_2; where they do not overlap, also between and within them',
  ),
  region: adHocRegions,
  years,
  field,
  sector,
  by,
  metric: z
    .string()
    .nullable()
    .default(null)
    .meta({
      description: 'A published metric instead of output, such as gdp_nominal, in one year',
      label: { en: 'Published metric', zh: '公布指标' },
      help: '用公布指标代替产出，如 gdp_nominal',
    }),
  vintage: z
    .string()
    .nullable()
    .default(null)
    .meta({
      description: 'Vintage of its figures; the preferred one that all parts have where left out',
      label: { en: 'Vintage', zh: '数据版本' },
      help: '公布数据的版本；不填则用各部分共有的首选版本',
    }),
  parts: z
    .enum(PARTS)
    .default('cities')
    .meta({
      description:
        'Parts whose figures are compared: cities, or provinces where a place has all their cities',
      label: { en: 'Parts', zh: '组成部分' },
      help: '比较哪些部分：城市，或（全部城市都在其内时）省份',
    }),
  populationYear: z
    .int()
    .nullable()
    .default(null)
    .meta({
      description: 'Year of the populations that weight; the last year asked for where left out',
      label: { en: 'Population of', zh: '人口年份' },
      help: '用作权重的人口的年份；不填则为所问的最后一年',
    }),
  statistics,
  level,
});
export type BalanceParams = z.output<typeof balanceParams>;
