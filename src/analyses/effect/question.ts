import type { Bilingual } from '../../base/index.ts';
import { z } from 'zod';
import type { Condition, Sentence } from '../../effects/index.ts';
import type { Result } from '../analysis.ts';
import { COUNTING_NAMES } from '../collaboration/counting.ts';
import {
  adHocRegions,
  capped,
  coaffiliation,
  field,
  level,
  sector,
  seed,
  years,
} from '../parameters/shared.ts';
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
  place: z
    .string()
    .nullable()
    .default(null)
    .meta({
      description: 'A province or region that the policy was for',
      label: { en: 'Region', zh: '区域' },
      help: '政策所针对的省份或区域',
      names: 'place',
    }),
  region: adHocRegions.describe('A region of your own, as "Name=place,place,…", where no place is given'),
  policy: z
    .int()
    .nullable()
    .default(null)
    .meta({
      description: 'First year of the policy; that of the definition where left out',
      label: { en: 'Policy year', zh: '政策年份' },
      help: '政策的第一年；不填则取定义中的年份',
    }),
  lag: z
    .int()
    .min(0)
    .max(10)
    .default(1)
    .meta({
      description:
        'Years from the policy to the first works that it can have changed; those between are left out',
      label: { en: 'Lag', zh: '滞后' },
      help: '从政策到可能受其影响的首批成果之间的年数；其间年份不计',
    }),
  years,
  field,
  sector,
  counting: z
    .enum(COUNTING_NAMES)
    .default('full')
    .meta({
      description: 'Counting of joint works: full, fractional 1/C(k,2), partner 1/(k−1), score',
      label: { en: 'Counting', zh: '计数方式' },
      help: '城市间合作论文的计数：full 全计数、fractional 1/C(k,2)、partner 1/(k−1)、score 得分',
    }),
  coaffiliation,
  capped,
  controls: z
    .int()
    .min(1)
    .max(100)
    .nullable()
    .default(null)
    .meta({
      description:
        'Other cities for each of the region, alike in output before the policy, of its nation first; three, and at least a hundred in all, where left out',
      label: { en: 'Controls', zh: '对照城市' },
      help: '每个区域城市配多少个政策前产出相近的其他城市，优先本国；不填则各三个且总数不少于一百',
    }),
  untreated: z
    .boolean()
    .default(false)
    .meta({
      description:
        'Whether only cities of no other region with a policy of its own in these years are controls; the notes say how many have one',
      label: { en: 'Untreated', zh: '仅无政策城市' },
      help: '对照城市是否只取同期没有自身政策的区域之外的城市；说明中给出属于此类区域的城市数',
    }),
  leads: z
    .int()
    .min(1)
    .max(30)
    .default(5)
    .meta({
      description: 'Years before the policy estimated one by one; earlier years are pooled',
      label: { en: 'Years before', zh: '政策前年数' },
      help: '政策前逐年列出的年数；更早的合为一项',
    }),
  lags: z
    .int()
    .min(0)
    .max(30)
    .default(5)
    .meta({
      description: 'Years after its first estimated one by one; later years are pooled',
      label: { en: 'Years after', zh: '政策后年数' },
      help: '政策首年之后逐年列出的年数；更晚的合为一项',
    }),
  draws: z
    .int()
    .min(0)
    .max(9999)
    .default(199)
    .meta({
      description: 'Placebo regions that the effect is held against; 0 for none',
      label: { en: 'Placebo regions', zh: '安慰剂区域数' },
      help: '与多少个安慰剂区域比较；0则不做',
    }),
  refits: z
    .int()
    .min(0)
    .max(9999)
    .default(5)
    .meta({
      description: 'Placebo regions that are estimated to the end, to compare with one step',
      label: { en: 'Refits', zh: '完整重估' },
      help: '完整重估多少个安慰剂区域，以与一步近似比较',
    }),
  sensitivity: z
    .boolean()
    .default(true)
    .meta({
      description:
        'Whether the effect is reported under other countings, lags and definitions too; false leaves them out',
      label: { en: 'Sensitivity', zh: '敏感性' },
      help: '是否也在其他计数方式、滞后和定义下估计',
    }),
  vouch: z
    .array(z.enum(ASSERTIONS))
    .default([])
    .meta({
      description:
        'Conditions that you assume, as no works can show them: assigned (who got the policy did not depend on future collaboration), contained (collaboration outside was not changed), alone (no other shock at that time)',
      label: { en: 'Assumed conditions', zh: '假定条件' },
      help: '论文数据无法证明、由您假定成立的条件：assigned（政策对象的选择与其未来的合作无关）、contained（区域外不受影响）、alone（同期无其他冲击）',
    }),
  seed,
  level,
});
export type EffectParams = z.output<typeof effectParams>;
