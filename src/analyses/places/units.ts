import { messages } from '../messages.ts';
import { join, list, type Sql, sql } from '../../engine/sql.ts';
import type { Observatory } from '../../observatory/index.ts';
import { InputError } from '../../base/index.ts';
import { definitionIds, resolvePlace } from './names.ts';

/** A region made up for one question. */
export interface AdHocRegion {
  readonly id: string;
  readonly name: string;
  readonly cities: readonly string[];
}

/** Definitions by id, with or without `def:`. @throws InputError for one that is not in the observatory */
export async function resolveDefinitions(
  observatory: Observatory,
  wanted: readonly string[],
): Promise<string[]> {
  const known = await definitionIds(observatory);
  return wanted.map((text) => {
    const id = text.startsWith('def:') ? text : `def:${text.trim()}`;
    if (!known.includes(id)) {
      throw new InputError(messages.unknownDefinition({ text, known }));
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
      if (ids.includes(id)) throw new InputError(messages.repeatedCity({ name, city }));
      ids.push(id);
    }
    if (regions.some((other) => other.name === name)) {
      throw new InputError(messages.repeatedRegion({ name }));
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
