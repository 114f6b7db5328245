import { InputError } from '../errors.ts';
import { type DocumentSink, readDocuments } from './documents.ts';
import { Fields, isJson, type Json } from './fields.ts';
import { institutionFiles } from './files.ts';
import { isOpenAlexInstitution, readOpenAlex } from './openalex.ts';
import type { InstitutionRecord, RecordProblem } from './record.ts';
import { isRor, readRor } from './ror.ts';
import { readInstitutionTable } from './table.ts';

/** A file that was read: what it was, how many records it gave, how many problems it had, and the first of them. */
export interface InstitutionFile {
  readonly path: string;
  readonly bytes: number;
  readonly sha256: string;
  readonly records: number;
  readonly problems: number;
  readonly examples: readonly RecordProblem[];
}

const EXAMPLES = 20;

/**
 * Reads institutions of files and folders: ROR dumps (both schemas), OpenAlex institutions (snapshot or answers of the
 * API), CSV. A broken line, or a record that is no institution, is counted and the file read on.
 *
 * @throws InputError for a file that is damaged, of another kind (works, a web page, a zip), or without a single institution.
 */
export async function readInstitutions(
  paths: readonly string[],
): Promise<{ records: InstitutionRecord[]; files: InstitutionFile[] }> {
  const records: InstitutionRecord[] = [];
  const files: InstitutionFile[] = [];
  for (const path of await institutionFiles(paths)) files.push(await readFile(path, records));
  return { records, files };
}

async function readFile(path: string, records: InstitutionRecord[]): Promise<InstitutionFile> {
  const before = records.length;
  const examples: RecordProblem[] = [];
  let problems = 0;
  let at = 0;
  const note = (what: string, line: number): void => {
    problems++;
    if (examples.length < EXAMPLES) examples.push({ line, what });
  };
  const fields = new Fields((what) => {
    note(what, at);
  });
  const one = (value: unknown, line: number): void => {
    at = line;
    const record = isJson(value) ? readRecord(value, path, line, fields) : 'is no JSON object';
    if (typeof record === 'string') note(record, line);
    else records.push(record);
  };
  const sink: DocumentSink = {
    value(value, line) {
      if (isJson(value) && Array.isArray(value.results))
        for (const result of value.results as unknown[]) one(result, line);
      else one(value, line);
    },
    broken(line) {
      note('is not JSON', line);
    },
    table(text) {
      readInstitutionTable(
        text,
        path,
        (record) => records.push(record),
        ({ line, what }) => {
          note(what, line);
        },
      );
    },
  };
  const proof = await readDocuments(path, sink);
  if (records.length === before) {
    const first = examples.at(0);
    const why = first === undefined ? '' : ` Line ${first.line} ${first.what}.`;
    throw new InputError(`holds no institution.${why}`, {
      file: path,
      todo: 'Give ROR, OpenAlex institutions, or a CSV table.',
    });
  }
  return { path, ...proof, records: records.length - before, problems, examples };
}

function readRecord(record: Json, path: string, line: number, fields: Fields): InstitutionRecord | string {
  if (Array.isArray(record.authorships))
    throw new InputError('is a work, not an institution.', {
      file: path,
      line,
      todo: 'Give works files to --works.',
    });
  if (isRor(record)) return readRor(record, fields) ?? 'has no name';
  if (isOpenAlexInstitution(record)) return readOpenAlex(record, fields) ?? 'has no name';
  return 'is neither a ROR record nor an OpenAlex institution';
}
