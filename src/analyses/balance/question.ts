import { z } from 'zod';
import { adHocRegions, by, definition, field, level, place, sector, years } from '../parameters/shared.ts';
import { resultOf } from '../result/result.ts';
import { interval, listOf, namedId, parts, wordOf, zeros } from '../result/values.ts';
import { PARTS } from '../statistics/member-statistics.ts';

const figure = (en: string, zh: string): z.ZodNullable<z.ZodNumber> =>
  z.number().nullable().meta({ label: { en, zh }, digits: 3 });

/** One index of how evenly something is spread over the parts of one place, or of all places together. */
export const balanceRow = z
  .object({
    place: namedId.meta({
      description: 'A place; `together` for all requested places together',
      label: { en: 'Place', zh: '地点' },
    }),
    parts: parts.describe('Cities (or provinces) among which it is spread'),
    zeros,
    index: wordOf({
      theil: '泰尔T指数',
      theil_between: '泰尔T指数（组间）',
      theil_within: '泰尔T指数（组内）',
      theil_population: '泰尔T指数（人口加权）',
      gini: '基尼系数',
      gini_corrected: '基尼系数（小样本校正）',
      cv: '变异系数',
      williamson: '威廉姆森系数',
      first_share: '首位占比',
    }).meta({ label: { en: 'Index', zh: '指数' } }),
    value: figure('Value', '数值'),
    interval: interval.describe('Over resampled works; null for published figures'),
    boundary: interval.meta({
      description: 'Over the parts, by the jackknife: what leaving one out does',
      label: { en: 'boundary', zh: '边界' },
      digits: 3,
    }),
    most: figure('Most', '最大值').describe('What the index would be if one part had everything'),
    reason: z
      .string()
      .nullable()
      .meta({
        description: 'Why there is no value, or no interval',
        label: { en: 'Why not', zh: '缺失原因' },
      }),
    reasonZh: z.string().nullable(),
    first: z
      .string()
      .nullable()
      .meta({ description: 'The part that has most, for its share', label: { en: 'First', zh: '首位' } }),
    firstZh: z.string().nullable(),
  })
  .readonly();
export type BalanceRow = z.output<typeof balanceRow>;

export const balanceResult = resultOf(balanceRow, {
  missing: listOf(z.string()).describe('Parts without a published figure or population, by id'),
});
export type Balance = z.output<typeof balanceResult>;

export const statistics = z
  .array(z.string())
  .nullable()
  .default(null)
  .describe('CSV files of published figures of your own, in addition to those included')
  .meta({ local: true });

export const balanceParams = z.object({
  place: place.describe('A region, province or nation, whose cities are compared'),
  definition: definition.describe(
    'Several regions, such as jjj_13,yrd_41,gba_9_2; if they do not overlap, also between and within them',
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
      description: 'A published metric of one year instead of output, such as gdp_nominal',
      label: { en: 'Published metric', zh: '公布指标' },
      help: '用公布指标代替产出，如 gdp_nominal',
    }),
  vintage: z
    .string()
    .nullable()
    .default(null)
    .meta({
      description: 'Vintage of its figures; by default the preferred one that all parts have',
      label: { en: 'Vintage', zh: '数据版本' },
      help: '公布数据的版本；不填则用各部分共有的首选版本',
    }),
  parts: z
    .enum(PARTS)
    .default('cities')
    .meta({
      description: 'Units compared: cities, or provinces if the place has all their cities',
      label: { en: 'Parts', zh: '组成部分' },
      help: '比较哪些部分：城市，或（全部城市都在其内时）省份',
    }),
  populationYear: z
    .int()
    .nullable()
    .default(null)
    .meta({
      description: 'Year of the population weights; the last requested year by default',
      label: { en: 'Population of', zh: '人口年份' },
      help: '用作权重的人口的年份；不填则为所问的最后一年',
    }),
  statistics,
  level,
});
export type BalanceParams = z.output<typeof balanceParams>;
