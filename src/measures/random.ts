import { xoroshiro128plusFromState } from 'pure-rand/generator/xoroshiro128plus';

/** A stream of random numbers. The same seed gives the same stream on every machine. */
export interface Random {
  /** Uniform on [0, 1), 53 bits. */
  readonly uniform: () => number;
  /** Uniform on 0 … bound − 1; the bias of at most bound · 2⁻⁵³ is below anything we can see. */
  readonly integer: (bound: number) => number;
  /** Standard normal (polar method: Marsaglia & Bray 1964, SIAM Review 6). */
  readonly normal: () => number;
  /** Poisson with mean 1, by inversion. */
  readonly poisson: () => number;
  /**
   * Puts the values in another order, all orders alike likely: Fisher-Yates, its places drawn in pairs without bias
   * (Lemire 2019, ACM Transactions on Modeling and Computer Simulation 29; Brackett-Rozinsky & Lemire 2024).
   */
  readonly shuffle: (values: Float64Array | Int32Array) => void;
}

const WORD = 0x1_0000_0000;

function swap(values: Float64Array | Int32Array, i: number, j: number): void {
  const kept = values[i];
  values[i] = values[j];
  values[j] = kept;
}

/** One step of a 32-bit mixer (the finaliser of MurmurHash3), so that neighbouring seeds start far apart. */
function mix(value: number): number {
  let h = value | 0;
  h = Math.imul(h ^ (h >>> 16), 0x85ebca6b);
  h = Math.imul(h ^ (h >>> 13), 0xc2b2ae35);
  return h ^ (h >>> 16);
}

/**
 * A seeded stream: xoroshiro128+ (Blackman & Vigna 2021, ACM TOMS 47) of the package pure-rand, its state mixed
 * from the seed and, if given, a stream number, so that streams 0, 1, 2, … of one seed do not overlap in practice.
 *
 * @param seed a safe integer, 0 or more
 * @throws RangeError when seed or stream is not such an integer: a seed never stands for "any"
 */
export function createRandom(seed: number, stream = 0): Random {
  for (const [name, value] of Object.entries({ seed, stream })) {
    if (!Number.isSafeInteger(value) || value < 0)
      throw new RangeError(`${name} must be a whole number from 0 to 2^53 - 1, got ${value}`);
  }
  const words = [seed % 0x1_0000_0000, Math.floor(seed / 0x1_0000_0000)];
  words.push(stream % 0x1_0000_0000, Math.floor(stream / 0x1_0000_0000));
  const state = [0x9e3779b9, 0x3c6ef372, 0xdaa66d2b, 0x78dde6e4];
  let carry = 0x243f6a88;
  for (let round = 0; round < 2; round++) {
    for (let i = 0; i < 4; i++) {
      carry = mix(carry ^ (words[i] | 0) ^ Math.imul(i + 1, 0x9e3779b9));
      state[i] = mix(state[i] ^ carry);
    }
  }
  const generator = xoroshiro128plusFromState(state);
  let spare = 0;
  let hasSpare = false;

  const uniform = (): number =>
    ((generator.next() >>> 6) * 0x800_0000 + (generator.next() >>> 5)) / 0x20_0000_0000_0000;

  return Object.freeze({
    uniform,
    integer: (bound: number): number => Math.floor(uniform() * bound),
    normal(): number {
      if (hasSpare) {
        hasSpare = false;
        return spare;
      }
      let u: number, v: number, q: number;
      do {
        // 32 bits a coordinate are enough for a normal draw, and half the cost of 53.
        u = generator.next() / 0x8000_0000;
        v = generator.next() / 0x8000_0000;
        q = u * u + v * v;
      } while (q >= 1 || q === 0);
      const scale = Math.sqrt((-2 * Math.log(q)) / q);
      spare = v * scale;
      hasSpare = true;
      return u * scale;
    },
    poisson(): number {
      let left = uniform();
      let probability = Math.exp(-1);
      let k = 0;
      while (left >= probability && k < 30) {
        left -= probability;
        k += 1;
        probability /= k;
      }
      return k;
    },
    shuffle(values: Float64Array | Int32Array): void {
      let last = values.length - 1;
      // Above 2^15 values two bounds take more than the bits of one word.
      for (; last >= 0x8000; last--) swap(values, last, Math.floor(uniform() * (last + 1)));
      // Two places from one word of 32 bits: word × bound has the first above 2^32, and what is left × bound the second.
      for (; last > 0; last -= 2) {
        const bound = last + 1;
        const bounds = bound * last;
        let first: number, second: number, left: number;
        do {
          const product = (generator.next() >>> 0) * bound;
          first = Math.floor(product / WORD);
          const rest = (product - first * WORD) * last;
          second = Math.floor(rest / WORD);
          left = rest - second * WORD;
          // The few low words that would favour some places are drawn again.
        } while (left < bounds && left < WORD % bounds);
        swap(values, last, first);
        swap(values, last - 1, second);
      }
    },
  });
}
