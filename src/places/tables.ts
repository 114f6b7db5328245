import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

import { readCsv } from './csv.ts';

/** The project's root; the same from src/places and from dist/places. */
export const ROOT = dirname(dirname(dirname(fileURLToPath(import.meta.url))));

/** A row of data/places/prefectures.csv: a Chinese prefecture-level unit, municipality, SAR or province-administered county. */
export interface Prefecture {
  readonly code: string;
  readonly name: string;
  readonly nameZh: string;
  readonly latitude: number;
  readonly longitude: number;
  /** Of its seat; null where unknown. */
  readonly geonamesId: number | null;
  readonly level: string;
}

export interface Province {
  readonly code: string;
  readonly name: string;
  readonly nameZh: string;
  /** GeoNames' own admin1 code, which is not the GB/T code; null for the SARs. */
  readonly geonamesAdmin1: string | null;
}

/** A place that the gazetteer's packages lack. */
export interface Addition {
  readonly id: number;
  readonly name: string;
  readonly country: string;
  readonly admin1: string;
  readonly admin2: string;
  readonly latitude: number;
  readonly longitude: number;
}

/** The tables of data/places, read and keyed; their README says what each is and where it comes from. */
export interface PlaceTables {
  readonly prefectures: ReadonlyMap<string, Prefecture>;
  readonly provinces: ReadonlyMap<string, Province>;
  /** 9-character ROR id → prefecture code. */
  readonly overridesByRor: ReadonlyMap<string, string>;
  /** GeoNames id → prefecture code. */
  readonly overridesByGeonames: ReadonlyMap<number, string>;
  /** GeoNames id → its name and the GeoNames id it counts in. */
  readonly rollup: ReadonlyMap<
    number,
    { readonly name: string; readonly country: string; readonly into: number }
  >;
  /** Place id → English and Chinese name, for places outside China. */
  readonly names: ReadonlyMap<string, { readonly name: string; readonly nameZh: string }>;
  /** First administrative division outside China (US.MA) → its Chinese name, where one is in common use. */
  readonly statesZh: ReadonlyMap<string, string>;
  readonly additions: readonly Addition[];
}

/** Reads data/places. @throws InputError where a table is damaged. */
export async function readPlaceTables(folder: string = join(ROOT, 'data/places')): Promise<PlaceTables> {
  const [prefectures, provinces, overrides, rollup, names, statesZh, additions] = await Promise.all([
    readCsv(join(folder, 'prefectures.csv'), {
      required: ['code', 'name_en', 'name_zh', 'province', 'lat', 'lon', 'geonames_id', 'level'],
    }),
    readCsv(join(folder, 'provinces.csv'), { required: ['code', 'name', 'name_zh', 'geonames_admin1'] }),
    readCsv(join(folder, 'overrides.csv'), {
      required: ['kind', 'id', 'name', 'code', 'prefecture', 'reason', 'institutions', 'evidence'],
    }),
    readCsv(join(folder, 'rollup.csv'), {
      required: ['geonames_id', 'name', 'country', 'into_geonames_id', 'into_name', 'institutions', 'how'],
    }),
    readCsv(join(folder, 'names-zh.csv'), { required: ['place', 'name', 'name_zh'] }),
    readCsv(join(folder, 'states-zh.csv'), { required: ['state', 'name_zh'] }),
    readCsv(join(folder, 'additions.csv'), {
      required: ['geonames_id', 'name', 'country', 'admin1', 'admin2', 'lat', 'lon', 'source'],
    }),
  ]);
  const override = (kind: string) =>
    overrides.filter(({ cells }) => cells.kind === kind).map(({ cells }) => [cells.id, cells.code] as const);
  return {
    prefectures: new Map(
      prefectures.map(({ cells }) => [
        cells.code,
        {
          code: cells.code,
          name: cells.name_en,
          nameZh: cells.name_zh,
          latitude: Number(cells.lat),
          longitude: Number(cells.lon),
          geonamesId: cells.geonames_id === '' ? null : Number(cells.geonames_id),
          level: cells.level,
        },
      ]),
    ),
    provinces: new Map(
      provinces.map(({ cells }) => [
        cells.code,
        {
          code: cells.code,
          name: cells.name,
          nameZh: cells.name_zh,
          geonamesAdmin1: cells.geonames_admin1 || null,
        },
      ]),
    ),
    overridesByRor: new Map(override('ror')),
    overridesByGeonames: new Map(override('geonames').map(([id, code]) => [Number(id), code])),
    rollup: new Map(
      rollup.map(({ cells }) => [
        Number(cells.geonames_id),
        { name: cells.name, country: cells.country, into: Number(cells.into_geonames_id) },
      ]),
    ),
    statesZh: new Map(statesZh.map(({ cells }) => [cells.state, cells.name_zh])),
    names: new Map(names.map(({ cells }) => [cells.place, { name: cells.name, nameZh: cells.name_zh }])),
    additions: additions.map(({ cells }) => ({
      id: Number(cells.geonames_id),
      name: cells.name,
      country: cells.country,
      admin1: cells.admin1,
      admin2: cells.admin2,
      latitude: Number(cells.lat),
      longitude: Number(cells.lon),
    })),
  };
}
