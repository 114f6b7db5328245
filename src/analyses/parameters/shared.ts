import { z } from 'zod';
import { KINDS } from '../places/units.ts';
import { messages } from './messages.ts';

/** Parameters that several analyses share, each described once. */
export const years = z
  .object({ from: z.int(), to: z.int() })
  .refine(({ from, to }) => from <= to, { params: { detail: messages.yearsReversed() } })
  .nullable()
  .default(null)
  .meta({
    description: 'First and last publication year, such as 2015-2024; all years where left out',
    label: { en: 'Years', zh: '年份' },
    help: '首末发表年份，如 2015-2024；不填则全部年份',
  });

export const field = z
  .string()
  .nullable()
  .default(null)
  .meta({
    description: 'Domain, field, subfield or topic, by name or number (3, 17, 1702, T10123), or none',
    label: { en: 'Field', zh: '领域' },
    help: '大类、领域、子领域或主题的名称或编号（3、17、1702、T10123），或 none',
    names: 'field',
  });

/** Sectors of both ends of a link. */
export const sectors = z
  .array(z.string())
  .min(1)
  .max(2)
  .nullable()
  .default(null)
  .meta({
    description:
      'Only institutions of this ROR type: education, company, facility, government, healthcare, …',
    label: { en: 'Sector', zh: '部门' },
    help: '只计此 ROR 类型的机构：education、company、facility、government、healthcare 等',
  });

export const sector = z
  .array(z.string())
  .min(1)
  .max(1)
  .nullable()
  .default(null)
  .meta({
    description:
      'Only institutions of this ROR type: education, company, facility, government, healthcare, …',
    label: { en: 'Sector', zh: '部门' },
    help: '只计此 ROR 类型的机构：education、company、facility、government、healthcare 等',
  });

export const seed = z
  .int()
  .min(0)
  .max(0xffffffff)
  .default(1)
  .meta({
    description: 'Random seed',
    label: { en: 'Seed', zh: '随机种子' },
    help: '一切随机抽取的种子',
  });
export const level = z
  .number()
  .gt(0)
  .lt(1)
  .default(0.95)
  .meta({
    description: 'Confidence level of the intervals, which treat works as independent',
    label: { en: 'Level', zh: '置信水平' },
    help: '区间的置信水平；区间视各篇论文相互独立',
  });
export const draws = z
  .int()
  .min(100)
  .max(100_000)
  .default(2000)
  .meta({
    description: 'Resamples for joint rank intervals',
    label: { en: 'Draws', zh: '抽取次数' },
    help: '联合排名区间所用的抽取次数',
  });

/** A region made up on the spot: a name and its cities. */
export const adHocRegions = z
  .array(z.object({ name: z.string().min(1), cities: z.array(z.string().min(1)).min(1) }))
  .default([])
  .meta({
    description: 'A region of your own, as "Name=place,place,…"; may be given several times',
    label: { en: 'Region of your own', zh: '自定区域' },
    help: '自定区域，写作“名称=地点,地点,…”，可给出多个',
  });

/** Which of several overlapping regions is ranked with the others. */
export const prefer = z
  .array(z.string())
  .min(1)
  .nullable()
  .default(null)
  .meta({
    description: 'Regions ranked instead of those they overlap, such as yrd_27_central; else the preset ones',
    label: { en: 'Ranked by', zh: '参与排名的口径' },
    help: '几个区域口径重叠时参与排名的那一个，如 yrd_27_central；不填则按默认',
    names: 'place',
  });

/** Of which kinds the first are followed beside the places that are named. */
export const kindsFollowed = z
  .array(z.enum(KINDS))
  .min(1)
  .nullable()
  .default(null)
  .meta({
    description:
      'Kinds whose top places are included: cities, provinces, nations, regions; cities by default',
    label: { en: 'First of', zh: '何者居前' },
    help: '取哪一类地点的前几名：城市、省份、国家、区域；不填则为城市',
  });

/** How many of the first are followed. */
export const topFollowed = (most: number) =>
  z
    .int()
    .min(1)
    .max(most)
    .nullable()
    .default(null)
    .meta({
      description: 'Number of top places over all years to include; 5 by default if no place is named',
      label: { en: 'First so many', zh: '前几名' },
      help: '另外跟踪各年合计的前几名；未列出地点时为五个',
    });

/** Places that an answer follows, whatever else stands in it. */
export const placesFollowed = z
  .array(z.string())
  .min(1)
  .nullable()
  .default(null)
  .meta({
    description: 'Places to follow, by id or exact name, such as cn:3205,gn:2643743',
    label: { en: 'Places', zh: '地点' },
    help: '要跟踪的地点，给编号或全名，如 cn:3205,gn:2643743',
    names: 'place',
  });

export const window = z
  .int()
  .min(1)
  .max(50)
  .default(1)
  .meta({
    description: 'Years per window; each window starts one year after the previous one',
    label: { en: 'Window', zh: '时段' },
    help: '每个时段含多少年；相邻时段相差一年',
  });

/** What output is measured by. */
export const by = z
  .enum(['share', 'count'])
  .default('share')
  .meta({
    description: 'Share (each work counts as 1, split over authors and institutions) or Count',
    label: { en: 'Measure', zh: '指标' },
    help: '份额（一篇论文计为一，在作者与机构间分割）或论文数',
  });

export const place = z
  .string()
  .nullable()
  .default(null)
  .meta({
    description: 'A city, province, nation or region',
    label: { en: 'Place', zh: '地点' },
    help: '城市、省份、国家或区域',
    names: 'place',
  });

/** The cities of one place alone. */
export const inside = z
  .string()
  .nullable()
  .default(null)
  .meta({
    description: 'Only cities of this province, nation or region, such as yrd_41',
    label: { en: 'Inside', zh: '区域内' },
    help: '只取该区域、省份或国家内的城市',
    names: 'place',
  });

export const definition = z
  .array(z.string())
  .min(1)
  .nullable()
  .default(null)
  .meta({
    description: 'Region definitions, such as yrd_41; all where left out',
    label: { en: 'Regions', zh: '区域口径' },
    help: '要用的区域口径，如 yrd_41；不填则按问题的默认',
    names: 'place',
  });

/** How many rows are shown at most, and where nothing is given. */
export const top = (most: number, standard: number): z.ZodDefault<z.ZodInt> =>
  z
    .int()
    .min(1)
    .max(most)
    .default(standard)
    .meta({ description: 'Rows shown', label: { en: 'Rows shown', zh: '显示行数' }, help: '显示的行数' });

export const coaffiliation = z
  .boolean()
  .default(true)
  .meta({
    description: 'Count co-affiliation (authors with affiliations in both places) as collaboration',
    label: { en: 'Co-affiliation', zh: '双重隶属' },
    help: '双重隶属（同一作者在两地均有隶属单位）是否计为两地合作',
  });

export const capped = z
  .boolean()
  .default(false)
  .meta({
    description: 'Count works above the author cap',
    label: { en: 'Large teams', zh: '大型团队' },
    help: '是否计入作者数超过上限的论文',
  });
