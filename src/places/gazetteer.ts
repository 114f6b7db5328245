import { readBuilt } from './built.ts';
import type { Around } from './display-names.ts';
import { NearestPoint } from './nearest.ts';
import { nation, nationOf, parsePlaceId, type Place } from './place.ts';
import { type NameIndex, openNames } from './placenames.ts';
import { resolveName, type Resolution, type ResolveOptions } from './resolve.ts';
import { readPlaceTables, type PlaceTables, type Prefecture } from './tables.ts';
import { World, type WorldPlace } from './world.ts';

/** Where a GeoNames place counts: it is a city, the seat of one, rolled up into one, or lies below a Chinese city. */
export interface Standing {
  readonly city: string;
  readonly how: 'city' | 'seat' | 'rollup' | 'below';
}

/** A coded point is the place of what lies at most this many kilometres from it (facts of data/places, step 6). */
export const NEAREST_KM = 10;

/**
 * Every city, province and nation by id, and the one way from a typed name to a place. China's cities are the rows of
 * data/places/prefectures.csv; elsewhere a city is a GeoNames place that data/places/rollup.csv does not roll up.
 */
export class Gazetteer {
  readonly tables: PlaceTables;
  readonly world: World;
  readonly seats: NearestPoint;
  readonly codedPoints: NearestPoint;
  readonly #additions: ReadonlyMap<number, WorldPlace>;
  readonly #prefectureOfGeonames: ReadonlyMap<number, Prefecture>;
  /** Cities of Chinese provinces, which sums of figures ask for again and again. */
  readonly #units = new Map<string, readonly string[] | null>();
  #names: NameIndex | null = null;
  #states: ReadonlyMap<string, string> | null = null;

  constructor(tables: PlaceTables, world: World) {
    this.tables = tables;
    this.world = world;
    this.#additions = new Map(
      tables.additions.map((row) => [row.id, { ...row, alternative: null, section: false, population: 0 }]),
    );
    const prefectures = [...tables.prefectures.values()];
    this.seats = new NearestPoint(prefectures);
    this.codedPoints = new NearestPoint(world.points);
    this.#prefectureOfGeonames = new Map(
      prefectures.flatMap((row) => (row.geonamesId === null ? [] : [[row.geonamesId, row] as const])),
    );
  }

  /** The shipped gazetteer, read once a process. @throws InputError when the project has not been built. */
  static open(): Promise<Gazetteer> {
    shipped ??= readPlaceTables().then((tables) => new Gazetteer(tables, World.read()));
    return shipped;
  }

  /** A GeoNames place as the packages (or data/places/additions.csv) know it; null when they do not. */
  geonames(id: number): WorldPlace | null {
    return this.#additions.get(id) ?? this.world.get(id);
  }

  /** Where the GeoNames place counts; null when the gazetteer does not know it. */
  standing(id: number): Standing | null {
    const prefecture = this.#prefectureOfGeonames.get(id);
    if (prefecture !== undefined) return { city: `cn:${prefecture.code}`, how: 'seat' };
    const override = this.tables.overridesByGeonames.get(id);
    if (override !== undefined) return { city: `cn:${override}`, how: 'below' };
    const rolled = this.tables.rollup.get(id);
    if (rolled !== undefined) return { city: `gn:${rolled.into}`, how: 'rollup' };
    const place = this.geonames(id);
    if (place === null) return null;
    if (place.country === 'HK') return { city: 'cn:8100', how: 'below' };
    if (place.country === 'MO') return { city: 'cn:8200', how: 'below' };
    if (place.country !== 'CN') return { city: `gn:${id}`, how: 'city' };
    const near = this.codedPoints.find(place.latitude, place.longitude, NEAREST_KM);
    return near === null ? null : { city: `cn:${near.point.code}`, how: 'below' };
  }

  /** The city of a place id; null when the id is no city's (unknown, rolled up, below city level, a province …). */
  city(id: string): Place | null {
    const parsed = parsePlaceId(id);
    if (parsed?.scheme === 'cn') {
      const prefecture = this.tables.prefectures.get(parsed.code);
      return prefecture === undefined ? null : chineseCity(prefecture);
    }
    if (parsed?.scheme !== 'gn') return null;
    const number = Number(parsed.code);
    if (this.standing(number)?.how !== 'city') return null;
    return this.#foreignCity(this.geonames(number)!);
  }

  /** The city, province or nation of a place id; null when there is none (regions live in their definitions). */
  place(id: string): Place | null {
    const parsed = parsePlaceId(id);
    if (parsed?.kind === 'province') return this.#province(parsed.code);
    if (parsed?.kind === 'nation') return nation(parsed.code);
    return this.city(id);
  }

  /** What a place lies in, the nearest first: its province or state, and its country; nothing of a nation or region. */
  around(id: string): Around[] {
    const place = this.place(id);
    if (place === null || place.kind === 'nation') return [];
    const country = nation(place.country ?? place.nation.slice('iso:'.length));
    return [
      ...(place.kind === 'city' ? this.#stateOf(place) : []),
      ...(country === null ? [] : [{ en: country.name, zh: country.nameZh }]),
    ];
  }

  /** Of a city in China its province; elsewhere the first administrative division that GeoNames puts it in. */
  #stateOf({ province, geonamesId, country }: Place): Around[] {
    if (province !== null) {
      const { name, nameZh } = this.place(province)!;
      return [{ en: name, zh: nameZh }];
    }
    const admin1 = geonamesId === null ? undefined : this.geonames(geonamesId)?.admin1;
    if (admin1 === undefined || admin1 === '') return [];
    const code = `${country!}.${admin1}`;
    const name = (this.#states ??= readStates()).get(code);
    return name === undefined ? [] : [{ en: name, zh: this.tables.statesZh.get(code) ?? null }];
  }

  /**
   * The place a person means by an id or a name (law 6): the name must equal, after {@link normaliseName}, a name of exactly
   * one place, or the spelling must tell which one is meant ({@link speltSo}); otherwise the answer is a refusal with the
   * ids of all it fits, and with near misses where it fits none.
   */
  resolve(text: string, options: ResolveOptions = {}): Resolution {
    return resolveName(this, () => (this.#names ??= openNames(readBuilt('names.columns'))), text, options);
  }

  /**
   * The ids of all cities of an administrative unit, sorted: a GeoNames unit such as `JP.40` or `US.CA.085` (those of
   * its places that are cities, rolled-up ones as their city), a Chinese one such as `CN.04` or `cn-p:32` (its
   * prefectures). Null when there is no such unit.
   */
  admin(unit: string): readonly string[] | null {
    const known = this.#units.get(unit);
    if (known !== undefined) return known;
    const cities = this.#citiesOf(unit);
    if (unit.startsWith('cn-p:')) this.#units.set(unit, cities);
    return cities;
  }

  #citiesOf(unit: string): readonly string[] | null {
    const [country, ...divisions] = unit.split('.');
    const admin1 = divisions.at(0);
    const admin2 = divisions.at(1);
    const provinces = [...this.tables.provinces.values()];
    const province = provinces.find(
      ({ code, geonamesAdmin1 }) =>
        unit === `cn-p:${code}` || (country === 'CN' && admin2 === undefined && admin1 === geonamesAdmin1),
    );
    const cities = new Set<string>();
    if (province !== undefined) {
      for (const code of this.tables.prefectures.keys())
        if (code.startsWith(province.code)) cities.add(`cn:${code}`);
    } else if (admin1 !== undefined && country !== 'CN') {
      for (const place of this.everywhere()) {
        if (
          place.country !== country ||
          place.admin1 !== admin1 ||
          (admin2 !== undefined && place.admin2 !== admin2)
        )
          continue;
        const standing = this.standing(place.id);
        if (standing !== null) cities.add(standing.city);
      }
    }
    return cities.size === 0 ? null : [...cities].sort();
  }

  /** Every GeoNames place known, China's too. */
  *everywhere(): Generator<WorldPlace> {
    yield* this.#additions.values();
    for (let row = 0; row < this.world.size; row++) yield this.world.at(row);
  }

  /** All prefectures, in the order of their codes. */
  chineseCities(): Place[] {
    return [...this.tables.prefectures.values()].map(chineseCity);
  }

  provinces(): Place[] {
    return [...this.tables.provinces.keys()].map((code) => this.#province(code)!);
  }

  #province(code: string): Place | null {
    const province = this.tables.provinces.get(code);
    if (province === undefined) return null;
    const { name, nameZh } = province;
    const country = code === '81' ? 'HK' : code === '82' ? 'MO' : 'CN';
    const nowhere = { geonamesId: null, latitude: null, longitude: null };
    return {
      id: `cn-p:${code}`,
      kind: 'province',
      name,
      nameZh,
      country,
      province: null,
      nation: 'iso:CN',
      adminCode: code,
      ...nowhere,
    };
  }

  #foreignCity(place: WorldPlace): Place {
    const id = `gn:${place.id}`;
    const known = this.tables.names.get(id);
    return {
      id,
      kind: 'city',
      name: known?.name ?? place.name,
      nameZh: known?.nameZh ?? null,
      country: place.country,
      province: null,
      nation: nationOf(place.country),
      adminCode: null,
      geonamesId: place.id,
      latitude: place.latitude,
      longitude: place.longitude,
    };
  }
}

let shipped: Promise<Gazetteer> | undefined;

function readStates(): ReadonlyMap<string, string> {
  const packed = readBuilt('states.columns');
  const [codes, names] = [packed.texts('code'), packed.texts('name')];
  return new Map(Array.from({ length: codes.length }, (_, row) => [codes.at(row), names.at(row)] as const));
}

function chineseCity({ code, name, nameZh, geonamesId, latitude, longitude }: Prefecture): Place {
  return {
    id: `cn:${code}`,
    kind: 'city',
    name,
    nameZh,
    country: code === '8100' ? 'HK' : code === '8200' ? 'MO' : 'CN',
    province: `cn-p:${code.slice(0, 2)}`,
    nation: 'iso:CN',
    adminCode: code,
    geonamesId,
    latitude,
    longitude,
  };
}
