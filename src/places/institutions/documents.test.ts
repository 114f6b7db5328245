import { mkdtemp, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import type { InputError } from '../../base/index.ts';
import { readDocuments } from './documents.ts';
import { ArrayElements } from './elements.ts';

async function file(name: string, content: string | Uint8Array): Promise<string> {
  const path = join(await mkdtemp(join(tmpdir(), 'documents-')), name);
  await writeFile(path, content);
  return path;
}

async function read(
  content: string | Uint8Array,
): Promise<{ values: [unknown, number][]; broken: number[]; tables: string[] }> {
  const found = { values: [] as [unknown, number][], broken: [] as number[], tables: [] as string[] };
  await readDocuments(await file('x', content), {
    value: (value, line) => found.values.push([value, line]),
    broken: (line) => found.broken.push(line),
    table: (text) => found.tables.push(text),
  });
  return found;
}

const three = [{ id: 1 }, { id: 2, text: 'a ] } , "\\" \n ü' }, { id: 3, list: [[], [1]] }];

describe('a file of JSON lines', () => {
  it('is read line by line, with the line of each', async () => {
    const { values } = await read(three.map((value) => JSON.stringify(value)).join('\n'));
    expect(values).toEqual(three.map((value, i) => [value, i + 1]));
  });

  it('is read on after a broken line', async () => {
    const { values, broken } = await read('{"id":1}\n{"id":\n\n{"id":3}\n');
    expect(values).toEqual([
      [{ id: 1 }, 1],
      [{ id: 3 }, 4],
    ]);
    expect(broken).toEqual([2]);
  });

  it('is read on when the first line is the broken one', async () => {
    const { values, broken } = await read('{"id":\n{"id":2}\n');
    expect([values, broken]).toEqual([[[{ id: 2 }, 2]], [1]]);
  });

  it('may begin with a byte-order mark, end its lines with CRLF, and be gzip whatever its name', async () => {
    const { values } = await read(gzipSync('\ufeff{"id":1}\r\n{"id":2}\r\n'));
    expect(values.map(([value]) => value)).toEqual([{ id: 1 }, { id: 2 }]);
  });

  it('may hold a line longer than any chunk', async () => {
    const long = 'x'.repeat(3 << 20);
    const { values } = await read(`{"id":1}\n{"long":"${long}"}\n{"id":3}\n`);
    expect(values.map(([, line]) => line)).toEqual([1, 2, 3]);
    expect(values[1][0]).toEqual({ long });
  });
});

describe('a JSON array', () => {
  it.each([0, 2])('indented by %i is read element by element', async (indent) => {
    const { values } = await read(JSON.stringify(three, null, indent));
    expect(values.map(([value]) => value)).toEqual(three);
  });

  it('gives the line on which an element starts', async () => {
    const { values, broken } = await read('[\n {"id":1},\n {"id":x},\n {"id":3}\n]\n');
    expect(values).toEqual([
      [{ id: 1 }, 2],
      [{ id: 3 }, 4],
    ]);
    expect(broken).toEqual([3]);
  });

  it('may be empty', async () => {
    expect((await read('[ ]')).values).toEqual([]);
  });

  it('that breaks off is an error', async () => {
    await expect(read('[\n{"id":1},\n{"id":2')).rejects.toThrow(
      /:3: is a JSON array that breaks off\. Get it again\./,
    );
  });

  it('is the same wherever the chunks are cut', () => {
    const text = Buffer.from(JSON.stringify(three, null, 1));
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: text.length })), (cuts) => {
        const values: unknown[] = [];
        const elements = new ArrayElements('x', {
          value: (value) => values.push(value),
          broken: () => values.push('broken'),
          table: () => values.push('table'),
        });
        const at = [0, ...cuts.sort((a, b) => a - b), text.length];
        for (let i = 1; i < at.length; i++) elements.push(text.subarray(at[i - 1], at[i]));
        elements.end();
        expect(values).toEqual(three);
      }),
    );
  });
});

describe('a JSON object over several lines', () => {
  it('is one value', async () => {
    expect((await read(JSON.stringify({ meta: {}, results: three }, null, 2))).values).toEqual([
      [{ meta: {}, results: three }, 1],
    ]);
  });
});

describe('another file', () => {
  it('is handed over as text', async () => {
    expect((await read('name,country\nA,FR\n')).tables).toEqual(['name,country\nA,FR\n']);
  });

  it.each([
    ['<!DOCTYPE html><html></html>', /is a web page, not data/],
    ['PK\x03\x04rest', /is a zip archive\. Unpack it first/],
    ['PAR1....PAR1', /is a Parquet file/],
    ['', /is empty/],
    [' \n\n', /holds nothing but white space/],
  ])('that begins %j is an error', async (content, message) => {
    const error = await read(content).catch((thrown: unknown) => thrown);
    expect((error as InputError).message).toMatch(message);
    expect((error as InputError).text('zh')).toMatch(/\p{Script=Han}.*。$/su);
  });

  it('that is a gzip cut short is an error', async () => {
    const whole = gzipSync(JSON.stringify(three).repeat(100));
    await expect(read(whole.subarray(0, whole.length - 9))).rejects.toThrow(
      /is a gzip file cut short\. Get it again\./,
    );
  });

  it('that is a gzip whose checksum is wrong is an error', async () => {
    const whole = gzipSync('{"id":1}\n');
    whole[whole.length - 8] ^= 1;
    await expect(read(whole)).rejects.toThrow(/is a damaged gzip file\. Get it again\./);
  });

  it('that does not exist is an error', async () => {
    const sink = { value: () => undefined, broken: () => undefined, table: () => undefined };
    await expect(readDocuments('/nowhere/x.json', sink)).rejects.toThrow(/cannot be read \(ENOENT\)/);
  });
});
