import { createHash } from 'node:crypto';
import { open } from 'node:fs/promises';
import { pipeline } from 'node:stream/promises';
import { createGunzip } from 'node:zlib';

import { InputError } from '../../base/index.ts';
import { messages as files } from '../messages.ts';
import { messages } from './messages.ts';

/** What a file was: its size and hash as it lies on the disk. */
export interface FileProof {
  readonly bytes: number;
  readonly sha256: string;
}

const CHUNK = 1 << 20;

/**
 * Streams a file's content to `take`, a megabyte at a time, unpacked when it is gzip (told by its first bytes, not its
 * name), and hashes the file in the same pass.
 *
 * @throws InputError when the file cannot be read, is empty, is a zip or Parquet file, or a gzip that is cut short or
 * fails its checksum; whatever `take` throws.
 */
export async function readBytes(path: string, take: (chunk: Buffer) => void): Promise<FileProof> {
  const hash = createHash('sha256');
  let bytes = 0;
  const file = await open(path).catch((error: unknown) => {
    throw new InputError(files.unreadable({ code: code(error) }), { file: path });
  });
  try {
    const head = Buffer.alloc(4);
    await file.read(head, 0, 4, 0);
    refuse(path, head);
    const raw = async function* (): AsyncGenerator<Buffer> {
      for (;;) {
        const { bytesRead, buffer } = await file.read(Buffer.allocUnsafe(CHUNK), 0, CHUNK, bytes);
        if (bytesRead === 0) return;
        const chunk = buffer.subarray(0, bytesRead);
        bytes += bytesRead;
        hash.update(chunk);
        yield chunk;
      }
    };
    const sink = async (chunks: AsyncIterable<Buffer>): Promise<void> => {
      for await (const chunk of chunks) take(chunk);
    };
    if (head[0] === 0x1f && head[1] === 0x8b) await pipeline(raw, createGunzip({ chunkSize: CHUNK }), sink);
    else await sink(raw());
  } catch (error) {
    if (error instanceof InputError || !code(error).startsWith('Z_')) throw error;
    const cut = code(error) === 'Z_BUF_ERROR';
    throw new InputError(cut ? messages.cutGzip() : messages.damagedGzip(), { file: path });
  } finally {
    await file.close();
  }
  if (bytes === 0) throw new InputError(messages.emptyFile(), { file: path });
  return { bytes, sha256: hash.digest('hex') };
}

function refuse(path: string, head: Buffer): void {
  const magic = head.toString('latin1');
  if (magic.startsWith('PK\x03\x04')) throw new InputError(messages.zip(), { file: path });
  if (magic === 'PAR1') throw new InputError(messages.parquet(), { file: path });
}

function code(error: unknown): string {
  return (error as NodeJS.ErrnoException).code ?? 'error';
}
