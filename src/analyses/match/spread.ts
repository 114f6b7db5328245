import type { Facts } from '../../facts/index.ts';
import type { Asker, Directory, Expertise } from '../../resources/index.ts';
import { listedPlaces } from '../places/distinct-names.ts';
import type { Match, MatchRow } from './question.ts';

/** Who could be matched. */
interface Matchable {
  readonly directory: Directory | null;
  readonly expertise: Expertise | null;
}

/**
 * How many rows lie outside the leading city: of the cities within reach the one with most that could be matched, listed
 * resources and institutions with works together; of equal ones the first by id. Null where only one city is in reach, or
 * no row has a place.
 */
export function spreadOf(
  rows: readonly MatchRow[],
  asker: Asker,
  { directory, expertise }: Matchable,
  facts: Facts,
): Match['spread'] {
  const located = rows.flatMap(({ place }) => place ?? []);
  if (!asker.wide || located.length === 0) return null;
  const counts = new Map<string, number>();
  const count = (place: string | null, region: Parameters<Asker['has']>[0]['region']): void => {
    if (place !== null && asker.has({ place, region })) counts.set(place, (counts.get(place) ?? 0) + 1);
  };
  for (const { place, region } of directory?.resources ?? []) count(place, region);
  for (const [i, { city }] of (expertise?.corpus.institutions ?? []).entries())
    if (expertise!.sizes[i] > 0) count(city, null);
  const [[id, most]] = [...counts].sort(([a, x], [b, y]) => y - x || (a < b ? -1 : 1));
  const total = [...counts.values()].reduce((sum, one) => sum + one, 0);
  return {
    // As the rows have it, told apart from others of its name.
    leading: located.find((place) => place.id === id) ?? listedPlaces([id], facts).get(id)!,
    matchable: { leading: most, all: total },
    located: located.length,
    outside: located.filter((place) => place.id !== id).length,
  };
}
