import { z } from 'zod';
import type { Result } from '../analysis.ts';
import type { CountingName } from '../collaboration/counting.ts';
import { PAIR_KINDS } from '../collaboration/pairs.ts';
import { adHocRegions, field, sectors, years } from '../parameters/shared.ts';
import type { PlaceName } from '../places/names.ts';
import { FIELD_LEVELS, type FieldName } from '../field-table/level.ts';

/** So many rows are made at most: 300 cities give 44,850 pairs, in twenty years 897,000. */
export const MOST_ROWS = 1_000_000;

/** What a row is of, in either panel. */
interface Cell {
  readonly year: number;
  /** All works of that year (and field) under the filters, wherever they are from. */
  readonly works: number;
  /** Definitions that hold the place, or both, by id and joined by `|`; null where none does. */
  readonly inside: string | null;
  /** Years since the first policy of those; null where none has one. */
  readonly sincePolicy: number | null;
}

/** A place in a year, in one field where fields are asked for. In works. */
export interface PlaceCell extends Cell {
  readonly place: PlaceName;
  readonly field: FieldName | null;
  readonly share: number;
  readonly count: number;
  readonly shareSquared: number;
}

/** Two places in a year. */
export interface PairCell extends Cell, Readonly<Record<CountingName, number>> {
  readonly a: PlaceName;
  readonly b: PlaceName;
  readonly aShare: number;
  readonly bShare: number;
  /** Null where one of them is no single city. */
  readonly km: number | null;
  /** Null where it is not known of both: provinces are known in China. */
  readonly sameNation: boolean | null;
  readonly sameProvince: boolean | null;
  readonly sameRegion: boolean;
}

export type PanelRow = PlaceCell | PairCell;

export interface Panel extends Result<PanelRow> {
  readonly of: 'places' | 'pairs';
  readonly places: readonly PlaceName[];
  readonly years: readonly number[];
  /** Whether rows are by field too. */
  readonly byField: boolean;
  /** Rows of zeros. */
  readonly zeros: number;
}

export const panelParams = z.object({
  of: z.enum(['places', 'pairs']).describe('Places by year, or pairs of places by year'),
  place: z
    .array(z.string())
    .min(1)
    .nullable()
    .default(null)
    .describe('The places of the panel, by id or exact name, such as cn:1100,cn:3100'),
  region: adHocRegions,
  inside: z
    .string()
    .nullable()
    .default(null)
    .describe('The cities of this region, province or nation, instead of places by name'),
  kind: z
    .enum(PAIR_KINDS)
    .nullable()
    .default(null)
    .describe('All places of a kind, where none are named; cities where left out'),
  top: z
    .int()
    .min(1)
    .max(5000)
    .default(50)
    .describe('So many of them, those with most Share under the filters; places that are named all stay'),
  definition: z
    .array(z.string())
    .min(1)
    .nullable()
    .default(null)
    .describe('Definitions that flag what lies inside them, such as yrd_41; all where left out'),
  years,
  field,
  sector: sectors.describe('Only institutions of this ROR type; of pairs two types ask for one end of each'),
  by: z
    .enum(FIELD_LEVELS)
    .nullable()
    .default(null)
    .describe('Rows of places by domain, field or subfield too'),
  coaffiliation: z
    .boolean()
    .default(true)
    .describe(
      'Whether co-affiliation (authors with affiliations in both places) counts in pairs; false leaves it out',
    ),
  capped: z.boolean().default(false).describe('Whether works above the author cap count in pairs'),
});
export type PanelParams = z.output<typeof panelParams>;
