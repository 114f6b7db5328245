import type { Bilingual } from '../../base/index.ts';
import { z } from 'zod';
import type { Result } from '../analysis.ts';
import { statistics } from '../balance/question.ts';
import { FIELD_LEVELS } from '../field-table/level.ts';
import { adHocRegions, draws, field, level, prefer, sector, seed, years } from '../parameters/shared.ts';
import type { PlaceName } from '../places/names.ts';

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
export interface CompareRow {
  readonly section: CompareSection;
  /** Which figure it is: an id that stays, and what to call it. */
  readonly what: { readonly id: string } & Bilingual;
  readonly place: PlaceName;
  /** The other place of a figure of two. */
  readonly other: PlaceName | null;
  readonly value: number | null;
  readonly interval: readonly [number, number] | null;
  readonly unit: Bilingual;
  /** Why there is no value, or no interval where there could be one. */
  readonly reason: Bilingual | null;
  readonly note: Bilingual | null;
  readonly source: string | null;
}

export interface Compare extends Result<CompareRow> {
  readonly places: readonly PlaceName[];
}

export const compareParams = z.object({
  place: z
    .array(z.string())
    .min(1)
    .nullable()
    .default(null)
    .meta({
      description: 'Places compared, two to six with regions of your own, such as cn:1100,yrd_41',
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
        'Sections: output, rank, ahead (probability that one is ahead of another), growth, fields, collaboration, links (between them), statistics, resources; all where left out',
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
        'Fields compared: domains, fields, subfields or topics; one level below the field asked for where left out',
      label: { en: 'Fields compared', zh: '所比较的领域' },
      help: '大类、领域、子领域或主题；不填则取所选领域的下一级',
    }),
  top: z
    .int()
    .min(1)
    .max(50)
    .default(3)
    .meta({
      description: 'Strongest fields of each place',
      label: { en: 'Strongest fields', zh: '最强领域' },
      help: '每个地点最强的领域数',
    }),
  statistics,
  level,
  draws,
  seed,
});
export type CompareParams = z.output<typeof compareParams>;
