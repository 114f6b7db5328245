import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { brotliDecompressSync } from 'node:zlib';
import type { NameSources } from './pack-dictionary.ts';

/** The names of data/places from which the dictionary of the address reader is made. */
export function readNameSources(folder: string): NameSources {
  const lines = (text: string): string[] => text.split(/\r?\n/).filter((line) => line !== '');
  const rows = (file: string): string[][] =>
    lines(readFileSync(join(folder, file), 'utf8'))
      .slice(1)
      .map((line) => line.split(','));
  const named = (file: string): [string, string][] =>
    rows(file).flatMap(([code, names]) => names.split('|').map((name) => [code, name] as [string, string]));
  return {
    places: lines(brotliDecompressSync(readFileSync(join(folder, 'place-names.tsv.br'))).toString()).map(
      (line) => {
        const [id, country, admin1, latitude, longitude, population, names] = line.split('\t');
        return {
          id: Number(id),
          country,
          admin1,
          latitude: Number(latitude),
          longitude: Number(longitude),
          population: Number(population),
          names: names.split('|'),
        };
      },
    ),
    divisions: rows('divisions.csv').map(([, nameZh, name, city, postcode]) => ({
      nameZh,
      name,
      city,
      postcode,
    })),
    states: named('state-names.csv'),
    countries: named('country-names.csv'),
  };
}
