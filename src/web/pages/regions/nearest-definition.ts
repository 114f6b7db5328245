import type { DefinitionRow } from '../../api-client/contract.ts';

/** The official definition that a region is held against: the one selected, else the one it shares most cities with. */
export function nearestDefinition(
  cities: readonly string[],
  definitions: readonly DefinitionRow[],
  chosen: string | null,
): DefinitionRow | null {
  const selected = definitions.find(({ id }) => id === chosen);
  if (selected !== undefined) return selected;
  const own = new Set(cities);
  const near = definitions
    .map((one) => ({ one, overlap: overlapOf(own, one) }))
    .filter(({ overlap }) => overlap > 0)
    .toSorted((a, b) => b.overlap - a.overlap || (a.one.id < b.one.id ? -1 : 1));
  return near.at(0)?.one ?? null;
}

/** Common cities, as a part of all cities of either. */
function overlapOf(own: ReadonlySet<string>, { members }: DefinitionRow): number {
  const common = members.filter(({ city }) => own.has(city)).length;
  return common / (own.size + members.length - common);
}

/** Which cities are in both, and which in one alone. */
export function difference(
  cities: readonly string[],
  { members }: DefinitionRow,
): { readonly both: readonly string[]; readonly own: readonly string[]; readonly other: readonly string[] } {
  const theirs = new Set(members.map(({ city }) => city));
  const mine = new Set(cities);
  return {
    both: cities.filter((city) => theirs.has(city)),
    own: cities.filter((city) => !theirs.has(city)),
    other: [...theirs].filter((city) => !mine.has(city)),
  };
}
