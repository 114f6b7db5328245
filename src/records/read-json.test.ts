import { existsSync, mkdtempSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gunzipSync, gzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { worksIn } from '../../test/records/relations.ts';
import { DuckDBEngine } from '../engine/duckdb.ts';
import { sql } from '../engine/sql.ts';
import { InputError, render } from '../base/index.ts';
import { type FileReport, readJson } from './read-json.ts';
import { readRelation } from './relations.ts';
import { detectFormat } from './detect-format.ts';

let engine: DuckDBEngine;
beforeAll(async () => {
  engine = await DuckDBEngine.open();
});
afterAll(() => engine.close());

interface Read {
  readonly report: FileReport;
  /** Rows of each segment handed over. */
  readonly segments: readonly number[];
  /** Work ids in the order of the rows. */
  readonly works: readonly number[];
}

async function read(content: string | Uint8Array, segment = 1000): Promise<Read> {
  const folder = mkdtempSync(join(tmpdir(), 'read-json-'));
  const path = join(folder, 'works');
  writeFileSync(path, content);
  return readPath(path, segment, folder);
}

async function readPath(path: string, segment: number, folder: string): Promise<Read> {
  const segments: number[] = [];
  const works: number[] = [];
  let asked = Promise.resolve();
  const report = await readJson({
    path,
    format: detectFormat(path),
    beside: false,
    folder: join(folder, 'segments'),
    segment,
    onBytes: () => undefined,
    onSegment: (at, rows) => {
      segments.push(rows);
      // Whole by now, and asked one after the other, so that the works come in their order.
      asked = asked.then(async () => void works.push(...(await worksIn(engine, at))));
      return asked;
    },
  });
  return { report, segments, works };
}

/** The institutions that are mentioned in a file of one segment. */
async function mentionedIn(content: string): Promise<{ kinds: object[] }> {
  const folder = mkdtempSync(join(tmpdir(), 'read-json-'));
  const path = join(folder, 'works');
  writeFileSync(path, content);
  let kinds: object[] = [];
  await readJson({
    path,
    format: detectFormat(path),
    beside: false,
    folder: join(folder, 'segments'),
    segment: 1000,
    onBytes: () => undefined,
    onSegment: async (at) => {
      kinds = await engine.query(
        sql`SELECT i.kind, i.name, i.country FROM (${readRelation(at, 'mentions')}) m
          JOIN (${readRelation(at, 'institutions')}) i ON i.code = m.institution`,
      );
    },
  });
  return { kinds };
}

async function fault(content: string | Uint8Array): Promise<InputError> {
  const error: unknown = await read(content).catch((caught: unknown) => caught);
  if (!(error instanceof InputError)) throw new Error('an InputError was expected', { cause: error });
  expect(render(error.detail, 'zh')).toMatch(/\p{Script=Han}.*。$/su);
  return error;
}

const work = (n: number, more: object = {}): string =>
  JSON.stringify({
    id: `https://openalex.org/W${n}`,
    display_name: `Work ${n}`,
    publication_year: 2020,
    ...more,
  });
const lines = (...numbers: number[]): string => numbers.map((n) => `${work(n)}\n`).join('');
const page = (...numbers: number[]): object => ({
  meta: { count: 9, next_cursor: null },
  results: numbers.map((n) => JSON.parse(work(n)) as object),
});

describe('works are read, whatever they come in', () => {
  it.each<[string, string | Uint8Array]>([
    ['lines', lines(1, 2, 3)],
    ['lines without an end to the last', lines(1, 2, 3).trimEnd()],
    ['lines with CRLF', lines(1, 2, 3).replaceAll('\n', '\r\n')],
    ['lines with blank ones between', lines(1, 2, 3).replaceAll('\n', '\n \r\n\n')],
    ['lines after a byte-order mark', `\ufeff${lines(1, 2, 3)}`],
    ['gzip', gzipSync(lines(1, 2, 3))],
    ['gzip of a byte-order mark and lines', gzipSync(`\ufeff${lines(1, 2, 3)}`)],
    [
      'gzip of several members, cut within a line',
      Buffer.concat([
        gzipSync(''),
        gzipSync(lines(1, 2).slice(0, 99)),
        gzipSync(lines(1, 2).slice(99)),
        gzipSync(lines(3)),
      ]),
    ],
    ['an answer of the API', JSON.stringify(page(1, 2, 3))],
    ['an answer of the API, printed out', JSON.stringify(page(1, 2, 3), null, 2)],
    ['answers of the API, one a line', `${JSON.stringify(page(1))}\n${JSON.stringify(page(2, 3))}\n`],
    ['an array', `[${work(1)},${work(2)},\n${work(3)}]`],
    [
      'an array, printed out, after a byte-order mark',
      `\ufeff${JSON.stringify(page(1, 2, 3), null, 2).slice(0)}`,
    ],
  ])('%s', async (_, content) => {
    const { report, works } = await read(content);
    expect(works).toEqual([1, 2, 3]);
    expect(report).toMatchObject({ records: 3, bad: {}, examples: [], replacedBytes: false });
  });

  it.each<[string, string | Uint8Array]>([
    ['an empty file', ''],
    ['an empty gzip', gzipSync('')],
    ['a file of blank lines', '\n\n'],
    ['an answer without results', JSON.stringify(page())],
    ['an empty array', '[]'],
  ])('%s holds no work and makes no segment', async (_, content) => {
    expect(await read(content)).toMatchObject({ report: { records: 0, bad: {} }, segments: [], works: [] });
  });

  it('reports size and hash of the file as it lies on the disk', async () => {
    const { report } = await read(gzipSync(lines(1), { level: 0 }));
    expect(report.bytes).toBe(gzipSync(lines(1), { level: 0 }).length);
    expect(report.sha256).toMatch(/^[0-9a-f]{64}$/);
  });

  it('reads a line of 40 MB', { tags: 'full' }, async () => {
    const index = Object.fromEntries(Array.from({ length: 1_600_000 }, (_, i) => [`word${i}`, [i, i + 1]]));
    const content = lines(1) + `${work(2, { abstract_inverted_index: index })}\n` + lines(3);
    expect(content.length).toBeGreaterThan(40e6);
    expect(await read(gzipSync(content, { level: 1 }))).toMatchObject({
      report: { records: 3, bad: {}, parsed: 0 },
      works: [1, 2, 3],
    });
  });
});

describe('what cannot be used is counted, with its line', () => {
  it.each([
    ['a broken line', '{"id":"https://openalex.org/W7","display', 'not JSON'],
    ['a line that is no object', '[1]', 'not a JSON object'],
    ['a work without id', '{"display_name":"x"}', 'no OpenAlex work id'],
    ['a work whose id is another thing', '{"id":"https://openalex.org/A5"}', 'no OpenAlex work id'],
    ['a year that is text', work(7, { publication_year: '2020' }), 'wrong type: publication_year'],
    ['a year with a fraction', work(7, { publication_year: 2020.5 }), 'wrong type: publication_year'],
    ['a year beyond all years', work(7, { publication_year: 2 ** 31 }), 'too large: publication_year'],
    ['authorships that are no list', work(7, { authorships: {} }), 'wrong type: authorships'],
    ['a title that is a number', work(7, { title: 1 }), 'wrong type: title'],
    ['a topic that is a name', work(7, { primary_topic: 'Optics' }), 'wrong type: primary_topic'],
    ['topics that are one', work(7, { topics: { id: 'T1' } }), 'wrong type: topics'],
    ['a source that is a name', work(7, { primary_location: { source: 'Nature' } }), 'wrong type: source'],
    ['a mark that is a flag', work(7, { synthetic: true }), 'wrong type: synthetic'],
    [
      'institutions that are no list',
      work(7, { authorships: [{ institutions: 'MIT' }] }),
      'wrong type: institutions',
    ],
    ['a flag that is text', work(7, { is_retracted: 'false' }), 'wrong type: is_retracted'],
  ])('%s', async (_, line, reason) => {
    const { report, works } = await read(`${lines(1, 2)}\r\n${line}\n${lines(3)}`);
    expect(works).toEqual([1, 2, 3]);
    expect(report).toMatchObject({ records: 3, bad: { [reason]: 1 }, examples: [{ line: 4, reason }] });
  });

  it('names the first twenty and counts them all', async () => {
    const { report } = await read(lines(1) + '{"id":3}\n'.repeat(30));
    expect(report.bad).toEqual({ 'no OpenAlex work id': 30 });
    expect(report.examples.map(({ line }) => line)).toEqual(Array.from({ length: 20 }, (_, i) => i + 2));
  });

  it('names the place in a JSON array', async () => {
    const { report } = await read(`[${work(1)}, ${work(2)}, {"id": 3}]`);
    expect(report.examples).toEqual([{ line: 3, reason: 'no OpenAlex work id' }]);
  });

  it('replaces bytes that are no UTF-8, and says so', async () => {
    const broken = Buffer.from(lines(1, 2).replace('Work 2', 'W\xe9rk 2'), 'latin1');
    expect(await read(broken)).toMatchObject({
      report: { records: 2, replacedBytes: true, bad: {} },
      works: [1, 2],
    });
    expect((await read(lines(1).replace('Work', 'Wérk'))).report.replacedBytes).toBe(false);
    const document = Buffer.from(`[${work(1, { title: 'W\xe9rk' })}]`, 'latin1');
    expect((await read(document)).report.replacedBytes).toBe(true);
  });
});

describe('a file that cannot be trusted ends with an error that names it', () => {
  const many = gzipSync(lines(...Array.from({ length: 5000 }, (_, i) => i + 1)));

  it('a gzip cut short, and near which line', async () => {
    const error = await fault(many.subarray(0, many.length - 1000));
    expect(error.message).toMatch(/:\d+: is a gzip file cut short\. Get it again/);
    expect(error.line).toBeGreaterThan(2000);
  });

  it.each([8, 1])('a gzip that lacks its last %i bytes', async (missing) => {
    expect((await fault(many.subarray(0, many.length - missing))).message).toMatch(/cut short/);
  });

  it('a gzip whose CRC is wrong', async () => {
    const damaged = Buffer.from(many);
    damaged[damaged.length - 8] ^= 1;
    expect((await fault(damaged)).message).toMatch(/damaged gzip file \(“incorrect data check”\)/);
  });

  it('a gzip whose length is wrong', async () => {
    const damaged = Buffer.from(many);
    damaged[damaged.length - 4] ^= 1;
    expect((await fault(damaged)).message).toMatch(/damaged gzip file \(“incorrect length check”\)/);
  });

  it('a gzip damaged in a later member', async () => {
    const second = Buffer.from(many);
    second[second.length - 8] ^= 1;
    expect((await fault(Buffer.concat([many, second]))).message).toMatch(/incorrect data check/);
  });

  it.each<[string, Buffer, RegExp]>([
    ['zeros', Buffer.alloc(512), /gzip file with zeros after its end/],
    ['something else', Buffer.from('something else'), /damaged gzip file \(“incorrect header check”\)/],
    ['the start of another gzip', gzipSync('x').subarray(0, 5), /gzip file cut short/],
  ])('a gzip followed by %s', async (_, tail, message) => {
    expect((await fault(Buffer.concat([many, tail]))).message).toMatch(message);
  });

  it.each<[string, string, RegExp]>([
    [
      'an error answer of the API',
      '{"error":"Invalid query parameters","message":"no such filter"}',
      /error response of the API: no such filter\. Fetch/,
    ],
    ['one without a message', '{"error":429}', /error response of the API: 429\./],
    [
      'institutions of ROR, one a line',
      '{"id":"https://ror.org/041kmwe10","names":[]}\n',
      /institutions of ROR.*--institutions/,
    ],
    [
      'institutions of ROR in an array',
      '[{"id":"https://ror.org/041kmwe10","name":"x"}]',
      /institutions of ROR/,
    ],
    [
      'institutions of OpenAlex',
      '{"id":"https://openalex.org/I5","ror":null}\n',
      /institutions of OpenAlex.*--institutions/,
    ],
    ['authors of OpenAlex', '{"id":"https://openalex.org/A5"}\n', /OpenAlex records of kind A/],
    ['a document that breaks off', '[\n{"id":', /is not JSON \(/],
  ])('%s', async (_, content, message) => {
    expect((await fault(content)).message).toMatch(message);
  });
});

describe('a file that was cut or damaged', () => {
  const many = (count: number): string => lines(...Array.from({ length: count }, (_, i) => i + 1));
  const answer = `{"meta":{"count":250},"results":[${[2, 3, 4].map((n) => work(n)).join(',')}`;

  it.each([
    [
      'its last line is broken',
      `${many(500)}{"id":"https://openal`,
      /works:501: breaks off: its last line is not JSON\./,
    ],
    ['the last line ends all the same', `${many(500)}{"id":\n\n`, /works:501: breaks off/],
    [
      'one line in fifty is broken',
      many(1000) + '{\n'.repeat(20) + lines(1),
      /works:1001: has 20 lines that are not JSON, of 1021/,
    ],
    [
      'most of a few lines are broken',
      `${lines(1)}{\n{\n{\n${lines(2)}`,
      /:2: has 3 lines that are not JSON, of 5/,
    ],
    ['it is one answer of the API', answer, /:1: holds an answer of the API that breaks off\./],
    [
      'an answer among others is cut',
      `${lines(1)}${answer}\n${lines(5)}`,
      /:2: holds an answer of the API that breaks off\./,
    ],
  ])('is refused where %s', async (_, content, message) => {
    expect((await fault(content)).message).toMatch(message);
    expect((await fault(gzipSync(content))).message).toMatch(message);
  });

  it('is not one that has a few broken lines among many', async () => {
    const { report, works } = await read(`${many(700)}${'{\n'.repeat(8)}${lines(701)}`, 10_000);
    expect(report).toMatchObject({ records: 701, bad: { 'not JSON': 8 } });
    expect(works).toHaveLength(701);
  });
});

describe('lines that begin with a value that is no record', () => {
  it.each(['null', '17', '"id"', 'null\nnull', '{"id":'])('are lines: %s', async (first) => {
    const { works, report } = await read(`${first}\n${lines(1, 2)}`);
    expect(works).toEqual([1, 2]);
    expect(Object.keys(report.bad)).toEqual([first === '{"id":' ? 'not JSON' : 'not a JSON object']);
  });
});

describe('the placeholder that stands where OpenAlex found no institution', () => {
  it('is no institution, whatever is written beside it', async () => {
    const placeholder = {
      id: 'https://openalex.org/I-1',
      display_name: 'Unknown',
      ror: null,
      country_code: null,
    };
    const line = work(1, {
      authorships: [
        { author: { id: 'https://openalex.org/A1' }, institutions: [placeholder], countries: ['CN'] },
      ],
    });
    for (const content of [line, `[${line}]`]) {
      const { kinds } = await mentionedIn(content);
      expect(kinds).toEqual([{ kind: 'none', name: null, country: 'CN' }]);
    }
  });
});

describe('segments', () => {
  it.each([
    [1, [1, 1, 1, 1]],
    [2, [2, 2]],
    [3, [3, 1]],
    [4, [4]],
    [5, [4]],
  ])('of at most %i records hold all works in order', async (segment, rows) => {
    const { segments, works } = await read(lines(4, 3, 2, 1), segment);
    expect(segments).toEqual(rows);
    expect(works).toEqual([4, 3, 2, 1]);
  });
});

const REAL = '../shared/data/works';
/** Works of other sources lie there, too. */
const ofOpenAlex = (name: string): boolean =>
  gunzipSync(readFileSync(join(REAL, name)))
    .toString('latin1', 0, 4000)
    .includes('openalex.org/W');
describe.skipIf(!existsSync(REAL))(`on real files (needs the folder ${REAL})`, { tags: 'full' }, () => {
  it('an answer of the API gives the works it lists', async () => {
    const path = join(REAL, 'api-page.json');
    const { results } = JSON.parse(readFileSync(path, 'utf8')) as { results: { id: string }[] };
    const { works, report } = await readPath(path, 1000, mkdtempSync(join(tmpdir(), 'read-json-')));
    expect(works).toEqual(results.map(({ id }) => Number(id.split('W')[1])));
    expect(report.bad).toEqual({});
  });

  it.each(
    readdirSync(existsSync(REAL) ? REAL : '.').filter(
      (name) => name.endsWith('.jsonl.gz') && ofOpenAlex(name),
    ),
  )('%s gives one record a line, none of them the slow way', async (name) => {
    const path = join(REAL, name);
    const count = gunzipSync(readFileSync(path)).toString('latin1').trimEnd().split('\n').length;
    const { report, works } = await readPath(path, 5000, mkdtempSync(join(tmpdir(), 'read-json-')));
    expect(report).toMatchObject({ records: count, bad: {}, parsed: 0, replacedBytes: false });
    expect(works).toHaveLength(count);
  });
});
