import { sql } from '../engine/sql.ts';
import { Facts } from '../facts/index.ts';
import type { Observatory } from '../observatory/index.ts';
import { type Definition, shippedDefinitions } from '../places/index.ts';

/** Published figures and dates about the places of an observatory, its own region definitions included. */
export async function openFacts(
  observatory: Observatory,
  statistics: readonly string[] | null,
): Promise<Facts> {
  const own = await definitionsOf(observatory);
  const ids = new Set(own.map(({ id }) => id));
  // Shipped figures and policies speak of shipped definitions, whether or not this observatory has them.
  const others = (await shippedDefinitions()).filter(({ id }) => !ids.has(id));
  return Facts.open({ definitions: [...own, ...others], statistics: statistics ?? [] });
}

/** The region definitions as this observatory was built with them. */
export async function definitionsOf(observatory: Observatory): Promise<Definition[]> {
  const places = await observatory.query<{
    id: string;
    name: string;
    nameZh: string | null;
    version: string | null;
    policyYear: number | null;
    policyNote: string | null;
    source: string | null;
  }>(sql`
    SELECT place AS id, name, name_zh AS nameZh, version, policy_year AS policyYear, policy_note AS policyNote, source
    FROM places WHERE kind = 'region' ORDER BY place`);
  const members = await observatory.query<{
    region: string;
    city: string;
    membership: 'full' | 'partial';
    source: string | null;
  }>(sql`SELECT region, city, membership, source FROM region_cities ORDER BY region, city`);
  return places.map((place) => ({
    ...place,
    source: place.source ?? '',
    members: members
      .filter(({ region }) => region === place.id)
      .map(({ city, membership, source }) => ({
        city,
        membership,
        source: source ?? '',
        sourceKind: null,
        note: null,
      })),
  }));
}
