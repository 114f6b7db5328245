import { existsSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { detectFormat } from './detect-format.ts';

const folder = mkdtempSync(join(tmpdir(), 'format-'));
let files = 0;

function file(content: string | Uint8Array): string {
  const path = join(folder, String(files++));
  writeFileSync(path, content);
  return path;
}

const WORK = '{"id":"https://openalex.org/W1"}';
const page = { meta: { count: 1 }, results: [{ id: 'https://openalex.org/W1' }] };

describe('the layout of a file, from its bytes', () => {
  it.each([
    ['nothing', '', 'empty'],
    ['only space', ' \n\r\n', 'empty'],
    ['only a byte-order mark', '\ufeff', 'empty'],
    ['one work a line', `${WORK}\n${WORK}\n`, 'lines'],
    ['one work without a line end', WORK, 'lines'],
    ['a byte-order mark, then lines', `\ufeff${WORK}\n`, 'lines'],
    ['lines with CRLF', `${WORK}\r\n${WORK}\r\n`, 'lines'],
    ['blank lines first', `\n\n${WORK}\n`, 'lines'],
    ['a broken first line, then works', `{"id":\n${WORK}\n`, 'lines'],
    ['a first line longer than what is looked at', `{"a":"${'x'.repeat(1 << 17)}"}\n${WORK}\n`, 'lines'],
    ['an answer of the API on one line', JSON.stringify(page), 'lines'],
    ['an answer of the API, printed out', JSON.stringify(page, null, 2), 'document'],
    ['an answer with its works one a line', `{"meta":{},"results":[\n${WORK},\n${WORK}\n]}`, 'document'],
    ['an answer with its one work on a line', `{"results": [\r\n${WORK}\r\n]}`, 'document'],
    ['an array', `[${WORK}]`, 'document'],
    ['an array, printed out', JSON.stringify([page], null, '\t'), 'document'],
    ['Parquet', 'PAR1…', 'parquet'],
  ])('%s', (_, content, layout) => {
    expect(detectFormat(file(content))).toEqual({ layout, gzip: false });
    if (layout !== 'parquet') expect(detectFormat(file(gzipSync(content)))).toEqual({ layout, gzip: true });
  });

  it('is told of the first of several gzip members, and of one that is longer than what is looked at', () => {
    const members = Buffer.concat([gzipSync(''), gzipSync(`${WORK}\n`), gzipSync(`${WORK}\n`)]);
    expect(detectFormat(file(members))).toEqual({ layout: 'lines', gzip: true });
    let noise = 'x';
    while (noise.length < 1 << 18) noise += Math.sin(noise.length).toString(36);
    expect(detectFormat(file(gzipSync(`{"a":"${noise}"}\n`)))).toEqual({ layout: 'lines', gzip: true });
  });

  it.each([
    ['HTML', '<!doctype html><html><body>502', /is HTML or XML, not JSON/],
    ['a ZIP', 'PK\x03\x04…', /is a ZIP archive.*Unpack/],
    ['zstd', Uint8Array.of(0x28, 0xb5, 0x2f, 0xfd, 0), /compressed with zstd/],
    [
      'a gzip whose header is broken',
      Uint8Array.of(0x1f, 0x8b, 99, 0, 0, 0, 0, 0, 0, 0, 1, 2, 3),
      /damaged gzip/,
    ],
    ['Parquet inside gzip', gzipSync('PAR1…'), /is Parquet inside gzip/],
    ['a CSV export', '"id","doi","publication_year"\n"W1","","2001"\n', /is a CSV export/],
    ['anything else', 'Dear reader,\n', /is neither JSON nor Parquet/],
  ])('%s is refused, with the file and what to do', (_, content, message) => {
    const path = file(content);
    expect(() => detectFormat(path)).toThrow(message);
    expect(() => detectFormat(path)).toThrow(path);
  });

  it('a file that is not there is an error with its path', () => {
    expect(() => detectFormat(join(folder, 'absent'))).toThrow(/absent: cannot be read \(ENOENT\)/);
  });
});

const EXPORT = '../shared/data/works/web-export.csv';
describe.skipIf(!existsSync(EXPORT))(`on a real export of the website (needs ${EXPORT})`, () => {
  it('says that it is a CSV export', () => {
    expect(() => detectFormat(EXPORT)).toThrow(/is a CSV export/);
  });
});
