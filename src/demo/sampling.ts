import { createRandom, type Random } from '../measures/random.ts';

/** Streams of one seed: works have the numbers below 2³², everything else stands above, by what is drawn and for whom. */
const KINDS = { work: 0, truth: 1, geography: 2, institutions: 3, padding: 4, works: 5 } as const;

/**
 * The random stream for one thing of the world (`streamOf(seed, 'truth', 'def:yrd_41')`), so that a thing's draws do
 * not depend on which other things are drawn, or in which order. Work 17 is the same work in every part and process.
 */
export function streamOf(seed: number, kind: keyof typeof KINDS, key: string | number = 0): Random {
  return createRandom(seed, KINDS[kind] * 0x1_0000_0000 + (typeof key === 'number' ? key : fnv1a(key)));
}

/** Fowler–Noll–Vo 1a, 32 bits. */
function fnv1a(text: string): number {
  let hash = 0x811c9dc5;
  for (let i = 0; i < text.length; i++) hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193);
  return hash >>> 0;
}

/** Running sums of weights, for {@link pick}. */
export function cumulative(weights: ArrayLike<number>): Float64Array {
  const sums = new Float64Array(weights.length);
  let sum = 0;
  for (let i = 0; i < weights.length; i++) sums[i] = sum += weights[i];
  return sums;
}

/** An index with probability proportional to its weight, from the running sums (binary search). */
export function pick(random: Random, sums: Float64Array): number {
  const target = random.uniform() * sums[sums.length - 1];
  let low = 0;
  let high = sums.length - 1;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (sums[middle] > target) high = middle;
    else low = middle + 1;
  }
  return low;
}

/** True with the given probability. */
export function chance(random: Random, probability: number): boolean {
  return random.uniform() < probability;
}
