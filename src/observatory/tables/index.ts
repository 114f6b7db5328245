import { cityLinks } from './city-links.ts';
import { cityOutput } from './city-output.ts';
import { fields, sources } from './fields.ts';
import { institutions } from './institutions.ts';
import { places, regionCities } from './places.ts';
import { regionLinks } from './region-links.ts';
import { regionOutput } from './region-output.ts';
import type { Table } from './table.ts';
import { unlocated } from './unlocated.ts';
import { workCities } from './work-cities.ts';
import { workCoaffiliations } from './work-coaffiliations.ts';
import { workInstitutions } from './work-institutions.ts';
import { works } from './works.ts';

/** All tables of an observatory, each after those that it is made from. */
export const TABLES: readonly Table[] = [
  places,
  regionCities,
  works,
  fields,
  sources,
  workCities,
  workInstitutions,
  institutions,
  workCoaffiliations,
  unlocated,
  cityOutput,
  cityLinks,
  regionOutput,
  regionLinks,
];
export type { Table } from './table.ts';
