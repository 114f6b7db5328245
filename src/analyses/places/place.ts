import { messages } from '../messages.ts';
import { list, sql } from '../../engine/sql.ts';
import type { Observatory } from '../../observatory/index.ts';
import { InputError } from '../../base/index.ts';
import { placeNames, type PlaceName } from './names.ts';
import { PlaceSearch, type SearchedPlace } from './search.ts';

/** What an observatory's tables hold of one place. */
export interface PlaceDetail extends SearchedPlace {
  readonly province: PlaceName | null;
  readonly nation: PlaceName | null;
  readonly version: string | null;
  readonly policyYear: number | null;
  readonly policyNote: string | null;
  readonly source: string | null;
  /** Institutions in its cities. */
  readonly institutions: number;
  /** Its cities and where they lie; none of a city. */
  readonly cities: readonly (PlaceName &
    Pick<SearchedPlace, 'latitude' | 'longitude'> & { readonly membership: string | null })[];
  /** Definitions that a city is a member of. */
  readonly regions: readonly (PlaceName & { readonly membership: string | null })[];
}

interface Row {
  readonly province: string | null;
  readonly nation: string | null;
  readonly version: string | null;
  readonly policyYear: number | null;
  readonly policyNote: string | null;
  readonly source: string | null;
}

interface Member {
  readonly region: string;
  readonly city: string;
  readonly membership: string | null;
}

/** A place by its id. @throws InputError where the observatory has none of that id */
export async function placeOfId(observatory: Observatory, id: string): Promise<PlaceDetail> {
  const search = await PlaceSearch.of(observatory);
  const place = search.byId(id);
  if (place === undefined) throw new InputError(messages.unknownPlace({ id }));
  const [row] = await observatory.query<Row>(sql`
    SELECT province, nation, version, policy_year AS "policyYear", policy_note AS "policyNote", source
    FROM places WHERE place = ${id}`);
  const members = await observatory.query<Member>(sql`
    SELECT region, city, membership FROM region_cities WHERE region = ${id} OR city = ${id}
    UNION ALL SELECT ${id}, place, CAST(NULL AS VARCHAR) FROM places
      WHERE kind = 'city' AND (province = ${id} OR nation = ${id})
    ORDER BY region, city`);
  const cities = place.kind === 'city' ? [id] : members.map(({ city }) => city);
  const [{ institutions }] = await observatory.query<{ institutions: number }>(
    sql`SELECT count(*) AS institutions FROM institutions WHERE city IN (${list(cities)})`,
  );
  const { province, nation, ...rest } = row;
  const others = members.map(({ region, city }) => (place.kind === 'city' ? region : city));
  const names = await placeNames(
    observatory,
    [province, nation, ...others].filter((one) => one !== null),
  );
  const named = (one: string | null): PlaceName | null => (one === null ? null : (names.get(one) ?? null));
  const membersNamed = members.flatMap(({ membership }, i) => {
    const name = names.get(others[i]);
    return name === undefined ? [] : [{ ...name, membership }];
  });
  return {
    ...place,
    ...rest,
    province: named(province),
    nation: named(nation),
    institutions,
    cities:
      place.kind === 'city'
        ? []
        : membersNamed.map((city) => {
            const { latitude = null, longitude = null } = search.byId(city.id) ?? {};
            return { ...city, latitude, longitude };
          }),
    regions: place.kind === 'city' ? membersNamed : [],
  };
}
