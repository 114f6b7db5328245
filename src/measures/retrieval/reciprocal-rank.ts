import { checkKind } from '../arguments.ts';
import { checkOnce } from './once.ts';
import { known, type Quantity, unknown } from '../quantity.ts';

/**
 * 1/r with r the rank of the first relevant id; 0 where none was found. Undefined where nothing is relevant
 * (`empty`).
 *
 * @param ranked ids, best first, each once
 * @throws RangeError for an id that is ranked twice
 */
export function reciprocalRank(ranked: readonly string[], relevant: Iterable<string>): Quantity {
  checkKind('ranked', ranked, 'list');
  checkKind('relevant', relevant, 'iterable');
  checkOnce(ranked);
  const wanted = new Set(relevant);
  if (wanted.size === 0) return unknown('nothing is relevant', 'empty');
  const at = ranked.findIndex((id) => wanted.has(id));
  return known(at < 0 ? 0 : 1 / (at + 1));
}

/**
 * The mean reciprocal rank (MRR) over queries, 0 … 1: how far down one has to read to the first that helps. Queries for
 * which nothing is relevant are left out; undefined where that leaves none (`empty`).
 *
 * Source: Voorhees 1999, The TREC-8 question answering track report.
 *
 * @throws RangeError as {@link reciprocalRank}
 */
export function meanReciprocalRank(
  queries: readonly { readonly ranked: readonly string[]; readonly relevant: Iterable<string> }[],
): Quantity {
  checkKind('queries', queries, 'list');
  const values = queries.flatMap(({ ranked, relevant }) => reciprocalRank(ranked, relevant).value ?? []);
  if (values.length === 0) return unknown('no query has anything relevant', 'empty');
  return known(values.reduce((sum, value) => sum + value, 0) / values.length);
}
