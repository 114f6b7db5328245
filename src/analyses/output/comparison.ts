import { sql } from '../../engine/sql.ts';
import type { Observatory } from '../../observatory/index.ts';
import { disjointRegions, type DrawnRegion, sameIdea, sharedCities } from '../../places/index.ts';
import type { UnitChoice } from './output.ts';
import { type AdHocRegion, type Kinds, resolveDefinitions } from '../places/units.ts';

/** Every definition of an observatory with its cities, by place id. */
export type DrawnRegions = ReadonlyMap<string, DrawnRegion>;

const known = new WeakMap<Observatory, Promise<DrawnRegions>>();

/** Read once. */
export function drawnRegions(observatory: Observatory): Promise<DrawnRegions> {
  const coming = known.get(observatory) ?? readRegions(observatory);
  known.set(observatory, coming);
  // What failed, such as a query that was cancelled, is asked again.
  coming.catch(() => known.delete(observatory));
  return coming;
}

async function readRegions(observatory: Observatory): Promise<DrawnRegions> {
  const rows = await observatory.query<{
    region: string;
    idea: string | null;
    isDefault: boolean | null;
    city: string;
  }>(sql`
    SELECT r.region, p.idea, p.is_default AS isDefault, r.city
    FROM region_cities r JOIN places p ON p.place = r.region ORDER BY r.region, r.city`);
  const regions = new Map<string, DrawnRegion & { cities: Set<string> }>();
  for (const { region, idea, isDefault, city } of rows) {
    const found = regions.get(region);
    if (found !== undefined) found.cities.add(city);
    else regions.set(region, { id: region, idea, isDefault: isDefault === true, cities: new Set([city]) });
  }
  return regions;
}

/** A region made up for one question, as others are drawn. */
export const drawnOwn = ({ id, cities }: AdHocRegion): DrawnRegion => ({
  id,
  cities: new Set(cities),
  idea: null,
  isDefault: false,
});

/** The other definitions of the region that one draws; those that most of its cities or most of theirs are shared with. */
export function otherDefinitions(regions: DrawnRegions, id: string): string[] {
  const own = regions.get(id);
  if (own === undefined) return [];
  return [...regions.values()]
    .filter((other) => other.id !== id && (sameIdea(own, other) || overlapsMost(own, other)))
    .map((other) => other.id);
}

/** Whether at least half of the smaller one's cities are in both. */
function overlapsMost(a: DrawnRegion, b: DrawnRegion): boolean {
  const shared = sharedCities(a.cities, b.cities);
  return shared > 0 && 2 * shared >= Math.min(a.cities.size, b.cities.size);
}

/**
 * Who is ranked with whom: no city counts twice in a rank. Of regions that overlap one stands (`disjointRegions`); every
 * other is an alternative, which ranks instead of those that it shares a city with and counts in no rank but its own. Among
 * cities, provinces or nations every region that overlaps one of them is such an alternative.
 */
export class Contest {
  constructor(private readonly overlapped: ReadonlyMap<string, readonly string[]>) {}

  /** The places that one ranks instead of, the most overlapped first; none of a place that stands. */
  insteadOf(id: string): readonly string[] {
    return this.overlapped.get(id) ?? [];
  }

  isStanding(id: string): boolean {
    return !this.overlapped.has(id);
  }

  /** Of some units those that stand, in their order. */
  standing<T extends { readonly id: string }>(units: readonly T[]): T[] {
    return units.filter(({ id }) => this.isStanding(id));
  }

  /** Of some units those that a place is ranked with, itself among them, in their order. */
  rankedWith<T extends { readonly id: string }>(units: readonly T[], place: string): T[] {
    const out = new Set(this.insteadOf(place));
    return units.filter(({ id }) => id === place || (this.isStanding(id) && !out.has(id)));
  }
}

/**
 * @param preferred ids of regions that stand where they overlap others, the first before the next
 */
export async function contestOf(
  observatory: Observatory,
  { kinds, definitions, adHoc }: UnitChoice,
  preferred: readonly string[],
): Promise<Contest> {
  const all = kinds.includes('regions') ? [...(await drawnRegions(observatory)).values()] : [];
  const tabled = definitions === null ? all : all.filter(({ id }) => definitions.includes(id));
  const regions = [...tabled, ...adHoc.map(drawnOwn)];
  const others = kinds.filter((kind) => kind !== 'regions');
  if (regions.length === 0) return new Contest(new Map());
  if (others.length === 0) return new Contest(disjointRegions(regions, preferred).insteadOf);
  const over = await unitsOver(observatory, others);
  return new Contest(
    new Map(
      regions.flatMap(({ id, cities }) => {
        const shared = new Map<string, number>();
        for (const city of cities)
          for (const unit of over.get(city) ?? []) shared.set(unit, (shared.get(unit) ?? 0) + 1);
        const ids = [...shared].sort(([a, n], [b, m]) => m - n || (a < b ? -1 : 1)).map(([unit]) => unit);
        return ids.length === 0 ? [] : [[id, ids] as const];
      }),
    ),
  );
}

/** Of every city the units of some kinds that it is or lies in. */
async function unitsOver(
  observatory: Observatory,
  kinds: readonly Kinds[],
): Promise<ReadonlyMap<string, readonly string[]>> {
  const rows = await observatory.query<{ city: string; province: string | null; nation: string | null }>(
    sql`SELECT place AS city, province, nation FROM places WHERE kind = 'city'`,
  );
  return new Map(
    rows.map(({ city, province, nation }) => [
      city,
      [
        ...(kinds.includes('cities') ? [city] : []),
        ...(kinds.includes('provinces') && province !== null ? [province] : []),
        ...(kinds.includes('nations') && nation !== null ? [nation] : []),
      ],
    ]),
  );
}

/** Ids of the regions that are preferred, by the names that a question gives. @throws InputError for an unknown one */
export async function resolvePreferred(
  observatory: Observatory,
  prefer: readonly string[] | null,
  adHoc: readonly AdHocRegion[],
): Promise<string[]> {
  const ids: string[] = [];
  for (const text of prefer ?? []) {
    const own = adHoc.find(({ id, name }) => id === text || name === text);
    ids.push(own === undefined ? (await resolveDefinitions(observatory, [text]))[0] : own.id);
  }
  return ids;
}
