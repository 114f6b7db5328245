import type { Gazetteer } from './gazetteer.ts';
import { nearMisses } from './misspelt.ts';
import { normaliseName } from './normalise.ts';
import { parsePlaceId, type Place, type PlaceKind } from './place.ts';
import type { NameIndex } from './placenames.ts';

export interface ResolveOptions {
  /** ISO 3166-1 alpha-2; only places there. CN includes Hong Kong and Macao. */
  readonly country?: string;
  /** What the text may name; cities alone by default. */
  readonly kinds?: readonly PlaceKind[];
}

/** The place a text names, or why there is none, with every place it might mean and a message that says so. */
export type Resolution =
  | { readonly place: Place }
  | {
      readonly place: null;
      readonly reason: 'unknown' | 'ambiguous' | 'below city level' | 'other kind';
      /** All places the text fits; for one below city level, the city it lies in. */
      readonly candidates: readonly Place[];
      /** Places of nearly that name, where it fits none. */
      readonly near: readonly Place[];
      readonly message: string;
    };

/** What {@link Gazetteer.resolve} does, on an index already made. */
export function resolveName(
  gazetteer: Gazetteer,
  index: NameIndex,
  text: string,
  options: ResolveOptions,
): Resolution {
  const kinds = options.kinds ?? ['city'];
  if (parsePlaceId(text.trim()) !== null) return resolveId(gazetteer, text.trim(), kinds);
  const suffix = options.country === undefined ? /^(.+?)\s*[,，]\s*([A-Za-z]{2})$/.exec(text.trim()) : null;
  const country = suffix?.[2]?.toUpperCase() ?? options.country?.toUpperCase();
  const key = normaliseName(suffix?.[1] ?? text);
  const fits = (id: string): boolean => {
    const place = gazetteer.place(id);
    if (place === null || !kinds.includes(place.kind)) return false;
    return country === undefined || place.country === country || place.nation === `iso:${country}`;
  };
  const inhabitants = (id: string): number => index.population.get(id) ?? 0;
  const look = (map: ReadonlyMap<string, readonly string[]>, name: string): Place[] =>
    (map.get(name) ?? [])
      .filter(fits)
      .sort((a, b) => inhabitants(b) - inhabitants(a) || (a < b ? -1 : 1))
      .map((id) => gazetteer.place(id)!);
  let candidates = look(index.places, key);
  if (candidates.length === 0 && key.endsWith('市')) candidates = look(index.places, key.slice(0, -1));
  const inside = look(index.below, key);
  // In China the names of villages repeat those of cities by the thousand, so there a city's name is the city's.
  const doubtful = inside.filter(
    (city) => city.nation !== 'iso:CN' && !candidates.some(({ id }) => id === city.id),
  );
  const all = [...candidates, ...doubtful];
  if (candidates.length === 1 && doubtful.length === 0) return { place: candidates[0] };
  if (candidates.length > 0)
    return refusal(
      'ambiguous',
      all,
      [],
      `"${text}" fits ${all.length} places: ${list(all)}. Give the id of the one meant.`,
    );
  if (inside.length > 0)
    return refusal(
      'below city level',
      inside,
      [],
      `"${text}" lies inside a city: ${list(inside)}. Give the city.`,
    );
  const near = nearMisses(key, index.places.keys(), 100)
    .flatMap(({ key: other, distance }) => look(index.places, other).map((place) => ({ place, distance })))
    .sort((a, b) => a.distance - b.distance || inhabitants(b.place.id) - inhabitants(a.place.id))
    .slice(0, 5)
    .map(({ place }) => place);
  const hint = near.length === 0 ? 'Give a place id.' : `Near misses: ${list(near)}.`;
  return refusal(
    'unknown',
    [],
    near,
    `"${text}" is not the name of a place${country === undefined ? '' : ` in ${country}`}. ${hint}`,
  );
}

function resolveId(gazetteer: Gazetteer, id: string, kinds: readonly PlaceKind[]): Resolution {
  const place = gazetteer.place(id);
  const parsed = parsePlaceId(id)!;
  if (place !== null) {
    if (kinds.includes(place.kind)) return { place };
    return refusal(
      'other kind',
      [place],
      [],
      `${id} (${place.name}) is a ${place.kind}, not a ${kinds.join(' or ')}.`,
    );
  }
  const city = parsed.scheme === 'gn' ? gazetteer.standing(Number(parsed.code)) : null;
  const around = city === null ? null : gazetteer.city(city.city);
  if (around !== null && city!.how === 'seat') return { place: around };
  if (around !== null)
    return refusal('below city level', [around], [], `${id} counts in ${list([around])}. Give that id.`);
  const county =
    parsed.scheme === 'cn' && parsed.code.length === 6
      ? gazetteer.city(`cn:${countyParent(parsed.code)}`)
      : null;
  if (county !== null)
    return refusal(
      'below city level',
      [county],
      [],
      `${id} is a county or district of ${list([county])}. Give the city.`,
    );
  return refusal('unknown', [], [], `${id} is not a place of the gazetteer. Check the id.`);
}

/** The prefecture of a six-digit code; municipalities count their counties under 01 and 02. */
function countyParent(code: string): string {
  return /^(?:11|12|31|50)/.test(code) ? `${code.slice(0, 2)}00` : code.slice(0, 4);
}

function refusal(
  reason: 'unknown' | 'ambiguous' | 'below city level' | 'other kind',
  candidates: readonly Place[],
  near: readonly Place[],
  message: string,
): Resolution {
  return { place: null, reason, candidates, near, message };
}

function list(places: readonly Place[]): string {
  return places.map((place) => `${place.id} (${place.name}, ${place.country ?? place.nation})`).join('; ');
}
