import type { Bilingual } from '../../base/index.ts';
import { z } from 'zod';
import type { Condition, Sentence } from '../../effects/index.ts';
import type { Result } from '../analysis.ts';
import { COUNTING_NAMES } from '../collaboration/counting.ts';
import { linksParams } from '../links/question.ts';
import { adHocRegions, field, level, sector, seed, years } from '../parameters/shared.ts';
import type { PlaceName } from '../places/names.ts';
import type { Treated } from './treated.ts';

export const SECTIONS = ['effect', 'event', 'placebo', 'sensitivity', 'flows'] as const;
export type Section = (typeof SECTIONS)[number];

/** A figure of the answer: an effect on joint works, or their means. What is undefined is null, and `reason` says why. */
export interface EffectRow {
  readonly section: Section;
  readonly what: Bilingual;
  /** Years since the policy, of the event study. */
  readonly since: number | null;
  /** The coefficient, a change of the logarithm of joint works, with its interval and error. */
  readonly estimate: number | null;
  readonly interval: readonly [number, number] | null;
  readonly standardError: number | null;
  /** exp(b) − 1 and its ends: the part by which joint works inside changed against those of the same cities with others. */
  readonly change: number | null;
  readonly changeInterval: readonly [number, number] | null;
  readonly p: number | null;
  /** Joint works a year and pair, of the section `flows`. */
  readonly flow: number | null;
  readonly reason: Bilingual | null;
}

/** What is said of the estimate beside its rows. */
export interface Fit {
  readonly equation: Bilingual;
  readonly sample: {
    readonly rows: number;
    readonly zeros: number;
    readonly singletons: number;
    readonly allZero: number;
    readonly separated: number;
    readonly used: number;
  };
  readonly effects: readonly { readonly name: string; readonly levels: number }[];
  readonly clusters: readonly { readonly name: string; readonly count: number }[];
  readonly converged: boolean;
  readonly iterations: number;
  /** The smallest change that would likely have been seen, exp(b) − 1. */
  readonly detectable: number | null;
  readonly warnings: readonly Bilingual[];
}

export interface Effect extends Result<EffectRow> {
  readonly place: PlaceName;
  /** First year of the policy, and the first in which works may have changed; null where none is known. */
  readonly policy: { readonly year: number; readonly from: number } | null;
  /** Cities of the region that are in the estimate, and the others they are compared with. */
  readonly cities: readonly PlaceName[];
  readonly controls: readonly PlaceName[];
  /** Pairs and joint works inside the region that the effect rests on; null where nothing was estimated. */
  readonly treated: Treated | null;
  readonly fit: Fit | null;
  readonly pretrend: {
    readonly statistic: number;
    readonly degrees: number;
    readonly p: number;
  } | null;
  readonly placebo: {
    readonly p: number | null;
    /** Coefficients of the placebo regions. */
    readonly distribution: readonly number[];
    readonly distance: number | null;
    readonly volume: number | null;
    readonly within: number;
    /** The greatest difference of a one-step estimate from its refit, and how many were refitted. */
    readonly refits: number;
    readonly worst: number | null;
  } | null;
  readonly sentence: (Bilingual & { readonly verb: Sentence['verb'] }) | null;
  readonly conditions: readonly Condition[];
}

/** Cities that an estimate takes: beyond, each fit takes too long to be an answer. */
export const MOST_CITIES = 300;
const ASSERTIONS = ['assigned', 'contained', 'alone'] as const;

/** What can be asked of an effect. */
export const effectParams = z.object({
  place: z.string().nullable().default(null).describe('A province or region that the policy was for'),
  region: adHocRegions.describe('A region of your own, as "Name=place,place,…", where no place is given'),
  policy: z
    .int()
    .nullable()
    .default(null)
    .describe('First year of the policy; that of the definition where left out'),
  lag: z
    .int()
    .min(0)
    .max(10)
    .default(1)
    .describe(
      'Years from the policy to the first works that it can have changed; those between are left out',
    ),
  years,
  field,
  sector,
  counting: z
    .enum(COUNTING_NAMES)
    .default('full')
    .describe('Counting of joint works: full, fractional 1/C(k,2), partner 1/(k−1), score'),
  coaffiliation: linksParams.shape.coaffiliation,
  capped: linksParams.shape.capped,
  controls: z
    .int()
    .min(1)
    .max(100)
    .nullable()
    .default(null)
    .describe(
      'Other cities for each of the region, alike in output before the policy, of its nation first; three, and at least a hundred in all, where left out',
    ),
  untreated: z
    .boolean()
    .default(false)
    .describe(
      'Whether only cities of no other region with a policy of its own in these years are controls; the notes say how many have one',
    ),
  leads: z
    .int()
    .min(1)
    .max(30)
    .default(5)
    .describe('Years before the policy estimated one by one; earlier years are pooled'),
  lags: z
    .int()
    .min(0)
    .max(30)
    .default(5)
    .describe('Years after its first estimated one by one; later years are pooled'),
  draws: z
    .int()
    .min(0)
    .max(9999)
    .default(199)
    .describe('Placebo regions that the effect is held against; 0 for none'),
  refits: z
    .int()
    .min(0)
    .max(9999)
    .default(5)
    .describe('Placebo regions that are estimated to the end, to compare with one step'),
  sensitivity: z
    .boolean()
    .default(true)
    .describe(
      'Whether the effect is reported under other countings, lags and definitions too; false leaves them out',
    ),
  vouch: z
    .array(z.enum(ASSERTIONS))
    .default([])
    .describe(
      'Conditions that you assume, as no works can show them: assigned (who got the policy did not depend on future collaboration), contained (collaboration outside was not changed), alone (no other shock at that time)',
    ),
  seed,
  level,
});
export type EffectParams = z.output<typeof effectParams>;
