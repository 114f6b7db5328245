import { type CsvRow, readCsv } from '../csv.ts';
import { nearMisses } from '../misspelt.ts';
import { countryCode } from '../institutions/ror.ts';
import type { Message } from '../../base/index.ts';
import type { Gazetteer } from '../gazetteer.ts';
import { DEFINITION_ID, DEFINITION_SHAPE, type DefinitionColumn } from './columns.ts';
import { messages } from './messages.ts';

export type DefinitionRow = CsvRow<DefinitionColumn>;

/** Something wrong with a row of a definitions file (the file as a whole: row 1), and what to do about it. */
export interface DefinitionProblem {
  readonly row: number;
  readonly level: 'error' | 'warning';
  readonly problem: Message;
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
  const error = (problem: Message): DefinitionProblem => ({ row: line, level: 'error', problem });
  if (cells.place === '' && cells.city === '') return error(messages.noPlace());
  const country = countryCode(cells.country || null);
  if (cells.place === '' && country === null) return error(messages.noCountry({ city: cells.city }));
  if (isUnit(cells.place)) {
    const cities = gazetteer.admin(cells.place);
    return cities === null ? error(messages.notUnit({ unit: cells.place })) : { cities: [...cities] };
  }
  const resolved =
    cells.place === ''
      ? gazetteer.resolve(cells.city, { country: country! })
      : gazetteer.resolve(cells.place);
  if (resolved.place !== null) return { cities: [resolved.place.id] };
  return error(resolved.problem);
}

/** `JP.40`, `US.CA.085`, `cn-p:32`: every city in it. */
function isUnit(place: string): boolean {
  return /^[A-Z]{2}(?:\.[^.\s]+){1,2}$/.test(place) || place.startsWith('cn-p:');
}

/** What is wrong with a row in itself, whatever place it names. */
export function problemsOfRow({ line, cells }: DefinitionRow): DefinitionProblem[] {
  const problems: DefinitionProblem[] = [];
  const error = (problem: Message): void => void problems.push({ row: line, level: 'error', problem });
  if (!DEFINITION_ID.test(cells.definition)) error(messages.notId({ text: cells.definition }));
  if (!['', 'full', 'partial'].includes(cells.membership))
    error(messages.unknownMembership({ text: cells.membership, near: meant(cells.membership) }));
  if (!/^(?:|\d{4})$/.test(cells.policy_year)) error(messages.notYear({ text: cells.policy_year }));
  if (!['', 'yes'].includes(cells.default)) error(messages.unknownDefault({ text: cells.default }));
  if (cells.source === '') error(messages.noSource());
  return problems;
}

function meant(text: string): string | null {
  return nearMisses(text.toLowerCase(), ['full', 'partial'], 1).at(0)?.key ?? null;
}
