import { z } from 'zod';
import { least } from '../field-table/params.ts';
import { top, years } from '../parameters/shared.ts';
import { resultOf } from '../result/result.ts';
import { fieldOfLevel, listOf, namedId, share } from '../result/values.ts';

const quotient = z.number().meta({
  description: 'Location quotient',
  label: { en: 'LQ', zh: '区位商' },
  digits: 2,
});
const km = z.number().nullable().describe('Kilometres from the nearest city of the place');

const gapCity = namedId.unwrap().extend({ share, quotient, km }).readonly().meta({ shownAs: 'name' });
export type GapCity = z.output<typeof gapCity>;

/** A field that is strong elsewhere in the nation and that the place lacks, with who could complete it. */
export const gapsRow = z
  .object({
    field: fieldOfLevel.meta({ label: { en: 'Subfield', zh: '子领域' } }),
    share: share.meta({ digits: 2 }),
    due: z.number().meta({
      description: 'Share if the place did as much of the field as its nation does',
      label: { en: 'As its nation', zh: '按全国水平' },
      digits: 2,
    }),
    quotient,
    density: z
      .number()
      .nullable()
      .meta({
        description:
          'Relatedness density: the part of what is related to the field that the place is specialised in',
        label: { en: 'Density', zh: '关联密度' },
        digits: 2,
      }),
    specialised: z.int().meta({
      description: 'Number of cities elsewhere in the nation that are specialised in it',
      label: { en: 'Cities', zh: '专长城市' },
    }),
    nearest: gapCity.meta({
      description: 'The nearest of them',
      label: { en: 'Nearest', zh: '最近' },
    }),
    strongest: gapCity.meta({
      description: 'The one with most Share',
      label: { en: 'Strongest', zh: '最强' },
    }),
  })
  .readonly();
export type GapsRow = z.output<typeof gapsRow>;

export const gapsResult = resultOf(gapsRow, {
  place: namedId,
  nation: namedId,
  completing: listOf(
    namedId
      .unwrap()
      .extend({ added: z.number().describe('Mean density that the city adds over the gaps'), km })
      .readonly(),
  ).describe('The cities that would add most of what is related to the fields it lacks'),
});
export type Gaps = z.output<typeof gapsResult>;

export const gapsParams = z.object({
  region: z.string().meta({
    description: 'A region, province or city',
    label: { en: 'Region', zh: '区域' },
    help: '一个区域、省份或城市',
    names: 'place',
  }),
  years,
  least,
  below: z
    .number()
    .gt(0)
    .max(1)
    .default(0.8)
    .meta({
      description: 'A field counts as a gap if its location quotient is below this value',
      label: { en: 'Lacked below', zh: '缺口阈值' },
      help: '区位商低于此值的领域视为缺口',
    }),
  top: top(300, 10).describe('Rows shown'),
});
export type GapsParams = z.output<typeof gapsParams>;
