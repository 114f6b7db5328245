import type { Language } from '../base/index.ts';

/** A place as results name it: its Chinese name where there is one and Chinese is read. */
export function nameOf(
  place: { readonly name: string; readonly nameZh: string | null },
  language: Language,
): string {
  return language === 'zh' ? (place.nameZh ?? place.name) : place.name;
}

/** A place as it is told apart from those that were found with it. */
export const labelOf = (
  place: { readonly label: string; readonly labelZh: string },
  language: Language,
): string => (language === 'zh' ? place.labelZh : place.label);

/** The order of names in the language that is read. */
export const byName = (a: Parameters<typeof nameOf>[0], b: typeof a, language: Language): number =>
  nameOf(a, language).localeCompare(nameOf(b, language), language === 'zh' ? 'zh-CN' : 'en');

type Named = Parameters<typeof nameOf>[0] & { readonly id: string | number };

/** Names of places or fields by id, no two alike: where several are called the same, each has its id beside its name. */
export function distinctNames(places: readonly Named[], language: Language): ReadonlyMap<string, string> {
  const names = new Map(places.map((place) => [String(place.id), nameOf(place, language)]));
  const times = new Map<string, number>();
  for (const name of names.values()) times.set(name, (times.get(name) ?? 0) + 1);
  return new Map([...names].map(([id, name]) => [id, times.get(name)! > 1 ? `${name} (${id})` : name]));
}
