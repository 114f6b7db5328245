import { z } from 'zod';
import { FIELD_LEVELS } from '../field-table/level.ts';
import { belowMinimum } from '../field-table/minimum.ts';
import { baseline, enough, least, threshold } from '../field-table/params.ts';
import { adHocRegions, field, level, sector, seed, top, years } from '../parameters/shared.ts';
import { resultOf } from '../result/result.ts';
import {
  fewWorks,
  fieldOfLevel,
  interval,
  jointWorks,
  kilometres,
  listOf,
  observedOverExpected,
  placeName,
  reason,
  reasonText,
} from '../result/values.ts';

/** A field that one city is specialised in and the other is not. */
const completingField = z
  .object({
    field: fieldOfLevel,
    giver: z.number().describe('Location quotient of the city that has it'),
    receiver: z.number().describe('That of the city that lacks it'),
    added: z.number().describe('What it adds to the complementarity'),
  })
  .readonly();
export type CompletingField = z.output<typeof completingField>;

const completion = z
  .object({
    value: z
      .number()
      .nullable()
      .describe('Mean relatedness density that it would add over the fields that the other lacks'),
    interval,
    percentile: z
      .number()
      .nullable()
      .describe('Part of the cities of like diversity that would bring less; ties half'),
    fields: listOf(completingField),
    reason: reasonText,
  })
  .readonly()
  .meta({ description: 'What one city would bring to the other', shownAs: 'estimate', digits: 2 });
export type Completion = z.output<typeof completion>;

export const complementarityRow = z
  .object({
    a: placeName.meta({ label: { en: 'A', zh: '甲' } }),
    b: placeName.meta({ label: { en: 'B', zh: '乙' } }),
    toA: completion.meta({
      description: 'What b would bring to a',
      label: { en: 'B for A', zh: '乙补甲' },
    }),
    toB: completion.meta({
      description: 'What a would bring to b',
      label: { en: 'A for B', zh: '甲补乙' },
    }),
    mutual: z
      .number()
      .nullable()
      .meta({ description: 'Mean of the two values', label: { en: 'Mean', zh: '均值' }, digits: 2 }),
    similarity: z
      .number()
      .nullable()
      .meta({
        description: '1 − Krugman’s dissimilarity/2: the part of their profiles by field that is the same',
        label: { en: 'Alike', zh: '相似度' },
        digits: 2,
      }),
    works: jointWorks.meta({ description: 'Joint works, in full counting', digits: 0 }),
    ratio: observedOverExpected.describe('Observed over expected on weight 1/(k−1), as links has it'),
    ratioInterval: interval,
    ratioReason: reason.describe('Why there is no ratio, or no interval of it'),
    km: kilometres,
    fewWorks: fewWorks.describe('Whether one of the two has fewer works than cities with enough'),
  })
  .readonly();
export type ComplementarityRow = z.output<typeof complementarityRow>;

const fieldLevel = z.enum(FIELD_LEVELS);

export const complementarityResult = resultOf(complementarityRow, {
  place: placeName,
  with: placeName.nullable().describe('The other place, if its cities are compared with those of the first'),
  of: fieldLevel,
  pairs: z.int().describe('Pairs of cities that there are'),
  known: z.int().describe('Those of them whose complementarity is known'),
});
export type Complementarity = z.output<typeof complementarityResult>;

export const complementarityParams = z.object({
  place: z
    .string()
    .nullable()
    .default(null)
    .meta({
      description:
        'A region, province or nation: pairs of its cities; a city too where another place is named',
      label: { en: 'Cities of', zh: '城市属于' },
      help: '区域、省份或国家：其城市两两成对；另给出一个地点时也可为城市',
      names: 'place',
    }),
  with: z
    .string()
    .nullable()
    .default(null)
    .meta({
      description: 'Another place: which of its cities complement which of the first',
      label: { en: 'And of', zh: '与之相对' },
      help: '另一地点：其城市与前者的城市哪些互补',
      names: 'place',
    }),
  region: adHocRegions,
  of: fieldLevel.default('subfield').meta({
    description: 'Level of fields: domains, fields or subfields',
    label: { en: 'In which fields', zh: '领域层级' },
    help: '按大类、领域或子领域比较',
  }),
  years,
  field: field.describe('Only what lies inside this domain, field or subfield, by name or number'),
  sector,
  baseline,
  threshold,
  least,
  enough,
  belowMinimum,
  by: z
    .enum(['value', 'percentile'])
    .default('value')
    .meta({
      description:
        'What orders the pairs: the mean of both values, or of both percentiles among partners of like diversity',
      label: { en: 'Order', zh: '排序' },
      help: '按两个方向数值的均值，或在领域多样性相近的伙伴中百分位的均值排序',
    }),
  peers: z
    .int()
    .min(1)
    .max(1000)
    .default(20)
    .meta({
      description: 'Number of cities of similar diversity with which a partner is compared',
      label: { en: 'Peers', zh: '对照城市数' },
      help: '与伙伴相比的、领域多样性相近的城市数',
    }),
  named: z
    .int()
    .min(0)
    .max(50)
    .default(3)
    .meta({
      description: 'Number of fields named in each direction',
      label: { en: 'Fields named', zh: '列出领域数' },
      help: '每个方向列出多少个领域',
    }),
  top: top(200, 10),
  level,
  draws: z
    .int()
    .min(100)
    .max(1000)
    .default(200)
    .meta({
      description: 'Resamples for the intervals of complementarity',
      label: { en: 'Draws', zh: '抽取次数' },
      help: '互补性区间所用的抽取次数',
    }),
  seed,
});
export type ComplementarityParams = z.output<typeof complementarityParams>;
