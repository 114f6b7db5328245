import { z } from 'zod';
import type { Result } from '../analysis.ts';
import { statistics } from '../balance/question.ts';
import { draws, field, level, prefer, seed, top, years } from '../parameters/shared.ts';
import type { PlaceName } from '../places/names.ts';

export const PROFILE_SECTIONS = [
  'rank',
  'share',
  'count',
  'fields',
  'partners',
  'ratio',
  'statistics',
  'policies',
  'unlocated',
] as const;
export type ProfileSection = (typeof PROFILE_SECTIONS)[number];

/** One thing that is known of a place. */
export interface ProfileRow {
  readonly section: ProfileSection;
  /** Year, field, place id, metric, date, reason. */
  readonly key: string;
  readonly name: string | null;
  readonly nameZh: string | null;
  readonly value: number | null;
  readonly interval: readonly [number, number] | null;
  readonly unit: string | null;
  readonly unitZh: string | null;
  readonly note: string | null;
  readonly noteZh: string | null;
  readonly source: string | null;
}

export interface Profile extends Result<ProfileRow> {
  readonly place: PlaceName;
  readonly cities: number;
}

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
        'Sections: rank, share and count by year, fields, partners (joint works), ratio (observed/expected), statistics, policies, unlocated (in its country); all where left out',
      label: { en: 'Sections', zh: '部分' },
      help: '各部分：排名、历年份额与论文数、领域、合作伙伴、观测/期望之比、公布数据、政策、未定位；不填则全部',
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
