import { z } from 'zod';
import { COUNTING_NAMES } from '../collaboration/counting.ts';
import { observedExpected } from '../collaboration/expected.ts';
import { PAIR_KINDS } from '../collaboration/pairs.ts';
import {
  adHocRegions,
  capped,
  coaffiliation,
  field,
  level,
  place,
  sectors,
  top,
  years,
} from '../parameters/shared.ts';
import { resultOf } from '../result/result.ts';
import { fewWorks, fieldName, interval, observedOverExpected, placeName, reason } from '../result/values.ts';

/** Under so many joint works a ratio says little, and the row says so. */
export const FEW_JOINT_WORKS = 10;

const joint = (en: string, zh: string, digits = 1): z.ZodNumber =>
  z.number().meta({ label: { en, zh }, digits });

/** Joint works of two places under every counting, in works. */
export const linkRow = z
  .object({
    a: placeName,
    b: placeName.meta({ label: { en: 'With', zh: '合作地点' } }),
    field: fieldName
      .nullable()
      .describe('The field of the row where the pair is broken down by field; null elsewhere'),
    works: z.int().describe('Joint works under the filters, whatever the counting'),
    full: joint('Full', '全计数', 0),
    fractional: joint('1/C(k,2)', '1/C(k,2)'),
    partner: joint('1/(k−1)', '1/(k−1)'),
    score: joint('Score', '合作得分'),
    withoutCoaffiliation: joint('without co-aff.', '不含双重隶属')
      .nullable()
      .describe('The chosen counting without co-affiliation; null where tables cannot say'),
    withCapped: joint('with capped', '含超大团队').describe(
      'The chosen counting with works above the author cap',
    ),
    expected: joint('Expected', '预期值').nullable().describe('On weight 1/(k−1)'),
    ratio: observedOverExpected,
    ratioInterval: interval,
    reason: reason.describe('Why there is no expectation or ratio'),
    fewWorks,
  })
  .readonly();
export type LinkRow = z.output<typeof linkRow>;

export const linksResult = resultOf(linkRow, {
  by: z
    .enum(['domain', 'field', 'subfield'])
    .nullable()
    .describe('The level by which a pair is broken down; null where it is not'),
  intra: observedExpected
    .unwrap()
    .extend({ place: placeName, cities: z.int() })
    .readonly()
    .nullable()
    .describe('For a region: its inside against what its cities’ collaboration makes likely'),
});
export type Links = z.output<typeof linksResult>;

/** What can be asked of links. */
export const linksParams = z.object({
  place: place.describe('Pairs of this place; for a province, nation or region the pairs inside it'),
  with: z
    .string()
    .nullable()
    .default(null)
    .meta({
      description: 'The other place of one pair',
      label: { en: 'With', zh: '对方' },
      help: '另一个地点：只看这一对',
      names: 'place',
    }),
  region: adHocRegions,
  kind: z
    .enum(PAIR_KINDS)
    .nullable()
    .default(null)
    .meta({
      description: 'Kind of places in pairs; cities by default',
      label: { en: 'Pairs of', zh: '配对对象' },
      help: '由什么组成的对；不填则为城市',
    }),
  rows: z
    .enum(['inside', 'partners'])
    .nullable()
    .default(null)
    .meta({
      description: 'For a province, nation or region: pairs of its cities, or its partners of the same kind',
      label: { en: 'Rows', zh: '行' },
      help: '对省份、国家或区域：内部城市之间的对，或同类的合作伙伴',
    }),
  years,
  field,
  by: z
    .enum(['domain', 'field', 'subfield'])
    .nullable()
    .default(null)
    .meta({
      description: 'Break one pair down by domain, field or subfield',
      label: { en: 'By field', zh: '分领域' },
      help: '一对地点按大类、领域或子领域分行，只列有合作论文者',
    }),
  sector: sectors.describe('Only institutions of this ROR type; two types select pairs with one end of each'),
  counting: z
    .enum(COUNTING_NAMES)
    .default('full')
    .meta({
      description: 'Counting that orders the rows: full, fractional 1/C(k,2), partner 1/(k−1), score',
      label: { en: 'Counting', zh: '计数方法' },
      help: '用于排序的计数：full 全计数、fractional 1/C(k,2)、partner 1/(k−1)、score 得分',
    }),
  coaffiliation,
  capped,
  top: top(1000, 20),
  level,
});
export type LinksParams = z.output<typeof linksParams>;
