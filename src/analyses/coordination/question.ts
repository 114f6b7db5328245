import { z } from 'zod';
import { STAGES } from '../../facts/index.ts';
import {
  adHocRegions,
  capped,
  coaffiliation,
  field,
  level,
  sector,
  window,
  years,
} from '../parameters/shared.ts';
import { resultOf } from '../result/result.ts';
import { estimate, fewWorks, listOf, placeName, yearSpan } from '../result/values.ts';

const measured = (en: string, zh: string, digits: number, description: string) =>
  estimate.meta({ label: { en, zh }, digits, description });

const policy = z
  .object({
    date: z.string().describe('As exact as it is known: 2014-02-26, 2015-06 or 2010'),
    year: z.int(),
    region: z.string(),
    stage: z.enum(STAGES),
    event: z.string(),
    eventZh: z.string().nullable(),
    source: z.string(),
  })
  .readonly();

/** How a region's cities work together in one window of years. */
export const coordinationRow = z
  .object({
    place: placeName.meta({ label: { en: 'Region', zh: '区域' } }),
    years: yearSpan,
    cities: z.int().meta({
      description: 'Its cities, those without works too',
      label: { en: 'Cities', zh: '城市数' },
      digits: 0,
    }),
    jointWorks: z.int().meta({
      description: 'Works with a link inside',
      label: { en: 'Joint works', zh: '合作论文' },
      digits: 0,
    }),
    intraShare: measured(
      'Inside',
      '区域内比重',
      3,
      'Part of its cities’ collaboration that stays inside, on weight 1/(k−1)',
    ),
    expectedShare: z
      .number()
      .nullable()
      .meta({
        description: 'The part that is expected to stay inside from size alone',
        label: { en: 'Expected', zh: '预期比重' },
        digits: 3,
      }),
    ratio: measured('Obs/exp', '观测/预期', 2, 'The part that stays inside over the part expected'),
    density: z
      .number()
      .nullable()
      .meta({
        description: 'Part of its pairs of cities with a joint work',
        label: { en: 'Density', zh: '密度' },
        digits: 2,
      }),
    pairWeight: measured(
      'Pair weight',
      '城市对权重',
      3,
      'Weighted density: mean weight of a pair of its cities, per thousand of all works',
    ),
    first: placeName
      .nullable()
      .meta({ description: 'The city of most links inside', label: { en: 'First', zh: '首位城市' } }),
    throughFirst: measured('Through first', '经首位城市', 2, 'Part of the links inside that touch that city'),
    slope: measured('Rank slope', '位序斜率', 2, 'Of links inside: slope of ln strength on ln rank'),
    entropy: measured('Evenness', '均匀度', 2, 'Of links inside: evenness over its cities'),
    gini: measured('Gini', '基尼系数', 2, 'Gini coefficient of its cities’ Shares'),
    kmInside: measured(
      'km inside',
      '区域内公里',
      0,
      'Mean great-circle distance of links inside by weight, in kilometres',
    ),
    kmOutside: measured('km outside', '区域外公里', 0, 'The same of its links with cities outside'),
    citiesPerWork: measured('Cities/work', '每篇城市数', 2, 'Mean number of its cities in a joint work'),
    fewWorks: fewWorks.describe('Whether there are too few joint works for more than rough intervals'),
    policies: listOf(policy).describe('What was decided for the region in these years'),
  })
  .readonly();
export type CoordinationRow = z.output<typeof coordinationRow>;

/** A region in the years before a policy and in those after, the year itself left out. */
const beforeAfter = z
  .object({
    place: placeName,
    before: yearSpan.nullable(),
    after: yearSpan.nullable(),
    intraBefore: estimate,
    intraAfter: estimate,
    ratioBefore: estimate,
    ratioAfter: estimate,
    change: estimate.describe('Observed/expected after over before'),
  })
  .readonly();
export type BeforeAfter = z.output<typeof beforeAfter>;

export const coordinationResult = resultOf(coordinationRow, {
  place: placeName,
  peers: listOf(placeName),
  policies: listOf(
    policy
      .unwrap()
      .pick({ year: true, date: true, source: true })
      .extend({
        name: z.string(),
        nameZh: z.string().nullable(),
      })
      .readonly(),
  ).describe('What was decided for the region asked about, with sources'),
  around: z
    .object({ year: z.int(), places: listOf(beforeAfter) })
    .readonly()
    .nullable()
    .describe('The policy’s year, and the region and its peers around it; null where there is none'),
});
export type Coordination = z.output<typeof coordinationResult>;

export const coordinationParams = z.object({
  place: z
    .string()
    .nullable()
    .default(null)
    .meta({
      description: 'A province, nation or region',
      label: { en: 'Region', zh: '区域' },
      help: '省份、国家或区域',
      names: 'place',
    }),
  region: adHocRegions.meta({
    description:
      'A region of your own, as "Name=place,place,…"; the first is the subject if no place is given, others are peers',
    label: { en: 'Region of your own', zh: '自定区域' },
    help: '自定区域，写作“名称=地点,地点,…”；未填区域时问第一个，其余为对照',
  }),
  peers: z
    .array(z.string())
    .min(1)
    .nullable()
    .default(null)
    .meta({
      description: 'Regions to compare with, such as yrd_41,gba_9_2; none by default',
      label: { en: 'Peers', zh: '对照区域' },
      help: '并列的区域，如 yrd_41,gba_9_2；不填则没有',
      names: 'place',
    }),
  years,
  window,
  policy: z
    .int()
    .nullable()
    .default(null)
    .meta({
      description: 'Year of the policy that separates before from after; that of the definition by default',
      label: { en: 'Policy year', zh: '政策年份' },
      help: '比较哪一年政策的前后；不填则取区域口径中的年份',
    }),
  span: z
    .int()
    .min(1)
    .max(20)
    .default(3)
    .meta({
      description: 'Years before and after the policy to compare',
      label: { en: 'Years around', zh: '前后年数' },
      help: '政策前后各比较多少年',
    }),
  field,
  sector,
  coaffiliation,
  capped,
  level,
});
export type CoordinationParams = z.output<typeof coordinationParams>;
