import { append } from '../../measures/extremes.ts';
import { InputError } from '../../base/index.ts';
import type { Gazetteer } from '../gazetteer.ts';
import { normaliseName } from '../normalise.ts';
import { messages } from './messages.ts';
import {
  citiesOfRow,
  type DefinitionProblem,
  type DefinitionRow,
  problemsOfRow,
  readDefinitionRows,
  WHOLE,
} from './row.ts';

export type { DefinitionProblem } from './row.ts';

/**
 * Everything wrong or doubtful in a definitions file, by row. Errors: missing or unknown columns, no row, an unknown
 * city (with its near misses), a name that fits several (with their ids), a member below city level (a ward, a district,
 * a county-level city), a city twice, a definition told two ways, a cell that cannot be read, no source. Warnings: a
 * partial member, a section of a city by GeoNames, a city without institutions.
 *
 * @param cities ids of the cities that institutions are in; without it that warning is not given.
 */
export async function checkDefinitions(
  file: string,
  gazetteer: Gazetteer,
  cities?: ReadonlySet<string>,
): Promise<DefinitionProblem[]> {
  let rows: DefinitionRow[];
  try {
    rows = await readDefinitionRows(file);
  } catch (error) {
    if (!(error instanceof InputError)) throw error;
    return [{ row: error.line ?? 1, level: 'error', problem: error.detail }];
  }
  return checkRows(rows, gazetteer, cities);
}

/** {@link checkDefinitions} on rows already read. */
export function checkRows(
  rows: readonly DefinitionRow[],
  gazetteer: Gazetteer,
  cities?: ReadonlySet<string>,
): DefinitionProblem[] {
  if (rows.length === 0) return [{ row: 1, level: 'error', problem: messages.noMember() }];
  const problems = [...rows.flatMap(problemsOfRow), ...contradictions(rows)];
  const first = new Map<string, number>();
  for (const row of rows) {
    const found = citiesOfRow(row, gazetteer);
    if (!('cities' in found)) {
      problems.push(found);
      continue;
    }
    for (const city of found.cities) append(problems, problemsOfMember(row, city, gazetteer, first, cities));
    if (cities !== undefined && found.cities.length > 1 && !found.cities.some((city) => cities.has(city)))
      problems.push({
        row: row.line,
        level: 'warning',
        problem: messages.noInstitutionInUnit({ unit: row.cells.place }),
      });
  }
  return problems.sort((a, b) => a.row - b.row);
}

function problemsOfMember(
  { line: row, cells }: DefinitionRow,
  city: string,
  gazetteer: Gazetteer,
  first: Map<string, number>,
  cities: ReadonlySet<string> | undefined,
): DefinitionProblem[] {
  const problems: DefinitionProblem[] = [];
  const place = gazetteer.city(city)!;
  const named = { id: city, name: place.name, nameZh: place.nameZh };
  const key = `${cells.definition} ${city}`;
  const before = first.get(key);
  if (before !== undefined)
    problems.push({
      row,
      level: 'error',
      problem: messages.cityTwice({ city: named, definition: cells.definition, line: before }),
    });
  else first.set(key, row);
  if (cells.membership === 'partial')
    problems.push({
      row,
      level: 'warning',
      problem: messages.partialMember({ city: named }),
    });
  if (cells.place !== '' && cells.place !== city && !cells.place.startsWith('gn:')) return problems;
  if (place.geonamesId !== null && gazetteer.geonames(place.geonamesId)?.section === true)
    problems.push({
      row,
      level: 'warning',
      problem: messages.section({ city: named }),
    });
  if (cells.place === city && cells.city !== '' && !isCalled(cells.city, city, gazetteer))
    problems.push({
      row,
      level: 'warning',
      problem: messages.otherName({ city: named, text: cells.city }),
    });
  if (cities !== undefined && !cities.has(city))
    problems.push({
      row,
      level: 'warning',
      problem: messages.noInstitution({ city: named }),
    });
  return problems;
}

/** By its own names, whatever else is called so; else by what the name is known to mean. */
function isCalled(name: string, city: string, gazetteer: Gazetteer): boolean {
  const place = gazetteer.city(city)!;
  const own = [place.name, ...(place.nameZh === null ? [] : [place.nameZh])].map(normaliseName);
  if (own.includes(normaliseName(name))) return true;
  const named = gazetteer.resolve(name);
  return named.place === null ? named.candidates.some(({ id }) => id === city) : named.place.id === city;
}

/** Rows of one definition that say different things about it as a whole. */
function contradictions(rows: readonly DefinitionRow[]): DefinitionProblem[] {
  const said = new Map<string, { line: number; value: string }>();
  const problems: DefinitionProblem[] = [];
  for (const { line, cells } of rows) {
    for (const column of WHOLE) {
      const value = cells[column];
      if (value === '') continue;
      const key = `${cells.definition} ${column}`;
      const before = said.get(key);
      if (before === undefined) said.set(key, { line, value });
      else if (before.value !== value)
        problems.push({
          row: line,
          level: 'error',
          problem: messages.toldTwice({
            column,
            definition: cells.definition,
            value,
            before: before.value,
            line: before.line,
          }),
        });
    }
  }
  return problems;
}
