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
    .describe('Places compared, two to six with regions of your own, such as cn:1100,yrd_41'),
  region: adHocRegions,
  prefer,
  by: z
    .array(z.enum(COMPARE_SECTIONS))
    .min(1)
    .nullable()
    .default(null)
    .describe(
      'Sections: output, rank, ahead (probability that one is ahead of another), growth, fields, collaboration, links (between them), statistics, resources; all where left out',
    ),
  years,
  field,
  sector,
  of: z
    .enum([...FIELD_LEVELS, 'topic'])
    .nullable()
    .default(null)
    .describe(
      'Fields compared: domains, fields, subfields or topics; one level below the field asked for where left out',
    ),
  top: z.int().min(1).max(50).default(3).describe('Strongest fields of each place'),
  statistics,
  level,
  draws,
  seed,
});
export type CompareParams = z.output<typeof compareParams>;
