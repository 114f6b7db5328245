import { sql } from '../../engine/sql.ts';
import { Facts } from '../../facts/index.ts';
import type { Observatory } from '../../observatory/index.ts';
import { type Definition, shippedDefinitions } from '../../places/index.ts';

const known = new WeakMap<Observatory, Promise<Facts>>();

/**
 * Published figures and dates about the places of an observatory, its own region definitions included. Those that are
 * shipped are read once; tables of a user's own, which may change, are read whenever they are asked for.
 */
export function openFacts(observatory: Observatory, statistics: readonly string[] | null): Promise<Facts> {
  if (statistics !== null && statistics.length > 0) return readFacts(observatory, statistics);
  const coming = known.get(observatory) ?? readFacts(observatory, []);
  known.set(observatory, coming);
  // What failed, such as a query that was cancelled, is read again.
  coming.catch(() => known.delete(observatory));
  return coming;
}

async function readFacts(observatory: Observatory, statistics: readonly string[]): Promise<Facts> {
  const own = await definitionsOf(observatory);
  const ids = new Set(own.map(({ id }) => id));
  // Shipped figures and policies speak of shipped definitions, whether or not this observatory has them.
  const others = (await shippedDefinitions()).filter(({ id }) => !ids.has(id));
  return Facts.open({ definitions: [...own, ...others], statistics });
}

/** The region definitions as this observatory was built with them. */
export async function definitionsOf(observatory: Observatory): Promise<Definition[]> {
  const places = await observatory.query<{
    id: string;
    name: string;
    nameZh: string | null;
    version: string | null;
    idea: string | null;
    isDefault: boolean;
    policyYear: number | null;
    policyNote: string | null;
    source: string | null;
  }>(sql`
    SELECT place AS id, name, name_zh AS nameZh, version, idea, is_default AS isDefault,
      policy_year AS policyYear, policy_note AS policyNote, source
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
