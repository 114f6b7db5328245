import { readCsv } from '../../places/csv.ts';
import { InputError, type Message } from '../../base/index.ts';
import { messages } from './messages.ts';
import { readPage } from './answer.ts';
import { type Access, OpenAlexClient } from './client.ts';
import { theWorld, type World } from './world.ts';

/** A journal of a person's list, known by an ISSN (print, electronic or linking) or by its OpenAlex id. */
export interface Journal {
  readonly line: number;
  readonly name: string;
  /** `1234-567X`. */
  readonly issn: string | null;
  /** `S137773608`. */
  readonly source: string | null;
}

/** OpenAlex takes at most 100 values in one filter, and addresses up to about 4,000 characters. */
const VALUES = 100;

/**
 * Reads a list of journals: CSV with `name`, and `issn` or `source` (the OpenAlex id, as `S137773608` or an address),
 * and an optional `note`. A journal listed twice counts once.
 * @throws InputError by line: no ISSN and no id, an ISSN whose check digit is wrong, an id that is none, an empty list
 */
export async function readJournals(file: string): Promise<Journal[]> {
  const rows = await readCsv(file, { required: ['name'], optional: ['issn', 'source', 'note'] });
  const journals = new Map<string, Journal>();
  for (const { line, cells } of rows) {
    const refuse = (problem: Message): InputError => new InputError(problem, { file, line });
    const issn = cells.issn === '' ? null : readIssn(cells.issn);
    if (issn === undefined) throw refuse(messages.notIssn({ text: cells.issn }));
    const source =
      cells.source === ''
        ? null
        : /^(?:https:\/\/openalex\.org\/)?(S[0-9]+)$/i.exec(cells.source)?.[1]?.toUpperCase();
    if (source === undefined) throw refuse(messages.notSource({ text: cells.source }));
    const key = source ?? issn;
    if (key === null) throw refuse(messages.noJournalId());
    if (!journals.has(key)) journals.set(key, { line, name: cells.name, issn, source });
  }
  if (journals.size === 0) throw new InputError(messages.noJournals(), { file });
  return [...journals.values()];
}

/** The ISSN with its hyphen, or undefined where the text is none; the last character is checked (ISO 3297, modulo 11). */
function readIssn(text: string): string | undefined {
  const match = /^([0-9]{4})-?([0-9]{3})([0-9X])$/i.exec(text);
  if (match === null) return undefined;
  const digits = match[1] + match[2];
  let sum = 0;
  for (let i = 0; i < 7; i++) sum += Number(digits[i]) * (8 - i);
  const check = (11 - (sum % 11)) % 11;
  const last = match[3].toUpperCase();
  return (check === 10 ? 'X' : String(check)) === last ? `${match[1]}-${match[2]}${last}` : undefined;
}

/**
 * The filters that fetch the works of these journals of the years `from` to `to`: OpenAlex ids first, then ISSNs, up
 * to 100 in a filter. `further` is added to each, e.g. `type:article|review`.
 */
export function journalFilters(
  journals: readonly Journal[],
  years: { readonly from: number; readonly to: number },
  further = '',
): string[] {
  const also = `from_publication_date:${years.from}-01-01,to_publication_date:${years.to}-12-31${further === '' ? '' : `,${further}`}`;
  return byKind(journals).flatMap(({ works, values }) =>
    chunks(values).map((some) => `${works}:${some.join('|')},${also}`),
  );
}

/**
 * Those that OpenAlex does not know as a source: a wrong but well-formed ISSN would otherwise pass as a journal without
 * works. One call for each hundred.
 * @throws OpenAlexError
 */
export async function unknownJournals(
  journals: readonly Journal[],
  access: Access,
  world: World = theWorld,
): Promise<Journal[]> {
  const client = new OpenAlexClient(access, world);
  const known = new Set<unknown>();
  for (const { sources, values } of byKind(journals))
    for (const some of chunks(values)) {
      const answer = await client.get('/sources', {
        filter: `${sources}:${some.join('|')}`,
        select: 'id,issn',
        per_page: '100',
      });
      for (const { id, issn } of readPage(answer).results) {
        if (typeof id === 'string') known.add(id.replace('https://openalex.org/', ''));
        if (Array.isArray(issn)) for (const one of issn) known.add(one);
      }
    }
  return journals.filter(({ source, issn }) => !known.has(source ?? issn));
}

/** Ids and ISSNs, each with its filter on works and on sources. */
function byKind(journals: readonly Journal[]): { works: string; sources: string; values: string[] }[] {
  return [
    {
      works: 'primary_location.source.id',
      sources: 'openalex',
      values: journals.flatMap(({ source }) => source ?? []),
    },
    {
      works: 'primary_location.source.issn',
      sources: 'issn',
      values: journals.flatMap(({ source, issn }) => (source === null ? (issn ?? []) : [])),
    },
  ];
}

function chunks(values: readonly string[]): string[][] {
  const count = Math.ceil(values.length / VALUES);
  return Array.from({ length: count }, (_, i) => values.slice(i * VALUES, (i + 1) * VALUES));
}
