import { givenRows } from '../../engine/dialect.ts';
import type { Engine } from '../../engine/engine.ts';
import { type Sql, sql } from '../../engine/sql.ts';
import { Gazetteer } from '../../places/index.ts';

const PLACES = {
  place: 'VARCHAR',
  city: 'VARCHAR',
  country: 'VARCHAR',
  latitude: 'DOUBLE',
  longitude: 'DOUBLE',
} as const;

/** What the places are that addresses name: `address_places`, from `addresses`. */
export async function placeAddresses(engine: Engine): Promise<void> {
  const named = await engine.query<{ place: string }>(
    sql`SELECT DISTINCT place FROM addresses WHERE place IS NOT NULL ORDER BY place`,
  );
  const gazetteer = await Gazetteer.open();
  const rows = named.flatMap(({ place }) => {
    const city = gazetteer.city(place);
    if (city === null) return [];
    const { country, latitude, longitude } = city;
    return [{ place, city: place, country, latitude, longitude }];
  });
  await engine.table('address_places', givenRows(rows, PLACES));
}

/** An address in another city nearer than this does not move an institution: suburbs do not leave their city. */
const NEAR_KM = 25;

/** What an address says beside the place of its institution. */
const ADDRESS_OUTCOMES = {
  same: 'same city',
  near: 'near',
  moved: 'moved',
  located: 'newly located',
  abroad: 'another country',
  unknown: 'unknown place',
} as const;

/**
 * Where each outcome of reading an address counts, by the rule of docs/where-an-institution-counts.md: at the city it names, if
 * that is in the institution's country, and in another prefecture of China or, elsewhere, more than 25 km from the institution's own
 * place; else, where it names none, and where nobody knows how far that is, at the institution’s. Reads `addresses`, `address_places` (what places of them are), `resolved`,
 * `known_institutions`, `locations`; makes `addressed` (one row per code; `location` is null where the address says nothing that
 * counts, and differs from `own` where it moves).
 */
export async function resolveAddresses(engine: Engine): Promise<void> {
  await engine.table(
    'addressed',
    sql`
    WITH beside AS (
      SELECT a.code, a.shared, a.place, a.how, a.reason AS unread, a.strings, a.example, r.iid, r.location AS own, r.city, r.country,
        p.city AS told, p.country AS told_country, p.location AS told_location,
        ${kilometres()} AS km
      FROM addresses a
      JOIN resolved r ON r.code = a.institution
      LEFT JOIN known_institutions k ON k.institution = CASE WHEN r.city IS NOT NULL THEN r.institution END
      LEFT JOIN (
        SELECT t.*, o.location FROM address_places t JOIN locations o ON o.city = t.city
      ) AS p ON p.place = a.place
    ),
    judged AS (
      SELECT *,
        CASE
          WHEN place IS NULL THEN unread
          WHEN told IS NULL THEN ${ADDRESS_OUTCOMES.unknown}
          WHEN told = city THEN ${ADDRESS_OUTCOMES.same}
          WHEN told_country <> country THEN ${ADDRESS_OUTCOMES.abroad}
          WHEN city IS NULL THEN ${ADDRESS_OUTCOMES.located}
          WHEN coalesce(km, 0) <= ${NEAR_KM} AND NOT (city LIKE 'cn:%') THEN ${ADDRESS_OUTCOMES.near}
          ELSE ${ADDRESS_OUTCOMES.moved}
        END AS outcome
      FROM beside
    )
    SELECT code, shared, iid, own, how, outcome, strings, example, city, country, told, told_country,
      CASE
        WHEN outcome IN (${ADDRESS_OUTCOMES.same}, ${ADDRESS_OUTCOMES.near}) THEN own
        WHEN outcome IN (${ADDRESS_OUTCOMES.moved}, ${ADDRESS_OUTCOMES.located}) THEN told_location
      END AS location
    FROM judged`,
  );
  await engine.table(
    'moved_works',
    sql`
    SELECT DISTINCT m.row FROM mentions m JOIN kept w ON w.row = m.row JOIN addressed a ON a.code = m.address
    WHERE a.location <> a.own`,
  );
}

/** From the institution to the place named, along a great circle; null where either has no coordinates. */
function kilometres(): Sql {
  const half = (a: Sql, b: Sql): Sql => sql`power(sin(radians(${a} - ${b}) / 2), 2)`;
  const [latitude, longitude] = [
    half(sql`p.latitude`, sql`k.latitude`),
    half(sql`p.longitude`, sql`k.longitude`),
  ];
  return sql`2 * 6371.0088 * asin(sqrt(least(1, ${latitude} + cos(radians(p.latitude)) * cos(radians(k.latitude)) * ${longitude})))`;
}
