import { type Dictionaries, text } from './dictionary.ts';
import { classNumber, GREATEST, isPlaceholder, openAlexNumber } from './ids.ts';
import { AddressPairs } from './pair-addresses.ts';
import { addMention, AuthorTable, resetWork, type Work, workType } from './work.ts';

/** Why a record cannot be used; counted in the manifest under these words. */
export class BadRecord extends Error {}

type Json = Readonly<Record<string, unknown>>;

const authors = new AuthorTable();

/**
 * Reads one OpenAlex work, as parsed JSON, into `out`. This is the meaning of a record: the byte scanner must agree
 * with it wherever it answers at all. Knows the schemas from 2022 (`host_venue`, no `lineage`) to 2026.
 * @throws BadRecord where there is no id of a work, or a field that is used has a type or size that it cannot have
 */
export function extract(record: unknown, dictionaries: Dictionaries, out: Work): void {
  if (!isObject(record)) throw new BadRecord('not a JSON object');
  resetWork(out);
  const id = openAlexNumber(record.id, 'W');
  if (id === null || id === 0) throw new BadRecord('no OpenAlex work id');
  out.id = id;
  out.year = integer(record, 'publication_year');
  const type = string(record, 'type');
  out.type = type === null ? null : workType(type);
  // Each is looked at, also where another says enough: what a record holds is right or counted, whoever reads it.
  const [shown, title] = [string(record, 'display_name'), string(record, 'title')];
  out.title = shown ?? title;
  out.doi = string(record, 'doi');
  out.citations = integer(record, 'cited_by_count');
  out.updated = string(record, 'updated_date');
  out.retracted = boolean(record, 'is_retracted') ?? false;
  out.paratext = boolean(record, 'is_paratext') ?? false;
  out.extended = boolean(record, 'is_xpac') ?? false;
  out.truncated = boolean(record, 'is_authors_truncated');
  out.synthetic = string(record, 'synthetic');
  const location = object(record, 'primary_location');
  const source = location === null ? null : object(location, 'source');
  const host = object(record, 'host_venue');
  const venue = source ?? host;
  if (venue !== null) out.source = dictionaries.source(venue);
  out.topic = topic(record, dictionaries);
  readAuthorships(record.authorships, dictionaries, out);
}

function readAuthorships(value: unknown, dictionaries: Dictionaries, out: Work): void {
  if (value === undefined || value === null) return;
  if (!Array.isArray(value)) throw new BadRecord('wrong type: authorships');
  authors.reset();
  for (const authorship of value) {
    if (!isObject(authorship)) throw new BadRecord('wrong type: authorships');
    const person = isObject(authorship.author) ? authorship.author : {};
    const author = authors.add(openAlexNumber(person.id, 'A') ?? 0);
    const institutions = authorship.institutions ?? [];
    if (!Array.isArray(institutions)) throw new BadRecord('wrong type: institutions');
    const known = institutions.filter(
      (institution) => isObject(institution) && isMentioned(institution),
    ) as Json[];
    const pairs = new AddressPairs(authorship, known.length);
    const codes = known.map((institution) => dictionaries.institution(institution));
    for (const [i, code] of codes.entries()) {
      const paired = pairs.of(known[i]);
      const address =
        paired === null
          ? dictionaries.addresses.unpaired(code)
          : dictionaries.address(code, paired.shared, paired.strings);
      addMention(out, author, code, address);
    }
    if (known.length === 0) {
      const code = dictionaries.noInstitution(authorship.countries);
      addMention(out, author, code, dictionaries.address(code, false, pairs.all()));
    }
  }
  out.authorships = value.length;
  out.authors = authors.distinct;
}

/**
 * Old records have `institutions: [{id: null, display_name: null, …}]` for an author whose affiliation is unknown, and those of
 * 2026 the placeholder `I-1`: both name nobody.
 */
export function isMentioned(institution: Json): boolean {
  if (isPlaceholder(institution.id)) return false;
  return (
    text(institution.id) !== null || text(institution.ror) !== null || text(institution.display_name) !== null
  );
}

function topic(record: Json, dictionaries: Dictionaries): number | null {
  const [main, all] = [object(record, 'primary_topic'), array(record, 'topics')];
  const value = main ?? all.find(isObject);
  if (value === undefined) return null;
  const level = (key: string): Json => (isObject(value[key]) ? value[key] : {});
  const number = openAlexNumber(value.id, 'T') ?? 0;
  const ids = [
    number <= GREATEST ? number : 0,
    classNumber(level('subfield').id) ?? 0,
    classNumber(level('field').id) ?? 0,
    classNumber(level('domain').id) ?? 0,
  ] as const;
  if (ids[1] === 0) return null;
  return dictionaries.topic(ids, [
    text(value.display_name),
    text(level('subfield').display_name),
    text(level('field').display_name),
    text(level('domain').display_name),
  ]);
}

function integer(record: Json, key: string): number | null {
  const value = record[key];
  if (value === undefined || value === null) return null;
  if (typeof value !== 'number' || !Number.isInteger(value)) throw new BadRecord(`wrong type: ${key}`);
  if (Math.abs(value) > GREATEST) throw new BadRecord(`too large: ${key}`);
  return value;
}

function string(record: Json, key: string): string | null {
  const value = record[key];
  if (value === undefined || value === null) return null;
  if (typeof value !== 'string') throw new BadRecord(`wrong type: ${key}`);
  return value.trim() === '' ? null : value;
}

function object(record: Json, key: string): Json | null {
  const value = record[key];
  if (value === undefined || value === null) return null;
  if (!isObject(value)) throw new BadRecord(`wrong type: ${key}`);
  return value;
}

function array(record: Json, key: string): readonly unknown[] {
  const value = record[key];
  if (value === undefined || value === null) return [];
  if (!Array.isArray(value)) throw new BadRecord(`wrong type: ${key}`);
  return value;
}

function boolean(record: Json, key: string): boolean | null {
  const value = record[key];
  if (value === undefined || value === null) return null;
  if (typeof value !== 'boolean') throw new BadRecord(`wrong type: ${key}`);
  return value;
}

export function isObject(value: unknown): value is Json {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
