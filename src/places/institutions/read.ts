import { beginsAsAnswer, tooManyBroken } from '../broken-lines.ts';
import { InputError, type Message } from '../../base/index.ts';
import { type DocumentSink, readDocuments } from './documents.ts';
import { Fields, isJson, type Json } from './fields.ts';
import { institutionFiles } from './files.ts';
import { messages } from './messages.ts';
import { isOpenAlexInstitution, readOpenAlex } from './openalex.ts';
import { type InstitutionRecord, type RecordProblem, withPossiblePoint } from './record.ts';
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
 * API), CSV. A broken line, or a record that is no institution, is counted and the file read on, unless it is the last or one
 * of too many (`tooManyBroken`): then the file was cut or damaged.
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
  let values = 0;
  let broken = 0;
  let first = 0;
  const last = { broken: false };
  const damaged = (problem: Message, line: number): InputError =>
    new InputError(problem, { file: path, line });
  const note = (problem: Message, line: number): void => {
    problems++;
    if (examples.length < EXAMPLES) examples.push({ line, problem });
  };
  const fields = new Fields((problem) => {
    note(problem, at);
  });
  const one = (value: unknown, line: number): void => {
    at = line;
    const record = isJson(value) ? readRecord(value, path, line, fields) : messages.notObject();
    if ('code' in record) note(record, line);
    else records.push(withPossiblePoint(record, (problem) => note(problem, line)));
  };
  const sink: DocumentSink = {
    value(value, line) {
      values++;
      last.broken = false;
      if (isJson(value) && Array.isArray(value.results))
        for (const result of value.results as unknown[]) one(result, line);
      else one(value, line);
    },
    broken(line, text) {
      if (beginsAsAnswer(text)) throw damaged(messages.cutAnswer(), line);
      note(messages.notJson(), line);
      if (broken++ === 0) first = line;
      last.broken = true;
      at = line;
    },
    table(text) {
      readInstitutionTable(
        text,
        path,
        (record, line) => records.push(withPossiblePoint(record, (problem) => note(problem, line))),
        ({ line, problem }) => {
          note(problem, line);
        },
      );
    },
  };
  const proof = await readDocuments(path, sink);
  if (records.length === before) {
    const example = examples.at(0);
    throw new InputError(example === undefined ? messages.noRecord() : messages.noInstitution(example), {
      file: path,
    });
  }
  // The rest of it is missing, and with it whoever stands there: no ranking may rest on that.
  if (last.broken) throw damaged(messages.cutLastLine(), at);
  if (tooManyBroken(broken, values))
    throw damaged(messages.tooManyBroken({ broken, of: values + broken }), first);
  return { path, ...proof, records: records.length - before, problems, examples };
}

function readRecord(record: Json, path: string, line: number, fields: Fields): InstitutionRecord | Message {
  if (Array.isArray(record.authorships)) throw new InputError(messages.work(), { file: path, line });
  if (isRor(record)) return readRor(record, fields) ?? messages.noName();
  if (isOpenAlexInstitution(record)) return readOpenAlex(record, fields) ?? messages.noName();
  return messages.otherRecord();
}
