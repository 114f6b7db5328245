import type { Gazetteer } from './gazetteer.ts';
import { normaliseName } from './normalise.ts';
import { pack, type Packed, type Texts } from './packed.ts';
import { nation, type Place } from './place.ts';

/** Ids of places by normalised name. */
export interface Names {
  get(key: string): readonly string[];
  keys(): Iterable<string>;
}

/** `below`: places inside a city, by the id of the city they count in. */
export interface NameIndex {
  readonly places: Names;
  readonly below: Names;
}

const PEOPLES =
  /(?:蒙古族?|藏族?|回族|维吾尔|哈萨克族?|柯尔克孜|朝鲜族|土家族|苗族|布依族|侗族|壮族|彝族|傣族|景颇族|白族|哈尼族|傈僳族|羌族|黎族)+$/u;

/** The ways a Chinese name is written: in full, and without 市, 省, 地区, 盟, 自治州, 自治区 and the peoples before them. */
export function chineseForms(name: string): string[] {
  const bare = name
    .replace(/(?:特别行政区|自治州|自治区|自治县|地区|林区|市|省|盟)$/u, '')
    .replace(PEOPLES, '');
  return [...new Set([name, bare.length < 2 ? name : bare])];
}

/** Indexes every name the gazetteer knows, for {@link openNames}: `npm run build` does, since it takes half a second. */
export function packNames(gazetteer: Gazetteer): Buffer {
  const places = new Map<string, string[]>();
  const below = new Map<string, string[]>();
  const add = (map: Map<string, string[]>, name: string, id: string): void => {
    const key = normaliseName(name);
    const ids = map.get(key);
    if (ids === undefined) map.set(key, [id]);
    else if (!ids.includes(id)) ids.push(id);
  };
  for (const place of [...gazetteer.chineseCities(), ...gazetteer.provinces(), ...nations(gazetteer)]) {
    add(places, place.name.replace(/ SAR$/, ''), place.id);
    for (const form of place.nameZh === null ? [] : chineseForms(place.nameZh)) add(places, form, place.id);
  }
  for (const { id, name, alternative } of gazetteer.everywhere()) {
    const standing = gazetteer.standing(id);
    if (standing === null) continue;
    const own = standing.how === 'city' || standing.how === 'seat';
    add(own ? places : below, name, standing.city);
    if (alternative !== null) add(own ? places : below, alternative, standing.city);
  }
  for (const { name, into } of gazetteer.tables.rollup.values()) add(below, name, `gn:${into}`);
  for (const [id, { name, nameZh }] of gazetteer.tables.names) {
    add(places, name, id);
    for (const form of chineseForms(nameZh)) add(places, form, id);
  }
  const columns = [...sorted('place', places), ...sorted('below', below)];
  return pack({}, Object.fromEntries(columns));
}

/** A map as two columns, in the order of its keys: for each id its key, and the id. */
function sorted(of: string, map: ReadonlyMap<string, readonly string[]>): [string, string[]][] {
  const keys = [...map.keys()].sort();
  const ids = keys.map((key) => map.get(key)!);
  return [
    [`${of} name`, keys.flatMap((key, i) => ids[i].map(() => key))],
    [of, ids.flat()],
  ];
}

/** The names of a file that {@link packNames} made, looked up where they lie. */
export function openNames(packed: Packed): NameIndex {
  const [places, below] = ['place', 'below'].map(
    (of) => new SortedNames(packed.texts(`${of} name`), packed.texts(of)),
  );
  return { places, below };
}

class SortedNames implements Names {
  readonly #keys: Texts;
  readonly #ids: Texts;

  constructor(keys: Texts, ids: Texts) {
    this.#keys = keys;
    this.#ids = ids;
  }

  get(key: string): readonly string[] {
    let [low, high] = [0, this.#keys.length];
    while (low < high) {
      const middle = (low + high) >>> 1;
      if (this.#keys.at(middle) < key) low = middle + 1;
      else high = middle;
    }
    const ids: string[] = [];
    for (let row = low; row < this.#keys.length && this.#keys.at(row) === key; row++)
      ids.push(this.#ids.at(row));
    return ids;
  }

  *keys(): Generator<string> {
    for (let row = 0, last: string | null = null; row < this.#keys.length; row++) {
      const key = this.#keys.at(row);
      if (key !== last) yield key;
      last = key;
    }
  }
}

/** The nations that the gazetteer's places are in, the special administrative regions within China. */
function nations(gazetteer: Gazetteer): Place[] {
  const countries = new Set<string>(['CN']);
  for (const { country } of gazetteer.everywhere()) countries.add(country);
  return [...countries]
    .filter((code) => code !== 'HK' && code !== 'MO')
    .sort()
    .flatMap((code) => nation(code) ?? []);
}
