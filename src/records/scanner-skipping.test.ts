import fc from 'fast-check';
import { existsSync, readFileSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { agrees, Pair, primed, RECORD } from '../../test/records/scanned.ts';
import { Dictionaries } from './dictionary.ts';
import { WorkScanner } from './scanner.ts';

/** A record with something in a field that is not used. */
const unused = (value: string): string =>
  `{"id":"https://openalex.org/W8","abstract_inverted_index":${value}}`;

function isJson(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}

describe('what the scanner passes over', () => {
  it('is as much JSON as JSON.parse says, whatever is written for a number', () => {
    const number = fc
      .array(fc.constantFrom('0', '1', '2', '10', '987', '.', 'e', 'E', '+', '-', ' '), {
        minLength: 1,
        maxLength: 6,
      })
      .map((characters) => characters.join(''));
    let numbers = 0;
    fc.assert(
      fc.property(fc.array(number, { minLength: 1, maxLength: 3 }), fc.nat(2), (list, shape) => {
        const value = [`[${list.join(',')}]`, `{"a":${list.join(',"b":')}}`, list[0]][shape];
        const line = unused(value);
        expect(new Pair().scan(line) !== null).toBe(isJson(line));
        if (isJson(line)) numbers++;
      }),
      { numRuns: 6000, seed: 5 },
    );
    expect(numbers).toBeGreaterThan(600);
  });

  it('is as much JSON as JSON.parse says, whatever is written for a text, at any length', () => {
    const piece = fc.constantFrom(
      'a',
      'é',
      '😀',
      '\\"',
      '\\\\',
      '\\u00e9',
      '\\ud800',
      '\\x',
      '\\u12',
      '"',
      '\t',
      '\\',
    );
    let texts = 0;
    fc.assert(
      fc.property(fc.nat(40), fc.array(piece, { maxLength: 3 }), fc.nat(40), (before, pieces, after) => {
        const text = `"${'x'.repeat(before)}${pieces.join('')}${'y'.repeat(after)}"`;
        for (const value of [`[${text},${text}]`, `{${text}:{${text}:1}}`]) {
          const line = unused(value);
          expect(new Pair().scan(line) !== null).toBe(isJson(line));
          if (isJson(line)) texts++;
        }
      }),
      { numRuns: 3000, seed: 6 },
    );
    expect(texts).toBeGreaterThan(2000);
  });

  it.each(['[', '{"a":'])(
    'may be nested 29 levels deep with %j; what is deeper is left to JSON.parse',
    (open) => {
      const nested = (depth: number): string =>
        open.repeat(depth) +
        (open === '[' ? ']' : '1}')
          .repeat(depth)
          .replaceAll('1}', '}')
          .replace(/^/, open === '[' ? '' : '1');
      for (const depth of [1, 2, 28, 29]) expect(agrees(unused(nested(depth)))).toBe(true);
      for (const depth of [30, 31, 32, 33, 64]) {
        expect(isJson(nested(depth))).toBe(true);
        expect(new Pair().scan(unused(nested(depth)))).toBeNull();
      }
    },
  );

  it('ends with the memory, be the last object as short as may be', () => {
    // A little longer each time, so that the memory is once as good as full before it grows by a page.
    const last = '{"id":"https://openalex.org/W2","authorships":[{"institutions":[{}]}]}\n';
    const scanner = new WorkScanner();
    for (let length = 0; length < 70_000; length += 16) {
      scanner.begin(new Dictionaries(), () => undefined);
      const bytes = Buffer.from(
        `{"id":"https://openalex.org/W1","abstract":"${'a'.repeat(length)}"}\n${last}`,
      );
      scanner.load(bytes);
      const read = scanner.scan(0, bytes.length, 0, 9);
      expect(read).toEqual({ stop: 'done', at: bytes.length, lines: 2, records: 2 });
      scanner.flush();
    }
  });

  it('is told apart from an institution that begins like a known one, wherever the line is cut', () => {
    const pair = primed();
    const line = JSON.stringify(RECORD);
    for (let end = line.indexOf('institutions'); end < line.indexOf('cited_by_count'); end++) {
      const cut = `${line.slice(0, end)}"}]}`;
      agrees(cut, pair);
    }
    expect(agrees(line, pair)).toBe(true);
  });
});

const REAL = '../shared/data/works';
describe.skipIf(!existsSync(REAL))(
  `on real records changed here and there (needs the folder ${REAL})`,
  { tags: 'full' },
  () => {
    it.each(['geoscience-api', 'global-health-journals', 'china-international', 'schema-2026'])(
      'of %s, the scanner says nothing or what JSON.parse says, and accepts no line that is cut',
      (name) => {
        const bytes = gunzipSync(readFileSync(`${REAL}/${name}.jsonl.gz`));
        const lines: Buffer[] = [];
        for (let from = 0, to = 0; (to = bytes.indexOf(0x0a, from)) >= 0; from = to + 1)
          lines.push(bytes.subarray(from, to));
        const pair = new Pair();
        const mark = fc.constantFrom(...Buffer.from('"\\{}[]:,019-.eE ntf\u0000'));
        fc.assert(
          fc.property(
            fc.nat(lines.length - 1),
            fc.array(fc.tuple(fc.nat(), mark, fc.constantFrom('over', 'in', 'out')), {
              minLength: 1,
              maxLength: 3,
            }),
            fc.nat(),
            (which, edits, cut) => {
              let line = lines[which];
              for (const [where, byte, what] of edits) {
                const at = where % line.length;
                line = Buffer.concat([
                  line.subarray(0, at),
                  Buffer.from(what === 'out' ? [] : [byte]),
                  line.subarray(what === 'in' ? at : at + 1),
                ]);
              }
              agrees(line, pair);
              expect(pair.scan(lines[which].subarray(0, cut % lines[which].length))).toBeNull();
            },
          ),
          { numRuns: 1500, seed: 7 },
        );
      },
    );
  },
);
