import { readCsv } from '../csv.ts';
import { type Message, type RowProblem, wrongRows } from '../../base/index.ts';
import { messages as institutions } from '../institutions/messages.ts';
import { messages } from './messages.ts';
import type { Gazetteer } from '../gazetteer.ts';
import { openAlexId, rorId } from '../institutions/record.ts';
import { countryCode } from '../institutions/ror.ts';
import { normaliseName } from '../normalise.ts';
import { parsePlaceId } from '../place.ts';
import { nameId } from './merge.ts';

/** A row of a corrections table: where an institution, or a name as works give it, counts, and who says so. */
export interface Correction {
  readonly line: number;
  /** Id of the institution that is corrected or, where no record has it, made: a ROR id, `I123`, or `name:CC:key`. */
  readonly institution: string;
  /** Whether the row corrects a raw name, whatever institution that name meant before. */
  readonly byName: boolean;
  readonly name: string | null;
  readonly country: string | null;
  readonly city: string;
  readonly reason: string;
  readonly source: string;
}

/** What corrections are read against. */
export interface CorrectionContext {
  readonly gazetteer: Gazetteer;
  /** Cities that institutions are in: a GeoNames place too small for the gazetteer may be among them. */
  readonly cities: ReadonlySet<string>;
  /** ROR and OpenAlex ids → institution id. */
  readonly ids: ReadonlyMap<string, string>;
}

const SHAPE = {
  required: ['city', 'reason', 'source'],
  optional: ['institution', 'name', 'country'],
} as const;
type Cells = Readonly<Record<(typeof SHAPE.required)[number] | (typeof SHAPE.optional)[number], string>>;

/**
 * Reads a corrections table: `city` (a place id), `reason`, `source`, and either `institution` (ROR or OpenAlex id) or
 * `name` and `country` (two letters). A row with an `institution` may have a name and country too: they describe it
 * where no record does.
 *
 * @throws InputError naming every row that is wrong: no such city, an id that is none, neither of the two, no reason or
 * no source, the same institution or name corrected twice.
 */
export async function readCorrections(file: string, context: CorrectionContext): Promise<Correction[]> {
  const wrong: RowProblem[] = [];
  const corrections: Correction[] = [];
  const seen = new Map<string, number>();
  for (const { line, cells } of await readCsv(file, SHAPE)) {
    const read = readRow(line, cells, context);
    const before = 'code' in read ? undefined : seen.get(read.institution);
    if ('code' in read) wrong.push({ row: line, problem: read });
    else if (before !== undefined)
      wrong.push({ row: line, problem: messages.correctedBefore({ line: before }) });
    else {
      seen.set(read.institution, line);
      corrections.push(read);
    }
  }
  if (wrong.length === 0) return corrections;
  throw wrongRows(wrong, { file, then: messages.correctThem() });
}

/** The correction of a row, or what is wrong with it. */
function readRow(line: number, cells: Cells, context: CorrectionContext): Correction | Message {
  const country = countryCode(cells.country || null);
  if (cells.country !== '' && country === null) return messages.notCountry({ text: cells.country });
  const target = readTarget(cells, country, context.ids);
  if (target === null) return messages.noTarget();
  if (target.institution === null) return messages.notInstitution({ text: cells.institution });
  const city = readCity(cells.city, context);
  if ('code' in city) return city;
  if (cells.reason === '' || cells.source === '') return messages.noReason();
  const { reason, source } = cells;
  return {
    line,
    institution: target.institution,
    byName: target.byName,
    name: cells.name || null,
    country,
    city: city.id,
    reason,
    source,
  };
}

function readTarget(
  cells: Cells,
  country: string | null,
  ids: ReadonlyMap<string, string>,
): { institution: string | null; byName: boolean } | null {
  if (cells.institution !== '') {
    const id = rorId(cells.institution) ?? openAlexId(cells.institution);
    return { institution: id === null ? null : (ids.get(id) ?? id), byName: false };
  }
  if (country === null || normaliseName(cells.name) === '') return null;
  return { institution: nameId(country, cells.name), byName: true };
}

function readCity(text: string, { gazetteer, cities }: CorrectionContext): { id: string } | Message {
  if (parsePlaceId(text)?.kind !== 'city') return institutions.notCityId({ text });
  if (cities.has(text)) return { id: text };
  const resolved = gazetteer.resolve(text);
  return resolved.place === null ? resolved.problem : { id: resolved.place.id };
}
