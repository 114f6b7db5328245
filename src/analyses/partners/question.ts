import { z } from 'zod';
import type { Result } from '../analysis.ts';
import { resourceLists } from '../match/question.ts';
import { field, top, years } from '../parameters/shared.ts';

export const PARTNER_SECTIONS = ['named', 'joint', 'likely'] as const;

/** A partner that there is, by a list or by works, or one that is likely. */
export interface PartnersRow {
  readonly section: (typeof PARTNER_SECTIONS)[number];
  /** What the id is of; both are null where a list gives a name that leads to none, or to several. */
  readonly of: 'resource' | 'institution' | 'place' | null;
  readonly id: string | null;
  readonly name: string;
  readonly nameZh: string | null;
  /** Name of its city. */
  readonly place: string | null;
  readonly placeZh: string | null;
  /** Joint works; null where they are not known. */
  readonly works: number | null;
  /** Observed over expected, on weight 1/(k − 1), from how much both work with others. */
  readonly ratio: number | null;
  /** Partners of both. */
  readonly common: number | null;
  /** Cosine of what both publish on, by subfield. */
  readonly alike: number | null;
  readonly km: number | null;
  readonly score: number | null;
  readonly why: string;
  readonly whyZh: string;
}

/** A row whose places are not named yet: names depend on which others stand beside them. */
export type UnnamedRow = Omit<PartnersRow, 'place' | 'placeZh'> & { readonly city: string | null };

export interface Partners extends Result<PartnersRow> {
  readonly subject: {
    readonly kind: 'resource' | 'institution' | 'place';
    readonly id: string;
    readonly name: string;
    readonly nameZh: string | null;
  };
}

export const partnersParams = z.object({
  who: z.string().meta({
    description: 'A place, a resource or an institution, by id or exact name',
    label: { en: 'Who', zh: '谁' },
    help: '地点、资源或机构，给编号或全名',
    names: 'place',
  }),
  years,
  field,
  top: top(200, 10).describe('How many partners by joint works to show'),
  likely: z
    .int()
    .min(0)
    .max(50)
    .default(5)
    .meta({
      description: 'How many likely new ones to show',
      label: { en: 'Likely new ones', zh: '可能的新伙伴' },
      help: '显示多少个可能的新伙伴',
    }),
  resources: resourceLists,
});
export type PartnersParams = z.output<typeof partnersParams>;
