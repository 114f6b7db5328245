import { gzipSync } from 'node:zlib';
import { work } from './works.ts';
import { openAlexLines, rorLines } from './worlds.ts';

const lines = [work(3), work(4), work(5)].map((record) => JSON.stringify(record));
/** Three works, as they should be. */
export const ZIPPED = gzipSync(`${lines.join('\n')}\n`);
/** The same with one bit of their checksum changed. */
export const CRC = Buffer.from(ZIPPED);
CRC[ZIPPED.length - 6] ^= 0xff;
const scrambled = Buffer.from(ZIPPED);
scrambled.fill(0xff, 60, 90);
const parquet = Buffer.concat([Buffer.from('PAR1'), Buffer.alloc(500), Buffer.from('PAR1')]);

/** Files that cannot be used at all, and what is said of each: what, and what to do. */
export const DAMAGED: readonly (readonly [string, string, Buffer | string, string])[] = [
  [
    'a gzip cut short',
    'cut.gz',
    ZIPPED.subarray(0, ZIPPED.length - 30),
    'is a gzip file cut short. Get it again, or leave it out with --skip-damaged.',
  ],
  [
    'a gzip with a wrong CRC',
    'crc.gz',
    CRC,
    'is a damaged gzip file (“incorrect data check”). Get it again, or leave it out with --skip-damaged.',
  ],
  ['a gzip damaged in the middle', 'scrambled.gz', scrambled, 'is a damaged gzip file ('],
  ['a gzip that ends in its header', 'header.gz', ZIPPED.subarray(0, 6), 'is a gzip file cut short.'],
  ['damaged Parquet', 'damaged.parquet', parquet, 'is damaged Parquet ('],
  [
    'an error page',
    'page.jsonl',
    '<!DOCTYPE html>\n<html><body>502 Bad Gateway</body></html>',
    'is HTML or XML, not JSON: probably an error page saved as a file. Get it again, or leave it out with --skip-damaged.',
  ],
  [
    'an error of the API',
    'error.json',
    '{"error": "Invalid query", "message": "no such filter"}',
    'is an error response of the API: no such filter. Fetch the works again.',
  ],
  [
    'institutions of ROR',
    'ror.jsonl',
    rorLines(),
    'holds institutions of ROR, not works. Give it with --institutions.',
  ],
  [
    'a dump of ROR',
    'ror.json',
    `[${rorLines().split('\n').join(',')}]`,
    'holds institutions of ROR, not works. Give it with --institutions.',
  ],
  [
    'institutions of OpenAlex',
    'openalex.jsonl',
    openAlexLines(),
    'holds institutions of OpenAlex, not works. Give it with --institutions.',
  ],
  [
    'authors of OpenAlex',
    'authors.jsonl',
    '{"id": "https://openalex.org/A5023888391", "works_count": 3}',
    'holds OpenAlex records of kind A, not works. Give works.',
  ],
  [
    'a document that breaks off',
    'document.json',
    `{"results": [\n${lines[0]},\n${lines[1].slice(0, 90)}`,
    'is not JSON (',
  ],
  [
    'an export as CSV',
    'export.csv',
    'id,title,publication_year\nW1,A title,2020\n',
    'is a CSV export, which lacks the authors’ institutions one by one. Give works as JSON Lines',
  ],
  ['a ZIP archive', 'works.zip', Buffer.from('PK\x03\x04rest'), 'is a ZIP archive. Unpack it first.'],
  [
    'something else',
    'noise.bin',
    Buffer.from([7, 1, 2, 3, 200, 4]),
    'is neither JSON nor Parquet. Give OpenAlex works.',
  ],
];
