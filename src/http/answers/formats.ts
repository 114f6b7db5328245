import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { writeParquet, writeSpreadsheet } from '../../tabular/files.ts';
import type { Printable } from '../../tabular/printable.ts';
import { TEXTS } from '../../tabular/texts.ts';
import { jsonAnswer } from './json.ts';

export interface TableFormat {
  readonly mediaType: string;
  bytes(what: Printable, wanted: Wanted): Promise<Uint8Array>;
}

/** How an answer is wanted: parts of JSON, null for all; CSV for programs. */
export interface Wanted {
  readonly parts: readonly string[] | null;
  readonly raw: boolean;
}

const encoder = new TextEncoder();
const text =
  (of: (what: Printable, wanted: Wanted) => string): TableFormat['bytes'] =>
  (what, wanted) =>
    Promise.resolve(encoder.encode(of(what, wanted)));

/** The formats that every answer has, by the ending of the path that asks for it. */
export const TABLE_FORMATS: Readonly<Record<string, TableFormat>> = {
  json: {
    mediaType: 'application/json; charset=utf-8',
    bytes: text((what, { parts }) => jsonAnswer(what, parts)),
  },
  csv: { mediaType: 'text/csv; charset=utf-8', bytes: text(TEXTS.csv) },
  parquet: { mediaType: 'application/vnd.apache.parquet', bytes: (what) => fileOf(what, writeParquet) },
  xlsx: {
    mediaType: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
    bytes: (what) => fileOf(what, writeSpreadsheet),
  },
};

/** What a writer of files writes, by way of a file that is gone afterwards. */
async function fileOf(
  what: Printable,
  write: (what: Printable, out: string) => Promise<void>,
): Promise<Uint8Array> {
  const folder = await mkdtemp(join(tmpdir(), 'synopolis-answer-'));
  try {
    const out = join(folder, 'answer');
    await write(what, out);
    return new Uint8Array(await readFile(out));
  } finally {
    await rm(folder, { recursive: true });
  }
}
