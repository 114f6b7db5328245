import { z } from 'zod';
import type { Bilingual, Reason } from '../../base/index.ts';
import type { Result } from '../analysis.ts';
import { FIELD_LEVELS, type FieldName } from '../field-table/level.ts';
import { belowMinimum } from '../field-table/minimum.ts';
import { baseline, enough, least, threshold } from '../field-table/params.ts';
import { adHocRegions, field, level, sector, seed, years } from '../parameters/shared.ts';
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
    .describe('A region, province or nation: pairs of its cities; a city too where another place is named'),
  with: z
    .string()
    .nullable()
    .default(null)
    .describe('Another place: which of its cities complete which of the first'),
  region: adHocRegions,
  of: z.enum(FIELD_LEVELS).default('subfield').describe('In which fields: domains, fields or subfields'),
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
    .describe(
      'What orders the pairs: the mean of both values, or of both percentiles among partners of like diversity',
    ),
  peers: z
    .int()
    .min(1)
    .max(1000)
    .default(20)
    .describe('Cities of like diversity with which a partner is compared'),
  named: z.int().min(0).max(50).default(3).describe('Fields named in each direction'),
  top: z.int().min(1).max(200).default(10).describe('Rows shown'),
  level,
  draws: z.int().min(100).max(1000).default(200).describe('Draws behind the intervals of complementarity'),
  seed,
});
export type ComplementarityParams = z.output<typeof complementarityParams>;
