import { readBuilt } from './built.ts';
import type { CodedPoint } from './nearest.ts';
import type { Packed, Texts } from './packed.ts';

/** A populated place of GeoNames. */
export interface WorldPlace {
  readonly id: number;
  readonly name: string;
  /** Another name of the same point, null when there is none. */
  readonly alternative: string | null;
  readonly country: string;
  /** GeoNames' admin1 and admin2 codes; '' where unknown. */
  readonly admin1: string;
  readonly admin2: string;
  /** GeoNames calls it a section of a populated place. */
  readonly section: boolean;
  readonly latitude: number;
  readonly longitude: number;
  readonly population: number;
}

const NUMBERS = ['id', 'section', 'latitude', 'longitude', 'population'] as const;
const TEXTS = ['name', 'alternative', 'country', 'admin1', 'admin2'] as const;

/** The places of the world and China's coded points, as built from GeoNames by `npm run build` (tools/gazetteer.mjs). */
export class World {
  readonly #numbers: Readonly<Record<(typeof NUMBERS)[number], Int32Array>>;
  readonly #texts: Readonly<Record<(typeof TEXTS)[number], Texts>>;
  /** China's coded points. */
  readonly points: readonly CodedPoint[];

  private constructor(places: Packed, points: Packed) {
    this.#numbers = fromNames(NUMBERS, (name) => places.numbers(name));
    this.#texts = fromNames(TEXTS, (name) => places.texts(name));
    const [latitudes, longitudes] = [points.numbers('latitude'), points.numbers('longitude')];
    const [codes, names] = [points.texts('code'), points.texts('name')];
    this.points = Array.from(latitudes, (latitude, i) => ({
      latitude: latitude / 1e5,
      longitude: longitudes[i] / 1e5,
      code: codes.at(i),
      name: names.at(i),
    }));
  }

  /** @throws InputError when the project has not been built. */
  static read(folder?: string): World {
    return new World(readBuilt('world.columns', folder), readBuilt('points.columns', folder));
  }

  /** How many places there are; {@link at} takes 0 to size − 1. */
  get size(): number {
    return this.#numbers.id.length;
  }

  /** The place of a GeoNames id, null when it is not in the gazetteer. */
  get(id: number): WorldPlace | null {
    const row = this.#rowOf(id);
    return row === null ? null : this.at(row);
  }

  /** The country of a GeoNames id, null when it is not in the gazetteer. */
  countryOf(id: number): string | null {
    const row = this.#rowOf(id);
    return row === null ? null : this.#texts.country.at(row);
  }

  at(row: number): WorldPlace {
    const { id, section, latitude, longitude, population } = this.#numbers;
    const { name, alternative, country, admin1, admin2 } = this.#texts;
    return {
      id: id[row],
      name: name.at(row),
      alternative: alternative.at(row) || null,
      country: country.at(row),
      admin1: admin1.at(row),
      admin2: admin2.at(row),
      section: section[row] === 1,
      latitude: latitude[row] / 1e5,
      longitude: longitude[row] / 1e5,
      population: population[row],
    };
  }

  /** Places stand in the order of their ids. */
  #rowOf(id: number): number | null {
    const ids = this.#numbers.id;
    let [low, high] = [0, ids.length];
    while (low < high) {
      const middle = (low + high) >>> 1;
      if (ids[middle] < id) low = middle + 1;
      else high = middle;
    }
    return ids[low] === id ? low : null;
  }
}

function fromNames<N extends string, T>(names: readonly N[], of: (name: N) => T): Record<N, T> {
  return Object.fromEntries(names.map((name) => [name, of(name)])) as Record<N, T>;
}
