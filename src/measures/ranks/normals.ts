import { createRandom, type Random } from '../random.ts';

/** Numbers of a stream that are kept at most: 400 places, 2,000 draws, and some room. */
const MOST = 2 ** 20;
/** Streams of a seed that are kept: that of places drawn jointly, and that of places drawn each on its own. */
const STREAMS = 2;

interface Kept {
  readonly seed: number;
  readonly random: Random;
  numbers: Float64Array;
  length: number;
}

const keptOf: (Kept | null)[] = new Array<Kept | null>(STREAMS).fill(null);

/**
 * The first so many standard normal numbers of a stream of a seed, as `createRandom(seed, stream).normal()` gives them one
 * after the other; null for more than are kept. Those of the last seed are, as rankings draw with one seed and differ in
 * what they are of; more numbers may stand behind those asked for.
 */
export function normalsOf(seed: number, length: number, stream = 0): Float64Array | null {
  if (length > MOST || stream >= STREAMS) return null;
  let kept = keptOf[stream];
  if (kept?.seed !== seed)
    kept = keptOf[stream] = {
      seed,
      random: createRandom(seed, stream),
      numbers: new Float64Array(0),
      length: 0,
    };
  if (kept.numbers.length < length) {
    const more = new Float64Array(Math.min(MOST, 2 * length));
    more.set(kept.numbers);
    kept.numbers = more;
  }
  const { random, numbers } = kept;
  for (; kept.length < length; kept.length++) numbers[kept.length] = random.normal();
  return numbers;
}
