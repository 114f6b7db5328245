import type { z } from 'zod';
import type { placeName } from '../result/values.ts';
import { messages } from '../messages.ts';
import { type Bilingual, InputError } from '../../base/index.ts';
import { sql } from '../../engine/sql.ts';
import type { Observatory } from '../../observatory/index.ts';
import {
  displayNames,
  Gazetteer,
  nation,
  parsePlaceId,
  type PlaceKind,
  type ShownPlace,
} from '../../places/index.ts';

/** A place as a result names it. */
export type PlaceName = z.output<typeof placeName>;

interface PlaceRow {
  readonly place: string;
  readonly kind: PlaceKind;
  readonly name: string;
  readonly name_zh: string | null;
  readonly country: string | null;
}

/**
 * Names of places that are shown together, by id, from the observatory; ad hoc regions by what they were called. No two
 * are alike: where several have one name, what each lies in follows it (`displayNames`).
 */
export async function placeNames(
  observatory: Observatory,
  ids: readonly string[],
  adHoc: readonly { readonly id: string; readonly name: string }[] = [],
): Promise<Map<string, PlaceName>> {
  const all = await allNames(observatory);
  const names = new Map<string, PlaceName>();
  // In the order of ids, whoever asks.
  for (const id of [...new Set(ids)].sort()) {
    const name = all.get(id);
    if (name !== undefined) names.set(id, name);
  }
  for (const region of adHoc) names.set(region.id, ownName(region));
  return namedApart(names);
}

/** The same places, those of one name and kind told apart. A city and its province of one name differ in kind. */
export async function namedApart<P extends PlaceName>(
  places: ReadonlyMap<string, P>,
): Promise<Map<string, P>> {
  return apartIn(places, await Gazetteer.open());
}

/** As `namedApart`, by a gazetteer that is open. */
export function apartIn<P extends PlaceName>(
  places: ReadonlyMap<string, P>,
  gazetteer: Gazetteer,
): Map<string, P> {
  const alike = new Map<string, P[]>();
  const add = (key: string, place: P): void => void alike.set(key, [...(alike.get(key) ?? []), place]);
  for (const place of places.values()) {
    add(`${place.kind} ${place.name.toLowerCase()}`, place);
    add(`${place.kind} zh ${(place.nameZh ?? place.name).toLowerCase()}`, place);
  }
  const doubtful = new Set([...alike.values()].filter((group) => group.length > 1).flat());
  if (doubtful.size === 0) return new Map(places);
  const shown = new Map<string, Bilingual>();
  for (const kind of new Set([...doubtful].map((place) => place.kind))) {
    const same = [...doubtful].filter((place) => place.kind === kind);
    const around = ({ id, country }: P): ShownPlace['around'] => {
      const known = gazetteer.around(id);
      // What is too small for the gazetteer has a country all the same.
      const over = known.length > 0 || country === null ? null : nation(country);
      return over === null ? known : [{ en: over.name, zh: over.nameZh }];
    };
    for (const [id, name] of displayNames(same.map((one) => ({ ...one, around: around(one) }))))
      shown.set(id, name);
  }
  return new Map(
    [...places].map(([id, place]) => {
      const name = shown.get(id);
      if (name === undefined) return [id, place] as const;
      // A name without a Chinese one of its own stays so, unless it had to be told apart in Chinese.
      const nameZh = place.nameZh === null && name.zh === place.name ? null : name.zh;
      return [id, { ...place, name: name.en, nameZh }] as const;
    }),
  );
}

/** A list of places to be shown together, those of one name told apart. */
export async function listApart<P extends PlaceName>(places: readonly P[]): Promise<P[]> {
  const apart = await namedApart(new Map(places.map((place) => [place.id, place])));
  return places.map(({ id }) => apart.get(id)!);
}

const known = new WeakMap<Observatory, Promise<ReadonlyMap<string, PlaceName>>>();

/** Every place of an observatory, read once: thousands, and nearly every answer names some. */
export function allNames(observatory: Observatory): Promise<ReadonlyMap<string, PlaceName>> {
  const coming =
    known.get(observatory) ??
    observatory
      .query<PlaceRow>(sql`SELECT place, kind, name, name_zh, country FROM places`)
      .then(
        (rows) =>
          new Map(
            rows.map(({ place, kind, name, name_zh, country }) => [
              place,
              { id: place, kind, name, nameZh: name_zh, country },
            ]),
          ),
      );
  known.set(observatory, coming);
  // What failed, such as a query that was cancelled, is asked again.
  coming.catch(() => known.delete(observatory));
  return coming;
}

/** A region made up for one question, as a result names it. */
export function ownName({ id, name }: { readonly id: string; readonly name: string }): PlaceName {
  return { id, kind: 'region', name, nameZh: null, country: null };
}

/**
 * The place that a person means by an id or an exact name (law 6), among those of the observatory.
 * @throws InputError where it fits none, or more than one
 */
export async function resolvePlace(
  observatory: Observatory,
  text: string,
  kinds: readonly PlaceKind[] = ['city', 'province', 'nation', 'region'],
): Promise<PlaceName> {
  const wanted = text.trim();
  const given = parsePlaceId(wanted) === null ? null : (await placeNames(observatory, [wanted])).get(wanted);
  const found = given ?? (await placeByName(observatory, wanted, kinds));
  if (!kinds.includes(found.kind)) {
    throw new InputError(messages.otherKind({ place: found, kind: found.kind, kinds }));
  }
  return found;
}

/** By the gazetteer, which also knows ids of seats and of what lies inside a city; definitions by name or bare id. */
async function placeByName(
  observatory: Observatory,
  wanted: string,
  kinds: readonly PlaceKind[],
): Promise<PlaceName> {
  const definition = kinds.includes('region') ? await definitionByName(observatory, wanted) : null;
  if (definition !== null) return definition;
  if (parsePlaceId(wanted)?.kind === 'region') {
    throw new InputError(
      messages.unknownDefinition({ text: wanted, known: await definitionIds(observatory) }),
    );
  }
  const resolution = (await Gazetteer.open()).resolve(wanted, { kinds });
  // Where only one of the places of that name is in the observatory, the name is still refused: law 6.
  if (resolution.place === null) throw new InputError(resolution.problem);
  const { id, name } = resolution.place;
  const found = (await placeNames(observatory, [id])).get(id);
  if (found === undefined) {
    throw new InputError(messages.noInstitution({ place: { id, name, nameZh: resolution.place.nameZh } }));
  }
  return found;
}

async function definitionByName(observatory: Observatory, wanted: string): Promise<PlaceName | null> {
  const named = await observatory.query<{ place: string }>(sql`
    SELECT place FROM places
    WHERE kind = 'region' AND lower(${wanted}) IN (lower(substr(place, 5)), lower(name), lower(name_zh)) ORDER BY place`);
  if (named.length > 1) {
    throw new InputError(messages.severalDefinitions({ text: wanted, ids: named.map(({ place }) => place) }));
  }
  const id = named.at(0)?.place;
  return id === undefined ? null : (await placeNames(observatory, [id])).get(id)!;
}

export async function definitionIds(observatory: Observatory): Promise<string[]> {
  const rows = await observatory.query<{ place: string }>(
    sql`SELECT place FROM places WHERE kind = 'region' ORDER BY place`,
  );
  return rows.map(({ place }) => place);
}
