import { z } from 'zod';
import type { Result } from './analysis.ts';
import { draws, field, level, seed, years } from './params.ts';
import type { PlaceName } from './place-names.ts';

export const TESTED = ['ranking', 'links', 'balance', 'convergence'] as const;
export type Tested = (typeof TESTED)[number];

/** How an answer is asked for: one choice on every axis that it has. */
export interface Setting {
  /** Place id of the definition, or of the place that has no other. */
  readonly place: string;
  readonly by: 'share' | 'count' | null;
  readonly counting: string | null;
  readonly coaffiliation: boolean | null;
  readonly capped: boolean | null;
}

/**
 * The number that an answer comes down to. A *rank* is fragile where another setting leaves its interval; a *direction*
 * where it comes to lie on the other side of `neutral`; a *first* where another is first. A *level* (such as the intra
 * share, which rises with size alone) has no verdict.
 */
export interface Headline {
  readonly headline: string;
  readonly kind: 'rank' | 'direction' | 'first' | 'level';
  readonly value: number | null;
  readonly text: string | null;
  readonly textZh: string | null;
  readonly interval: readonly [number, number] | null;
  readonly neutral: number | null;
  readonly reason: string | null;
}

export interface SensitivityRow extends Headline {
  readonly setting: Setting;
  readonly name: string;
  readonly nameZh: string | null;
  /** The setting that the others are held against: the first. */
  readonly base: boolean;
}

export interface Verdict {
  readonly headline: string;
  readonly kind: Headline['kind'];
  readonly verdict: 'stable' | 'fragile' | 'no verdict';
  /** Least and most over settings; null where it is no number. */
  readonly range: readonly [number, number] | null;
  /** Settings that differ from the base so that it is fragile. */
  readonly against: number;
  readonly settings: number;
  /** Settings without a value. */
  readonly undefined: number;
  readonly said: string;
  readonly saidZh: string;
}

export interface Sensitivity extends Result<SensitivityRow> {
  readonly place: PlaceName;
  readonly tested: Tested;
  readonly verdicts: readonly Verdict[];
}

export const sensitivityParams = z.object({
  analysis: z
    .enum(TESTED)
    .default('ranking')
    .describe('Whose answer is put to the test: ranking, links, balance, convergence'),
  place: z.string().describe('A region, under all its definitions; or another place'),
  definition: z
    .array(z.string())
    .min(1)
    .nullable()
    .default(null)
    .describe(
      'Definitions to try besides; those that share most of their cities with the region where left out',
    ),
  years,
  field,
  level,
  draws,
  seed,
});
export type SensitivityParams = z.output<typeof sensitivityParams>;
