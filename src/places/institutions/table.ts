import { parseCsv } from '../csv.ts';
import { InputError, type Message } from '../../base/index.ts';
import { messages } from './messages.ts';
import { parsePlaceId } from '../place.ts';
import { type InstitutionRecord, openAlexId, type RecordProblem, rorId } from './record.ts';
import { countryCode } from './ror.ts';

const FLAT = [
  'ror', 'name', 'types', 'status', 'country_code', 'subdivision', 'subdivision_code', 'city', 'geonames_id',
  'lat', 'lng', 'aliases', 'parents', 'successors', 'schema', 'source_path', 'synthetic',
] as const; // prettier-ignore
const BY_HAND = [
  'city',
  'geonames_id',
  'ror',
  'openalex',
  'types',
  'lat',
  'lng',
  'aliases',
  'parents',
  'synthetic',
] as const;

type Cells = Readonly<Partial<Record<(typeof FLAT)[number] | (typeof BY_HAND)[number] | 'country', string>>>;

/**
 * Reads institutions of a CSV table, of two kinds told apart by the header. *Flat ROR* has `ror, name, types, status,
 * country_code, …`, `city` a name. *Written by hand* has `name, country` and, where known, `city` (a place id),
 * `geonames_id`, `ror`, `openalex`, `types`, `lat`, `lng`, `aliases`, `parents`, `synthetic`. Lists are joined by `|`.
 * An alias of the flat kind that looks like an acronym is left out, because that table does not say which are.
 *
 * @throws InputError where the table is damaged or of neither kind.
 */
export function readInstitutionTable(
  text: string,
  file: string,
  onRecord: (record: InstitutionRecord, line: number) => void,
  onProblem: (problem: RecordProblem) => void,
): void {
  const header = text.slice(0, Math.max(text.search(/[\r\n]/), 0)).split(',');
  const flat = header.includes('country_code');
  if (!flat && !header.some((column) => column.replace(/[\ufeff"]/g, '').trim() === 'name'))
    throw new InputError(messages.otherTable({ optional: BY_HAND }), { file, line: 1 });
  const rows: readonly { readonly line: number; readonly cells: Cells }[] = flat
    ? parseCsv(
        text,
        {
          required: ['name', 'country_code'],
          optional: FLAT.filter((name) => name !== 'name' && name !== 'country_code'),
        },
        file,
      )
    : parseCsv(text, { required: ['name', 'country'], optional: BY_HAND }, file);
  for (const { line, cells } of rows) {
    const record = readRow(cells, flat);
    if ('code' in record) onProblem({ line, problem: record });
    else onRecord(record, line);
  }
}

function readRow(cells: Cells, flat: boolean): InstitutionRecord | Message {
  const name = cells.name ?? '';
  const country = countryCode((flat ? cells.country_code : cells.country) || null);
  if (name === '') return messages.noName();
  if (country === null) return messages.noCountry();
  const ror = rorId(cells.ror);
  const openalex = openAlexId(cells.openalex);
  if (ror === null && cells.ror) return messages.notRor({ text: cells.ror });
  if (openalex === null && cells.openalex) return messages.notOpenAlex({ text: cells.openalex });
  const city = flat ? null : cells.city || null;
  if (city !== null && parsePlaceId(city)?.kind !== 'city') return messages.notCityId({ text: city });
  const [geonamesId, latitude, longitude] = [cells.geonames_id, cells.lat, cells.lng].map(number);
  if (Number.isNaN(geonamesId) || Number.isNaN(latitude) || Number.isNaN(longitude))
    return messages.notNumbers();
  const aliases = list(cells.aliases);
  return {
    source: 'csv',
    ror,
    openalex,
    name,
    aliases: flat ? aliases.filter((alias) => !looksLikeAcronym(alias)) : aliases,
    types: list(cells.types).map((type) => type.toLowerCase()),
    country,
    geonamesId: geonamesId!,
    cityName: flat ? cells.city || null : null,
    subdivision: cells.subdivision || null,
    latitude: latitude!,
    longitude: longitude!,
    city,
    parents: list(cells.parents).flatMap((id) => rorId(id) ?? openAlexId(id) ?? []),
    lineage: [],
    successors: list(cells.successors).flatMap((id) => rorId(id) ?? []),
    withdrawn: cells.status === 'withdrawn',
    locations: geonamesId !== null || city !== null || latitude !== null ? 1 : 0,
    changed: null,
    synthetic: cells.synthetic?.trim() || null,
  };
}

function list(cell: string | undefined): string[] {
  return (cell ?? '')
    .split('|')
    .map((item) => item.trim())
    .filter((item) => item !== '');
}

/** null for an empty cell, NaN for one that is no number. */
function number(cell: string | undefined): number | null {
  return cell === undefined || cell === '' ? null : Number(cell);
}

/** One word without a small letter, in Latin script, of at most ten characters: AIIA, CSIC, U.C.L. */
function looksLikeAcronym(alias: string): boolean {
  return /^[A-Z0-9&.\-/]{1,10}$/.test(alias);
}
