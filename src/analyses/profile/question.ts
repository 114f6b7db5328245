import { z } from 'zod';
import type { Result } from '../analysis.ts';
import { statistics } from '../balance/question.ts';
import { draws, field, level, prefer, seed, years } from '../parameters/shared.ts';
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
  place: z.string().describe('A city, province, nation or region'),
  by: z
    .array(z.enum(PROFILE_SECTIONS))
    .min(1)
    .nullable()
    .default(null)
    .describe(
      'Sections: rank, share and count by year, fields, partners (joint works), ratio (observed/expected), statistics, policies, unlocated (in its country); all where left out',
    ),
  years,
  field,
  top: z.int().min(1).max(100).default(5).describe('Rows of the sections fields, partners and ratio'),
  prefer,
  statistics,
  level,
  draws,
  seed,
});
export type ProfileParams = z.output<typeof profileParams>;
