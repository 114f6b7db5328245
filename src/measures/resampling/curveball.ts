import { checkKind, checkParts } from '../arguments.ts';
import { createRandom, type Random } from '../random.ts';
import { shuffledOrder } from './shuffle.ts';

export interface CurveballOptions {
  /** Number of places n; works name them 0 … n − 1. */
  readonly places: number;
  /** How many shuffles to make. */
  readonly shuffles: number;
  readonly seed: number;
  /** Rounds of trades between two shuffles, and ten times as many before the first; 10 if not given. */
  readonly rounds?: number;
  /** The stratum of each work, as its field and year: places trade works of one stratum only. One for all if not given. */
  readonly strata?: ArrayLike<string | number>;
}

/** Works with their places dealt out anew: work w has `places[offsets[w]] … places[offsets[w + 1] − 1]`, ascending. */
export interface ShuffledWorks {
  readonly offsets: Int32Array;
  readonly places: Int32Array;
}

/**
 * Shuffles of a table works × places that keep every work's number of places and every place's number of works, in each
 * stratum: the null model for joint works that knows team sizes. Each is drawn evenly from all tables with these margins,
 * in the limit of many rounds.
 *
 * A trade takes two places and deals the works that only one of them has out to both again, at random, each getting as
 * many as before; a round pairs all places off at random (global trades). Rounds cost as much as there are entries in
 * the table. The same object comes each time, with other places in it: read what you need before the next.
 *
 * Sources: Strona et al. 2014, Nature Communications 5:4114; even draws: Carstens 2015, Physical Review E 91:042812;
 * global trades: Carstens, Berger & Strona 2018, Network Science.
 *
 * @param works the places of each work, each once
 * @throws RangeError for a place out of range or twice in a work, as many strata as there are not works, or numbers of
 *   shuffles, rounds or places that are no whole numbers from 1
 */
export function* curveball(
  works: readonly ArrayLike<number>[],
  options: CurveballOptions,
): Generator<ShuffledWorks, void> {
  checkKind('works', works, 'list');
  checkParts('options', options, { 'strata?': 'list' });
  const { places: n, shuffles, seed, rounds = 10, strata } = options;
  for (const [name, value] of Object.entries({ places: n, shuffles, rounds }))
    if (!Number.isInteger(value) || value < 1)
      throw new RangeError(`${name} must be a whole number from 1, got ${value}`);
  if (strata !== undefined && strata.length !== works.length)
    throw new RangeError(`strata must be one for each of ${works.length} works, got ${strata.length}`);
  const holdings = holdingsOf(works, n, strata);
  const offsets = new Int32Array(works.length + 1);
  for (const [w, work] of works.entries()) offsets[w + 1] = offsets[w] + work.length;
  const shuffled: ShuffledWorks = Object.freeze({ offsets, places: new Int32Array(offsets[works.length]) });
  const random = createRandom(seed);
  const trade = createTrade(works.length, random);
  for (let shuffle = 0; shuffle < shuffles; shuffle++) {
    for (let round = 0; round < (shuffle === 0 ? 10 * rounds : rounds); round++)
      for (const { lists } of holdings) {
        const order = shuffledOrder(lists.length, random);
        for (let k = 0; k + 1 < order.length; k += 2) trade(lists[order[k]], lists[order[k + 1]]);
      }
    const fill = offsets.slice(0, -1);
    for (let place = 0; place < n; place++)
      for (const { byPlace } of holdings)
        for (const work of byPlace[place]) shuffled.places[fill[work]++] = place;
    yield shuffled;
  }
}

/** The works of each place in one stratum; `lists` are those of places that have any. */
interface Holdings {
  readonly byPlace: readonly Int32Array[];
  readonly lists: readonly Int32Array[];
}

function holdingsOf(
  works: readonly ArrayLike<number>[],
  n: number,
  strata: ArrayLike<string | number> | undefined,
): readonly Holdings[] {
  const all = new Map<string | number, number[][]>();
  for (const [w, work] of works.entries()) {
    const stratum = strata === undefined ? 0 : strata[w];
    const lists = all.get(stratum) ?? Array.from({ length: n }, (): number[] => []);
    all.set(stratum, lists);
    for (let k = 0; k < work.length; k++) {
      const place = work[k];
      if (!Number.isInteger(place) || place < 0 || place >= n)
        throw new RangeError(`places must be whole numbers from 0 to ${n - 1}, got ${place} in work ${w}`);
      if (lists[place].at(-1) === w)
        throw new RangeError(`work ${w} must have each place once, got ${place} twice`);
      lists[place].push(w);
    }
  }
  return [...all.values()].map((lists) => {
    const byPlace = lists.map((list) => Int32Array.from(list));
    return { byPlace, lists: byPlace.filter((list) => list.length > 0) };
  });
}

/** A trade between two places' works, which changes both lists in place. */
function createTrade(works: number, random: Random): (a: Int32Array, b: Int32Array) => void {
  const mark = new Uint8Array(works);
  const pool = new Int32Array(works);
  return (a, b) => {
    for (const work of a) mark[work] = 1;
    let size = 0;
    let keptB = 0;
    for (const work of b) {
      if (mark[work] === 1) {
        mark[work] = 2;
        b[keptB++] = work;
      } else pool[size++] = work;
    }
    const ofB = size;
    let keptA = 0;
    for (const work of a) {
      if (mark[work] === 2) a[keptA++] = work;
      else pool[size++] = work;
      mark[work] = 0;
    }
    // The first ofB of the pool become b's, each choice alike likely: draw for whichever side gets fewer.
    if (2 * ofB <= size) for (let i = 0; i < ofB; i++) swap(pool, i, i + random.integer(size - i));
    else for (let i = size - 1; i >= ofB; i--) swap(pool, i, random.integer(i + 1));
    for (let i = 0; i < ofB; i++) b[keptB++] = pool[i];
    for (let i = ofB; i < size; i++) a[keptA++] = pool[i];
  };
}

function swap(list: Int32Array, i: number, j: number): void {
  const held = list[i];
  list[i] = list[j];
  list[j] = held;
}
