import type { Reason } from '../../base/index.ts';
import { z } from 'zod';
import type { Result } from '../analysis.ts';
import { balanceParams } from '../balance/question.ts';
import { adHocRegions, field, level, years } from '../parameters/shared.ts';

/** How far apart the parts are in one year. */
export interface ConvergenceRow {
  readonly year: number;
  /** Parts with something, over which σ is; and those with nothing, which have no logarithm and are left out. */
  readonly parts: number;
  readonly zeros: number;
  readonly sigma: number | null;
  /** Over resampled works; null for published figures. */
  readonly interval: readonly [number, number] | null;
  /** σ over the parts that have something in every year, and that without the noise of their works. */
  readonly same: number | null;
  readonly net: number | null;
  readonly reason: Reason | null;
}

export interface Trend {
  readonly tau: number;
  readonly p: number | null;
  /** Theil-Sen, a year. */
  readonly slope: number | null;
  readonly reason: Reason | null;
}

export interface Beta {
  /** First and last window of years. */
  readonly from: readonly [number, number];
  readonly to: readonly [number, number];
  /** Years between the middles of the two. */
  readonly years: number;
  readonly parts: number;
  /** Parts with nothing at one end, which have no growth. */
  readonly zeros: number;
  readonly beta: number | null;
  /** As if the parts stood for more of their kind: Student, n − 2 degrees of freedom. */
  readonly interval: readonly [number, number] | null;
  /** Over resampled works; null for published figures. */
  readonly worksInterval: readonly [number, number] | null;
  readonly p: number | null;
  readonly r2: number | null;
  readonly speed: number | null;
  readonly halfLife: number | null;
  /** β without what noise in the first window makes of it, and that part. */
  readonly corrected: number | null;
  readonly noise: number | null;
  readonly reason: string | null;
  readonly reasonZh: string | null;
}

export interface Convergence extends Result<ConvergenceRow> {
  readonly place: string;
  readonly placeZh: string | null;
  /** Number of parts that have something in every year. */
  readonly sameParts: number;
  /** Of σ over the same parts in every year, and of that without noise. */
  readonly trend: Trend;
  readonly netTrend: Trend | null;
  readonly beta: Beta;
  readonly missing: readonly string[];
}

export const convergenceParams = z.object({
  place: balanceParams.shape.place.describe('A region, province or nation, whose cities may draw level'),
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
      description:
        'Years taken together at either end for β; 3 where left out, fewer where there are not six years',
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
