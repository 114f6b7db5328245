import { mkdtemp, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import type { InputError } from '../base/index.ts';
import { csvRecords, parseCsv, readCsv } from './csv.ts';

const shape = { required: ['city', 'reason'], optional: ['note'] } as const;
const read = (text: string) => parseCsv(text, shape, 'file.csv');

describe('parseCsv', () => {
  it('reads cells by column, whatever their order, and an absent optional column as empty', () => {
    expect(read('reason,city\nmoved,cn:3205\n')).toEqual([
      { line: 2, cells: { city: 'cn:3205', reason: 'moved', note: '' } },
    ]);
  });

  it('takes a byte-order mark, CRLF, blank lines and a missing last newline', () => {
    const rows = read('\ufeffcity,reason\r\n\r\na,b\r\nc,d');
    expect(rows.map(({ line, cells }) => [line, cells.city])).toEqual([
      [3, 'a'],
      [4, 'c'],
    ]);
  });

  it('reads quoted commas, quotes and newlines, and counts lines on', () => {
    const rows = read('city,reason\n"a, b","he said ""no""\nand left"\nc,d\n');
    expect(rows[0].cells).toEqual({ city: 'a, b', reason: 'he said "no"\nand left', note: '' });
    expect(rows[1].line).toBe(4);
  });

  it.each([
    ['', /file\.csv: is empty/],
    ['city\na\n', /file\.csv:1: lacks the column reason\./],
    ['city,reason,colour\n', /unknown column “colour”/],
    ['city,reason,city\n', /has the column city twice/],
    ['city;reason\na;b\n', /semicolons/],
    ['city,reason\na\n', /file\.csv:2: has 1 cell where the header has 2/],
    ['city,reason\na,"b\n', /file\.csv:2: opens a quote that is never closed/],
    ['city,reason\n"a"x,b\n', /file\.csv:2: has text after a closing quote/],
  ])('refuses %j', (text, message) => {
    expect(() => read(text)).toThrow(message);
    const refused = (): string => {
      try {
        return JSON.stringify(read(text));
      } catch (error) {
        return (error as InputError).text('zh');
      }
    };
    expect(refused()).toMatch(/^file\.csv(?::\d)?: \p{Script=Han}.*。$/u);
  });

  it('reads back whatever was written with every cell quoted', () => {
    const cell = fc.string({ unit: 'grapheme' }).map((text) => text.trim());
    fc.assert(
      fc.property(fc.array(fc.tuple(cell, cell), { minLength: 1 }), (rows) => {
        const text = rows
          .map((cells) => cells.map((one) => `"${one.replaceAll('"', '""')}"`).join(','))
          .join('\n');
        expect(csvRecords(text, 'f').map(({ cells }) => cells)).toEqual(rows);
      }),
    );
  });
});

describe('readCsv', () => {
  it('refuses a file that is not UTF-8, as spreadsheets save Chinese text', async () => {
    const file = join(await mkdtemp(join(tmpdir(), 'csv-')), 'gbk.csv');
    await writeFile(file, Buffer.from([0x63, 0x69, 0x74, 0x79, 0x2c, 0xcb, 0xd5, 0xd6, 0xdd, 0x0a]));
    await expect(readCsv(file, shape)).rejects.toThrow(
      /gbk\.csv: is not UTF-8 text\. Save it as “CSV UTF-8”\./,
    );
  });

  it('says when there is no such file', async () => {
    await expect(readCsv('/nowhere/at/all.csv', shape)).rejects.toThrow(/cannot be read \(ENOENT\)/);
  });
});
