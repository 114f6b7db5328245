import { z } from 'zod';
import type { Bilingual, Reason } from '../../base/index.ts';
import type { Result } from '../analysis.ts';
import { FIELD_LEVELS, type FieldName } from '../field-table/level.ts';
import { belowMinimum } from '../field-table/minimum.ts';
import { baseline, enough, least, threshold } from '../field-table/params.ts';
import { adHocRegions, field, level, sector, seed, top, years } from '../parameters/shared.ts';
import type { PlaceName } from '../places/names.ts';

/** A field that one city is specialised in and the other is not. */
export interface CompletingField {
  readonly field: FieldName;
  /** Location quotients of the city that has it and of the one that lacks it. */
  readonly giver: number;
  readonly receiver: number;
  /** What it adds to the complementarity. */
  readonly added: number;
}

/** What one city would bring to the other. */
export interface Completion {
  /** Mean relatedness density that it would add over the fields that the other lacks. */
  readonly value: number | null;
  readonly interval: readonly [number, number] | null;
  /** Part of the cities of like diversity that would bring less; ties half. */
  readonly percentile: number | null;
  readonly fields: readonly CompletingField[];
  readonly reason: Bilingual | null;
}

export interface ComplementarityRow {
  readonly a: PlaceName;
  readonly b: PlaceName;
  /** What b would bring to a, and a to b. */
  readonly toA: Completion;
  readonly toB: Completion;
  /** Mean of the two values. */
  readonly mutual: number | null;
  /** 1 − Krugman's dissimilarity/2: the part of their profiles by field that is the same. */
  readonly similarity: number | null;
  /** Joint works, in full counting. */
  readonly works: number;
  /** Observed over expected on weight 1/(k−1), as links has it. */
  readonly ratio: number | null;
  readonly ratioInterval: readonly [number, number] | null;
  readonly ratioReason: Reason | null;
  readonly km: number | null;
  /** One of the two has fewer works than cities with enough. */
  readonly fewWorks: boolean;
}

export interface Complementarity extends Result<ComplementarityRow> {
  readonly place: PlaceName;
  /** The other place, where its cities are held against those of the first. */
  readonly with: PlaceName | null;
  readonly of: ComplementarityParams['of'];
  /** Pairs of cities that there are, and those of them whose complementarity is known. */
  readonly pairs: number;
  readonly known: number;
}

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
      description: 'Another place: which of its cities complete which of the first',
      label: { en: 'And of', zh: '与之相对' },
      help: '另一地点：其城市与前者的城市哪些互补',
      names: 'place',
    }),
  region: adHocRegions,
  of: z
    .enum(FIELD_LEVELS)
    .default('subfield')
    .meta({
      description: 'In which fields: domains, fields or subfields',
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
      description: 'Cities of like diversity with which a partner is compared',
      label: { en: 'Peers', zh: '对照城市数' },
      help: '与伙伴相比的、领域多样性相近的城市数',
    }),
  named: z
    .int()
    .min(0)
    .max(50)
    .default(3)
    .meta({
      description: 'Fields named in each direction',
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
      description: 'Draws behind the intervals of complementarity',
      label: { en: 'Draws', zh: '抽取次数' },
      help: '互补性区间所用的抽取次数',
    }),
  seed,
});
export type ComplementarityParams = z.output<typeof complementarityParams>;
