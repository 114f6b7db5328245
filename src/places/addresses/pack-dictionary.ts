import type { Gazetteer } from '../gazetteer.ts';
import { kilometres } from '../nearest.ts';
import { pack } from '../packed.ts';
import { chineseForms } from '../placenames.ts';
import { countryNumber, ENTRY, indexOf, kindOf, LEVEL, MEANING, meaning, traitsOf } from './dictionary.ts';
import { apart, placeForms, stateForms } from './name-forms.ts';
import { extendHigh, extendLow, Tokens } from './tokens.ts';
import { WORD_BIT, WORD_CLASSES, type WordClass } from './words.ts';

/** A place of GeoNames with its names, the first its own. */
export interface NamedPlace {
  readonly id: number;
  readonly country: string;
  readonly admin1: string;
  readonly latitude: number;
  readonly longitude: number;
  readonly population: number;
  readonly names: readonly string[];
}

/** A county or district of China. */
export interface Division {
  readonly nameZh: string;
  readonly name: string;
  readonly city: string;
  readonly postcode: string;
}

export interface NameSources {
  readonly places: readonly NamedPlace[];
  readonly divisions: readonly Division[];
  /** By GeoNames' code, such as `US.MA`. */
  readonly states: readonly (readonly [string, string])[];
  /** By ISO code. */
  readonly countries: readonly (readonly [string, string])[];
}

const LANGUAGES = 'en de fr es pt it nl pl sv da nb cs ro tr ru uk ja ko zh zh-Hant id vi hu fi el'.split(
  ' ',
);
/** Shorter names of countries in other languages are words of others. */
const SHORTEST_COUNTRY = 4;
/** Of one name no more places are kept, the largest. */
const MOST_PLACES = 250;
/** Campuses and hospitals that GeoNames has as places. */
const BODY = /\b(?:univers|hospital|college|institut|campus)/iu;
const SAME_POINT_KM = 1;
const WARD_KM = 30;
const TOWN_LIKE_COUNTRY = 20_000;
const ENGLISH = new Intl.DisplayNames('en', { type: 'region', fallback: 'none' });

/** Makes the dictionary of the address reader: `npm run build` does. */
export function packDictionary(gazetteer: Gazetteer, sources: NameSources): Buffer {
  const builder = new Builder(gazetteer);
  builder.countries(sources.countries);
  builder.states(sources.states);
  builder.china(sources.divisions, sources.places);
  for (const place of sources.places) builder.place(place);
  builder.words();
  return builder.pack(sources.divisions);
}

class Builder {
  readonly #gazetteer: Gazetteer;
  readonly #tokens = new Tokens();
  /** Meanings by hash. */
  readonly #names = new Map<string, number[]>();
  /** How many tokens the longest name has that begins with a token, and that ends with it. */
  readonly #begins = new Map<string, number>();
  readonly #ends = new Map<string, number>();
  /** Names of countries in languages other than English. */
  readonly #foreign = new Set<string>();
  readonly #ideographs = new Map<string, Set<number>>();
  readonly #rows = {
    city: [] as string[],
    name: [] as string[],
    country: [] as number[],
    state: [] as number[],
    latitude: [] as number[],
    longitude: [] as number[],
    population: [] as number[],
    level: [] as number[],
  };
  #wards: ReadonlyMap<string, number> | null = null;
  readonly #stateNumbers = new Map<string, number>();
  readonly #stateCountries: number[] = [];

  constructor(gazetteer: Gazetteer) {
    this.#gazetteer = gazetteer;
  }

  countries(more: readonly (readonly [string, string])[]): void {
    const codes = new Set<string>();
    for (const { country } of this.#gazetteer.everywhere()) codes.add(country);
    for (const language of LANGUAGES) {
      const names = new Intl.DisplayNames(language, { type: 'region', fallback: 'none' });
      for (const code of codes) {
        const name = names.of(code);
        if (name !== undefined && name.length >= SHORTEST_COUNTRY)
          this.#add(name, meaning(MEANING.country, countryNumber(code)));
        if (name !== undefined && language !== 'en') this.#foreign.add(this.#key(name));
      }
    }
    for (const [, name] of more) this.#foreign.delete(this.#key(name));
    for (const code of codes) this.#foreign.delete(this.#key(ENGLISH.of(code) ?? ''));
    for (const [code, name] of more) this.#add(name, meaning(MEANING.country, countryNumber(code)));
  }

  states(states: readonly (readonly [string, string])[]): void {
    for (const [code, name] of states) {
      const country = code.slice(0, 2);
      // China's are those of provinces.csv, by their own codes.
      const number = this.#state(country === 'CN' ? (this.#provinceOf(code) ?? code) : code);
      for (const form of stateForms(name)) this.#add(form, meaning(MEANING.state, number));
    }
    for (const { code, name, nameZh } of this.#gazetteer.tables.provinces.values()) {
      const number = this.#state(`CN.${code}`);
      for (const form of stateForms(name)) this.#add(form, meaning(MEANING.state, number));
      for (const form of chineseForms(nameZh)) this.#addIdeographs(form, meaning(MEANING.state, number));
    }
  }

  #provinceOf(code: string): string | undefined {
    const admin1 = code.slice(3);
    for (const province of this.#gazetteer.tables.provinces.values())
      if (province.geonamesAdmin1 === admin1) return `CN.${province.code}`;
    return undefined;
  }

  #state(code: string): number {
    const known = this.#stateNumbers.get(code);
    if (known !== undefined) return known;
    const number = this.#stateCountries.length;
    this.#stateNumbers.set(code, number);
    this.#stateCountries.push(countryNumber(code.slice(0, 2)));
    return number;
  }

  /** Prefectures with the names of their seats, and their counties and districts. */
  china(divisions: readonly Division[], places: readonly NamedPlace[]): void {
    const bySeat = new Map(places.map((place) => [place.id, place]));
    const own = new Map<string, string>();
    const cities = this.#gazetteer.chineseCities();
    for (const { id, name } of cities) own.set(this.#key(name), id);
    for (const { name, city } of divisions)
      if (!own.has(this.#key(name))) own.set(this.#key(name), `cn:${city}`);
    for (const city of cities) {
      const seat = city.geonamesId === null ? undefined : bySeat.get(city.geonamesId);
      const row = this.#row(city.id, 'CN', `CN.${city.adminCode!.slice(0, 2)}`, {
        latitude: city.latitude ?? 0,
        longitude: city.longitude ?? 0,
        population: seat?.population ?? 0,
        level: LEVEL.prefecture,
      });
      for (const form of [city.name, ...apart(city.name)]) this.#add(form, meaning(MEANING.place, row));
      for (const form of chineseForms(city.nameZh!)) this.#addIdeographs(form, meaning(MEANING.place, row));
      for (const name of seat?.names ?? []) {
        // An old name of a city that is a living one of another place says that one.
        const other = own.get(this.#key(name));
        if (other === undefined || other === city.id) this.#add(name, meaning(MEANING.alias, row));
      }
    }
    for (const { name, nameZh, city } of divisions) {
      const prefecture = this.#gazetteer.city(`cn:${city}`)!;
      const row = this.#row(prefecture.id, 'CN', `CN.${city.slice(0, 2)}`, {
        latitude: prefecture.latitude ?? 0,
        longitude: prefecture.longitude ?? 0,
        population: 0,
        level: LEVEL.division,
      });
      for (const form of [name, ...apart(name)]) this.#add(form, meaning(MEANING.place, row));
      this.#addIdeographs(nameZh, meaning(MEANING.place, row));
    }
  }

  place(place: NamedPlace): void {
    const { id, country, admin1, latitude, longitude } = place;
    const standing = this.#gazetteer.standing(id);
    if (country === 'CN') {
      // Towns of China: where a coded point of the same name stands in the same spot.
      if (standing?.how !== 'below') return;
      const near = this.#gazetteer.codedPoints.find(latitude, longitude, SAME_POINT_KM);
      if (near === null || this.#key(near.point.name) !== this.#key(place.names[0])) return;
    }
    const city = this.#rolledUp(place) ?? standing?.city ?? `gn:${id}`;
    const section = this.#gazetteer.world.get(id)?.section ?? false;
    const state = country === 'CN' ? `CN.${city.slice(3, 5)}` : `${country}.${admin1}`;
    const row = this.#row(city, country, state, {
      name: place.names[0],
      latitude,
      longitude,
      population: place.population,
      level: country === 'CN' ? LEVEL.division : section ? LEVEL.section : LEVEL.place,
    });
    for (const [i, name] of place.names.entries()) {
      const kind = i === 0 ? MEANING.place : MEANING.alias;
      if (i > 0 && (BODY.test(name) || this.#isOther(name, place))) continue;
      for (const form of placeForms(name, country)) this.#add(form, meaning(kind, row));
      if (/^[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]+$/u.test(name))
        this.#addIdeographs(name, meaning(MEANING.alias, row));
    }
  }

  /** The city of a ward that rollup.csv knows by another id: the same name, beside that city. */
  #rolledUp({ names: [name], country, latitude, longitude }: NamedPlace): string | null {
    this.#wards ??= this.#readWards();
    const into = this.#wards.get(`${country} ${this.#key(name)}`);
    const city = into === undefined ? null : this.#gazetteer.city(`gn:${into}`);
    if (city?.latitude == null || city.longitude === null) return null;
    return kilometres(city.latitude, city.longitude, latitude, longitude) < WARD_KM ? city.id : null;
  }

  #readWards(): ReadonlyMap<string, number> {
    const { rollup } = this.#gazetteer.tables;
    return new Map(
      [...rollup.values()].map(({ name, country, into }) => [`${country} ${this.#key(name)}`, into]),
    );
  }

  /** An alternate name that is a country's, or its own state's without being the city's: "Mexico", "Johor". */
  #isOther(name: string, { names, country }: NamedPlace): boolean {
    const refs = this.#names.get(this.#key(name)) ?? [];
    const city = this.#key(name) === this.#key(names[0].replace(/ City$/, ''));
    return refs.some(
      (ref) =>
        (kindOf(ref) === MEANING.country && country !== 'SG' && country !== 'HK' && country !== 'MO') ||
        (kindOf(ref) === MEANING.state &&
          !city &&
          this.#stateCountries[indexOf(ref)] === countryNumber(country)),
    );
  }

  words(): void {
    const bits = new Map<string, number>();
    for (const name of Object.keys(WORD_CLASSES) as WordClass[]) {
      for (const word of WORD_CLASSES[name].split(/\s+/)) {
        const key = this.#key(word);
        bits.set(key, (bits.get(key) ?? 0) | WORD_BIT[name]);
      }
    }
    for (const [key, bit] of bits) {
      const list = this.#names.get(key);
      if (list === undefined) this.#names.set(key, [meaning(MEANING.word, bit)]);
      else list.push(meaning(MEANING.word, bit));
    }
  }

  pack(divisions: readonly Division[]): Buffer {
    for (const key of [...this.#begins.keys(), ...this.#ends.keys()])
      if (!this.#names.has(key)) this.#names.set(key, []);
    const refs: number[] = [];
    let slots = 1;
    while (slots < this.#names.size * 2) slots *= 2;
    const entries = new Array<number>(slots * ENTRY).fill(-1);
    for (const [key, list] of this.#names) {
      const kept = this.#kept(this.#foreign.has(key) ? this.#notCountry(list) : list);
      const [high, low] = key.split(',').map(Number);
      let slot = (high ^ (low >>> 7)) & (slots - 1);
      while (entries[slot * ENTRY + 2] >= 0) slot = (slot + 1) & (slots - 1);
      const traits = traitsOf(kept, this.#begins.get(key) ?? 0, this.#ends.get(key) ?? 0);
      [high, low, refs.length * 256 + kept.length, traits].forEach((each, i) => {
        entries[slot * ENTRY + i] = each;
      });
      for (const ref of kept) refs.push(ref);
    }
    const ideographs = [...this.#ideographs].flatMap(([name, meanings]) =>
      [...meanings].map((ref) => [name, ref] as const),
    );
    const postcodes = [...prefixes(divisions)];
    return pack(
      {
        entry: entries,
        ref: refs,
        country: this.#rows.country,
        state: this.#rows.state,
        latitude: this.#rows.latitude,
        longitude: this.#rows.longitude,
        population: this.#rows.population,
        level: this.#rows.level,
        'state country': this.#stateCountries,
        'ideographs ref': ideographs.map(([, ref]) => ref),
      },
      {
        city: this.#rows.city,
        name: this.#rows.name,
        ideographs: ideographs.map(([name]) => name),
        postcode: postcodes.map(([prefix]) => prefix),
        'postcode city': postcodes.map(([, city]) => city),
      },
    );
  }

  /** Without the country where a town bears the name that it has in another language: Columbia, South Carolina. */
  #notCountry(list: readonly number[]): readonly number[] {
    const town = list.some(
      (ref) => kindOf(ref) === MEANING.place && this.#rows.population[indexOf(ref)] >= TOWN_LIKE_COUNTRY,
    );
    return town ? list.filter((ref) => kindOf(ref) !== MEANING.country) : list;
  }

  /** A name's meanings: words, countries and states first, then places, the largest first. */
  #kept(list: readonly number[]): number[] {
    const population = (ref: number): number =>
      kindOf(ref) > MEANING.alias ? Infinity : this.#rows.population[indexOf(ref)];
    return [...new Set(list)].sort((a, b) => population(b) - population(a) || a - b).slice(0, MOST_PLACES);
  }

  #row(
    city: string,
    country: string,
    state: string,
    {
      name = '',
      latitude,
      longitude,
      population,
      level,
    }: { name?: string; latitude: number; longitude: number; population: number; level: number },
  ): number {
    const rows = this.#rows;
    rows.city.push(city);
    rows.name.push(this.#gazetteer.city(city)?.name ?? name);
    rows.country.push(countryNumber(country));
    rows.state.push(this.#state(state));
    rows.latitude.push(Math.round(latitude * 100));
    rows.longitude.push(Math.round(longitude * 100));
    rows.population.push(population);
    rows.level.push(level);
    return rows.city.length - 1;
  }

  #add(name: string, ref: number): void {
    const key = this.#key(name);
    if (key === '') return;
    const { count } = this.#tokens;
    if (count > 1) {
      raise(this.#begins, this.#tokenKey(0), count);
      raise(this.#ends, this.#tokenKey(count - 1), count);
    }
    const list = this.#names.get(key);
    if (list === undefined) this.#names.set(key, [ref]);
    else if (!list.includes(ref)) list.push(ref);
  }

  #addIdeographs(name: string, ref: number): void {
    const known = this.#ideographs.get(name);
    if (known === undefined) this.#ideographs.set(name, new Set([ref]));
    else known.add(ref);
  }

  #tokenKey(token: number): string {
    return `${this.#tokens.high[token]},${this.#tokens.low[token]}`;
  }

  #key(name: string): string {
    const tokens = this.#tokens;
    tokens.read(name);
    if (tokens.count === 0) return '';
    let [high, low] = [tokens.high[0], tokens.low[0]];
    for (let i = 1; i < tokens.count; i++) {
      high = extendHigh(high, tokens.high[i]);
      low = extendLow(low, tokens.low[i]);
    }
    return `${high},${low}`;
  }
}

function raise(lengths: Map<string, number>, key: string, length: number): void {
  lengths.set(key, Math.max(lengths.get(key) ?? 0, length));
}

const DIGITS = 4;

/** Cities by the first four digits of their postcodes, and by the first three where those lie in one city. */
function prefixes(divisions: readonly Division[]): Map<string, string> {
  const found = new Map<string, string>();
  for (const digits of [DIGITS, DIGITS - 1]) {
    const cities = new Map<string, Set<string>>();
    for (const { postcode, city } of divisions) {
      if (postcode === '') continue;
      const prefix = postcode.slice(0, digits);
      cities.set(prefix, (cities.get(prefix) ?? new Set()).add(city));
    }
    for (const [prefix, held] of cities) if (held.size === 1) found.set(prefix, `cn:${[...held][0]}`);
  }
  return found;
}
