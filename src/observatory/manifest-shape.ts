import { z } from 'zod';
import type { Message } from '../base/index.ts';
import { schemaFault } from './schema-fault.ts';

const text = z.string();
const count = z.number();
const counts = z.record(text, count);

/** What every reader of a manifest relies on; it may say more. */
const MANIFEST = z.looseObject({
  title: text.nullable(),
  licence: text.optional(),
  synthetic: text.nullable(),
  built: text,
  seconds: counts,
  works: z.array(z.looseObject({ path: text, bytes: count, records: count, bad: counts })),
  damaged: z.array(z.looseObject({ path: text, problem: text })),
  corrections: z.looseObject({ changed: z.array(z.unknown()) }),
  mergedIds: z.looseObject({ files: z.array(text) }),
  filters: z.looseObject({}),
  authorCap: count,
  definitions: z.array(z.looseObject({ id: text, name: text })),
  records: z.looseObject({ read: count, bad: counts, dropped: counts, kept: count }),
  located: z.looseObject({
    share: count.nullable(),
    byYear: z.array(z.looseObject({ year: count, works: count })),
    byCountry: z.array(z.looseObject({})),
    reasons: counts,
  }),
  warnings: z.array(text),
  warningMessages: z.array(z.looseObject({ code: text, params: z.record(text, z.unknown()) })).optional(),
  tables: counts,
  files: z.record(text, z.looseObject({ bytes: count, sha256: text, footer: text.nullable() })),
  cluster: z.looseObject({ catalog: text, schema: text, stamp: text, tables: z.array(text) }).optional(),
});

/** The first thing in a value, read from a manifest's file, that no manifest has; null where it is one. */
export function misshapen(value: unknown): { readonly at: string; readonly fault: Message } | null {
  const { error } = MANIFEST.safeParse(value);
  if (error === undefined) return null;
  const [issue] = error.issues;
  return { at: issue.path.join('.'), fault: schemaFault(issue) };
}
