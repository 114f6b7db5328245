import { z } from 'zod';
import { coordinationParams } from '../analyses/coordination/question.ts';
import { field, years } from '../analyses/params.ts';
import type { Language } from '../places/index.ts';

/** What a report can be asked to be of. */
export const reportParams = z.object({
  place: z.string().describe('A city, province, nation or region, by id or exact name'),
  years,
  field,
  peers: coordinationParams.shape.peers,
  full: z
    .boolean()
    .default(false)
    .describe('Whether all that is known is told, in under twenty pages; two pages where left out'),
});

export type ReportAsked = z.output<typeof reportParams> & { readonly language: Language };
