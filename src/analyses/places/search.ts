import { sql } from '../../engine/sql.ts';
import { type Observatory, WORK } from '../../observatory/index.ts';
import { nearMisses } from '../../places/misspelt.ts';
import { normaliseName, parsePlaceId, type PlaceKind } from '../../places/index.ts';
import { namedApart, type PlaceName } from './names.ts';

/** A place of an observatory, with its output over all years, so that the larger of two alike stands first. */
export interface SearchedPlace extends PlaceName {
  readonly latitude: number | null;
  readonly longitude: number | null;
  /** In works. */
  readonly share: number;
}

/** How a place fits what was typed, best first. */
export const FITS = ['id', 'name', 'begins', 'word', 'inside', 'misspelt'] as const;
export type Fit = (typeof FITS)[number];

export interface FoundPlace extends SearchedPlace {
  /** Null where nothing was typed. */
  readonly fit: Fit | null;
  /** Its name among those found, no two of one kind alike; `name` and `nameZh` are its own. */
  readonly label: string;
  readonly labelZh: string;
  /** Edits between what was typed and its name; 0 unless misspelt. */
  readonly edits: number;
}

type Fitting = Omit<FoundPlace, 'label' | 'labelZh'>;

export interface PlacesAsked {
  readonly q: string | null;
  readonly kinds: readonly PlaceKind[] | null;
  readonly skip: number;
  readonly top: number;
}

interface Entry {
  readonly place: SearchedPlace;
  readonly keys: readonly string[];
}

/**
 * The places of an observatory by what a person begins to type, in English or Chinese: by id, whole name, beginning,
 * beginning of a word, part, or a name at most two letters away. Within each the one with more output stands first.
 */
export class PlaceSearch {
  /** Places by key, for names that are misspelt. */
  private readonly byKey = new Map<string, Entry[]>();
  private readonly places: ReadonlyMap<string, SearchedPlace>;

  private constructor(private readonly entries: readonly Entry[]) {
    this.places = new Map(entries.map(({ place }) => [place.id, place]));
    for (const entry of entries)
      for (const key of entry.keys) this.byKey.set(key, [...(this.byKey.get(key) ?? []), entry]);
  }

  /** Read once of an observatory. */
  static of(observatory: Observatory): Promise<PlaceSearch> {
    const known = searches.get(observatory);
    if (known !== undefined) return known;
    const made = readPlaces(observatory).then((places) => PlaceSearch.over(places));
    searches.set(observatory, made);
    made.catch(() => searches.delete(observatory));
    return made;
  }

  static over(places: readonly SearchedPlace[]): PlaceSearch {
    const ordered = [...places].sort(byOutput);
    return new PlaceSearch(ordered.map((place) => ({ place, keys: keysOf(place) })));
  }

  byId(id: string): SearchedPlace | undefined {
    return this.places.get(id);
  }

  /** The places that fit, in order, and how many there are in all. */
  async find({ q, kinds, skip, top }: PlacesAsked): Promise<{
    readonly found: readonly FoundPlace[];
    readonly all: number;
  }> {
    const fitting = this.fitting(q).filter(({ kind }) => kinds === null || kinds.includes(kind));
    const found = fitting.slice(skip, skip + top);
    const apart = await namedApart(new Map(found.map((place) => [place.id, place])));
    return {
      found: found.map((place) => {
        const { name, nameZh } = apart.get(place.id)!;
        return { ...place, label: name, labelZh: nameZh ?? name };
      }),
      all: fitting.length,
    };
  }

  private fitting(q: string | null): Fitting[] {
    if (q === null || q.trim() === '')
      return this.entries.map(({ place }) => ({ ...place, fit: null, edits: 0 }));
    const key = normaliseName(q);
    const id = parsePlaceId(q.trim()) === null ? null : q.trim();
    const groups = new Map<Fit, Fitting[]>(FITS.map((fit) => [fit, []]));
    for (const { place, keys } of this.entries) {
      const fit = place.id === id ? 'id' : fitOf(key, keys);
      if (fit !== null) groups.get(fit)!.push({ ...place, fit, edits: 0 });
    }
    const found = [...groups.values()].flat();
    return found.length > 0 || key === '' ? found : this.misspelt(key);
  }

  /** Looked for only where no name fits: a name that is there is never drowned in others that are like it. */
  private misspelt(key: string): Fitting[] {
    const nearest = new Map<Entry, number>();
    for (const { key: near, distance } of nearMisses(key, this.byKey.keys(), MOST_MISSPELT))
      for (const entry of this.byKey.get(near)!)
        nearest.set(entry, Math.min(distance, nearest.get(entry) ?? distance));
    return [...nearest]
      .sort(([a, x], [b, y]) => x - y || byOutput(a.place, b.place))
      .map(([{ place }, edits]) => ({ ...place, fit: 'misspelt', edits }));
  }
}

/** A municipality and the province that it is have one name and one output: the city is meant. */
const KINDS: readonly SearchedPlace['kind'][] = ['city', 'province', 'nation', 'region'];

/** The most Share first. */
function byOutput(a: SearchedPlace, b: SearchedPlace): number {
  return b.share - a.share || KINDS.indexOf(a.kind) - KINDS.indexOf(b.kind) || (a.id < b.id ? -1 : 1);
}

const MOST_MISSPELT = 50;
const searches = new WeakMap<Observatory, Promise<PlaceSearch>>();

/** Definitions go by their bare id too: yrd_41. */
function keysOf({ id, name, nameZh }: SearchedPlace): string[] {
  const bare = id.startsWith('def:') ? [id.slice(4)] : [];
  return [...new Set([name, ...(nameZh === null ? [] : [nameZh]), ...bare].map(normaliseName))].filter(
    (key) => key !== '',
  );
}

function fitOf(key: string, keys: readonly string[]): Fit | null {
  if (key === '') return null;
  if (keys.includes(key) || keys.includes(`${key}市`)) return 'name';
  if (keys.some((one) => one.startsWith(key))) return 'begins';
  if (keys.some((one) => one.includes(` ${key}`))) return 'word';
  // A letter or two stand in most names.
  return (key.length > 2 || /[^\p{ASCII}]/u.test(key)) && keys.some((one) => one.includes(key))
    ? 'inside'
    : null;
}

function readPlaces(observatory: Observatory): Promise<SearchedPlace[]> {
  return observatory.query<SearchedPlace>(sql`
    SELECT p.place AS id, p.kind, p.name, p.name_zh AS "nameZh", p.country, p.latitude, p.longitude,
      CAST(COALESCE(c.share, r.share, 0) AS DOUBLE) / ${WORK} AS share
    FROM places p
      LEFT JOIN (SELECT city, sum(share) AS share FROM city_output GROUP BY city) c ON c.city = p.place
      LEFT JOIN (SELECT place, sum(share) AS share FROM region_output GROUP BY place) r ON r.place = p.place
    ORDER BY p.place`);
}
