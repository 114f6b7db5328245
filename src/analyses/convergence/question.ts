import { z } from 'zod';
import { balanceParams } from '../balance/question.ts';
import { adHocRegions, field, level, years } from '../parameters/shared.ts';
import { resultOf } from '../result/result.ts';
import { interval, listOf, parts, reason, year, zeros } from '../result/values.ts';

const number = z.number().nullable();
const figure = (en: string, zh: string): typeof number => number.meta({ label: { en, zh }, digits: 3 });

/** How far apart the parts are in one year. */
export const convergenceRow = z
  .object({
    year,
    parts: parts.describe('Parts that have something, over which σ is'),
    zeros: zeros.describe('Parts that have nothing, thus no logarithm, and are left out'),
    sigma: figure('σ', 'σ'),
    interval: interval.describe('Of σ, over resampled works; null for published figures'),
    same: figure('σ, same parts', 'σ（固定组成）').describe(
      'σ over the parts that have something in every year',
    ),
    net: figure('without noise', '扣除噪声').describe('That without the noise of their works'),
    reason,
  })
  .readonly();
export type ConvergenceRow = z.output<typeof convergenceRow>;

const trend = z
  .object({
    tau: z.number().describe('Mann–Kendall'),
    p: number,
    slope: number.describe('Theil–Sen, a year'),
    reason,
  })
  .readonly();
export type Trend = z.output<typeof trend>;

const window = z.tuple([z.int(), z.int()]).readonly();

const beta = z
  .object({
    from: window.describe('First window of years, both ends in'),
    to: window.describe('Last window of years'),
    years: z.number().describe('Years between the middles of the two'),
    parts,
    zeros: zeros.describe('Parts with nothing at one end, which have no growth'),
    beta: number,
    interval: interval.describe(
      'As if the parts stood for more of their kind: Student, n − 2 degrees of freedom',
    ),
    worksInterval: interval.describe('Over resampled works; null for published figures'),
    p: number,
    r2: number,
    speed: number.describe('λ, a year: how fast the gap closes'),
    halfLife: number.describe('Years until half of the gap is closed'),
    corrected: number.describe('β without what noise in the first window makes of it'),
    noise: number.describe('What noise in the first window makes of β'),
    reason: z.string().nullable(),
    reasonZh: z.string().nullable(),
  })
  .readonly();
export type Beta = z.output<typeof beta>;

export const convergenceResult = resultOf(convergenceRow, {
  place: z.string(),
  placeZh: z.string().nullable(),
  sameParts: z.int().describe('Number of parts that have something in every year'),
  trend: trend.describe('Of σ over the same parts in every year'),
  netTrend: trend.nullable().describe('Of that without noise'),
  beta,
  missing: listOf(z.string()).describe('Parts without a published figure in some year, by id'),
});
export type Convergence = z.output<typeof convergenceResult>;

export const convergenceParams = z.object({
  place: balanceParams.shape.place.describe(
    'A region, province or nation, whose cities are tested for convergence',
  ),
  region: adHocRegions,
  years,
  field,
  sector: balanceParams.shape.sector,
  by: balanceParams.shape.by,
  window: z
    .int()
    .min(1)
    .max(20)
    .nullable()
    .default(null)
    .meta({
      description: 'Years per window at each end for β; 3 by default, fewer if there are less than six years',
      label: { en: 'Window', zh: '时间窗' },
      help: 'β 两端各取多少年；不填为 3 年，不足六年时更少',
    }),
  metric: balanceParams.shape.metric.describe('A published metric instead of output, such as gdp_nominal'),
  vintage: balanceParams.shape.vintage,
  parts: balanceParams.shape.parts,
  statistics: balanceParams.shape.statistics,
  level,
});
export type ConvergenceParams = z.output<typeof convergenceParams>;
