import { z } from 'zod';
import { FIELD_LEVELS } from '../field-table/level.ts';
import {
  adHocRegions,
  definition,
  field,
  kindsFollowed,
  level,
  placesFollowed,
  sector,
  topFollowed,
  years,
} from '../parameters/shared.ts';
import { resultOf } from '../result/result.ts';
import { estimate, fewWorks, fieldOfLevel, placeName, share } from '../result/values.ts';

/** How concentrated the Shares of a place are on few fields. */
export const concentrationRow = z
  .object({
    place: placeName,
    works: z.number().meta({
      description: 'Works with an author there and a field',
      label: { en: 'Works', zh: '论文数' },
      digits: 0,
    }),
    share: share.describe('Share in works with a field'),
    fields: z
      .int()
      .meta({ description: 'Fields with a Share', label: { en: 'Fields', zh: '领域数' }, digits: 0 }),
    herfindahl: estimate.meta({
      description: 'Herfindahl–Hirschman index of its Shares by field: 1 where all is in one',
      label: { en: 'HHI', zh: '赫芬达尔指数' },
      digits: 3,
    }),
    equalFields: z
      .number()
      .nullable()
      .meta({
        description: 'One over the index: so many fields with the same Share would have it',
        label: { en: 'Equal fields', zh: '等效领域数' },
        digits: 1,
      }),
    largest: fieldOfLevel
      .nullable()
      .meta({ description: 'The field with most Share', label: { en: 'Largest', zh: '最大领域' } }),
    largestPart: z
      .number()
      .nullable()
      .meta({ description: 'Its part of the Share', label: { en: 'its part', zh: '其占比' }, digits: 3 }),
    fewWorks,
  })
  .readonly();
export type ConcentrationRow = z.output<typeof concentrationRow>;

export const concentrationResult = resultOf(concentrationRow, { by: z.enum(FIELD_LEVELS) });
export type Concentration = z.output<typeof concentrationResult>;

export const concentrationParams = z.object({
  of: kindsFollowed,
  place: placesFollowed,
  definition: definition.describe('Region definitions to include, such as yrd_41'),
  region: adHocRegions,
  by: z
    .enum(FIELD_LEVELS)
    .default('field')
    .meta({
      description: 'Level of fields: domains, fields or subfields',
      label: { en: 'Fields', zh: '领域层级' },
      help: '按大类、领域或子领域计算集中度',
    }),
  years,
  field: field.describe('Only fields within this domain, field or subfield, by name or number'),
  sector,
  top: topFollowed(1000),
  level,
});
export type ConcentrationParams = z.output<typeof concentrationParams>;
