import { UNIT } from './fractions.ts';
import type { Known } from './known.ts';
import type { Split } from './oracle-works.ts';

type Line = Readonly<Record<string, string | number | bigint | boolean | null>>;
export type Expected = Readonly<Record<string, readonly Line[]>>;

const COUNTINGS = ['works', 'pair', 'partner', 'score'] as const;

/** The tables that a set of works must give, from works split by hand, straight from the definitions of the design. */
export function expectedTables(works: readonly Split[], known: Known, cap: number): Expected {
  const tables = {
    works: new Sums(['work']),
    work_cities: new Sums(['city', 'work', 'year', 'subfield']),
    work_institutions: new Sums(['institution', 'work', 'city', 'reason']),
    unlocated: new Sums(['year', 'subfield', 'country', 'reason']),
    city_output: new Sums(['city', 'year', 'subfield']),
    region_output: new Sums(['place', 'year', 'subfield']),
    city_links: new Sums(['a', 'b', 'year', 'subfield']),
    region_links: new Sums(['a', 'b', 'year', 'subfield']),
  };
  for (const work of works) {
    const { id, year, subfield } = work;
    const located = work.cities.reduce((sum, { share }) => sum + share, 0n);
    tables.works.add([id], { located, cities: work.cities.length, n_authors: work.authors });
    for (const { country, reason, share } of work.unlocated)
      tables.unlocated.add([year, subfield, country, reason], { share });
    for (const { institution, city, reason, share } of work.institutions)
      tables.work_institutions.add([institution, id, city, reason], { share });
    for (const { city, share, authors } of work.cities) {
      tables.work_cities.add([city, id, year, subfield], { share, authors: authors.size });
      tables.city_output.add([city, year, subfield], {
        count: 1,
        share,
        share_squared: product(share, share),
      });
    }
    const places = placesOf(work, known);
    for (const { id: place, share } of places)
      tables.region_output.add([place, year, subfield], {
        count: 1,
        share,
        share_squared: product(share, share),
      });
    links(work, tables.city_links, tables.region_links, { places, known, cap });
  }
  return Object.fromEntries(Object.entries(tables).map(([name, sums]) => [name, sums.lines()]));
}

/** Product of two Shares in units of 2⁻³⁰, rounded half up. */
function product(a: bigint, b: bigint): bigint {
  return (a * b + UNIT / 2n) / UNIT;
}

interface InPlace {
  readonly id: string;
  readonly kind: string;
  readonly cities: ReadonlySet<string>;
  readonly share: bigint;
  readonly authors: ReadonlySet<number>;
}

function placesOf(work: Split, known: Known): InPlace[] {
  const places = new Map<
    string,
    { id: string; kind: string; cities: Set<string>; share: bigint; authors: Set<number> }
  >();
  for (const { city, share, authors } of work.cities) {
    for (const { kind, place } of known.membership.get(city) ?? []) {
      const own = places.get(place) ?? {
        id: place,
        kind,
        cities: new Set(),
        share: 0n,
        authors: new Set<number>(),
      };
      places.set(place, own);
      own.cities.add(city);
      own.share += share;
      for (const author of authors) own.authors.add(author);
    }
  }
  return [...places.values()];
}

/** No author of one place is without the other: authors with affiliations in both, not two places meeting. */
function coaffiliated(a: ReadonlySet<number>, b: ReadonlySet<number>): boolean {
  return [...a].every((author) => b.has(author)) || [...b].every((author) => a.has(author));
}

function links(
  work: Split,
  cityLinks: Sums,
  regionLinks: Sums,
  { places, known, cap }: { places: readonly InPlace[]; known: Known; cap: number },
): void {
  const { cities, year, subfield } = work;
  const capped = work.authors > cap || work.truncated ? '_capped' : '';
  const k = cities.length;
  const pairs = BigInt((k * (k - 1)) / 2);
  const between = new Map<string, { pair: bigint; partner: bigint; hats: boolean }>();
  let rank = 0n;
  for (let i = 0; i < k; i++) {
    for (let j = i + 1; j < k; j++) {
      const [a, b] = [cities[i], cities[j]];
      rank++;
      const pair = (UNIT * rank) / pairs - (UNIT * (rank - 1n)) / pairs;
      const partner = (2n * UNIT + BigInt(k - 1)) / (2n * BigInt(k - 1));
      const hats = coaffiliated(a.authors, b.authors);
      between.set(`${a.city} ${b.city}`, { pair, partner, hats });
      cityLinks.add([a.city, b.city, year, subfield], {
        ...blank,
        ...classed({ works: 1n, pair, partner, score: a.share + b.share }, capped, hats),
        share_product: product(a.share, b.share),
      });
    }
  }
  for (const a of places) {
    for (const b of places) {
      if (a.kind !== b.kind || a.id >= b.id) continue;
      const overlap = known.overlaps.has(`${a.id} ${b.id}`);
      const joint = { works_together: 1, share_product: product(a.share, b.share) };
      if (overlap) {
        regionLinks.add([a.id, b.id, year, subfield], { ...joint, overlap: true });
        continue;
      }
      const line: Record<string, bigint> = { ...blank };
      Object.assign(
        line,
        classed({ works: 1n, score: a.share + b.share }, capped, coaffiliated(a.authors, b.authors)),
      );
      for (const x of a.cities) {
        for (const y of b.cities) {
          const { pair, partner, hats } = between.get(x < y ? `${x} ${y}` : `${y} ${x}`)!;
          for (const [column, value] of Object.entries(classed({ pair, partner }, capped, hats)))
            line[column] += value;
        }
      }
      regionLinks.add([a.id, b.id, year, subfield], { ...line, ...joint, overlap: false });
    }
  }
}

const blank = Object.fromEntries(
  COUNTINGS.flatMap((c) =>
    ['', '_coaffiliated', '_capped', '_capped_coaffiliated'].map((kind) => [c + kind, 0n]),
  ),
);

function classed(values: Record<string, bigint>, capped: string, hats: boolean): Record<string, bigint> {
  return Object.fromEntries(
    Object.entries(values).flatMap(([counting, value]) => [
      [counting + capped, value],
      ...(hats ? [[`${counting}${capped}_coaffiliated`, value] as const] : []),
    ]),
  );
}

/** Rows by key whose other columns add up. */
class Sums {
  private readonly rows = new Map<string, Record<string, string | number | bigint | boolean | null>>();
  constructor(private readonly keys: readonly string[]) {}

  add(
    key: readonly (string | number | null)[],
    values: Readonly<Record<string, number | bigint | boolean>>,
  ): void {
    const id = JSON.stringify(key);
    const row = this.rows.get(id) ?? Object.fromEntries(this.keys.map((name, i) => [name, key[i]]));
    this.rows.set(id, row);
    for (const [column, value] of Object.entries(values)) {
      if (typeof value === 'boolean') row[column] = value;
      else row[column] = Number(BigInt((row[column] as number | undefined) ?? 0) + BigInt(value));
    }
  }

  lines(): Line[] {
    return [...this.rows.values()];
  }
}
