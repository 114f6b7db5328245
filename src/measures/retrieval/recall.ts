import { checkKind } from '../arguments.ts';
import { checkOnce } from './once.ts';
import { known, type Quantity, unknown } from '../quantity.ts';

/**
 * The part of what is relevant that stands among the first k of a ranking:
 *
 *     recall@k = |{first k} ∩ relevant| / |relevant|,   0 … 1
 *
 * Undefined where nothing is relevant (`empty`). More relevant than k: it cannot reach 1.
 *
 * @param ranked ids, best first, each once
 * @param relevant ids
 * @param k a whole number from 1
 * @throws RangeError for a k that is none, or an id that is ranked twice
 */
export function recallAt(ranked: readonly string[], relevant: Iterable<string>, k: number): Quantity {
  checkKind('ranked', ranked, 'list');
  checkKind('relevant', relevant, 'iterable');
  if (!Number.isInteger(k) || k < 1) throw new RangeError(`k must be a whole number from 1, got ${k}`);
  checkOnce(ranked);
  const wanted = new Set(relevant);
  if (wanted.size === 0) return unknown('nothing is relevant', 'empty');
  return known(ranked.slice(0, k).filter((id) => wanted.has(id)).length / wanted.size);
}
