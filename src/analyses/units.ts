import { join, list, type Sql, sql } from '../engine/sql.ts';
import type { Observatory } from '../observatory/index.ts';
import { Gazetteer, InputError, parsePlaceId, type PlaceKind } from '../places/index.ts';

/** A place as a result names it. */
export interface PlaceName {
  readonly id: string;
  readonly kind: PlaceKind;
  readonly name: string;
  readonly nameZh: string | null;
  readonly country: string | null;
}

/** A region made up for one question. */
export interface AdHocRegion {
  readonly id: string;
  readonly name: string;
  readonly cities: readonly string[];
}

interface PlaceRow {
  readonly place: string;
  readonly kind: PlaceKind;
  readonly name: string;
  readonly name_zh: string | null;
  readonly country: string | null;
}

/** Names of places by id, from the observatory; ad hoc regions by what they were called. */
export async function placeNames(
  observatory: Observatory,
  ids: readonly string[],
  adHoc: readonly AdHocRegion[] = [],
): Promise<Map<string, PlaceName>> {
  const rows = await observatory.query<PlaceRow>(
    sql`SELECT place, kind, name, name_zh, country FROM places WHERE place IN (${list(ids)})`,
  );
  const names = new Map<string, PlaceName>(
    rows.map(({ place, kind, name, name_zh, country }) => [
      place,
      { id: place, kind, name, nameZh: name_zh, country },
    ]),
  );
  for (const { id, name } of adHoc) names.set(id, { id, kind: 'region', name, nameZh: null, country: null });
  return names;
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
  const id = await placeId(observatory, wanted, kinds);
  const found = (await placeNames(observatory, [id])).get(id);
  if (found === undefined || !kinds.includes(found.kind)) {
    throw new InputError(`the place ${wanted} has no institution in this observatory.`, {
      todo:
        found === undefined
          ? 'See `synopolis coverage` for what is in it.'
          : `Name one of: ${kinds.join(', ')}.`,
    });
  }
  return found;
}

async function placeId(
  observatory: Observatory,
  wanted: string,
  kinds: readonly PlaceKind[],
): Promise<string> {
  if (parsePlaceId(wanted) !== null) return wanted;
  if (kinds.includes('region')) {
    const definitions = await observatory.query<{ place: string; name: string; name_zh: string | null }>(
      sql`SELECT place, name, name_zh FROM places WHERE kind = 'region'`,
    );
    const named = definitions.filter(({ place, name, name_zh }) =>
      [place.replace(/^def:/, ''), name, name_zh].some(
        (known) => known?.toLowerCase() === wanted.toLowerCase(),
      ),
    );
    if (named.length === 1) return named[0].place;
    if (named.length > 1) {
      throw new InputError(`“${wanted}” is the name of several definitions.`, {
        todo: `Name one by its id: ${named.map(({ place }) => place).join(', ')}.`,
      });
    }
  }
  const gazetteer = await Gazetteer.open();
  const resolution = gazetteer.resolve(wanted, { kinds });
  if (resolution.place !== null) return resolution.place.id;
  // Where only one of the places of that name is in the observatory, the name is still refused: law 6.
  throw new InputError(resolution.message, { todo: 'Give the id of the place you mean.' });
}

/** Definitions by id, with or without `def:`. @throws InputError for one that is not in the observatory */
export async function resolveDefinitions(
  observatory: Observatory,
  wanted: readonly string[],
): Promise<string[]> {
  const rows = await observatory.query<{ place: string }>(
    sql`SELECT place FROM places WHERE kind = 'region' ORDER BY place`,
  );
  const known = rows.map(({ place }) => place);
  return wanted.map((text) => {
    const id = text.startsWith('def:') ? text : `def:${text.trim()}`;
    if (!known.includes(id)) {
      throw new InputError(`no definition ${text} in this observatory.`, {
        todo: `It has: ${known.join(', ')}.`,
      });
    }
    return id;
  });
}

/** Ad hoc regions with their cities as ids. @throws InputError for a city that is unknown, ambiguous or given twice */
export async function resolveAdHoc(
  observatory: Observatory,
  wanted: readonly { readonly name: string; readonly cities: readonly string[] }[],
): Promise<AdHocRegion[]> {
  const regions: AdHocRegion[] = [];
  for (const { name, cities } of wanted) {
    const ids: string[] = [];
    for (const city of cities) {
      const { id } = await resolvePlace(observatory, city, ['city']);
      if (ids.includes(id))
        throw new InputError(`region “${name}” names ${city} twice.`, { todo: 'Name each city once.' });
      ids.push(id);
    }
    if (regions.some((other) => other.name === name)) {
      throw new InputError(`two regions are called “${name}”.`, { todo: 'Give each a name of its own.' });
    }
    regions.push({ id: `adhoc:${name}`, name, cities: ids });
  }
  return regions;
}

export const KINDS = ['cities', 'provinces', 'nations', 'regions'] as const;
export type Kinds = (typeof KINDS)[number];

/** Which cities make up which unit of the given kinds: rows (kind, unit, city). */
export function unitCities(
  kinds: readonly Kinds[],
  definitions: readonly string[] | null,
  adHoc: readonly AdHocRegion[],
): Sql {
  const parts: Sql[] = [];
  if (kinds.includes('cities'))
    parts.push(sql`SELECT 'city' AS kind, place AS unit, place AS city FROM places WHERE kind = 'city'`);
  if (kinds.includes('provinces')) {
    parts.push(
      sql`SELECT 'province' AS kind, province AS unit, place AS city FROM places WHERE kind = 'city' AND province IS NOT NULL`,
    );
  }
  if (kinds.includes('nations')) {
    parts.push(
      sql`SELECT 'nation' AS kind, nation AS unit, place AS city FROM places WHERE kind = 'city' AND nation IS NOT NULL`,
    );
  }
  if (kinds.includes('regions')) {
    const chosen = definitions === null ? sql`TRUE` : sql`region IN (${list(definitions)})`;
    parts.push(sql`SELECT 'region' AS kind, region AS unit, city FROM region_cities WHERE ${chosen}`);
  }
  for (const { id, cities } of adHoc) {
    parts.push(
      sql`SELECT 'adhoc' AS kind, ${id} AS unit, city FROM (VALUES ${join(
        cities.map((city) => sql`(${city})`),
        ', ',
      )}) AS own(city)`,
    );
  }
  if (parts.length === 0) return sql`SELECT 'city' AS kind, NULL AS unit, NULL AS city WHERE FALSE`;
  return join(parts, ' UNION ALL ');
}
