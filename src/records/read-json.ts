import { isUtf8 } from 'node:buffer';
import { InputError } from '../base/index.ts';
import { messages } from './messages.ts';
import { type BytesRead, readBlocks, type Reading } from './blocks.ts';
import { JsonReader, type JsonReaderOptions, type RecordsReport } from './json-reader.ts';
import { LineSplitter } from './lines.ts';
import { type Format, withoutBom } from './detect-format.ts';

/** What was read of one file, for the manifest. */
export type FileReport = BytesRead & RecordsReport;

export interface ReadOptions extends JsonReaderOptions {
  readonly format: Format;
  readonly beside: boolean;
  /** Told now and then how many bytes of the file were read since the last time. */
  onBytes(bytes: number): void;
}

/** A JSON document larger than this cannot be parsed as one text. */
const LARGEST_DOCUMENT = 500 << 20;

/**
 * Reads one file of JSON (Lines, an answer of the API, an array) into segments.
 * @throws InputError where the file is damaged, is no JSON at all, or holds something else than works
 */
export async function readJson(options: ReadOptions): Promise<FileReport> {
  const reader = new JsonReader(options);
  const { layout, gzip } = options.format;
  const reading = { gzip, beside: options.beside };
  try {
    const read = await (layout === 'document' ? readDocument : readEachLine)(options, reading, reader);
    await reader.finish();
    return { ...read, ...reader.report() };
  } finally {
    reader.end();
  }
}

async function readEachLine(options: ReadOptions, reading: Reading, reader: JsonReader): Promise<BytesRead> {
  const lines = new LineSplitter({
    lines: (bytes, first) => reader.lines(bytes, first),
    tooLong: (number) => reader.drop(number, 'line longer than 256 MB'),
  });
  const read = await readBlocks(options.path, reading, {
    block: (bytes) => {
      lines.push(bytes);
      return reader.settle();
    },
    bytes: (bytes) => options.onBytes(bytes),
    line: () => lines.lines + 1,
  });
  lines.end();
  return read;
}

async function readDocument(options: ReadOptions, reading: Reading, reader: JsonReader): Promise<BytesRead> {
  const blocks: Buffer[] = [];
  let size = 0;
  const read = await readBlocks(options.path, reading, {
    block: (bytes) => {
      blocks.push(Buffer.from(bytes));
      size += bytes.length;
      return size > LARGEST_DOCUMENT ? Promise.reject(tooLarge(options.path)) : Promise.resolve();
    },
    bytes: (bytes) => options.onBytes(bytes),
    line: () => 1,
  });
  const whole = withoutBom(Buffer.concat(blocks));
  reader.replacedBytes = !isUtf8(whole);
  reader.document(whole);
  return read;
}

function tooLarge(file: string): InputError {
  return new InputError(messages.tooLarge(), { file });
}
