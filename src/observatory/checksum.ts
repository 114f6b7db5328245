import { createHash, hash } from 'node:crypto';
import { closeSync, createReadStream, fstatSync, openSync, readSync } from 'node:fs';
import { join } from 'node:path';
import type { Message } from '../base/index.ts';
import { syncFile } from './durable.ts';
import { messages } from './messages.ts';

/** What a file holds, in a few bytes. */
export interface Checksum {
  readonly bytes: number;
  readonly sha256: string;
  /** Of the end of a file of Parquet, which says where everything in it is; null of other files. */
  readonly footer: string | null;
}

const MAGIC = 'PAR1';
/** The length of what stands before it, and the magic. */
const TAIL = 8;

/** SHA-256 of a file in hexadecimal, read in pieces. */
export async function sha256Of(file: string): Promise<string> {
  const all = createHash('sha256');
  for await (const chunk of createReadStream(file, { highWaterMark: 1 << 20 }) as AsyncIterable<Buffer>)
    all.update(chunk);
  return all.digest('hex');
}

async function checksumOf(file: string): Promise<Checksum> {
  const { bytes, footer } = endOf(file);
  return { bytes, footer, sha256: await sha256Of(file) };
}

/** What finished files of a folder hold, by name, once all of them are on the disk. */
export async function sealFiles(folder: string, names: readonly string[]): Promise<Record<string, Checksum>> {
  const onDisk = Promise.all(names.map((name) => syncFile(join(folder, name))));
  onDisk.catch(() => undefined);
  const files: Record<string, Checksum> = {};
  for (const name of names) files[name] = await checksumOf(join(folder, name));
  await onDisk;
  return files;
}

/** What is wrong with the size or the footer of a file: what an opening looks at. Null where nothing is. */
export function wrongEnd(file: string, { bytes, footer }: Checksum): Message | null {
  const found = endOf(file);
  if (found.bytes !== bytes) return messages.otherSize({ bytes: found.bytes, written: bytes });
  return found.footer === footer ? null : messages.otherFooter();
}

/** What is wrong with a file, read whole. Null where it is as it was written. */
export async function wrongContent(file: string, written: Checksum): Promise<Message | null> {
  const end = wrongEnd(file, written);
  if (end !== null) return end;
  return (await sha256Of(file)) === written.sha256 ? null : messages.otherBytes();
}

function endOf(file: string): { readonly bytes: number; readonly footer: string | null } {
  const descriptor = openSync(file, 'r');
  try {
    const { size } = fstatSync(descriptor);
    const tail = read(descriptor, TAIL, size - TAIL);
    if (tail?.toString('latin1', 4) !== MAGIC) return { bytes: size, footer: null };
    const end = read(descriptor, tail.readUInt32LE(0) + TAIL, size - TAIL - tail.readUInt32LE(0));
    return { bytes: size, footer: end === null ? null : hash('sha256', end) };
  } finally {
    closeSync(descriptor);
  }
}

/** So many bytes from there on; null where there are fewer. */
function read(descriptor: number, length: number, from: number): Buffer | null {
  if (from < 0) return null;
  const bytes = Buffer.alloc(length);
  return readSync(descriptor, bytes, 0, length, from) === length ? bytes : null;
}
