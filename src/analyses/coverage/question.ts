import { z } from 'zod';
import { field, top, years } from '../parameters/shared.ts';
import { resultOf } from '../result/result.ts';
import { share, wordOf } from '../result/values.ts';

const section = wordOf({
  year: '年份',
  country: '国家',
  field: '领域',
  reason: '原因',
  dropped: '被剔除',
  unknown: '未知机构',
  doubtful: '存疑',
});
export const SECTIONS = section.options;
export type Section = z.output<typeof section>;

/** How much is located of one thing, or how many records were dropped for one reason. */
export const coverageRow = z
  .object({
    section: section.meta({ label: { en: 'Section', zh: '部分' } }),
    key: z.string().meta({
      description: 'Year, country code, field, reason, institution id',
      label: { en: 'What', zh: '项目' },
    }),
    name: z
      .string()
      .nullable()
      .meta({ label: { en: 'Name', zh: '名称' } }),
    nameZh: z.string().nullable(),
    works: z
      .number()
      .nullable()
      .meta({
        description: 'Works or records, where they are counted',
        label: { en: 'Works', zh: '论文' },
        digits: 0,
      }),
    share: share.nullable().describe('Share, in works, where parts of works are counted'),
    located: z
      .number()
      .nullable()
      .meta({
        description: 'Part of that Share, or of those works, that cities got',
        label: { en: 'Located', zh: '已定位比例' },
        digits: 3,
      }),
  })
  .readonly();
export type CoverageRow = z.output<typeof coverageRow>;

export const coverageResult = resultOf(coverageRow, {});
export type Coverage = z.output<typeof coverageResult>;

export const coverageParams = z.object({
  by: z
    .array(z.enum(SECTIONS))
    .min(1)
    .nullable()
    .default(null)
    .meta({ description:
        'Sections: year, country, field, reason, dropped, unknown (ids and names, heaviest first), doubtful (located by nearest place); all by default',
      label: { en: 'Sections', zh: '部分' },
      help: '各部分：年份、国家、领域、原因、被剔除、未知机构、存疑；不填则全部' }),
  years,
  field,
  top: top(100_000, 15).describe('Rows of the sections country, unknown and doubtful'),
});
export type CoverageParams = z.output<typeof coverageParams>;
