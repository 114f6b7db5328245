import type { Bilingual, Message } from '../base/index.ts';
import type { Gazetteer } from './gazetteer.ts';
import { nearMisses } from './misspelt.ts';
import { normaliseName } from './normalise.ts';
import { parsePlaceId, type Place, type PlaceKind } from './place.ts';
import type { NameIndex, Names } from './placenames.ts';
import { type ListedPlace, messages } from './resolution-messages.ts';
import { sameGround } from './same-ground.ts';
import { speltSo } from './spelling.ts';

export interface ResolveOptions {
  /** ISO 3166-1 alpha-2; only places there. CN includes Hong Kong and Macao. */
  readonly country?: string;
  /** What the text may name; cities alone by default. */
  readonly kinds?: readonly PlaceKind[];
}

/** The place a text names, or why there is none, with every place it might mean. */
export type Resolution = { readonly place: Place } | Refusal;

export interface Refusal {
  readonly place: null;
  readonly reason: 'unknown' | 'ambiguous' | 'below city level' | 'other kind';
  /** All places the text fits; for one below city level, the city it lies in. */
  readonly candidates: readonly Place[];
  /** Places of nearly that name, where it fits none. */
  readonly near: readonly Place[];
  /** What is wrong, and what to do. */
  readonly problem: Message;
}

/** What {@link Gazetteer.resolve} does. */
export function resolveName(
  gazetteer: Gazetteer,
  names: () => NameIndex,
  text: string,
  options: ResolveOptions,
): Resolution {
  const kinds = options.kinds ?? ['city'];
  const list = (places: readonly Place[]): ListedPlace[] => places.map((place) => listed(gazetteer, place));
  if (parsePlaceId(text.trim()) !== null) return resolveId(gazetteer, text.trim(), kinds);
  const index = names();
  const suffix = options.country === undefined ? /^(.+?)\s*[,，]\s*([A-Za-z]{2})$/.exec(text.trim()) : null;
  const country = suffix?.[2]?.toUpperCase() ?? options.country?.toUpperCase();
  const key = normaliseName(suffix?.[1] ?? text);
  const there = (place: Place): boolean =>
    country === undefined || place.country === country || place.nation === `iso:${country}`;
  const fits = (id: string): boolean => {
    const place = gazetteer.place(id);
    return place !== null && kinds.includes(place.kind) && there(place);
  };
  const inhabitants = (id: string): number => inhabitantsOf(id, gazetteer);
  const look = (map: Names, name: string): Place[] =>
    map
      .get(name)
      .filter(fits)
      .sort((a, b) => inhabitants(b) - inhabitants(a) || (a < b ? -1 : 1))
      .map((id) => gazetteer.place(id)!);
  let candidates = look(index.places, key);
  if (candidates.length === 0 && key.endsWith('市')) candidates = look(index.places, key.slice(0, -1));
  // A municipality is a city and a province of one name and one ground: the city is meant, and nothing else could be.
  candidates = candidates.filter(
    ({ id, kind }) =>
      kind !== 'province' || !candidates.some((city) => city.id === sameGround(id, gazetteer)),
  );
  const inside = look(index.below, key);
  // In China the names of villages repeat those of cities by the thousand, so there a city's name is the city's.
  const doubtful = inside.filter(
    (city) => city.nation !== 'iso:CN' && !candidates.some(({ id }) => id === city.id),
  );
  const all = [...candidates, ...doubtful];
  if (candidates.length === 1 && doubtful.length === 0) return { place: candidates[0] };
  const meant = doubtful.length > 0 ? null : speltSo(suffix?.[1] ?? text, candidates, gazetteer, inhabitants);
  if (meant !== null) return { place: meant };
  if (candidates.length > 0)
    return refuse('ambiguous', all, messages.severalPlaces({ text, places: list(all) }));
  if (inside.length > 0)
    return refuse('below city level', inside, messages.insideCity({ text, cities: list(inside) }));
  const others = index.places
    .get(key)
    .flatMap((id) => gazetteer.place(id) ?? [])
    .filter(there);
  if (others.length > 0)
    return refuse('other kind', others, messages.otherKind({ text, kinds, places: list(others) }));
  const near = nearMisses(key, index.places.keys(), 100)
    .flatMap(({ key: other, distance }) => look(index.places, other).map((place) => ({ place, distance })))
    .sort((a, b) => a.distance - b.distance || inhabitants(b.place.id) - inhabitants(a.place.id))
    .slice(0, 5)
    .map(({ place }) => place);
  const problem = messages.unknownName({ text, country: country ?? null, near: list(near) });
  return { ...refuse('unknown', [], problem), near };
}

/** Of a city, as GeoNames has it, 0 where it does not say: for the order of candidates and their spelling, nothing else. */
function inhabitantsOf(city: string, gazetteer: Gazetteer): number {
  const parsed = parsePlaceId(city);
  const number =
    parsed?.scheme === 'cn'
      ? gazetteer.tables.prefectures.get(parsed.code)?.geonamesId
      : parsed?.scheme === 'gn'
        ? Number(parsed.code)
        : null;
  return number == null ? 0 : (gazetteer.geonames(number)?.population ?? 0);
}

function resolveId(gazetteer: Gazetteer, id: string, kinds: readonly PlaceKind[]): Resolution {
  const place = gazetteer.place(id);
  const parsed = parsePlaceId(id)!;
  if (place !== null && kinds.includes(place.kind)) return { place };
  if (place !== null) {
    const problem = messages.idOfOtherKind({ id, name: namesOf(place), kind: place.kind, kinds });
    return refuse('other kind', [place], problem);
  }
  const city = parsed.scheme === 'gn' ? gazetteer.standing(Number(parsed.code)) : null;
  const around = city === null ? null : gazetteer.city(city.city);
  if (around !== null && city!.how === 'seat') return { place: around };
  if (around !== null)
    return refuse('below city level', [around], messages.partOfCity({ id, city: listed(gazetteer, around) }));
  const county =
    parsed.scheme === 'cn' && parsed.code.length === 6
      ? gazetteer.city(`cn:${countyParent(parsed.code)}`)
      : null;
  if (county === null) return refuse('unknown', [], messages.unknownId({ id }));
  return refuse('below city level', [county], messages.countyOfCity({ id, city: listed(gazetteer, county) }));
}

/** The prefecture of a six-digit code; municipalities count their counties under 01 and 02. */
function countyParent(code: string): string {
  return /^(?:11|12|31|50)/.test(code) ? `${code.slice(0, 2)}00` : code.slice(0, 4);
}

function refuse(reason: Refusal['reason'], candidates: readonly Place[], problem: Message): Refusal {
  return { place: null, reason, candidates, near: [], problem };
}

const namesOf = ({ name, nameZh }: Place): Bilingual => ({ en: name, zh: nameZh ?? name });

function listed(gazetteer: Gazetteer, place: Place): ListedPlace {
  const { id, kind, country, nation } = place;
  const around = gazetteer.around(id).map(({ en, zh }) => ({ en, zh: zh ?? en }));
  const code = country ?? nation;
  return {
    id,
    kind,
    name: namesOf(place),
    state: kind === 'city' && around.length > 1 ? around[0] : null,
    country: { en: code, zh: around.at(-1)?.zh ?? namesOf(place).zh },
  };
}
