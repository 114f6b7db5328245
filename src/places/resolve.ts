import type { Gazetteer } from './gazetteer.ts';
import { nearMisses } from './misspelt.ts';
import { normaliseName } from './normalise.ts';
import { nation, parsePlaceId, type Place, type PlaceKind } from './place.ts';

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

/** Name key → ids of the places of that name. `below`: places inside a city, by the id of the city they count in. */
export interface NameIndex {
  readonly places: ReadonlyMap<string, readonly string[]>;
  readonly below: ReadonlyMap<string, readonly string[]>;
  readonly population: ReadonlyMap<string, number>;
}

const ETHNIC =
  /(?:蒙古族?|藏族?|回族|维吾尔|哈萨克族?|柯尔克孜|朝鲜族|土家族|苗族|布依族|侗族|壮族|彝族|傣族|景颇族|白族|哈尼族|傈僳族|羌族|黎族)+/;

/** The ways a Chinese name is written: in full, and without 市, 省, 地区, 盟, 自治州, 自治区 and the peoples in it. */
export function chineseForms(name: string): string[] {
  const bare = name
    .replace(/(?:特别行政区|自治州|自治区|自治县|地区|林区|市|省|盟)$/u, '')
    .replace(ETHNIC, '');
  return [...new Set([name, bare.length < 2 ? name : bare])];
}

/** Indexes every name the gazetteer knows; about a tenth of a second for the shipped one. */
export function indexNames(gazetteer: Gazetteer): NameIndex {
  const places = new Map<string, string[]>();
  const below = new Map<string, string[]>();
  const population = new Map<string, number>();
  const add = (map: Map<string, string[]>, name: string, id: string): void => {
    const key = normaliseName(name);
    const ids = map.get(key);
    if (ids === undefined) map.set(key, [id]);
    else if (!ids.includes(id)) ids.push(id);
  };
  for (const place of [...gazetteer.chineseCities(), ...gazetteer.provinces()]) {
    add(places, place.name.replace(/ SAR$/, ''), place.id);
    for (const form of chineseForms(place.nameZh!)) add(places, form, place.id);
  }
  for (const place of gazetteer.everywhere()) {
    const standing = gazetteer.standing(place.id);
    if (standing === null) continue;
    const inside = standing.how !== 'city' && standing.how !== 'seat';
    for (const name of [place.name, place.alternative]) {
      if (name === null) continue;
      add(inside ? below : places, name, standing.city);
      if (inside) continue;
    }
    if (!inside) population.set(standing.city, place.population);
    const known = inside ? undefined : gazetteer.tables.names.get(standing.city);
    if (known === undefined) continue;
    add(places, known.name, standing.city);
    for (const form of chineseForms(known.nameZh)) add(places, form, standing.city);
  }
  for (const country of nations(gazetteer)) {
    add(places, country.name, country.id);
    if (country.nameZh !== null) add(places, country.nameZh, country.id);
  }
  return { places, below, population };
}

function nations(gazetteer: Gazetteer): Place[] {
  const countries = new Set<string>(['CN']);
  for (const place of gazetteer.everywhere()) countries.add(place.country);
  return [...countries].filter((code) => code !== 'HK' && code !== 'MO').sort().flatMap((code) => nation(code) ?? []);
}

/** What {@link Gazetteer.resolve} does, on an index already made. */
export function resolveName(gazetteer: Gazetteer, index: NameIndex, text: string, options: ResolveOptions): Resolution {
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
  const look = (map: ReadonlyMap<string, readonly string[]>, name: string): Place[] =>
    (map.get(name) ?? [])
      .filter(fits)
      .sort((a, b) => (index.population.get(b) ?? Infinity) - (index.population.get(a) ?? Infinity) || (a < b ? -1 : 1))
      .map((id) => gazetteer.place(id)!);
  let candidates = look(index.places, key);
  if (candidates.length === 0 && key.endsWith('市')) candidates = look(index.places, key.slice(0, -1));
  const inside = look(index.below, key);
  // In China the names of villages repeat those of cities by the thousand, so there a city's name is the city's.
  const doubtful = inside.filter((city) => city.nation !== 'iso:CN' && !candidates.some(({ id }) => id === city.id));
  const all = [...candidates, ...doubtful];
  if (candidates.length === 1 && doubtful.length === 0) return { place: candidates[0]! };
  if (candidates.length > 0)
    return refusal('ambiguous', all, [], `"${text}" fits ${all.length} places: ${list(all)}. Give the id of the one meant.`);
  if (inside.length > 0)
    return refusal('below city level', inside, [], `"${text}" lies inside a city: ${list(inside)}. Give the city.`);
  const near = nearMisses(key, index.places.keys(), 20).flatMap((other) => look(index.places, other)).slice(0, 5);
  const hint = near.length === 0 ? 'Give a place id.' : `Near misses: ${list(near)}.`;
  return refusal('unknown', [], near, `"${text}" is not the name of a place${country === undefined ? '' : ` in ${country}`}. ${hint}`);
}

function resolveId(gazetteer: Gazetteer, id: string, kinds: readonly PlaceKind[]): Resolution {
  const place = gazetteer.place(id);
  const parsed = parsePlaceId(id)!;
  if (place !== null) {
    if (kinds.includes(place.kind)) return { place };
    return refusal('other kind', [place], [], `${id} (${place.name}) is a ${place.kind}, not a ${kinds.join(' or ')}.`);
  }
  const city = parsed.scheme === 'gn' ? gazetteer.standing(Number(parsed.code)) : null;
  const around = city === null ? null : gazetteer.city(city.city);
  if (around !== null && city!.how === 'seat') return { place: around };
  if (around !== null) return refusal('below city level', [around], [], `${id} counts in ${list([around])}. Give that id.`);
  const county = parsed.scheme === 'cn' && parsed.code.length === 6 ? gazetteer.city(`cn:${countyParent(parsed.code)}`) : null;
  if (county !== null) return refusal('below city level', [county], [], `${id} is a county or district of ${list([county])}. Give the city.`);
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
