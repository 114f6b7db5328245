import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { gunzip } from 'node:zlib';

import { InputError } from './errors.ts';
import type { CodedPoint } from './nearest.ts';
import { ROOT } from './tables.ts';

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

/** What tools/gazetteer.mjs writes: columns; coordinates in hundred-thousandths of a degree. */
interface GazetteerFile {
  readonly places: {
    readonly id: number[];
    readonly name: string[];
    readonly alternative: string[];
    readonly country: string[];
    readonly admin1: string[];
    readonly admin2: string[];
    readonly section: number[];
    readonly latitude: number[];
    readonly longitude: number[];
    readonly population: number[];
  };
  readonly points: {
    readonly latitude: number[];
    readonly longitude: number[];
    readonly code: string[];
    readonly name: string[];
  };
}

/** The places of the world and China's coded points, as built from GeoNames by `npm run build`. */
export class World {
  readonly #columns: GazetteerFile['places'];
  readonly #rows: ReadonlyMap<number, number>;
  readonly points: readonly CodedPoint[];

  private constructor(file: GazetteerFile) {
    this.#columns = file.places;
    this.#rows = new Map(file.places.id.map((id, row) => [id, row]));
    this.points = file.points.code.map((code, i) => ({
      latitude: file.points.latitude[i] / 1e5,
      longitude: file.points.longitude[i] / 1e5,
      code,
      name: file.points.name[i],
    }));
  }

  /** @throws InputError when the project has not been built. */
  static async read(file: string = join(ROOT, 'dist/places/gazetteer.json.gz')): Promise<World> {
    let packed: Buffer;
    try {
      packed = await readFile(file);
    } catch {
      throw new InputError('The gazetteer has not been built.', { file, todo: 'Run `npm run build`.' });
    }
    const text = (await promisify(gunzip)(packed)).toString('utf8');
    return new World(JSON.parse(text) as GazetteerFile);
  }

  /** How many places there are; {@link at} takes 0 to size − 1. */
  get size(): number {
    return this.#columns.id.length;
  }

  /** The place of a GeoNames id, null when it is not in the gazetteer. */
  get(id: number): WorldPlace | null {
    const row = this.#rows.get(id);
    return row === undefined ? null : this.at(row);
  }

  /** The country of a GeoNames id, null when it is not in the gazetteer. */
  countryOf(id: number): string | null {
    const row = this.#rows.get(id);
    return row === undefined ? null : this.#columns.country[row];
  }

  at(row: number): WorldPlace {
    const of = this.#columns;
    return {
      id: of.id[row],
      name: of.name[row],
      alternative: of.alternative[row] || null,
      country: of.country[row],
      admin1: of.admin1[row],
      admin2: of.admin2[row],
      section: of.section[row] === 1,
      latitude: of.latitude[row] / 1e5,
      longitude: of.longitude[row] / 1e5,
      population: of.population[row],
    };
  }
}
