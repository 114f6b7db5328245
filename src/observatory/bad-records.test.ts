import { writeFileSync } from 'node:fs';
import { gzipSync } from 'node:zlib';
import { afterAll, describe, expect, it } from 'vitest';
import { fullUnless } from '../../test/few-and-many.ts';
import { Bench, rowsOf } from '../../test/observatory/observatories.ts';
import { work } from '../../test/observatory/works.ts';
import { openAlexLines } from '../../test/observatory/worlds.ts';
import type { Manifest } from './manifest.ts';
import type { BuildOptions } from './options.ts';

const bench = new Bench();
afterAll(() => {
  bench.dispose();
});
const institutions = [bench.text('institutions.jsonl', openAlexLines())];
const good = bench.works('good.jsonl', [work(1), work(2)]);
const lines = [work(3), work(4), work(5)].map((record) => JSON.stringify(record));
let outs = 0;

function run(works: readonly string[], options: Partial<BuildOptions> = {}): Promise<Manifest> {
  return bench.build({ works, institutions, out: bench.path(`out-${outs++}`), ...options });
}

function bytes(name: string, content: Buffer | string): string {
  const path = bench.text(name, '');
  writeFileSync(path, content);
  return path;
}

describe('a record that cannot be used', () => {
  const bad: readonly (readonly [string, string])[] = [
    ['not JSON', lines[0].slice(0, 100)],
    ['not JSON', 'null and void'],
    ['not a JSON object', '17'],
    ['no OpenAlex work id', '{"id": "https://example.org/W1", "publication_year": 2020}'],
    ['wrong type: publication_year', lines[0].replace('2020', '"2020"')],
    ['wrong type: publication_year', lines[0].replace('2020', '2020.5')],
    ['too large: publication_year', lines[0].replace('2020', '20200000000')],
    ['wrong type: type', lines[0].replace('"article"', '["article"]')],
    ['wrong type: authorships', lines[0].replace(/"authorships":\[.*\]/, '"authorships":"many"')],
    ['wrong type: is_retracted', lines[0].replace('{', '{"is_retracted":"no",')],
  ];

  it('is counted by reason with its line, the first twenty shown, and the others are read', async () => {
    const path = bench.works('records.jsonl', [lines[0], ...bad.map(([, line]) => line), lines[1]]);
    const out = bench.path('records');
    const manifest = await run([path], { out });
    const [file] = manifest.works;
    expect(file.examples).toEqual(bad.map(([reason], i) => ({ line: i + 2, reason })));
    const counts: Record<string, number> = {};
    for (const [reason] of bad) counts[reason] = (counts[reason] ?? 0) + 1;
    expect(file.bad).toEqual(counts);
    expect(manifest.records).toMatchObject({ read: 2, bad: counts, kept: 2 });
    expect(manifest.warnings).toContain('10 of 12 records could not be used');
    expect((await rowsOf(out, 'works', ['work'])).map(({ work }) => work)).toEqual([3, 4]);
  });

  it('is counted to the last, also where there are thousands', async () => {
    const path = bench.works('many.jsonl', [lines[0], ...Array.from({ length: 5000 }, () => '{"id":1}')]);
    const [file] = (await run([path])).works;
    expect(file.bad).toEqual({ 'no OpenAlex work id': 5000 });
    expect(file.examples).toHaveLength(20);
  });
});

describe('a file that only looks odd', () => {
  const one = (n: number): string => JSON.stringify(work(n));
  describe.each<[string, string | Buffer]>([
    ['with a byte-order mark', `\ufeff${one(7)}\n${one(8)}\n`],
    ['with a byte-order mark inside gzip', gzipSync(`\ufeff${one(7)}\n${one(8)}\n`)],
    ['with empty lines and no end of line', `\n\n${one(7)}\n   \n\r\n${one(8)}`],
    ['with line ends of Windows', `${one(7)}\r\n${one(8)}\r\n`],
    [
      'with keys in another order, and more of them',
      `${one(7)}\n{"x":{"id":"W9"},"publication_year":2020,"abstract":"\\u0041","id":"https://openalex.org/W8"}`,
    ],
  ])('%s', (name, content) => {
    const few = ['with a byte-order mark inside gzip', 'with empty lines and no end of line'];
    it('is read whole', fullUnless(few.includes(name)), async () => {
      const { records, warnings } = await run([bytes(`odd-${outs}.jsonl`, content)]);
      expect(records).toMatchObject({ read: 2, bad: {}, kept: 2 });
      expect(warnings.join()).not.toContain('could not be used');
    });
  });

  it('is read whole where a line has 40 MB, and such a line is counted where it is broken', async () => {
    const abstract = 'word '.repeat(8 << 20);
    const long = JSON.stringify({ ...work(7), abstract });
    expect(long.length).toBeGreaterThan(40e6);
    const path = bytes('long.jsonl', [one(6), long, one(8), long.slice(0, -1), one(9)].join('\n'));
    const out = bench.path('long');
    const manifest = await run([path], { out });
    expect(manifest.works[0]).toMatchObject({ records: 4, bad: { 'not JSON': 1 }, examples: [{ line: 4 }] });
    expect((await rowsOf(out, 'works', ['work'])).map(({ work }) => work)).toEqual([6, 7, 8, 9]);
  });

  it('is read where bytes are no UTF-8, which are replaced, with a warning', async () => {
    const line = Buffer.from(JSON.stringify(work(7, [[5]], { title: 'caf\u00e9' })), 'latin1');
    const out = bench.path('latin');
    const manifest = await run([bytes('latin.jsonl', line)], { out });
    expect(manifest.works[0].replacedBytes).toBe(true);
    expect(manifest.warnings).toContain('1 file with bytes that are no UTF-8; they were replaced in texts');
    expect(await rowsOf(out, 'works', ['title'])).toEqual([{ title: 'caf\ufffd' }]);
  });

  it('is counted where it is empty, and warned of', async () => {
    const empty = ['empty.jsonl', 'empty.gz', 'blank.jsonl'].map((name, i) =>
      bytes(name, i === 0 ? '' : i === 1 ? gzipSync('') : '\n \n'),
    );
    const manifest = await run([...empty, good]);
    expect(manifest.records).toMatchObject({ read: 2, kept: 2, bad: {} });
    expect(manifest.warnings.join()).toMatch(/[123] files? without a work/);
  });
});
