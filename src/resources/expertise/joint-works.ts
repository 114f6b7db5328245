import { list, type Sql, sql } from '../../engine/sql.ts';
import type { Observatory } from '../../observatory/index.ts';

/** Who asks how often it has worked with others: an institution, or the cities of a place. */
export type Party = { readonly institution: string } | { readonly cities: readonly string[] };

/** Works of a party, each once. */
function worksOf(party: Party): Sql {
  return 'institution' in party
    ? sql`SELECT DISTINCT work FROM work_institutions WHERE institution = ${party.institution}`
    : sql`SELECT DISTINCT work FROM work_cities WHERE city IN (${list(party.cities)})`;
}

/**
 * Works that a party has with each of these institutions, by id; those without are left out. Of a party of cities,
 * institutions that stand in one of them are not counted: they are the party.
 */
export async function jointWithInstitutions(
  observatory: Observatory,
  party: Party,
  institutions: readonly string[],
): Promise<Map<string, number>> {
  if (institutions.length === 0) return new Map();
  const outside = 'cities' in party ? sql`(city IS NULL OR city NOT IN (${list(party.cities)}))` : sql`TRUE`;
  const rows = await observatory.query<{ institution: string; works: number }>(sql`
    SELECT institution, count(DISTINCT work) AS works FROM work_institutions
    WHERE institution IN (${list(institutions)}) AND ${outside} AND work IN (${worksOf(party)})
    GROUP BY institution ORDER BY institution`);
  return new Map(rows.map(({ institution, works }) => [institution, works]));
}

/** Works that a party has with each of these cities, by id; a city of the party itself is left out. */
export async function jointWithCities(
  observatory: Observatory,
  party: Party,
  cities: readonly string[],
): Promise<Map<string, number>> {
  const others = 'cities' in party ? cities.filter((city) => !party.cities.includes(city)) : cities;
  if (others.length === 0) return new Map();
  const rows = await observatory.query<{ city: string; works: number }>(sql`
    SELECT city, count(DISTINCT work) AS works FROM work_cities
    WHERE city IN (${list(others)}) AND work IN (${worksOf(party)}) GROUP BY city ORDER BY city`);
  return new Map(rows.map(({ city, works }) => [city, works]));
}

export interface ProvenWork {
  readonly work: number;
  readonly title: string | null;
  readonly doi: string | null;
  readonly year: number;
}

/** Titles, DOIs and years of works, by OpenAlex number. */
export async function describeWorks(
  observatory: Observatory,
  works: readonly number[],
): Promise<Map<number, ProvenWork>> {
  if (works.length === 0) return new Map();
  const rows = await observatory.query<ProvenWork>(
    sql`SELECT work, title, doi, year FROM works WHERE work IN (${list(works)}) ORDER BY work`,
  );
  return new Map(rows.map((row) => [row.work, row]));
}
