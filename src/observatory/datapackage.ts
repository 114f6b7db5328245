import { existsSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Manifest } from './manifest.ts';
import { BY_ADDRESS, keptAs } from './tables/by-address.ts';
import { TABLES } from './tables/index.ts';

const TYPES: Readonly<Record<string, string>> = {
  BIGINT: 'integer',
  INTEGER: 'integer',
  DOUBLE: 'number',
  BOOLEAN: 'boolean',
  VARCHAR: 'string',
  'VARCHAR[]': 'array',
};

/** Describes every table and column for any tool that reads Frictionless data packages. */
export function writeDataPackage(
  folder: string,
  { title, synthetic }: Pick<Manifest, 'title' | 'synthetic'>,
  rows: Readonly<Record<string, number>>,
): void {
  // Of tables that a cluster keeps there is no file.
  const all = [
    ...TABLES.map((table) => ({ ...table, file: table.name })),
    ...BY_ADDRESS.map((table) => ({
      ...table,
      file: keptAs(table.name, 'address'),
      description: `${table.description} Here authorships count where addresses say.`,
    })),
  ];
  const here = all.filter(({ file }) => existsSync(join(folder, `${file}.parquet`)));
  const resources = here.map((table) => ({
    name: table.file.replaceAll('_', '-'),
    path: `${table.file}.parquet`,
    format: 'parquet',
    mediatype: 'application/vnd.apache.parquet',
    description: table.description,
    rows: rows[table.file] ?? 0,
    schema: {
      fields: Object.entries(table.columns).map(([name, [type, description]]) => ({
        name,
        type: TYPES[type],
        description,
      })),
      primaryKey: table.key,
    },
  }));
  const description = {
    profile: 'data-package',
    name: 'observatory',
    title: title ?? 'An observatory of cities and regions',
    description: `${synthetic === null ? '' : `${capital(synthetic)}. `}Made by Synopolis; manifest.json says from what, and what was left out.`,
    ...(synthetic === null ? {} : { synthetic }),
    resources,
  };
  writeFileSync(join(folder, 'datapackage.json'), `${JSON.stringify(description, null, 2)}\n`);
}

const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);
