import { type CsvRow, readCsv } from '../csv.ts';
import { nearMisses } from '../misspelt.ts';
import { countryCode } from '../institutions/ror.ts';
import type { Gazetteer } from '../gazetteer.ts';
import { DEFINITION_ID, DEFINITION_SHAPE, type DefinitionColumn } from './columns.ts';

export type DefinitionRow = CsvRow<DefinitionColumn>;

/** Something wrong with a row of a definitions file (the file as a whole: row 1), and what to do about it. */
export interface DefinitionProblem {
  readonly row: number;
  readonly level: 'error' | 'warning';
  readonly what: string;
  readonly todo: string;
}

/** The rows of a definitions file. @throws InputError when it is not such a table. */
export function readDefinitionRows(file: string): Promise<DefinitionRow[]> {
  return readCsv(file, DEFINITION_SHAPE);
}

/** The columns that speak of the definition as a whole: given on one of its rows or on all, but never two ways. */
export const WHOLE = ['name', 'name_zh', 'version', 'idea', 'default', 'policy_year', 'policy_note'] as const;

/** The cities a row names, or why it names none. */
export function citiesOfRow(
  { line, cells }: DefinitionRow,
  gazetteer: Gazetteer,
): { cities: string[] } | DefinitionProblem {
  const error = (what: string, todo: string): DefinitionProblem => ({
    row: line,
    level: 'error',
    what,
    todo,
  });
  if (cells.place === '' && cells.city === '')
    return error('names no place', 'Give a place id in `place`, or `city` and `country`.');
  const country = countryCode(cells.country || null);
  if (cells.place === '' && country === null)
    return error(`"${cells.city}" stands without its country`, 'Give `country` in two letters.');
  if (isUnit(cells.place)) {
    const cities = gazetteer.admin(cells.place);
    return cities === null
      ? error(`${cells.place} is no administrative unit of GeoNames`, 'Check the code.')
      : { cities: [...cities] };
  }
  const resolved =
    cells.place === ''
      ? gazetteer.resolve(cells.city, { country: country! })
      : gazetteer.resolve(cells.place);
  if (resolved.place !== null) return { cities: [resolved.place.id] };
  return error(resolved.what, resolved.todo);
}

/** `JP.40`, `US.CA.085`, `cn-p:32`: every city in it. */
function isUnit(place: string): boolean {
  return /^[A-Z]{2}(?:\.[^.\s]+){1,2}$/.test(place) || place.startsWith('cn-p:');
}

/** What is wrong with a row in itself, whatever place it names. */
export function problemsOfRow({ line, cells }: DefinitionRow): DefinitionProblem[] {
  const problems: DefinitionProblem[] = [];
  const error = (what: string, todo: string): void =>
    void problems.push({ row: line, level: 'error', what, todo });
  if (!DEFINITION_ID.test(cells.definition))
    error(`"${cells.definition}" is no definition id`, 'Use letters, digits, _ . and - (yrd_41).');
  if (!['', 'full', 'partial'].includes(cells.membership))
    error(`membership "${cells.membership}" is unknown${meant(cells.membership)}`, 'Use full or partial.');
  if (!/^(?:|\d{4})$/.test(cells.policy_year))
    error(`policy_year "${cells.policy_year}" is no year`, 'Use four digits, or leave it empty.');
  if (!['', 'yes'].includes(cells.default))
    error(`default "${cells.default}" is unknown`, 'Use yes, or leave it empty.');
  if (cells.source === '') error('has no source', 'Say where the membership comes from.');
  return problems;
}

function meant(text: string): string {
  const near = nearMisses(text.toLowerCase(), ['full', 'partial'], 1).at(0);
  return near === undefined ? '' : `; is it ${near.key}?`;
}
