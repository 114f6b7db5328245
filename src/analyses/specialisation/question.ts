import { z } from 'zod';
import type { Anchor } from '../../measures/index.ts';
import { FIELD_LEVELS } from '../field-table/level.ts';
import { belowMinimum } from '../field-table/minimum.ts';
import { baseline, enough, least, threshold } from '../field-table/params.ts';
import { adHocRegions, field, level, place, sector, seed, top, years } from '../parameters/shared.ts';
import { resultOf } from '../result/result.ts';
import { fewWorks, fieldOfLevel, interval, listOf, placeName, reasonText, share } from '../result/values.ts';

/** Under so many works in a field an interval is a rough one, and the row says so. */
export const FEW_FIELD_WORKS = 10;

/** What a place has, what it has too little of to count, what it lacks, what the records cannot show. */
export const SPECIALISATION_SECTIONS = ['specialised', 'small', 'entry', 'untold'] as const;
export type SpecialisationSection = (typeof SPECIALISATION_SECTIONS)[number];

const fieldLevel = z.enum([...FIELD_LEVELS, 'topic']);

const number = (en: string, zh: string, description: string, digits = 2) =>
  z.number().nullable().meta({ description, label: { en, zh }, digits });

/** A place in one field. */
export const specialisationRow = z
  .object({
    section: z.enum(SPECIALISATION_SECTIONS).meta({
      label: { en: 'Section', zh: '部分' },
      texts: {
        specialised: { en: 'specialised', zh: '专长' },
        small: { en: 'small', zh: '规模过小' },
        entry: { en: 'entry', zh: '可进入' },
        untold: { en: 'untold', zh: '无法判断' },
      },
    }),
    field: fieldOfLevel,
    works: z.int().meta({
      description: 'Works of the field with an author there',
      label: { en: 'Works', zh: '论文数' },
      digits: 0,
    }),
    share: share.meta({ digits: 2 }),
    part: number('Part', '占比', 'The field’s part of the Share that the place has in all fields', 4),
    quotient: number('LQ', '区位商', 'Location quotient (revealed comparative advantage), over works'),
    interval: interval.describe('Both ends of the interval of the quotient; null where there is none'),
    symmetric: number('RSCA', '对称优势', '(LQ − 1)/(LQ + 1)'),
    density: number(
      'Density',
      '关联密度',
      'Relatedness density: of what is related to the field, the part in which the place is specialised',
    ),
    densityInterval: interval,
    complexity: number('PCI', '领域复杂度', 'Complexity of the field among the cities with enough works'),
    gain: number('Gain', '增益', 'How much complexity the field would open up: 0 where the place has it'),
    cities: z.int().meta({
      description: 'Cities with enough works that are specialised in it',
      label: { en: 'Cities', zh: '专长城市' },
      digits: 0,
    }),
    fewWorks,
    reason: reasonText.describe('Why numbers are missing; null where none is'),
  })
  .readonly();
export type SpecialisationRow = z.output<typeof specialisationRow>;

const placeFigure = z
  .object({ value: z.number().nullable(), interval, reason: reasonText })
  .readonly()
  .describe('A number of the place, its interval, and why one of them is missing');
export type PlaceFigure = z.output<typeof placeFigure>;

const rankedFigure = placeFigure
  .unwrap()
  .extend({
    rank: z.int().nullable(),
    rankInterval: interval,
    of: z.int().describe('How many are ranked'),
  })
  .readonly()
  .describe('A number of a city with its rank among the cities with enough works');
export type RankedFigure = z.output<typeof rankedFigure>;

const anchor: z.ZodType<Anchor> = z
  .object({
    by: z.enum(['previous', 'diversity', 'greatest']),
    correlation: z.number().nullable().describe('The correlation that decided; null for the greatest entry'),
    weak: z.boolean().describe('Whether one more work may turn the sign'),
  })
  .readonly()
  .describe('What gave complexity its sign');

const sensitivity = z
  .object({
    threshold: z.number(),
    diversity: z.int().nullable(),
    complexity: z.number().nullable(),
    rank: z.int().nullable(),
    of: z.int(),
  })
  .readonly();

export const specialisationResult = resultOf(specialisationRow, {
  place: placeName,
  of: fieldLevel,
  baseline: z.object({ id: z.string(), name: z.string(), nameZh: z.string() }).readonly(),
  variety: z.int().describe('Fields in which the place has any Share'),
  fields: z.int().describe('All fields there are'),
  diversity: placeFigure.describe('Fields in which it is specialised'),
  clear: z.int().describe('In how many of them clearly: the quotient has a 95% interval above 1'),
  shannon: placeFigure.describe('Shannon’s entropy, in natural logarithms'),
  herfindahl: placeFigure,
  complexity: rankedFigure
    .unwrap()
    .extend({ anchor: anchor.nullable(), eigengap: z.number().nullable() })
    .readonly()
    .describe(
      'ECI; of what is no city with enough works, the mean complexity of its fields, on the same scale',
    ),
  outlook: rankedFigure.describe('Complexity within reach (COI)'),
  sensitivity: listOf(sensitivity).describe('The same with other thresholds'),
});
export type Specialisation = z.output<typeof specialisationResult>;

export const specialisationParams = z.object({
  place: place.describe('A city, province, nation or region'),
  region: adHocRegions,
  of: fieldLevel.default('subfield').meta({
    description: 'Level of fields: domains, fields, subfields or topics',
    label: { en: 'Rows', zh: '各行' },
    help: '各行：大类、领域、子领域或主题',
  }),
  years,
  field: field.describe('Only fields within this domain, field or subfield, by name or number'),
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
        'Sections: specialised, small (a high quotient of too little Share), entry (candidates, nearest first), untold; all by default',
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
      description: 'Resamples for the intervals of density, diversity, complexity and outlook',
      label: { en: 'Draws', zh: '抽取次数' },
      help: '关联密度、多样性、复杂度和前景区间所用的抽取次数',
    }),
  seed,
});
export type SpecialisationParams = z.output<typeof specialisationParams>;
