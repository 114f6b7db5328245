import { OpenAlexError } from './errors.ts';

export type Json = Readonly<Record<string, unknown>>;

/** One answer of a list endpoint. */
export interface Page {
  /** How many records the filter has in all, at the time of this answer. */
  readonly count: number;
  /** The cursor of the next page, null after the last. */
  readonly cursor: string | null;
  readonly results: readonly Json[];
}

/** @throws OpenAlexError `unexpected` where the answer is not `{meta: {count, next_cursor}, results: [{id, …}]}` */
export function readPage(answer: unknown): Page {
  if (isJson(answer) && isJson(answer.meta) && Array.isArray(answer.results)) {
    const { count, next_cursor: cursor = null } = answer.meta;
    const results: unknown[] = answer.results;
    if (typeof count === 'number' && (cursor === null || typeof cursor === 'string') && results.every(isJson))
      return { count, cursor, results };
  }
  throw new OpenAlexError(
    'unexpected',
    'OpenAlex answered without meta.count, meta.next_cursor or results: this is not the list of an entity. Check the base address.',
  );
}

export function isJson(value: unknown): value is Json {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** What the body of an error answer says: its `message`, else its `error`, else the first words of its text. */
export function messageOf(body: string): string {
  let said: unknown = null;
  try {
    const answer: unknown = JSON.parse(body);
    if (isJson(answer)) said = answer.message ?? answer.error;
  } catch {
    // Not JSON: a proxy's page, of which the words are enough.
  }
  const text = typeof said === 'string' ? said : body.replace(/<[^>]*>/g, ' ');
  return text.replace(/\s+/g, ' ').trim().slice(0, 500);
}
