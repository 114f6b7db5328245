import { createReadStream, createWriteStream } from 'node:fs';
import { type FileHandle, open, rename, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { createGzip } from 'node:zlib';

import { InputError } from '../../base/index.ts';
import { messages } from './messages.ts';

/**
 * One part of a fetch. Records gather in a raw file (`works-00001.unfinished`), so that a killed run loses no page;
 * the finished part is one gzip member, written under a temporary name and renamed.
 */
export class Part {
  private constructor(
    private readonly out: string,
    private readonly name: string,
    private readonly handle: FileHandle,
    private position: number,
  ) {}

  /**
   * Opens the part `name` with the first `bytes` of its raw file kept, and anything after them dropped.
   * @throws InputError where fewer bytes are left of it
   */
  static async open(out: string, name: string, bytes: number): Promise<Part> {
    const raw = join(out, `${name}.unfinished`);
    const size = await stat(raw).then(
      (found) => found.size,
      () => 0,
    );
    if (size < bytes) throw new InputError(messages.shortPart(), { file: raw });
    const handle = await open(raw, size === 0 ? 'w' : 'r+');
    await handle.truncate(bytes);
    return new Part(out, name, handle, bytes);
  }

  /** Appends lines and waits until the disk has them; returns the bytes written so far. */
  async append(text: string): Promise<number> {
    const bytes = Buffer.from(text);
    let written = 0;
    while (written < bytes.length)
      written += (await this.handle.write(bytes, written, bytes.length - written, this.position + written))
        .bytesWritten;
    await this.handle.datasync();
    this.position += bytes.length;
    return this.position;
  }

  /** Compresses into the finished file; the raw one stays until {@link discard}. */
  async finish(): Promise<{ readonly file: string; readonly bytes: number }> {
    const file = `${this.name}.jsonl.gz`;
    const temporary = join(this.out, `${this.name}.tmp`);
    await pipeline(
      createReadStream(join(this.out, `${this.name}.unfinished`)),
      createGzip(),
      createWriteStream(temporary, { flush: true }),
    );
    const { size } = await stat(temporary);
    await rename(temporary, join(this.out, file));
    return { file, bytes: size };
  }

  async close(): Promise<void> {
    await this.handle.close();
  }

  /** Closes, and removes the raw file. */
  async discard(): Promise<void> {
    await this.handle.close();
    await rm(join(this.out, `${this.name}.unfinished`), { force: true });
  }
}
