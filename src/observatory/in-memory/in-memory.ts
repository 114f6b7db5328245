import { readFieldSets } from './field-sets.ts';
import type { YearIndex } from './year-index.ts';
import { type LinkColumns, partnerStrengths, readLinks } from './links.ts';
import { type OutputColumns, readOutputs } from './outputs.ts';
import { type PlaceIndex, readPlaceIndex } from './place-index.ts';
import { Inexact, rowsOf, type Tables } from './tables.ts';
import { readUnlocated, type UnlocatedColumns } from './unlocated.ts';
import { type CityWorks, readCityWorks, readWorkCells, type WorkCells } from './works.ts';

/**
 * The tables that most questions are about, as columns in memory: a server answers one question after the other from
 * them, where reading the files anew would take most of the time. Whole numbers, so that sums are those of the engine.
 */
export interface InMemoryTables {
  readonly places: PlaceIndex;
  readonly cells: WorkCells;
  readonly works: CityWorks;
  readonly cityOutput: OutputColumns;
  readonly regionOutput: OutputColumns;
  readonly cityLinks: LinkColumns;
  readonly regionLinks: LinkColumns;
  /** 1/(k−1) of all pairs of every city, in the four classes of `CLASSES`. */
  readonly strengths: YearIndex;
  readonly unlocated: UnlocatedColumns;
}

/** Bytes a row takes, about, with its part of what is summed by field. */
const BYTES = {
  work_cities: 32,
  city_output: 80,
  region_output: 80,
  city_links: 200,
  region_links: 160,
  unlocated: 32,
};

/** The columns; null where they would take more than so many bytes, or their sums could be rounded. */
export async function readInMemory(
  tables: Tables,
  authorCap: number,
  most: number,
): Promise<InMemoryTables | null> {
  let bytes = 0;
  for (const [table, each] of Object.entries(BYTES)) bytes += (await rowsOf(tables, table)) * each;
  if (bytes > most) return null;
  try {
    const places = await readPlaceIndex(tables);
    const fields = await readFieldSets(tables);
    const cityLinks = await readLinks(tables, 'city_links', places);
    return {
      places,
      cells: await readWorkCells(tables),
      works: await readCityWorks(tables, places, authorCap),
      cityOutput: await readOutputs(tables, 'city_output', places, fields),
      regionOutput: await readOutputs(tables, 'region_output', places, fields),
      cityLinks,
      regionLinks: await readLinks(tables, 'region_links', places),
      strengths: partnerStrengths(cityLinks, places, fields),
      unlocated: await readUnlocated(tables),
    };
  } catch (error) {
    if (error instanceof Inexact) return null;
    throw error;
  }
}
