import { z } from 'zod';
import type { Anchor } from '../../measures/index.ts';
import type { Bilingual } from '../../base/index.ts';
import type { Result } from '../analysis.ts';
import { FIELD_LEVELS, type FieldName } from '../field-table/level.ts';
import { belowMinimum } from '../field-table/minimum.ts';
import { baseline, enough, least, threshold } from '../field-table/params.ts';
import { adHocRegions, field, level, place, sector, seed, top, years } from '../parameters/shared.ts';
import type { PlaceName } from '../places/names.ts';

/** Under so many works in a field an interval is a rough one, and the row says so. */
export const FEW_FIELD_WORKS = 10;

/** What a place has, what it has too little of to count, what it lacks, what cannot be told. */
export const SPECIALISATION_SECTIONS = ['specialised', 'small', 'entry', 'untold'] as const;
export type SpecialisationSection = (typeof SPECIALISATION_SECTIONS)[number];

type Interval = readonly [number, number] | null;

/** A place in one field. */
export interface SpecialisationRow {
  readonly section: SpecialisationSection;
  readonly field: FieldName;
  /** Works of the field with an author there. */
  readonly works: number;
  readonly share: number;
  /** The field's part of the Share that the place has in all fields. */
  readonly part: number | null;
  /** Location quotient (revealed comparative advantage), over works. */
  readonly quotient: number | null;
  readonly interval: Interval;
  /** (LQ − 1)/(LQ + 1). */
  readonly symmetric: number | null;
  /** Relatedness density: of what is related to the field, the part in which the place is specialised. */
  readonly density: number | null;
  readonly densityInterval: Interval;
  /** Complexity of the field among the cities with enough works. */
  readonly complexity: number | null;
  /** How much complexity the field would open up: 0 where the place has it. */
  readonly gain: number | null;
  /** Cities with enough works that are specialised in it. */
  readonly cities: number;
  readonly fewWorks: boolean;
  /** Why numbers are missing. */
  readonly reason: Bilingual | null;
}

/** A number of the place, its interval, and why one of them is missing. */
export interface PlaceFigure {
  readonly value: number | null;
  readonly interval: Interval;
  readonly reason: Bilingual | null;
}

/** A number of a city with its rank among the cities with enough works. */
export interface RankedFigure extends PlaceFigure {
  readonly rank: number | null;
  readonly rankInterval: Interval;
  /** How many are ranked. */
  readonly of: number;
}

export interface Specialisation extends Result<SpecialisationRow> {
  readonly place: PlaceName;
  readonly of: SpecialisationParams['of'];
  readonly baseline: { readonly id: string; readonly name: string; readonly nameZh: string };
  /** Fields in which the place has any Share, and all there are. */
  readonly variety: number;
  readonly fields: number;
  /** Fields in which it is specialised. */
  readonly diversity: PlaceFigure;
  /** In how many of them clearly: the quotient has a 95 % interval above 1. */
  readonly clear: number;
  /** In natural logarithms. */
  readonly shannon: PlaceFigure;
  readonly herfindahl: PlaceFigure;
  /** ECI; of what is no city with enough works, the mean complexity of its fields, on the same scale. */
  readonly complexity: RankedFigure & { readonly anchor: Anchor | null; readonly eigengap: number | null };
  /** Complexity within reach (COI). */
  readonly outlook: RankedFigure;
  /** The same with other thresholds. */
  readonly sensitivity: readonly {
    readonly threshold: number;
    readonly diversity: number | null;
    readonly complexity: number | null;
    readonly rank: number | null;
    readonly of: number;
  }[];
}

export const specialisationParams = z.object({
  place: place.describe('A city, province, nation or region'),
  region: adHocRegions,
  of: z
    .enum([...FIELD_LEVELS, 'topic'])
    .default('subfield')
    .meta({
      description: 'Rows: domains, fields, subfields or topics',
      label: { en: 'Rows', zh: '各行' },
      help: '各行：大类、领域、子领域或主题',
    }),
  years,
  field: field.describe('Only what lies inside this domain, field or subfield, by name or number'),
  sector,
  baseline,
  threshold,
  least,
  enough,
  belowMinimum,
  by: z
    .array(z.enum(SPECIALISATION_SECTIONS))
    .min(1)
    .nullable()
    .default(null)
    .meta({
      description:
        'Sections: specialised, small (a high quotient of too little Share), entry (candidates, nearest first), untold; all where left out',
      label: { en: 'Sections', zh: '部分' },
      help: '各部分：专长、规模过小（区位商高而份额过小）、可进入（按关联远近）、无法判断；不填则全部',
    }),
  top: top(5000, 10).describe('Rows of each section'),
  level,
  draws: z
    .int()
    .min(100)
    .max(10_000)
    .default(500)
    .meta({
      description: 'Draws behind the intervals of density, diversity, complexity and outlook',
      label: { en: 'Draws', zh: '抽取次数' },
      help: '关联密度、多样性、复杂度和前景区间所用的抽取次数',
    }),
  seed,
});
export type SpecialisationParams = z.output<typeof specialisationParams>;
