// Holds the scanner of works to JSON.parse on changed records for as long as asked; ends with the line where they differ:
//   node --import tsx bench/fuzz.mjs [--minutes 60] [--seed 1] [--records FOLDER]
// Changed are the records of a folder (by default ../shared/data/works, where it is there) and those of the tests.
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { xoroshiro128plus } from 'pure-rand/generator/xoroshiro128plus';

import { agrees, OTHERS, Pair, RECORD } from '../test/records/scanned.ts';
import { options } from './options.mjs';

const { minutes, seed, records } = options(
  { minutes: 60, seed: 1, records: '../shared/data/works' },
  'node --import tsx bench/fuzz.mjs [--minutes 60] [--seed 1] [--records FOLDER]',
);
/** What JSON is made of, whole words, and what readers trip over. */
const PIECES = [
  ...'"\\{}[]:,-.eE+0123456789 \t\r\u0000ntfux/',
  ...[
    'null',
    'true',
    'false',
    '""',
    '[]',
    '{}',
    '{"',
    '":',
    '\\u',
    '\\ud83d',
    '\\ude00',
    '\\"',
    '1e400',
    '-0',
    '0.',
    '"id":',
  ],
  ...[
    '12345678901234567890',
    '"https://openalex.org/',
    '"institutions":[',
    '"authorships":[',
    '"countries":["FR"],',
    '…',
    '😀',
  ],
].map((text) => Buffer.from(text));
/** Bytes that are no UTF-8, alone or in this order. */
const BROKEN = [0x80, 0xc0, 0xe2, 0xed, 0xf5, 0xff].map((byte) => Buffer.from([byte]));

const generator = xoroshiro128plus(seed);
const below = (n) => (generator.next() >>> 0) % n;
const one = (list) => list[below(list.length)];

function linesOf(folder) {
  if (!existsSync(folder)) return [];
  return readdirSync(folder)
    .filter((name) => name.endsWith('.jsonl.gz'))
    .flatMap((name) => {
      const bytes = gunzipSync(readFileSync(join(folder, name)));
      const lines = [];
      for (let from = 0, to = 0; (to = bytes.indexOf(0x0a, from)) >= 0; from = to + 1)
        lines.push(bytes.subarray(from, to));
      return lines;
    });
}

/** A line with one change: a piece put in or over others, bytes taken out, doubled, moved, or the end cut off. */
function changed(line, others) {
  const at = below(line.length + 1);
  const length = below(5) === 0 ? below(400) : below(6);
  const [before, there, after] = [
    line.subarray(0, at),
    line.subarray(at, at + length),
    line.subarray(at + length),
  ];
  switch (below(7)) {
    case 0:
      return Buffer.concat([before, one(PIECES), line.subarray(at)]);
    case 1:
      return Buffer.concat([before, one(PIECES), after]);
    case 2:
      return Buffer.concat([before, after]);
    case 3:
      return Buffer.concat([before, there, there, after]);
    case 4:
      return Buffer.concat([before, one(others).subarray(below(200), 200 + below(400)), after]);
    case 5:
      return below(20) === 0 ? Buffer.concat([before, one(BROKEN), after]) : Buffer.concat([after, before]);
    default:
      return below(10) === 0 ? before : Buffer.concat([before, one(PIECES), one(PIECES), line.subarray(at)]);
  }
}

const lines = [
  ...linesOf(records),
  ...[RECORD, ...OTHERS].map((record) => Buffer.from(JSON.stringify(record))),
].filter((line) => line.length < 40_000);
console.error(`${lines.length} records, seed ${seed}, ${minutes} minutes`);
const end = performance.now() + minutes * 60_000;
const counts = { lines: 0, answered: 0 };
for (let pair = new Pair(); performance.now() < end; pair = new Pair()) {
  // Changed a little, most still are JSON; a pair forgets after some thousand, so that memory stays flat.
  for (let i = 0; i < 4000; i++) {
    let line = one(lines);
    for (let changes = below(3) + (i % 8 === 0 ? 0 : 1); changes > 0; changes--) line = changed(line, lines);
    if (line.includes(0x0a)) continue;
    try {
      if (agrees(line, pair)) counts.answered++;
    } catch (error) {
      console.log(JSON.stringify(line.toString('latin1')));
      throw error;
    }
    counts.lines++;
  }
}
console.log(
  `${counts.lines} changed lines, ${counts.answered} of them answered by the scanner, none otherwise than by JSON.parse`,
);
