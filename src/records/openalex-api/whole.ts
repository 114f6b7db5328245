import { isJson, type Json } from './answer.ts';
import type { OpenAlexClient } from './client.ts';
import { OpenAlexError } from './errors.ts';

/** List answers cut the authors of a work here. */
const CUT = 100;

/** Whether a work of a list answer may lack authors: it says so, or it has exactly 100 and does not say that these are all. */
export function mayBeCut(work: Json): boolean {
  if (typeof work.is_authors_truncated === 'boolean') return work.is_authors_truncated;
  return Array.isArray(work.authorships) && work.authorships.length === CUT;
}

/**
 * The work got singly, where OpenAlex gives all authors; marked `is_authors_truncated: false`, so that the reader knows
 * it whole even with exactly 100 authors. Null where its id is gone or now leads to another work: then the list's
 * version stays, and is counted.
 */
export async function getWhole(
  work: Json,
  select: readonly string[],
  client: OpenAlexClient,
): Promise<Json | null> {
  const id = typeof work.id === 'string' ? /W[0-9]+$/.exec(work.id)?.[0] : undefined;
  if (id === undefined) return null;
  let answer: unknown;
  try {
    answer = await client.get(`/works/${id}`, { select: select.join(',') });
  } catch (error) {
    if (error instanceof OpenAlexError && (error.status === 404 || error.status === 410)) return null;
    throw error;
  }
  return isJson(answer) && answer.id === work.id ? { ...answer, is_authors_truncated: false } : null;
}
