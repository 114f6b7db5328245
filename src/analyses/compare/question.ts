import { z } from 'zod';
import { statistics } from '../balance/question.ts';
import { FIELD_LEVELS } from '../field-table/level.ts';
import { adHocRegions, draws, field, level, prefer, sector, seed, years } from '../parameters/shared.ts';
import { resultOf } from '../result/result.ts';
import { bilingual, fewWorks, interval, listOf, placeName, reasonText } from '../result/values.ts';
import { SECTIONS } from './texts.ts';

export const FEWEST = 2;
export const MOST = 6;

export const COMPARE_SECTIONS = [
  'output',
  'rank',
  'ahead',
  'growth',
  'fields',
  'collaboration',
  'links',
  'statistics',
  'resources',
] as const;
export type CompareSection = (typeof COMPARE_SECTIONS)[number];

/** One figure of one place, or of two. */
export const compareRow = z
  .object({
    section: z.enum(COMPARE_SECTIONS).meta({ label: { en: 'Section', zh: '部分' }, texts: SECTIONS }),
    what: bilingual
      .unwrap()
      .extend({ id: z.string() })
      .readonly()
      .meta({
        description: 'Which figure it is: an id that stays, and what to call it',
        label: { en: 'What', zh: '指标' },
        shownAs: 'text',
      }),
    place: placeName,
    other: placeName.nullable().meta({
      description: 'The other place of a figure of two',
      label: { en: 'With', zh: '另一地点' },
    }),
    value: z
      .number()
      .nullable()
      .meta({ label: { en: 'Value', zh: '数值' }, digits: 2 }),
    interval,
    unit: bilingual.meta({ label: { en: 'Unit', zh: '单位' } }),
    reason: reasonText.describe('Why there is no value, or no interval where there could be one'),
    fewWorks,
    note: bilingual.nullable().meta({ label: { en: 'Note', zh: '说明' } }),
    source: z
      .string()
      .nullable()
      .meta({ label: { en: 'Source', zh: '来源' } }),
  })
  .readonly();
export type CompareRow = z.output<typeof compareRow>;

export const compareResult = resultOf(compareRow, { places: listOf(placeName) });
export type Compare = z.output<typeof compareResult>;

export const compareParams = z.object({
  place: z
    .array(z.string())
    .min(1)
    .nullable()
    .default(null)
    .meta({
      description: 'Two to six places to compare, regions of your own included, such as cn:1100,yrd_41',
      label: { en: 'Places', zh: '地点' },
      help: '比较二至六个地点（含自定区域），如 cn:1100,yrd_41',
      names: 'place',
    }),
  region: adHocRegions,
  prefer,
  by: z
    .array(z.enum(COMPARE_SECTIONS))
    .min(1)
    .nullable()
    .default(null)
    .meta({
      description:
        'Sections: output, rank, ahead (probability that one place ranks above another), growth, fields, collaboration, links (between them), statistics, resources; all by default',
      label: { en: 'Sections', zh: '部分' },
      help: '各部分：产出、排名、孰先孰后、增长、领域、合作、相互合作、公布数据、创新资源；不填则全部',
    }),
  years,
  field,
  sector,
  of: z
    .enum([...FIELD_LEVELS, 'topic'])
    .nullable()
    .default(null)
    .meta({
      description:
        'Fields compared: domains, fields, subfields or topics; by default one level below the requested field',
      label: { en: 'Fields compared', zh: '所比较的领域' },
      help: '大类、领域、子领域或主题；不填则取所选领域的下一级',
    }),
  top: z
    .int()
    .min(1)
    .max(50)
    .default(3)
    .meta({
      description: 'Number of strongest fields of each place',
      label: { en: 'Strongest fields', zh: '最强领域' },
      help: '每个地点最强的领域数',
    }),
  statistics,
  level,
  draws,
  seed,
});
export type CompareParams = z.output<typeof compareParams>;
