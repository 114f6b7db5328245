import { z } from 'zod';
import { coordinationParams } from '../analyses/coordination/question.ts';
import { strict } from '../analyses/parameters/strict.ts';
import { field, years } from '../analyses/parameters/shared.ts';
import type { Language } from '../base/index.ts';

/** What a report can be asked to be of. */
export const reportParams = strict(
  z.object({
    place: z.string().describe('A city, province, nation or region, by id or exact name'),
    years,
    field,
    peers: coordinationParams.shape.peers.describe(
      'Regions compared in a full report of a region, such as yrd_41,gba_9_2; none by default',
    ),
    full: z
      .boolean()
      .default(false)
      .describe('Report everything known, in under twenty pages; two pages by default'),
  }),
);

export type ReportAsked = z.output<typeof reportParams> & {
  readonly language: Language;
  /** The folder of the observatory as whoever asked named it, for the command that makes the report again; null: left out. */
  readonly folder: string | null;
};
