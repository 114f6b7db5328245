import type { PlaceFound } from '../api-client/contract.ts';
import { ApiError, pathOf, request } from '../api-client/client.ts';

interface SearchOptions {
  /** Kinds that may be found, with commas between; all when left out. */
  readonly kind?: string | undefined;
  readonly signal?: AbortSignal;
}

const MOST = 8;

/** The places of the observatory that a text may mean, in either language, a letter or two wrong: the likeliest first. */
export async function findPlaces(
  text: string,
  { kind, signal }: SearchOptions = {},
): Promise<readonly PlaceFound[]> {
  const path = pathOf('places', { q: text, kind, top: MOST });
  const { rows } = await request(path, signal === undefined ? {} : { signal });
  return rows;
}

/** The cities of the observatory in a province or region; null where it has no such place. */
export async function citiesInside(id: string): Promise<readonly string[] | null> {
  try {
    const { place } = await request(pathOf(`places/${id}`));
    return place.cities.map((city) => city.id);
  } catch (error) {
    if (error instanceof ApiError && error.problem.status === 404) return null;
    throw error;
  }
}

/** The one place that is called exactly as was written; null where there is none, or several are. */
export function calledSo(found: readonly PlaceFound[]): PlaceFound | null {
  const exact = found.filter(({ fit }) => fit === 'name' || fit === 'id');
  // A municipality is a city and a province of one name and one ground: the city is meant.
  const meant = exact.filter(
    ({ id }) => !exact.some((city) => id === `cn-p:${city.id.slice(3, 5)}` && /^cn:\d\d00$/.test(city.id)),
  );
  return meant.length === 1 ? meant[0] : null;
}

/** Places for whoever must choose one: `cn:3205 (Suzhou 苏州市)`. */
export const listed = (places: readonly Pick<PlaceFound, 'id' | 'name' | 'nameZh'>[]): string =>
  places.map(({ id, name, nameZh }) => `${id} (${[name, nameZh].filter(Boolean).join(' ')})`).join('; ');
