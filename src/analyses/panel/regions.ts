import { list, sql } from '../../engine/sql.ts';
import { least } from '../../measures/extremes.ts';
import type { Observatory } from '../../observatory/index.ts';
import { resolveDefinitions } from '../places/units.ts';

/** A definition that flags what lies inside it. */
export interface FlagRegion {
  readonly id: string;
  readonly cities: ReadonlySet<string>;
  readonly policyYear: number | null;
}

/** The definitions asked for, or all of the observatory, in the order of their ids. @throws InputError for an unknown one */
export async function flagRegions(
  observatory: Observatory,
  wanted: readonly string[] | null,
): Promise<FlagRegion[]> {
  const ids = wanted === null ? null : await resolveDefinitions(observatory, wanted);
  const chosen = ids === null ? sql`TRUE` : sql`p.place IN (${list(ids)})`;
  const rows = await observatory.query<{ id: string; city: string; policyYear: number | null }>(sql`
    SELECT p.place AS id, r.city, p.policy_year AS policyYear FROM places p JOIN region_cities r ON r.region = p.place
    WHERE p.kind = 'region' AND ${chosen} ORDER BY p.place, r.city`);
  const regions = new Map<string, { id: string; cities: Set<string>; policyYear: number | null }>();
  for (const { id, city, policyYear } of rows) {
    let region = regions.get(id);
    if (region === undefined) regions.set(id, (region = { id, cities: new Set(), policyYear }));
    region.cities.add(city);
  }
  return [...regions.values()];
}

/** Which definitions hold some cities whole, and the first policy of those. */
export interface Inside {
  /** By id, joined by `|`; null where there is none. */
  readonly ids: string | null;
  readonly policyYear: number | null;
}

/** What lies inside what, by numbers of definitions, so that a pair is found from its two places. */
export class Insides {
  private readonly known = new Map<string, Inside>();

  constructor(
    private readonly regions: readonly FlagRegion[],
    private readonly places: readonly { readonly cities: readonly string[] }[],
  ) {
    this.holding = places.map(({ cities }) =>
      regions.flatMap((region, r) =>
        cities.length > 0 && cities.every((city) => region.cities.has(city)) ? [r] : [],
      ),
    );
  }

  private readonly holding: readonly (readonly number[])[];

  of(place: number): Inside {
    return this.flagsOf(this.holding[place]);
  }

  ofBoth(a: number, b: number): Inside {
    const there = this.holding[b];
    return this.flagsOf(this.holding[a].filter((r) => there.includes(r)));
  }

  /** Definitions in whose inside some place of the panel lies. */
  get used(): readonly string[] {
    const used = new Set(this.places.flatMap((_, i) => this.holding[i]));
    return this.regions.flatMap(({ id }, r) => (used.has(r) ? [id] : []));
  }

  private flagsOf(numbers: readonly number[]): Inside {
    const key = numbers.join();
    let inside = this.known.get(key);
    if (inside === undefined) {
      const regions = numbers.map((r) => this.regions[r]);
      const policies = regions.flatMap(({ policyYear }) => policyYear ?? []);
      inside = {
        ids: regions.length === 0 ? null : regions.map(({ id }) => id).join('|'),
        policyYear: policies.length === 0 ? null : least(policies),
      };
      this.known.set(key, inside);
    }
    return inside;
  }
}
