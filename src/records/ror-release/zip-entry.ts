import { createReadStream, createWriteStream } from 'node:fs';
import { open, rename, stat } from 'node:fs/promises';
import { pipeline } from 'node:stream/promises';

import { InputError } from '../../base/index.ts';
import { messages } from './messages.ts';

/** A file in a zip file, as its central directory has it (APPNOTE 4.3.12). */
interface ZipEntry {
  readonly name: string;
  readonly method: number;
  readonly crc32: number;
  readonly compressed: number;
  readonly size: number;
  /** Where its local header begins. */
  readonly header: number;
}

const END_OF_DIRECTORY = 0x06054b50;
const IN_DIRECTORY = 0x02014b50;
const DEFLATE = 8;
/** The record at the end has 22 bytes and a comment of up to 65,535. */
const END = 22;
const LONGEST_COMMENT = 65_535;
/** From here the sizes stand elsewhere (Zip64): a release of ROR is a hundredth of that. */
const ZIP64 = 0xffff_ffff;

/** Gzip, deflated, no flags, no time, unknown system (RFC 1952). */
const GZIP_HEADER = Buffer.from([0x1f, 0x8b, 8, 0, 0, 0, 0, 0, 0, 255]);

/** Files that a zip file holds. @throws InputError where it is none, or is cut */
export async function zipEntries(file: string): Promise<ZipEntry[]> {
  const { size } = await stat(file);
  const from = Math.max(0, size - END - LONGEST_COMMENT);
  const tail = await bytesOf(file, from, size - from);
  let at = tail.length - END;
  while (at >= 0 && tail.readUInt32LE(at) !== END_OF_DIRECTORY) at--;
  if (at < 0) throw new InputError(messages.notZip(), { file });
  const [count, length, start] = [
    tail.readUInt16LE(at + 10),
    tail.readUInt32LE(at + 12),
    tail.readUInt32LE(at + 16),
  ];
  if (start + length > size) throw new InputError(messages.notZip(), { file });
  const directory = await bytesOf(file, start, length);
  const entries: ZipEntry[] = [];
  let next = 0;
  for (let i = 0; i < count; i++) {
    if (next + 46 > length || directory.readUInt32LE(next) !== IN_DIRECTORY)
      throw new InputError(messages.notZip(), { file });
    const nameLength = directory.readUInt16LE(next + 28);
    entries.push({
      name: directory.toString('utf8', next + 46, next + 46 + nameLength),
      method: directory.readUInt16LE(next + 10),
      crc32: directory.readUInt32LE(next + 16),
      compressed: directory.readUInt32LE(next + 20),
      size: directory.readUInt32LE(next + 24),
      header: directory.readUInt32LE(next + 42),
    });
    next += 46 + nameLength + directory.readUInt16LE(next + 30) + directory.readUInt16LE(next + 32);
  }
  return entries;
}

/**
 * Copies a deflated file of a zip file into a gzip file, whole or not at all. Both hold the same compressed bytes and the same
 * checksum, which whoever reads the gzip file checks; nothing is unpacked.
 */
export async function toGzip(file: string, entry: ZipEntry, out: string): Promise<void> {
  const { method, crc32, compressed, size, header } = entry;
  if (method !== DEFLATE || compressed === ZIP64 || size === ZIP64)
    throw new InputError(messages.notZip(), { file });
  const local = await bytesOf(file, header, 30);
  const start = header + 30 + local.readUInt16LE(26) + local.readUInt16LE(28);
  const end = Buffer.alloc(8);
  end.writeUInt32LE(crc32, 0);
  end.writeUInt32LE(size, 4);
  const gzip = async function* (): AsyncGenerator<Buffer> {
    yield GZIP_HEADER;
    yield* createReadStream(file, { start, end: start + compressed - 1 }) as AsyncIterable<Buffer>;
    yield end;
  };
  await pipeline(gzip, createWriteStream(`${out}.tmp`, { flush: true }));
  await rename(`${out}.tmp`, out);
}

async function bytesOf(file: string, from: number, length: number): Promise<Buffer> {
  const handle = await open(file);
  try {
    const { bytesRead, buffer } = await handle.read(Buffer.alloc(length), 0, length, from);
    if (bytesRead < length) throw new InputError(messages.notZip(), { file });
    return buffer;
  } finally {
    await handle.close();
  }
}
