import { closeSync, fstatSync, openSync, readSync } from 'node:fs';
import { constants, gunzipSync } from 'node:zlib';
import { InputError } from '../base/index.ts';
import { messages } from './messages.ts';

/** How a file of works is laid out. `empty` holds nothing at all. */
export type Layout = 'empty' | 'parquet' | 'lines' | 'document';

export interface Format {
  readonly layout: Layout;
  readonly gzip: boolean;
}

const WINDOW = 1 << 16;

/**
 * What a file is, from its first bytes, never from its name.
 * @throws InputError where it cannot be read or is none of the things that works come in
 */
export function detectFormat(path: string): Format {
  let head = readHead(path);
  const gzip = head[0] === 0x1f && head[1] === 0x8b;
  if (gzip) {
    try {
      head = gunzipSync(head, { finishFlush: constants.Z_SYNC_FLUSH });
    } catch (error) {
      throw new InputError(messages.damagedGzip({ fault: (error as Error).message }), { file: path });
    }
  }
  const magic = head.subarray(0, 4).toString('latin1');
  if (magic === 'PAR1' && gzip) throw new InputError(messages.parquetInGzip(), { file: path });
  if (magic === 'PAR1') return { layout: 'parquet', gzip };
  if (magic === '\x28\xb5\x2f\xfd') throw new InputError(messages.zstd(), { file: path });
  if (magic.startsWith('PK')) throw new InputError(messages.zip(), { file: path });
  const text = withoutBom(head).toString('utf8').trimStart();
  if (text === '') return { layout: 'empty', gzip };
  if (text.startsWith('<')) throw new InputError(messages.webPage(), { file: path });
  if (text.startsWith('[')) return { layout: 'document', gzip };
  if (text.startsWith('{')) return { layout: firstLineIsWhole(text) ? 'lines' : 'document', gzip };
  // A value that is no record, or a line that broke, before lines of JSON.
  const [first, next = ''] = text.split('\n', 2);
  if (isJson(first) || next.startsWith('{')) return { layout: 'lines', gzip };
  const isExport = first.includes('publication_year');
  throw new InputError(isExport ? messages.csvExport() : messages.otherKind(), { file: path });
}

export function withoutBom(bytes: Buffer): Buffer {
  return bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf ? bytes.subarray(3) : bytes;
}

/**
 * A broken first line of JSON Lines is followed by a line that opens an object. So may be the first line of a printed-out
 * document, `{"results": [`, but that ends in the middle of things.
 */
function firstLineIsWhole(text: string): boolean {
  const lineEnd = text.indexOf('\n');
  if (lineEnd < 0) return true;
  const first = text.slice(0, lineEnd).trimEnd();
  if (isJson(first)) return true;
  const next = text.slice(lineEnd + 1);
  return next.startsWith('{') && !/[[{,]$/.test(first);
}

function isJson(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}

function readHead(path: string): Buffer {
  const descriptor = opened(path);
  try {
    const head = Buffer.alloc(Math.min(WINDOW, fstatSync(descriptor).size));
    const read = readSync(descriptor, head, 0, head.length, 0);
    return head.subarray(0, read);
  } finally {
    closeSync(descriptor);
  }
}

function opened(path: string): number {
  try {
    return openSync(path, 'r');
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    throw new InputError(messages.unreadable({ code: code ?? String(error) }), { file: path });
  }
}
