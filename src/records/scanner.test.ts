import fc from 'fast-check';
import { existsSync, readFileSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { fewAndMany } from '../../test/few-and-many.ts';
import { agrees, mentionsIn, OTHERS, Pair, primed, RECORD } from '../../test/records/scanned.ts';
import { Dictionaries } from './dictionary.ts';
import { WorkScanner } from './scanner.ts';

/** JSON as text with all its liberties: members in any order and number, strings in any spelling. */
type Node = { members: [string, Node][] } | { items: Node[] } | { text: string };

function node(value: unknown): Node {
  if (Array.isArray(value)) return { items: value.map(node) };
  if (typeof value !== 'object' || value === null) return { text: JSON.stringify(value) };
  return { members: Object.entries(value).map(([key, item]) => [JSON.stringify(key), node(item)]) };
}

function write(at: Node, space: string): string {
  if ('text' in at) return at.text;
  if ('items' in at)
    return `[${space}${at.items.map((item) => write(item, space)).join(`${space},${space}`)}${space}]`;
  const members = at.members.map(([key, item]) => `${key}${space}:${space}${write(item, space)}`);
  return `{${space}${members.join(`${space},${space}`)}${space}}`;
}

function nodesBelow(at: Node): Node[] {
  const below = 'items' in at ? at.items : 'members' in at ? at.members.map(([, item]) => item) : [];
  return [at, ...below.flatMap(nodesBelow)];
}

const spelt = (text: string): string =>
  text.replace(/[a-z/]/gi, (c) =>
    c === '/' ? '\\/' : `\\u${c.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );

const ODD = [
  ...['null', 'true', 'false', '0', '-0', '-7', '2015', '007', '1.5', '2e3', '1E+2', '1e400', '2147483647'],
  ...[
    '2147483648',
    '12345678901234567890',
    '0.1e',
    '-',
    '+1',
    'tru',
    'NaN',
    '""',
    '" "',
    '"\\u00a0"',
    '"\\ud800"',
  ],
  ...['"a\\"b\\\\"', '"\\q"', '"\\u12g4"', '"tab\there"', '"https://openalex.org/W77"', '"W77"', '"I5"'],
  ...['"https://openalex.org/I0012"', '"https://openalex.org/T999999999999"', '"https://ror.org/041kmwe10"'],
  ...['[]', '{}', '[null]', '[{}]', '["FR"]', '[[[]]]', '[}', '{]', '[1,]', '{"a"}', '{"a":1,}', '["a" "b"]'],
  ...['{"id":"https://openalex.org/S1"}', '{"subfield":{"id":"https://openalex.org/subfields/12"}}', ''],
  `${'['.repeat(40)}${']'.repeat(40)}`,
];

/** One change to one place of a record. */
const change = fc.tuple(
  fc.nat(),
  fc.constantFrom('odd', 'odd', 'drop', 'twice', 'first', 'spellKey', 'spellValue', 'add'),
  fc.constantFrom(...ODD),
  fc.nat(),
);

function apply(root: Node, [where, what, odd, which]: [number, string, string, number]): void {
  const nodes = nodesBelow(root);
  const at = nodes[where % nodes.length];
  const list: unknown[] = 'items' in at ? at.items : 'members' in at ? at.members : [];
  const i = list.length === 0 ? 0 : which % list.length;
  if ('text' in at) {
    if (what === 'spellValue' && at.text.startsWith('"') && !ODD.includes(at.text))
      at.text = spelt(JSON.parse(at.text) as string).replace(/^|$/g, '"');
    else if (what === 'odd') at.text = odd;
  } else if (what === 'drop') list.splice(i, 1);
  else if (what === 'twice' && list.length > 0) list.push(list[i]);
  else if (what === 'first' && list.length > 0) list.unshift(...list.splice(i, 1));
  else if ('items' in at && what === 'add') at.items.splice(i, 0, { text: odd });
  else if ('members' in at && at.members.length > 0) {
    const member = at.members[i];
    if (what === 'add') at.members.splice(i, 0, [member[0], { text: odd }]);
    else if (what === 'odd') member[1] = { text: odd };
    else if (what === 'spellKey') member[0] = `"${spelt(JSON.parse(member[0]) as string)}"`;
  }
}

/** All that may stand between the parts of one line. */
const SPACES = ['', ' ', '\t', '\r', ' \r\t'];

describe('the scanner and JSON.parse', () => {
  it.each(SPACES)('agree on a record of every kind, spaced by %j', (space) => {
    for (const record of [RECORD, ...OTHERS]) expect(agrees(write(node(record), space))).toBe(true);
  });

  fewAndMany('agree on any record changed at a few places', { few: 300, many: 4000 }, (numRuns) => {
    let answered = 0;
    fc.assert(
      fc.property(
        fc.constantFrom<unknown>(RECORD, RECORD, ...OTHERS),
        fc.array(change, { minLength: 1, maxLength: 4 }),
        fc.constantFrom(...SPACES),
        (record, changes, space) => {
          const root = node(record);
          for (const one of changes) apply(root, one);
          if (agrees(write(root, space))) answered++;
        },
      ),
      { numRuns, seed: 2 },
    );
    // The scanner still answers often.
    expect(answered).toBeGreaterThan(numRuns / 4);
  });

  fewAndMany(
    'agree on any record with some bytes changed, be they UTF-8 or not',
    { few: 300, many: 4000 },
    (numRuns) => {
      const line = Buffer.from(JSON.stringify(RECORD));
      const marks = Buffer.from('"\\{}[]:,0-9.e ntf\n');
      const byte = fc.oneof(fc.constantFrom(...marks), fc.nat(255));
      fc.assert(
        fc.property(
          fc.array(fc.tuple(fc.nat(line.length - 1), byte), { minLength: 1, maxLength: 3 }),
          (edits) => {
            const changed = Buffer.from(line);
            for (const [at, value] of edits) changed[at] = value;
            agrees(changed);
          },
        ),
        { numRuns, seed: 3 },
      );
    },
  );

  fewAndMany(
    'agree on any title, type and DOI, however they are spelt and however long',
    { few: 100, many: 600 },
    (numRuns) => {
      const piece = fc.oneof(
        fc.constantFrom(
          ...[
            '"',
            ',',
            '\\',
            '/',
            '\n',
            '\r\n',
            '\t',
            '\b\f',
            '\0',
            '\u2028',
            '\ud83d\ude00',
            '\ud83d',
            '\ude00',
          ],
        ),
        fc.constantFrom(
          ...[
            ' ',
            '\u00a0',
            '\u0085',
            '\u1680',
            '\u2000',
            '\u200a',
            '\u200b',
            '\u202f',
            '\u205f',
            '\u3000',
            '\ufeff',
          ],
        ),
        fc.constantFrom('深圳', '“size”', 'é', '東京大学', 'journal-article', 'posted-content'),
        fc.string({ unit: 'binary' }),
      );
      const text = fc.oneof(
        fc.array(piece, { maxLength: 4 }).map((pieces) => pieces.join('')),
        fc
          .tuple(piece, fc.constantFrom(330, 499, 500, 501, 999, 1000, 1001, 20_000, 30_001))
          .map(([unit, times]) => unit.repeat(times)),
      );
      const json = fc.tuple(text, fc.boolean()).map(([value, escaped]) => {
        // JSON.stringify escapes lone surrogates alone; here every character may be.
        const plain = JSON.stringify(Buffer.from(value).toString());
        return escaped
          ? `"${value.replace(/[^]/g, (c) => `\\u${c.charCodeAt(0).toString(16).padStart(4, '0')}`)}"`
          : plain;
      });
      let answered = 0;
      fc.assert(
        fc.property(json, json, json, (title, type, doi) => {
          const line = `{"id":"https://openalex.org/W1","display_name":${title},"type":${type},"title":${doi},"doi":${doi}}`;
          if (agrees(line, new Pair())) answered++;
          else expect(Buffer.byteLength(line)).toBeGreaterThan(60_000);
        }),
        { numRuns, seed: 4 },
      );
      expect(answered).toBeGreaterThan(numRuns / 2);
    },
  );

  it('agree on a work of 1,500 authors of whom some occur again', () => {
    const authorships = Array.from({ length: 1500 }, (_, i) => ({
      author: { id: i % 7 === 0 ? null : `https://openalex.org/A${(i * 37) % 1000}` },
      institutions: [{ id: `https://openalex.org/I${i % 50}`, country_code: 'DE' }],
    }));
    const pair = new Pair();
    const line = JSON.stringify({ id: 'https://openalex.org/W5', authorships });
    expect(agrees(line, pair)).toBe(true);
    const ids = authorships.map(({ author }, i) => author.id ?? i);
    expect(pair.scan(line)).toMatchObject({ counts: [1500, new Set(ids).size] });
  });

  it('agree on institutions whose bytes begin alike, however many', () => {
    const pair = new Pair();
    for (let i = 0; i < 200; i++) {
      const institution = {
        type: 'education',
        note: 'the same for all of them, at great length',
        lineage: [],
        display_name: `University ${i % 90}`,
      };
      const work = {
        id: 'https://openalex.org/W6',
        authorships: [{ institutions: [institution, { ...institution, id: 'I1' }] }],
      };
      expect(agrees(JSON.stringify(work), pair)).toBe(true);
    }
  });
});

describe('the scanner', () => {
  it('accepts no line that is cut, wherever it is cut', () => {
    for (const record of [RECORD, ...OTHERS]) {
      const line = Buffer.from(JSON.stringify(record));
      const pair = primed();
      for (let end = 0; end < line.length; end++) expect(pair.scan(line.subarray(0, end))).toBeNull();
    }
  });

  it.each([
    '[}',
    '{]',
    '[1,]',
    '[,1]',
    '{"a":1,}',
    '{"a"}',
    '[tru]',
    '[01]',
    '[1.]',
    '["\\q"]',
    '["\t"]',
    '[1 2]',
    '{1:2}',
    '[1]]',
  ])('refuses %j in a field that is not used, as JSON.parse does', (garbage) => {
    const line = `{"id":"https://openalex.org/W8","abstract_inverted_index":${garbage}}`;
    expect(new Pair().scan(line)).toBeNull();
    expect(() => void JSON.parse(line)).toThrow(SyntaxError);
  });

  it('knows a topic again whatever its score, and no topic by its score alone', () => {
    const scored = (score: string): string =>
      JSON.stringify(RECORD).replace('"score":0.9999', `"score":${score}`);
    for (const score of ['1', '0.5', '1e-7', 'null', '"high"']) expect(agrees(scored(score))).toBe(true);
    for (const score of ['01', '.5', '0.9.9', '']) expect(primed().scan(scored(score))).toBeNull();
  });

  it('reads more institutions than it may remember, in one segment and in the next', () => {
    const many = 140_000;
    const lines = Buffer.from(
      Array.from(
        { length: many },
        (_, i) =>
          `{"id":"https://openalex.org/W${i + 1}","authorships":[{"institutions":[{"id":"https://openalex.org/I${1 + (i % 139_999)}"}]}]}\n`,
      ).join(''),
    );
    const scanner = new WorkScanner();
    for (const segment of ['first', 'second']) {
      const dictionaries = new Dictionaries();
      const mentions: number[][] = [];
      scanner.begin(dictionaries, (area, rows) => {
        if (area === 'mentions') for (const mention of mentionsIn(rows)) mentions.push(mention);
      });
      scanner.load(lines);
      const { stop, records } = scanner.scan(0, lines.length, 0, many + 1);
      scanner.flush();
      expect({ segment, stop, records }).toEqual({ segment, stop: 'done', records: many });
      const { entries } = dictionaries.institutions;
      expect(entries).toHaveLength(139_999);
      const named = mentions.map(([, , , code]) => entries[code - 1].openalex);
      expect(named).toEqual(Array.from({ length: many }, (_, i) => `I${1 + (i % 139_999)}`));
    }
  });

  it('keeps apart an institution called null and one without a name', () => {
    const line = (name: string): string =>
      `{"id":"https://openalex.org/W9","authorships":[{"institutions":[{"id":"https://openalex.org/I9","display_name":${name}}]}]}`;
    const pair = new Pair();
    for (const name of ['null', '"null"']) expect(agrees(line(name), pair)).toBe(true);
    expect(pair.scan(line('"null"'))).not.toEqual(pair.scan(line('null')));
  });
});

const REAL = '../shared/data/works';
describe.skipIf(!existsSync(REAL))(`on real records (needs the folder ${REAL})`, { tags: 'full' }, () => {
  it.each(['geoscience-api', 'global-health-journals', 'china-international', 'schema-2026'])(
    'the scanner answers every line of %s, and as JSON.parse does',
    (name) => {
      const bytes = gunzipSync(readFileSync(`${REAL}/${name}.jsonl.gz`));
      const pair = new Pair();
      let lines = 0;
      for (let from = 0, to = 0; (to = bytes.indexOf(0x0a, from)) >= 0; from = to + 1) {
        expect(agrees(bytes.subarray(from, to), pair)).toBe(true);
        lines++;
      }
      expect(lines).toBeGreaterThan(90);
    },
  );
});
