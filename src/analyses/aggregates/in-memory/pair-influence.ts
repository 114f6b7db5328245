import type { PlaceIndex } from '../../../observatory/index.ts';
import type { GroupSums, LinkGroup, YearSlopes } from '../aggregates.ts';
import { type Tallied, type Tally, zeros } from './tally.ts';

/** Whether every group is a pair of two cities, each another. */
export function isPairs(groups: readonly LinkGroup[]): boolean {
  const keys = groups.map(({ from, to }) =>
    from.length === 1 && to?.length === 1 && from[0] !== to[0] ? [from[0], to[0]].sort().join('|') : null,
  );
  return !keys.includes(null) && new Set(keys).size === keys.length;
}

const NONE = -1;

/**
 * Pairs of cities, such as those of one place with all its partners: a work of that place touches every pair, though it
 * adds to the weight of few. With n_cc' the works of both c and c', and D_c = Σ d over the works of c, a pair's sums are
 *
 *     Σ m² = Σ_c Σ_c' own_c·own_c'·n_cc'      Σ m·d = Σ_c own_c·D_c
 *
 * so that one count of the cities that have a part in any serves all, and what is left is of works of both ends.
 */
export class PairTally implements Tally {
  /** The cities that have a part in a pair: their number by place, or none. */
  private readonly numbers: Int32Array;
  private readonly n: number;
  /** Slopes by pair, then city. */
  private readonly own: Float64Array;
  /** The pair of two cities, or none; n × n. */
  private readonly pairs: Int32Array;
  private readonly together: Float64Array;
  private readonly shared: Float64Array;
  private readonly found: readonly Tallied[];
  private readonly here: Int32Array;
  private many = 0;

  constructor(places: PlaceIndex, groups: readonly LinkGroup[], { year, cities, own }: YearSlopes) {
    this.numbers = new Int32Array(places.ids.length).fill(NONE);
    let n = 0;
    const numberOf = (city: string): number => {
      const place = places.numbers.get(city);
      if (place === undefined) return NONE;
      if (this.numbers[place] === NONE) this.numbers[place] = n++;
      return this.numbers[place];
    };
    const ends = groups.map(({ from, to }) => [numberOf(from[0]), numberOf(to![0])] as const);
    const slopes = groups.map((_, g) =>
      cities.flatMap((city, i) => (own[g][i] === 0 ? [] : [{ at: numberOf(city), slope: own[g][i] }])),
    );
    this.n = n;
    this.own = new Float64Array(groups.length * n);
    for (const [g, parts] of slopes.entries())
      for (const { at, slope } of parts) if (at !== NONE) this.own[g * n + at] = slope;
    this.pairs = new Int32Array(n * n).fill(NONE);
    for (const [g, [a, b]] of ends.entries())
      if (a !== NONE && b !== NONE) this.pairs[a * n + b] = this.pairs[b * n + a] = g;
    this.together = new Float64Array(n * n);
    this.shared = new Float64Array(n);
    this.found = groups.map((_, g) => zeros(g, year));
    this.here = new Int32Array(n);
  }

  see(city: number): void {
    const number = this.numbers[city];
    if (number !== NONE) this.here[this.many++] = number;
  }

  close(k: number, d: number): void {
    const { here, many, n } = this;
    for (let p = 0; p < many; p++) {
      this.shared[here[p]] += d;
      for (let q = 0; q <= p; q++) {
        const cell = here[p] * n + here[q];
        this.together[cell] += 1;
        if (q < p && this.pairs[cell] !== NONE) this.add(this.pairs[cell], 1 / (k - 1), d);
      }
    }
    this.many = 0;
  }

  /** Adds a work of both ends of a pair. */
  private add(g: number, a: number, d: number): void {
    let m = 0;
    for (let p = 0; p < this.many; p++) m += this.own[g * this.n + this.here[p]];
    const sum = this.found[g];
    sum.a += a;
    sum.aa += a * a;
    sum.am += a * m;
    sum.ad += a * d;
  }

  sums(): readonly GroupSums[] {
    const { n, own, together } = this;
    for (const [g, sum] of this.found.entries()) {
      const parts = Array.from({ length: n }, (_, c) => c).filter((c) => own[g * n + c] !== 0);
      for (const c of parts) {
        sum.md += own[g * n + c] * this.shared[c];
        for (const other of parts) {
          // Counted once, whichever of the two a work has first.
          const works = together[c * n + other] + (c === other ? 0 : together[other * n + c]);
          sum.mm += own[g * n + c] * own[g * n + other] * works;
        }
      }
    }
    return this.found;
  }
}
