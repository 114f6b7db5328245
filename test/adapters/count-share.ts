import { expect } from 'vitest';
import { groupParts, links, shares, splitWork, type Author } from '../../src/measures/index.ts';
import type { Adapter } from '../adapter.ts';
import { close, eachKey } from '../reference.ts';

interface Input {
  readonly works: { readonly authors: readonly Author[] }[];
  readonly institution_city: Record<string, string[]>;
  readonly city_cluster: Record<string, string>;
}
type Fractions = Readonly<Record<string, { readonly value: number }>>;
type Counts = Readonly<Record<string, number>>;

const values = (of: Fractions): Counts =>
  Object.fromEntries(Object.entries(of).map(([key, { value }]) => [key, value]));

/** Share, Count, collaboration score and pair counts, of cities and of clusters of cities. */
export const adapter: Adapter = {
  cases: /^count-share-/,
  check({ inputs, expected, tolerance }) {
    const input = inputs[0] as Input;
    const works = input.works.map((work) =>
      splitWork(work, { placeOf: (institution) => input.institution_city[institution][0] }),
    );
    const clusters = works.map((work) => groupParts(work, (city) => input.city_cluster[city]));
    const [cities, grouped] = [shares(works), shares(clusters)];
    const byPlace = ({ places }: typeof cities, of: 'share' | 'count'): Counts =>
      Object.fromEntries(places.map((row) => [row.place, row[of]]));
    const byPair = (of: typeof works, counting: 'full' | 'perPair' | 'perPartner' | 'score'): Counts =>
      Object.fromEntries(links(of).pairs.map((pair) => [`${pair.a}|${pair.b}`, pair[counting]]));
    const fractions =
      (actual: Counts) =>
      (due: Fractions, key: string): void =>
        close(actual, values(due), tolerance.abs, key);
    eachKey(expected, {
      city_share: fractions(byPlace(cities, 'share')),
      cluster_share: fractions(byPlace(grouped, 'share')),
      city_count: (due) => expect(byPlace(cities, 'count')).toEqual(due),
      cluster_count: (due) => expect(byPlace(grouped, 'count')).toEqual(due),
      unallocated_share: ({ value }: { value: number }) =>
        close(
          cities.unlocated.reduce((sum, part) => sum + part.share, 0),
          value,
          tolerance.abs,
        ),
      city_collaboration_score: fractions(byPair(works, 'score')),
      cluster_collaboration_score: fractions(byPair(clusters, 'score')),
      pair_full: (due) => expect(byPair(works, 'full')).toEqual(due),
      pair_fractional_choose2: fractions(byPair(works, 'perPair')),
      pair_fractional_n_minus_1: fractions(byPair(works, 'perPartner')),
    });
  },
};
