import { type Language, nameIn } from '../base/index.ts';

/** A place as it is told apart from those that were found with it. */
export const labelOf = (
  place: { readonly label: string; readonly labelZh: string },
  language: Language,
): string => nameIn({ name: place.label, nameZh: place.labelZh }, language);

type Named = Parameters<typeof nameIn>[0] & { readonly id: string | number };

/** Names of places or fields by id, no two alike: where several are called the same, each has its id beside its name. */
export function distinctNames(places: readonly Named[], language: Language): ReadonlyMap<string, string> {
  const names = new Map(places.map((place) => [String(place.id), nameIn(place, language)]));
  const times = new Map<string, number>();
  for (const name of names.values()) times.set(name, (times.get(name) ?? 0) + 1);
  return new Map([...names].map(([id, name]) => [id, times.get(name)! > 1 ? `${name} (${id})` : name]));
}
