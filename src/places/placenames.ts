import type { Gazetteer } from './gazetteer.ts';
import { normaliseName } from './normalise.ts';
import { nation, type Place } from './place.ts';

/** Normalised name → ids of the places of that name. `below`: places inside a city, by the id of the city they count in. */
export interface NameIndex {
  readonly places: ReadonlyMap<string, readonly string[]>;
  readonly below: ReadonlyMap<string, readonly string[]>;
  /** Inhabitants by place id, as GeoNames has them: for the order of candidates, nothing else. */
  readonly population: ReadonlyMap<string, number>;
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

/** Indexes every name the gazetteer knows. */
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
  for (const place of [...gazetteer.chineseCities(), ...gazetteer.provinces(), ...nations(gazetteer)]) {
    add(places, place.name.replace(/ SAR$/, ''), place.id);
    for (const form of place.nameZh === null ? [] : chineseForms(place.nameZh)) add(places, form, place.id);
  }
  for (const { id, name, alternative, population: inhabitants } of gazetteer.everywhere()) {
    const standing = gazetteer.standing(id);
    if (standing === null) continue;
    const own = standing.how === 'city' || standing.how === 'seat';
    add(own ? places : below, name, standing.city);
    if (alternative !== null) add(own ? places : below, alternative, standing.city);
    if (own) population.set(standing.city, inhabitants);
  }
  for (const { name, into } of gazetteer.tables.rollup.values()) add(below, name, `gn:${into}`);
  for (const [id, { name, nameZh }] of gazetteer.tables.names) {
    add(places, name, id);
    for (const form of chineseForms(nameZh)) add(places, form, id);
  }
  return { places, below, population };
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
