import { z } from 'zod';
import { join, list, type Sql, sql } from '../engine/sql.ts';
import { InputError } from '../base/index.ts';
import { openAlexNumber } from '../records/ids.ts';
import { workType } from '../records/work.ts';
import { messages } from './messages.ts';
import { messages as schemaMessages } from './schema-messages.ts';

/** Which works an observatory is about. Everything here stands in the manifest. */
export const Filters = z.object({
  years: z
    .object({ from: z.int().min(1000).max(9999), to: z.int().min(1000).max(9999) })
    .refine(({ from, to }) => from <= to, { params: { detail: schemaMessages.yearsReversed() } })
    .nullable()
    .default(null)
    .describe('First and last publication year; all years where null'),
  types: z
    .array(z.string().min(1))
    .min(1)
    .nullable()
    .default(['article', 'review'])
    .describe('Work types to keep; all where null. A work without a type passes, counted'),
  retracted: z.boolean().default(false).describe('Whether retracted works stay in'),
  paratext: z.boolean().default(false).describe('Whether paratext (covers, tables of contents) stays in'),
  extended: z.boolean().default(false).describe("Whether OpenAlex's extended corpus (is_xpac) stays in"),
  sources: z
    .array(z.string())
    .min(1)
    .nullable()
    .default(null)
    .describe('Journals and other sources to restrict to: OpenAlex ids (S123) and ISSNs; all where null'),
});
export type Filters = z.infer<typeof Filters>;

/**
 * A source as records have it: an OpenAlex id (`S123`, or its address) or an ISSN (`1234-567X`, with or without hyphen).
 * @throws InputError where it is neither
 */
export function sourceKey(source: string): string {
  const id = openAlexNumber(source.trim(), 'S');
  if (id !== null) return `S${id}`;
  const issn = /^([0-9]{4})-?([0-9]{3}[0-9X])$/.exec(source.trim().toUpperCase());
  if (issn !== null) return `${issn[1]}-${issn[2]}`;
  throw new InputError(messages.badSource({ source }));
}

/** First and last of the years that a work may bear. */
export interface YearWindow {
  readonly from: number;
  readonly to: number;
}

export const IMPLAUSIBLE_YEAR = 'implausible year';

/**
 * Why a record is left out, as SQL over `w` (relation works) and `s` (relation sources); NULL where it is kept.
 * @param plausible years that a work may bear, whatever years are asked for
 */
export function dropReason(filters: Filters, plausible: YearWindow): Sql {
  const cases: Sql[] = [];
  if (!filters.retracted) cases.push(sql`WHEN w.retracted THEN 'retracted'`);
  if (!filters.paratext) cases.push(sql`WHEN w.paratext OR w.type = 'paratext' THEN 'paratext'`);
  if (!filters.extended) cases.push(sql`WHEN w.extended THEN 'extended corpus'`);
  cases.push(sql`WHEN w.year IS NULL THEN 'no year'`);
  cases.push(sql`WHEN w.year < ${plausible.from} OR w.year > ${plausible.to} THEN ${IMPLAUSIBLE_YEAR}`);
  if (filters.years !== null) {
    cases.push(sql`WHEN w.year < ${filters.years.from} OR w.year > ${filters.years.to} THEN 'other year'`);
  }
  if (filters.types !== null) {
    cases.push(
      sql`WHEN w.type IS NOT NULL AND w.type NOT IN (${list(filters.types.map(workType))}) THEN 'other type'`,
    );
  }
  if (filters.sources !== null) {
    cases.push(sql`WHEN NOT coalesce(s.listed, FALSE) THEN 'other source'`);
  }
  return sql`CASE ${join(cases, ' ')} END`;
}
