import { z } from 'zod';
import { statistics } from '../balance/question.ts';
import { draws, field, level, prefer, seed, top, years } from '../parameters/shared.ts';
import { resultOf } from '../result/result.ts';
import { interval, placeName, wordOf } from '../result/values.ts';

export const SECTIONS_ZH = {
  rank: '排名',
  share: '份额',
  count: '论文数',
  fields: '领域',
  partners: '合作伙伴',
  ratio: '观测/预期',
  statistics: '公布数据',
  policies: '政策',
  unlocated: '未定位',
} as const;
const section = wordOf(SECTIONS_ZH);
export const PROFILE_SECTIONS = section.options;
export type ProfileSection = z.output<typeof section>;

const words = (en: string, zh: string) => z.string().nullable().meta({ label: { en, zh } });
const wordsZh = z.string().nullable();

/** One thing that is known of a place. */
export const profileRow = z
  .object({
    section: section.meta({ label: { en: 'Section', zh: '部分' } }),
    key: z.string().meta({
      description: 'Year, field, place id, metric, date, reason',
      label: { en: 'What', zh: '项目' },
    }),
    name: words('Name', '名称'),
    nameZh: wordsZh,
    value: z
      .number()
      .nullable()
      .meta({ label: { en: 'Value', zh: '数值' }, digits: 2 }),
    interval,
    unit: words('Unit', '单位'),
    unitZh: wordsZh,
    note: words('Note', '说明'),
    noteZh: wordsZh,
    source: words('Source', '来源'),
  })
  .readonly();
export type ProfileRow = z.output<typeof profileRow>;

export const profileResult = resultOf(profileRow, {
  place: placeName,
  cities: z.int().describe('Cities that the place has, or is'),
});
export type Profile = z.output<typeof profileResult>;

export const profileParams = z.object({
  place: z.string().meta({
    description: 'A city, province, nation or region',
    label: { en: 'Place', zh: '地点' },
    help: '城市、省份、国家或区域',
    names: 'place',
  }),
  by: z
    .array(z.enum(PROFILE_SECTIONS))
    .min(1)
    .nullable()
    .default(null)
    .meta({
      description:
        'Sections: rank, share and count by year, fields, partners (joint works), ratio (observed/expected), statistics, policies, unlocated (in its country); all by default',
      label: { en: 'Sections', zh: '部分' },
      help: '各部分：排名、历年份额与论文数、领域、合作伙伴、观测/预期之比、公布数据、政策、未定位；不填则全部',
    }),
  years,
  field,
  top: top(100, 5).describe('Rows of the sections fields, partners and ratio'),
  prefer,
  statistics,
  level,
  draws,
  seed,
});
export type ProfileParams = z.output<typeof profileParams>;
