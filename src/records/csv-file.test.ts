import fc from 'fast-check';
import { closeSync, existsSync, mkdtempSync, openSync, readFileSync, writeSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { DuckDBEngine } from '../engine/duckdb.ts';
import { CsvFile } from './csv-file.ts';
import { readRelation } from './relations.ts';

const folder = mkdtempSync(join(tmpdir(), 'csv-file-'));
let engine: DuckDBEngine;
beforeAll(async () => {
  engine = await DuckDBEngine.open();
});
afterAll(() => engine.close());

type Source = readonly [number, string | null, string | null, string | null];

async function readBack(rows: readonly Source[]): Promise<Source[]> {
  const path = join(folder, 'sources.csv');
  const file = new CsvFile(path);
  for (const row of rows) file.row(row);
  file.close();
  const read = await engine.query<{ code: number; id: string; issns: string; name: string }>(
    readRelation('sources', path),
  );
  return read.map(({ code, id, issns, name }) => [code, id, issns, name]);
}

describe('a CSV file of a segment', () => {
  it('gives back any text and null as they were written', async () => {
    const awkward = fc.constantFrom(
      '"',
      '""',
      ',',
      '\n',
      '\r\n',
      '\r',
      ' a ',
      '\\N',
      'NULL',
      '#',
      '\0',
      'x\ufeff',
      '“é”',
      '𠮷',
    );
    const text = fc.oneof(
      awkward,
      fc.string({ minLength: 1, unit: 'binary' }),
      fc.array(awkward).map((all) => `x${all.join('')}`),
    );
    // A lone surrogate is no text, and the engine's own client drops a byte-order mark at the start of one.
    const cell = fc.oneof(
      fc.constant(null),
      text.map((written) =>
        Buffer.from(written)
          .toString()
          .replace(/^\ufeff+/, 'x'),
      ),
    );
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.tuple(fc.nat(2 ** 31 - 1), cell, cell, cell), { minLength: 1 }),
        async (rows) => {
          expect(await readBack(rows)).toEqual(rows);
        },
      ),
      { numRuns: 150, seed: 4 },
    );
  });

  it('keeps rows whole where they fill its buffer to the last byte', async () => {
    const rows = Array.from({ length: 60 }, (_, i): Source => [i, '语'.repeat(30_000 + i), 'x', null]);
    expect(await readBack(rows)).toEqual(rows);
  });

  it('keeps rows whole and in order that are appended between others, whatever their size', () => {
    const path = join(folder, 'sources.csv');
    const line = ([code, id]: Source): string => `${code},${id},,\n`;
    const sizes = fc.array(fc.constantFrom(1, 60, 8_000, 65_400, 65_536, 99_000), {
      minLength: 60,
      maxLength: 120,
    });
    fc.assert(
      fc.property(sizes, fc.array(fc.boolean(), { minLength: 120, maxLength: 120 }), (lengths, appended) => {
        const rows = lengths.map((length, i): Source => [i, 'x'.repeat(length), null, null]);
        const file = new CsvFile(path);
        for (const [i, row] of rows.entries()) {
          if (appended[i]) file.append(Buffer.from(line(row)));
          else file.row(row);
        }
        const many = Array.from({ length: 20 }, (_, i): Source => [1000 + i, 'y'.repeat(60_000), null, null]);
        file.append(Buffer.from(many.map(line).join('')));
        file.close();
        expect(readFileSync(path, 'utf8')).toBe([...rows, ...many].map(line).join(''));
      }),
      { numRuns: 60, seed: 5 },
    );
  });

  it('keeps rows of numbers whole that follow appended ones up to the edge of its buffer', () => {
    const path = join(folder, 'edge.csv');
    const numbers = Array.from({ length: 16 }, (_, i) => 999_999_999_999_990 + i);
    for (let short = 0; short < 400; short += 7) {
      const file = new CsvFile(path);
      const half = Buffer.from(`${'z'.repeat(557_055)}\n`);
      const rest = Buffer.from(`${'z'.repeat((1 << 20) + (1 << 16) - half.length - 1 - short)}\n`);
      file.append(half);
      file.append(rest);
      file.row(numbers);
      file.close();
      const text = readFileSync(path, 'utf8');
      expect(text.slice(half.length + rest.length)).toBe(`${numbers.join(',')}\n`);
    }
  });

  it('cuts a text that no real record has, rather than write a row that cannot be read', async () => {
    const [[, id]] = await readBack([[1, '"'.repeat(20_000_000), null, null]]);
    expect(id).toBe('"'.repeat(100_000));
  });

  it('writes whole numbers, negative and large ones too, digit by digit', async () => {
    const path = join(folder, 'works.csv');
    const numbers = [0, 9, 10, 99, 100, 2 ** 31 - 1, 999_999_999_999_999];
    const file = new CsvFile(path);
    for (const n of numbers) {
      file.row([
        1,
        n,
        -44,
        'article',
        'A title',
        null,
        null,
        null,
        true,
        false,
        false,
        null,
        null,
        null,
        0,
        0,
      ]);
    }
    file.close();
    const read = await engine.query<{ work: number; year: number; retracted: boolean }>(
      readRelation('works', path),
    );
    expect(read.map(({ work }) => work)).toEqual(numbers);
    expect(read[0]).toMatchObject({
      year: -44,
      retracted: true,
      paratext: false,
      truncated: null,
      doi: null,
    });
  });
});

const FULL = '/dev/full';
describe.skipIf(!existsSync(FULL))(
  `a file on a full disk${existsSync(FULL) ? '' : ` (skipped: there is no ${FULL})`}`,
  () => {
    it('says so when it is closed, and is closed once, so that no other file is closed in its place', () => {
      const file = new CsvFile(FULL);
      file.row(['some', 1]);
      expect(() => file.close()).toThrow('ENOSPC');
      const other = openSync(join(folder, 'other.csv'), 'w');
      file.abandon();
      expect(writeSync(other, 'still open')).toBe(10);
      closeSync(other);
    });
  },
);
