import { z } from 'zod';
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
import { resultOf } from '../result/result.ts';
import { bilingual, interval, listOf, placeName, reasonText } from '../result/values.ts';

const SECTIONS = ['effect', 'event', 'placebo', 'sensitivity', 'flows'] as const;
export type Section = (typeof SECTIONS)[number];

const figure = (en: string, zh: string, digits: number, description: string) =>
  z.number().nullable().meta({ label: { en, zh }, digits, description });

/** A figure of the answer: an effect on joint works, or their means. What is undefined is null, and `reason` says why. */
export const effectRow = z
  .object({
    section: z.enum(SECTIONS).meta({
      label: { en: 'Section', zh: '部分' },
      texts: {
        effect: { en: 'effect', zh: '总效应' },
        event: { en: 'year by year', zh: '逐年' },
        placebo: { en: 'placebo', zh: '安慰剂' },
        sensitivity: { en: 'other choices', zh: '敏感性' },
        flows: { en: 'joint works', zh: '合作量' },
      },
    }),
    what: bilingual.meta({ label: { en: 'What', zh: '内容' } }),
    since: z
      .int()
      .nullable()
      .meta({
        description: 'Years since the policy, of the event study',
        label: { en: 'Since', zh: '政策后年数' },
        digits: 0,
      }),
    estimate: figure('b', '系数', 4, 'The coefficient b: a change of the logarithm of joint works'),
    interval: interval.describe('Of the coefficient'),
    standardError: figure('Standard error', '标准误', 4, 'Of the coefficient'),
    change: figure(
      'Change %',
      '变化%',
      1,
      'exp(b) − 1: the part by which joint works inside changed against those of the same cities with others',
    ),
    changeInterval: interval,
    p: figure('p', 'p值', 3, 'p of no effect'),
    flow: figure('Joint works', '合作量', 2, 'Joint works a year and pair, of the section flows'),
    reason: reasonText,
  })
  .readonly();
export type EffectRow = z.output<typeof effectRow>;

const jointWorks = z
  .object({ from: z.int(), to: z.int(), works: z.int() })
  .readonly()
  .describe(
    'Joint works of some years, each counted once for every pair of cities of the region that it joins',
  );
export type JointWorks = z.output<typeof jointWorks>;

const treated = z
  .object({
    pairs: z.int().describe('Pairs inside the region that ever had a joint work'),
    allPairs: z.int().describe('All pairs inside it'),
    before: jointWorks,
    after: jointWorks,
  })
  .readonly();
export type Treated = z.output<typeof treated>;

/** What is said of the estimate beside its rows. */
const fit = z
  .object({
    equation: bilingual,
    sample: z
      .object({
        rows: z.int(),
        zeros: z.int().describe('Zeros among all rows'),
        singletons: z.int(),
        allZero: z.int(),
        separated: z.int(),
        used: z.int(),
      })
      .readonly(),
    effects: listOf(z.object({ name: z.string(), levels: z.int() }).readonly()),
    clusters: listOf(z.object({ name: z.string(), count: z.int() }).readonly()),
    converged: z.boolean(),
    iterations: z.int(),
    detectable: z
      .number()
      .nullable()
      .describe('The smallest change that would likely have been seen, exp(b) − 1'),
    warnings: listOf(bilingual),
  })
  .readonly();
export type Fit = z.output<typeof fit>;

const placebo = z
  .object({
    p: z.number().nullable(),
    distribution: listOf(z.number()).describe('Coefficients of the placebo regions'),
    distance: z.number().nullable().describe('Mean distance of the placebo regions over that of the region'),
    volume: z.number().nullable().describe('The same of their joint works'),
    within: z.int().describe('How many are like the region in both; the rest come nearest to it'),
    refits: z.int().describe('How many placebo regions were estimated again to the end'),
    worst: z.number().nullable().describe('The greatest difference of a one-step estimate from its refit'),
  })
  .readonly();

const condition = z
  .object({
    id: z.enum(['pretrend', 'placebo', 'treated', 'assigned', 'contained', 'alone']),
    holds: z.boolean().nullable().describe('Null where nobody looked'),
    text: bilingual,
  })
  .readonly();

export const effectResult = resultOf(effectRow, {
  place: placeName,
  policy: z
    .object({ year: z.int(), from: z.int() })
    .readonly()
    .nullable()
    .describe(
      'First year of the policy, and the first in which works may have changed; null where none is known',
    ),
  cities: listOf(placeName).describe('Cities of the region that are in the estimate'),
  controls: listOf(placeName).describe('The other cities that they are compared with'),
  treated: treated
    .nullable()
    .describe(
      'Pairs and joint works inside the region that the effect rests on; null where nothing was estimated',
    ),
  fit: fit.nullable(),
  pretrend: z
    .object({ statistic: z.number(), degrees: z.int(), p: z.number() })
    .readonly()
    .nullable()
    .describe('Joint test of an earlier trend'),
  placebo: placebo.nullable(),
  sentence: bilingual
    .unwrap()
    .extend({
      verb: z.enum(['caused', 'consistent with', 'not told from none']).describe('How far the words go'),
    })
    .readonly()
    .nullable(),
  conditions: listOf(condition).describe('What must hold to say that the policy caused the change'),
});
export type Effect = z.output<typeof effectResult>;

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
      description: 'The province or region that the policy applies to',
      label: { en: 'Region', zh: '区域' },
      help: '政策所针对的省份或区域',
      names: 'place',
    }),
  region: adHocRegions.describe('A region of your own, as "Name=place,place,…", if no place is given'),
  policy: z
    .int()
    .nullable()
    .default(null)
    .meta({
      description: 'First year of the policy; that of the definition by default',
      label: { en: 'Policy year', zh: '政策年份' },
      help: '政策的第一年；不填则取区域口径中的年份',
    }),
  lag: z
    .int()
    .min(0)
    .max(10)
    .default(1)
    .meta({
      description: 'Years from the policy to the first works it can have changed; years between are left out',
      label: { en: 'Lag', zh: '滞后' },
      help: '从政策到可能受其影响的首批论文之间的年数；其间年份不计',
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
        'Control cities per city of the region, matched on output before the policy, same nation first; by default 3, and at least 100 in total',
      label: { en: 'Controls', zh: '对照城市' },
      help: '每个区域城市配多少个政策前产出相近的其他城市，优先本国；不填则各三个且总数不少于一百',
    }),
  untreated: z
    .boolean()
    .default(false)
    .meta({
      description:
        'Use only control cities that are in no other region with a policy in these years; the notes give their number',
      label: { en: 'Untreated', zh: '仅无政策城市' },
      help: '对照城市是否只取同期没有自身政策的区域之外的城市；说明中给出属于此类区域的城市数',
    }),
  leads: z
    .int()
    .min(1)
    .max(30)
    .default(5)
    .meta({
      description: 'Years before the policy estimated separately; earlier years are pooled',
      label: { en: 'Years before', zh: '政策前年数' },
      help: '政策前逐年列出的年数；更早的合为一项',
    }),
  lags: z
    .int()
    .min(0)
    .max(30)
    .default(5)
    .meta({
      description: 'Years after the first policy year estimated separately; later years are pooled',
      label: { en: 'Years after', zh: '政策后年数' },
      help: '政策首年之后逐年列出的年数；更晚的合为一项',
    }),
  draws: z
    .int()
    .min(0)
    .max(9999)
    .default(199)
    .meta({
      description: 'Placebo regions to compare the effect with; 0 for none',
      label: { en: 'Placebo regions', zh: '安慰剂区域数' },
      help: '与多少个安慰剂区域比较；0则不做',
    }),
  refits: z
    .int()
    .min(0)
    .max(9999)
    .default(5)
    .meta({
      description: 'Placebo regions to estimate in full, as a check of the one-step approximation',
      label: { en: 'Refits', zh: '完整重估' },
      help: '完整重估多少个安慰剂区域，以与一步近似比较',
    }),
  sensitivity: z
    .boolean()
    .default(true)
    .meta({
      description: 'Also estimate the effect under other countings, lags and definitions',
      label: { en: 'Sensitivity', zh: '敏感性' },
      help: '是否也在其他计数方式、滞后和区域口径下估计',
    }),
  assume: z
    .array(z.enum(ASSERTIONS))
    .default([])
    .meta({
      description:
        'Conditions that you assume because works cannot show them: assigned (selection for the policy did not depend on future collaboration), contained (the policy did not change collaboration outside), alone (no other shock at that time)',
      label: { en: 'Assumed conditions', zh: '假定条件' },
      help: '论文数据无法证明、由您假定成立的条件：assigned（政策对象的选择与其未来的合作无关）、contained（区域外不受影响）、alone（同期无其他冲击）',
    }),
  seed,
  level,
});
export type EffectParams = z.output<typeof effectParams>;
