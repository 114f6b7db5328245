import type { TestWork } from './analysed-world.ts';

/** Specialisation worked out work by work, plainly: the judge of what tables and linear algebra say. */

export interface Cells {
  /** Share and works of a set of cities by field; its Share in all fields. */
  readonly cells: ReadonlyMap<string, { readonly share: number; readonly works: number }>;
  readonly rows: number;
  /** Share of the baseline by field, and in all. */
  readonly columns: ReadonlyMap<string, number>;
  readonly total: number;
}

/** What a set of cities and a baseline of cities (all where null) get of works by field. */
export function cellsOf(
  works: readonly TestWork[],
  fieldOf: (work: TestWork) => string,
  own: ReadonlySet<string>,
  baseline: ReadonlySet<string> | null,
): Cells {
  const cells = new Map<string, { share: number; works: number }>();
  const columns = new Map<string, number>();
  let [rows, total] = [0, 0];
  for (const work of works) {
    const field = fieldOf(work);
    const inBaseline = work.parts.filter(({ place }) => baseline === null || baseline.has(place));
    if (inBaseline.length === 0) continue;
    const t = inBaseline.reduce((sum, { share }) => sum + share, 0);
    columns.set(field, (columns.get(field) ?? 0) + t);
    total += t;
    const mine = work.parts.filter(({ place }) => own.has(place));
    if (mine.length === 0) continue;
    const s = mine.reduce((sum, { share }) => sum + share, 0);
    const cell = cells.get(field) ?? { share: 0, works: 0 };
    cells.set(field, { share: cell.share + s, works: cell.works + 1 });
    rows += s;
  }
  return { cells, rows, columns, total };
}

export interface ShareTable {
  readonly shares: ReadonlyMap<string, ReadonlyMap<string, number>>;
  readonly works: ReadonlyMap<string, number>;
}

/** Share of every city by field, and its works. */
export function sharesByHand(works: readonly TestWork[], fieldOf: (work: TestWork) => string): ShareTable {
  const shares = new Map<string, Map<string, number>>();
  const counts = new Map<string, number>();
  for (const work of works)
    for (const { place, share } of work.parts) {
      const own = shares.get(place) ?? new Map<string, number>();
      const field = fieldOf(work);
      own.set(field, (own.get(field) ?? 0) + share);
      shares.set(place, own);
      counts.set(place, (counts.get(place) ?? 0) + 1);
    }
  return { shares, works: counts };
}

/** The fields in which each city is specialised: a quotient of 1 or more and so much Share. */
export function specialisedByHand(
  { shares }: ShareTable,
  least: number,
): { readonly of: (city: string) => ReadonlySet<string> } {
  const columns = new Map<string, number>();
  let total = 0;
  for (const own of shares.values())
    for (const [field, share] of own) {
      columns.set(field, (columns.get(field) ?? 0) + share);
      total += share;
    }
  return {
    of: (city) => {
      const own = shares.get(city) ?? new Map<string, number>();
      const row = [...own.values()].reduce((sum, share) => sum + share, 0);
      return new Set(
        [...own].flatMap(([field, share]) =>
          share >= least && share / row / (columns.get(field)! / total) >= 1 ? [field] : [],
        ),
      );
    },
  };
}

export type Phi = ReadonlyMap<string, ReadonlyMap<string, number>>;

/** φ_pq = both/max, of every two fields that some city has, the diagonal left out. */
export function proximityByHand(cities: readonly ReadonlySet<string>[]): Phi {
  const fields = [...new Set(cities.flatMap((own) => [...own]))];
  const count = (p: string, q: string): number => cities.filter((own) => own.has(p) && own.has(q)).length;
  return new Map(
    fields.map((p) => [
      p,
      new Map(
        fields
          .filter((q) => q !== p)
          .map((q) => [q, count(p, q) / Math.max(count(p, p), count(q, q))] as const),
      ),
    ]),
  );
}

/** Σ_q M_q φ_qp / Σ_q φ_qp; null for a field that is related to none. */
export function densityByHand(own: ReadonlySet<string>, field: string, phi: Phi): number | null {
  const around = [...(phi.get(field) ?? [])];
  const all = around.reduce((sum, [, value]) => sum + value, 0);
  if (all === 0) return null;
  return around.reduce((sum, [q, value]) => sum + (own.has(q) ? value : 0), 0) / all;
}

/** ECI and PCI (up to sign) by power iteration on the stochastic matrix of cities, its constant vector taken out. */
export function complexityByHand(cities: ReadonlyMap<string, ReadonlySet<string>>): {
  readonly eci: ReadonlyMap<string, number>;
  readonly pci: ReadonlyMap<string, number>;
} {
  const own = [...cities].filter(([, fields]) => fields.size > 0);
  const holders = new Map<string, number[]>();
  for (const [i, [, fields]] of own.entries())
    for (const field of fields) holders.set(field, [...(holders.get(field) ?? []), i]);
  const mean = (values: readonly number[]): number =>
    values.reduce((sum, value) => sum + value, 0) / values.length;
  const ofFields = (v: readonly number[]): Map<string, number> =>
    new Map([...holders].map(([field, list]) => [field, mean(list.map((i) => v[i]))]));
  let v = own.map((_, i) => Math.sin(1 + 7 * i));
  const edges = own.reduce((sum, [, fields]) => sum + fields.size, 0);
  for (let step = 0; step < 20_000; step++) {
    const q = ofFields(v);
    v = own.map(([, fields]) => mean([...fields].map((field) => q.get(field)!)));
    const constant = own.reduce((sum, [, fields], i) => sum + fields.size * v[i], 0) / edges;
    v = v.map((x) => x - constant);
    const size = Math.sqrt(v.reduce((sum, x) => sum + x * x, 0));
    v = v.map((x) => x / size);
  }
  const middle = mean(v);
  const deviation = Math.sqrt(mean(v.map((x) => (x - middle) ** 2)));
  // PCI on the scale on which a city's ECI is the mean of its fields.
  const raw = ofFields(v);
  const back = own.map(([, fields]) => mean([...fields].map((field) => raw.get(field)!)));
  const eigenvalue = back.reduce((sum, x, i) => sum + x * v[i], 0);
  return {
    eci: new Map(own.map(([city], i) => [city, (v[i] - middle) / deviation])),
    pci: new Map([...raw].map(([field, x]) => [field, (x / eigenvalue - middle) / deviation])),
  };
}
