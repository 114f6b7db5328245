import type { Bilingual } from '../base/index.ts';

/** What a place lies in, by name: the Chinese one is null where none is known. */
export interface Around {
  readonly en: string;
  readonly zh: string | null;
}

/** A place that is to be shown, and what it lies in: the nearest first, such as state and country. */
export interface ShownPlace {
  readonly id: string;
  readonly name: string;
  readonly nameZh: string | null;
  readonly around: readonly Around[];
}

/**
 * Names of places that are shown together, by id: no two alike in either language. A name that one place has stays as it is.
 * Where several share it, what each lies in follows: the province or state; the country too where that does not tell them
 * apart; at last the id. `Cambridge, Massachusetts`, `Cambridge, England`; `剑桥（马萨诸塞州）`, `剑桥（英格兰）`.
 */
export function displayNames(places: readonly ShownPlace[]): ReadonlyMap<string, Bilingual> {
  const en = distinct(
    places,
    ({ name }) => name,
    ({ around }) => around.map((one) => one.en),
    (name, after) => [name, ...after].join(', '),
  );
  const zh = distinct(
    places,
    ({ name, nameZh }) => nameZh ?? name,
    // What has no Chinese name says less to a reader of Chinese than what has one.
    ({ around }) => [
      ...around.flatMap((one) => one.zh ?? []),
      ...around.flatMap((one) => (one.zh === null ? one.en : [])),
    ],
    (name, after) => `${name}（${after.join('，')}）`,
  );
  return new Map(places.map(({ id }) => [id, { en: en.get(id)!, zh: zh.get(id)! }]));
}

type Say = (name: string, after: readonly string[]) => string;

function distinct(
  places: readonly ShownPlace[],
  nameOf: (place: ShownPlace) => string,
  aroundOf: (place: ShownPlace) => readonly string[],
  say: Say,
): ReadonlyMap<string, string> {
  const shown = new Map<string, string>();
  const alike = new Map<string, ShownPlace[]>();
  for (const place of new Map(places.map((one) => [one.id, one])).values()) {
    const key = nameOf(place).toLowerCase();
    alike.set(key, [...(alike.get(key) ?? []), place]);
  }
  for (const group of alike.values()) {
    if (group.length === 1) shown.set(group[0].id, nameOf(group[0]));
    else for (const [id, name] of toldApart(group, nameOf, aroundOf, say)) shown.set(id, name);
  }
  // A name that another place has in full ("Cambridge, England") is no better than a shared one.
  const times = new Map<string, number>();
  for (const name of shown.values()) times.set(name, (times.get(name) ?? 0) + 1);
  for (const [id, name] of shown) if (times.get(name)! > 1) shown.set(id, `${name} (${id})`);
  return shown;
}

/** Of places of one name: with as few of the names around each as tell it from the others. */
function toldApart(
  group: readonly ShownPlace[],
  nameOf: (place: ShownPlace) => string,
  aroundOf: (place: ShownPlace) => readonly string[],
  say: Say,
): (readonly [string, string])[] {
  const after = group.map((place) => {
    const own = nameOf(place);
    return aroundOf(place).filter((name, i, all) => name !== own && all.indexOf(name) === i);
  });
  const parts = after.map((names) => names.slice(0, 1));
  for (const [i, names] of after.entries()) {
    const same = (depth: number): boolean =>
      after.some((other, j) => j !== i && other.slice(0, depth).join() === names.slice(0, depth).join());
    let depth = 1;
    while (depth < names.length && same(depth)) depth += 1;
    parts[i] = names.slice(0, depth);
  }
  return group.map((place, i) => {
    const name = parts[i].length === 0 ? nameOf(place) : say(nameOf(place), parts[i]);
    const unlike = parts.every((other, j) => j === i || other.join() !== parts[i].join());
    return [place.id, unlike && parts[i].length > 0 ? name : `${name} (${place.id})`] as const;
  });
}
