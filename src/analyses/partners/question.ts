import { z } from 'zod';
import { resourceLists } from '../match/question.ts';
import { field, top, years } from '../parameters/shared.ts';
import { resultOf } from '../result/result.ts';
import { jointWorks, kilometres, namedId, observedOverExpected } from '../result/values.ts';
import { OF, SECTIONS } from './texts.ts';

export const PARTNER_SECTIONS = ['named', 'joint', 'likely'] as const;
/** What a partner may be, and whose partners may be asked for. */
export const PARTNER_KINDS = ['resource', 'institution', 'place'] as const;

/** A partner that there is, by a list or by works, or one that is likely. */
export const partnersRow = z
  .object({
    section: z.enum(PARTNER_SECTIONS).meta({ label: { en: 'Section', zh: '部分' }, texts: SECTIONS }),
    of: z
      .enum(PARTNER_KINDS)
      .nullable()
      .meta({
        description:
          'What the id is of; both are null where a list gives a name that leads to none, or to several',
        label: { en: 'Of', zh: '类型' },
        texts: OF,
      }),
    id: z
      .string()
      .nullable()
      .meta({ label: { en: 'Id', zh: '编号' } }),
    name: z.string().meta({ label: { en: 'Name', zh: '名称' } }),
    nameZh: z.string().nullable(),
    place: z
      .string()
      .nullable()
      .meta({ description: 'Name of its city', label: { en: 'Place', zh: '地点' } }),
    placeZh: z.string().nullable(),
    works: jointWorks.nullable().describe('Joint works; null where they are not known'),
    ratio: observedOverExpected,
    common: z
      .int()
      .nullable()
      .meta({ description: 'Partners of both', label: { en: 'Common', zh: '共同伙伴' } }),
    alike: z
      .number()
      .nullable()
      .meta({
        description: 'Cosine of what both publish on, by subfield',
        label: { en: 'Alike', zh: '相似度' },
        digits: 2,
      }),
    km: kilometres,
    score: z
      .number()
      .nullable()
      .meta({ label: { en: 'Score', zh: '得分' }, digits: 4 }),
    why: z.string().meta({ label: { en: 'Why', zh: '理由' } }),
    whyZh: z.string(),
  })
  .readonly();
export type PartnersRow = z.output<typeof partnersRow>;

/** A row whose places are not named yet: names depend on which others stand beside them. */
export type UnnamedRow = Omit<PartnersRow, 'place' | 'placeZh'> & { readonly city: string | null };

export const partnersResult = resultOf(partnersRow, {
  subject: namedId
    .unwrap()
    .extend({ kind: z.enum(PARTNER_KINDS) })
    .readonly()
    .describe('Whose partners they are'),
});
export type Partners = z.output<typeof partnersResult>;

export const partnersParams = z.object({
  who: z.string().meta({
    description: 'A place, a resource or an institution, by id or exact name',
    label: { en: 'Who', zh: '谁' },
    help: '地点、资源或机构，给编号或全名',
    names: 'place',
  }),
  years,
  field,
  top: top(200, 10).describe('Rows of partners by joint works'),
  likely: z
    .int()
    .min(0)
    .max(50)
    .default(5)
    .meta({
      description: 'Rows of likely new partners',
      label: { en: 'Likely new ones', zh: '可能的新伙伴' },
      help: '显示多少个可能的新伙伴',
    }),
  resources: resourceLists,
});
export type PartnersParams = z.output<typeof partnersParams>;
