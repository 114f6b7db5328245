import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { type BytesRead, readBlocks } from './blocks.ts';

const path = join(mkdtempSync(join(tmpdir(), 'blocks-')), 'works.gz');
const text = Buffer.from('{"id":1}\n'.repeat(1000));

/** Reads a file whose blocks are taken after some time. */
async function read(content: Buffer, milliseconds: number): Promise<BytesRead & { text: string }> {
  writeFileSync(path, content);
  const blocks: Buffer[] = [];
  const told = await readBlocks(path, true, {
    block: async (bytes) => {
      blocks.push(Buffer.from(bytes));
      if (milliseconds > 0) await new Promise((resolve) => setTimeout(resolve, milliseconds));
    },
    bytes: () => undefined,
    line: () => 1,
  });
  return { ...told, text: Buffer.concat(blocks).toString() };
}

describe.each([0, 40])('a gzip whose blocks are taken after %i ms', (milliseconds) => {
  it.each([1, 100, 1 << 20])('is refused with %i zeros after its end', async (zeros) => {
    const content = Buffer.concat([gzipSync(text), Buffer.alloc(zeros)]);
    await expect(read(content, milliseconds)).rejects.toThrow(/gzip file with zeros after its end/);
  });

  it('is read whole, of one member or several', async () => {
    for (const members of [1, 3]) {
      const content = Buffer.concat(Array.from({ length: members }, () => gzipSync(text)));
      expect(await read(content, milliseconds)).toMatchObject({
        bytes: content.length,
        text: text.toString().repeat(members),
      });
    }
  });
});
