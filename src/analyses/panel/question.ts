import { z } from 'zod';
import type { Result } from '../analysis.ts';
import type { CountingName } from '../collaboration/counting.ts';
import { PAIR_KINDS } from '../collaboration/pairs.ts';
import { adHocRegions, capped, coaffiliation, field, inside, sectors, years } from '../parameters/shared.ts';
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
  of: z.enum(['places', 'pairs']).meta({
    description: 'Places by year, or pairs of places by year',
    label: { en: 'Panel of', zh: '面板对象' },
    help: '各地点逐年（places），或各地点对逐年（pairs）',
  }),
  place: z
    .array(z.string())
    .min(1)
    .nullable()
    .default(null)
    .meta({
      description: 'The places of the panel, by id or exact name, such as cn:1100,cn:3100',
      label: { en: 'Places', zh: '地点' },
      help: '面板所含地点，给编号或全名，如 cn:1100,cn:3100',
      names: 'place',
    }),
  region: adHocRegions,
  inside: inside.describe('The cities of this region, province or nation, instead of places by name'),
  kind: z
    .enum(PAIR_KINDS)
    .nullable()
    .default(null)
    .meta({
      description: 'All places of a kind, where none are named; cities where left out',
      label: { en: 'All of a kind', zh: '同类全部' },
      help: '未列出地点时取某一类的全部地点；不填则为城市',
    }),
  top: z
    .int()
    .min(1)
    .max(5000)
    .default(50)
    .meta({
      description: 'So many of them, those with most Share under the filters; places that are named all stay',
      label: { en: 'Most Share', zh: '份额最高' },
      help: '其中份额最高的多少个；逐一列出的地点全部保留',
    }),
  definition: z
    .array(z.string())
    .min(1)
    .nullable()
    .default(null)
    .meta({
      description: 'Definitions that flag what lies inside them, such as yrd_41; all where left out',
      label: { en: 'Flags', zh: '区域标记' },
      help: '用于标记内部的区域定义，如 yrd_41；不填则全部',
      names: 'place',
    }),
  years,
  field,
  sector: sectors.describe('Only institutions of this ROR type; of pairs two types ask for one end of each'),
  by: z
    .enum(FIELD_LEVELS)
    .nullable()
    .default(null)
    .meta({
      description: 'Rows of places by domain, field or subfield too',
      label: { en: 'By field', zh: '分领域' },
      help: '各地点再按大类、领域或子领域分行',
    }),
  coaffiliation: coaffiliation.describe(
    'Whether co-affiliation (authors with affiliations in both places) counts in pairs; false leaves it out',
  ),
  capped: capped.describe('Whether works above the author cap count in pairs'),
});
export type PanelParams = z.output<typeof panelParams>;
