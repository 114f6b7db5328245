import { join } from 'node:path';
import { parquet } from '../../engine/dialect.ts';
import { type Sql, sql } from '../../engine/sql.ts';
import type { LocationRule } from '../steps/affiliations.ts';
import { cityLinks } from './city-links.ts';
import { cityOutput } from './city-output.ts';
import { regionLinks } from './region-links.ts';
import { regionOutput } from './region-output.ts';
import type { Table } from './table.ts';
import { unlocated } from './unlocated.ts';
import { workCities } from './work-cities.ts';
import { workCoaffiliations } from './work-coaffiliations.ts';
import { workInstitutions } from './work-institutions.ts';
import { works } from './works.ts';

/** What of `works` depends on where its authorships count. */
const locatedWorks: Table = {
  name: works.name,
  description: 'One row per work that counts.',
  key: works.key,
  columns: {
    work: works.columns.work,
    located: works.columns.located,
    cities: works.columns.cities,
  },
  steps: works.steps ?? [],
  sql: sql`
    SELECT w.work, coalesce(c.located, 0) AS located, coalesce(c.cities, 0) AS cities
    FROM part_works w LEFT JOIN located_works c ON c.work = w.work WHERE w.reason IS NULL`,
};

/** The tables that depend on the rule by which authorships are located, made a second time by address. */
export const BY_ADDRESS: readonly Table[] = [
  locatedWorks,
  workCities,
  workInstitutions,
  workCoaffiliations,
  unlocated,
  cityOutput,
  cityLinks,
  regionOutput,
  regionLinks,
];

const names = new Set(BY_ADDRESS.map(({ name }) => name));

/** The name under which a table by that rule is kept. */
export function keptAs(table: string, by: LocationRule): string {
  return by === 'address' && names.has(table) ? `${table}_by_address` : table;
}

/** The rows of a table by that rule. */
export function rowsOfTable(folder: string, table: string, by: LocationRule): Sql {
  const rows = (name: string): Sql => parquet([join(folder, `${name}.parquet`)]);
  const kept = keptAs(table, by);
  return table === works.name && kept !== table
    ? sql`SELECT w.* REPLACE (l.located AS located, l.cities AS cities) FROM ${rows(table)} w JOIN ${rows(kept)} l ON l.work = w.work`
    : sql`SELECT * FROM ${rows(kept)}`;
}

/** Tables of parts that the rule decides; by address they hold the works that an address moves. */
export const LOCATED_PARTS = ['cities', 'institutions', 'unlocated', 'coaffiliations'] as const;
