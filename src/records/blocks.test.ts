import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { type BytesRead, readBlocks } from './blocks.ts';

const path = join(mkdtempSync(join(tmpdir(), 'blocks-')), 'works.gz');
const text = Buffer.from('{"id":1}\n'.repeat(1000));

/** Reads a file whose blocks are taken after some time. */
async function read(
  content: Buffer,
  beside: boolean,
  milliseconds: number,
): Promise<BytesRead & { text: string }> {
  writeFileSync(path, content);
  const blocks: Buffer[] = [];
  const told = await readBlocks(
    path,
    { gzip: true, beside },
    {
      block: async (bytes) => {
        blocks.push(Buffer.from(bytes));
        if (milliseconds > 0) await new Promise((resolve) => setTimeout(resolve, milliseconds));
      },
      bytes: () => undefined,
      line: () => 1,
    },
  );
  return { ...told, text: Buffer.concat(blocks).toString() };
}

describe.each([
  ['beside', true, 0],
  ['beside', true, 40],
  ['in turn with', false, 0],
  ['in turn with', false, 40],
])('a gzip inflated %s its blocks (%s), which are taken after %i ms', (_, beside, milliseconds) => {
  it.each([1, 100, 1 << 20])('is refused with %i zeros after its end', async (zeros) => {
    const content = Buffer.concat([gzipSync(text), Buffer.alloc(zeros)]);
    await expect(read(content, beside, milliseconds)).rejects.toThrow(/gzip file with zeros after its end/);
  });

  it('is read whole, of one member or several', async () => {
    for (const members of [1, 3]) {
      const content = Buffer.concat(Array.from({ length: members }, () => gzipSync(text)));
      expect(await read(content, beside, milliseconds)).toMatchObject({
        bytes: content.length,
        text: text.toString().repeat(members),
      });
    }
  });

  it('is refused where it is cut, damaged or followed by something else', async () => {
    const noise = Buffer.from(Array.from({ length: 3 << 20 }, (_, i) => (i * 2654435761) >>> 24));
    const whole = gzipSync(noise);
    for (const cut of [1, 7, 8, 9, 1000, whole.length >> 1])
      await expect(read(whole.subarray(0, -cut), beside, milliseconds)).rejects.toThrow(/cut short/);
    for (const place of [whole.length - 1, whole.length - 5, whole.length >> 1]) {
      const damaged = Buffer.from(whole);
      damaged[place] ^= 1;
      await expect(read(damaged, beside, milliseconds)).rejects.toThrow(/damaged gzip file \(/);
    }
    const followed = Buffer.concat([whole, Buffer.from('more')]);
    await expect(read(followed, beside, milliseconds)).rejects.toThrow(/damaged gzip file \(/);
  });

  it('is read whole where pieces end anywhere', async () => {
    for (const length of [0, 1, (1 << 20) - 1, 1 << 20, (1 << 20) + 1, 3 << 20]) {
      const content = gzipSync(Buffer.alloc(length, 'abc'));
      const { text } = await read(content, beside, 0);
      expect(text).toBe('abc'.repeat(Math.ceil(length / 3)).slice(0, length));
    }
  });
});
