import { checkKind, checkParts } from '../arguments.ts';
import { createRandom } from '../random.ts';

/**
 * Poisson(1) weights of works from a hash of (seed, replicate, work id), for replicates that no engine has to
 * draw: each work finds its own weight, in any order, in any partition, in JavaScript or in SQL.
 *
 * With p = 2³¹ − 1 and q = 2³¹ − 19 (both prime), and the replicate's keys a, b, k (numbers below p, from
 * `replicateKeys(seed, replicate)`):
 *
 *     x = ((id mod p)·a + (id mod q)·b + k) mod p
 *     y = x⁵ mod p                                   (a bijection of 0 … p − 1, as 5 does not divide p − 1)
 *     weight = number of t in POISSON_THRESHOLDS with y ≥ t
 *
 * Every intermediate is below 2⁶³, so that a BIGINT holds it and no engine needs shifts, xor, unsigned numbers or
 * a hash of its own. In SQL, with the keys as rows of a table `replicates(replicate, a, b, k)`:
 *
 *     x1 AS (SELECT …, ((id % 2147483647) * a + (id % 2147483629) * b + k) % 2147483647 AS x FROM works, replicates),
 *     x2 AS (SELECT …, x, x * x % 2147483647 AS xx FROM x1),
 *     y  AS (SELECT …, (xx * xx % 2147483647) * x % 2147483647 AS y FROM x2)
 *     SELECT …, CASE WHEN y < 790015084 THEN 0 WHEN y < 1580030168 THEN 1 … ELSE 12 END AS weight
 *
 * Over replicates any two works' x are independent (universal hashing); the fifth power breaks the linear
 * relations among three and more (Weil's bound: joint frequencies of up to five are off by about 10⁻⁴ at most).
 */
export interface ReplicateKeys {
  readonly a: number;
  readonly b: number;
  readonly k: number;
}

/** The prime p = 2³¹ − 1 of the hash. */
export const REPLICATE_P = 2_147_483_647;
/** The prime q = 2³¹ − 19, the second residue of the id. */
export const REPLICATE_Q = 2_147_483_629;

/** t_k = round(p · P(Poisson(1) ≤ k)), k = 0 … 11: the weight is the number of thresholds at or below y. */
export const POISSON_THRESHOLDS: readonly number[] = Object.freeze(
  (() => {
    let probability = Math.exp(-1);
    let cumulative = 0;
    return Array.from({ length: 12 }, (_, k) => {
      if (k > 0) probability /= k;
      cumulative += probability;
      return Math.round(REPLICATE_P * cumulative);
    });
  })(),
);

/** The keys of one replicate, 1 … p − 1 for a and b, 0 … p − 1 for k. Throws a RangeError for a bad seed. */
export function replicateKeys(seed: number, replicate: number): ReplicateKeys {
  const random = createRandom(seed, replicate + 1);
  return Object.freeze({
    a: 1 + random.integer(REPLICATE_P - 1),
    b: 1 + random.integer(REPLICATE_P - 1),
    k: random.integer(REPLICATE_P),
  });
}

const TWO_TO_31 = 2_147_483_648;

/**
 * v mod p of a whole 0 ≤ v < 2⁵³. As 2³¹ is 1 modulo p, the bits from the 32nd on are added to those below: many times as
 * fast as the remainder of a division of doubles.
 */
function reduced(v: number): number {
  const high = Math.floor(v / TWO_TO_31);
  const folded = v - high * TWO_TO_31 + high;
  return folded >= REPLICATE_P ? folded - REPLICATE_P : folded;
}

/** x·y mod p without leaving the exact integers of a double: the second factor in halves of 16 bits. */
function multiply(x: number, y: number): number {
  return reduced(reduced(x * (y >>> 16)) * 65_536 + x * (y & 0xffff));
}

/**
 * The Poisson(1) weight, 0 … 12, of work `id` in the replicate of these keys.
 *
 * @param id a safe integer, 0 or more (the digits of an OpenAlex id)
 * @throws RangeError when the id is not such an integer
 */
export function poissonWeight(keys: ReplicateKeys, id: number): number {
  // Called for every work of every replicate: what the keys are, is looked at only where they may be none.
  if (!(keys instanceof Object)) checkKind('keys', keys, 'record');
  if (!Number.isSafeInteger(id) || id < 0) {
    checkKind('id', id, 'number');
    throw new RangeError(`a work id must be a whole number, got ${id}`);
  }
  const x = reduced(multiply(keys.a, reduced(id)) + multiply(keys.b, id % REPLICATE_Q) + keys.k);
  const square = multiply(x, x);
  const y = multiply(multiply(square, square), x);
  if (Number.isNaN(y)) checkParts('keys', keys, { a: 'number', b: 'number', k: 'number' });
  let weight = 0;
  while (weight < POISSON_THRESHOLDS.length && y >= POISSON_THRESHOLDS[weight]) weight += 1;
  return weight;
}
