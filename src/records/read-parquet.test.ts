import { createHash } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { fewAndMany } from '../../test/few-and-many.ts';
import { ADDRESSED_WORKS, ODD_WORKS, W } from '../../test/records/odd-works.ts';
import {
  asLines,
  asParquet,
  relationsOfColumns,
  relationsOfParquet,
  takeLeaves,
  worksOf,
} from '../../test/records/relations.ts';
import { DuckDBEngine } from '../engine/duckdb.ts';
import { raw, type Sql, sql } from '../engine/sql.ts';
import { InputError } from '../base/index.ts';
import { EngineFallback } from './engine-fallback.ts';

let engine: DuckDBEngine;
beforeAll(async () => {
  engine = await DuckDBEngine.open({ memory: '1GB' });
});
afterAll(() => engine.close());

/** The rows of a query as a file that is written in another way than ours are. */
async function written(query: Sql, how: string): Promise<string> {
  const file = await asParquet(engine, sql`SELECT 1 AS n`);
  await engine.execute(sql`COPY (${query}) TO ${file} (FORMAT parquet, ${raw(how)})`);
  return file;
}

async function same(file: string, segment = 1_000_000): Promise<number> {
  const expected = await relationsOfParquet(engine, file, segment);
  expect(await relationsOfColumns(engine, file, segment)).toEqual(expected);
  return expected.reduce((sum, { works, mentions }) => sum + works.length + mentions.length, 0);
}

const many = (count: number): object[] =>
  Array.from({ length: count }, (_, i) => ({ ...ODD_WORKS[i % 5], id: `${W}${i + 1}` }));

describe('leaves of Parquet make the rows that the engine makes, with the same codes', () => {
  it('of works in which whatever may differ differs', async () => {
    expect(await same(await asParquet(engine, worksOf(asLines(ODD_WORKS))))).toBe(5 + 12);
  });

  it('of addresses in which whatever may differ differs', async () => {
    const file = await asParquet(engine, worksOf(asLines(ADDRESSED_WORKS)));
    await same(file);
    const [{ mentions, addresses }] = await relationsOfColumns(engine, file);
    const told = new Set(mentions.map((mention) => (mention as { address: number }).address));
    expect(told.size).toBe(addresses.length + 1);
    expect(addresses.length).toBeGreaterThan(10);
  });

  it('of addresses, segment by segment, over groups of rows, with pages that recur', async () => {
    const works = Array.from({ length: 5000 }, (_, i) => ({
      ...ADDRESSED_WORKS[i % ADDRESSED_WORKS.length],
      id: `${W}${i + 1}`,
    }));
    const file = await written(worksOf(asLines(works)), 'ROW_GROUP_SIZE 2048');
    await same(file, 700);
    const [expected] = await relationsOfParquet(engine, file);
    expect(await relationsOfColumns(engine, file, undefined, { mostRemembered: 0 })).toEqual([expected]);
  });

  it.each(['raw_affiliation_strings', 'affiliations', 'institution_ids', 'raw_affiliation_string'])(
    'of addresses without %s',
    async (field) => {
      const strings =
        field === 'raw_affiliation_strings' ? '' : ', raw_affiliation_strings: a.raw_affiliation_strings';
      const fields = ['institution_ids', 'raw_affiliation_string'].filter((each) => each !== field);
      const affiliations =
        field === 'affiliations'
          ? ''
          : `, affiliations: list_transform(a.affiliations, lambda f: {${fields.map((each) => `${each}: f.${each}`).join(', ')}})`;
      const rows = sql`SELECT * REPLACE (list_transform(authorships, lambda a: {author: a.author, institutions: a.institutions,
          countries: a.countries${raw(strings + affiliations)}}) AS authorships) FROM ${worksOf(asLines(ADDRESSED_WORKS))}`;
      await same(await asParquet(engine, rows));
    },
  );

  it('segment by segment, over groups of rows that end elsewhere', async () => {
    const file = await written(worksOf(asLines(many(2500))), 'ROW_GROUP_SIZE 2048');
    expect(await same(file, 700)).toBe(8500);
  });

  it('whatever is remembered of the texts that recur', async () => {
    const file = await written(worksOf(asLines(many(5000))), 'ROW_GROUP_SIZE 2048');
    const [expected] = await relationsOfParquet(engine, file);
    expect(await relationsOfColumns(engine, file, undefined, { mostRemembered: 0 })).toEqual([expected]);
  });

  it.each(['uncompressed', 'snappy', 'gzip', 'zstd', 'brotli', 'lz4_raw'])(
    'whose pages are %s',
    async (codec) => {
      await same(await written(worksOf(asLines(many(300))), `COMPRESSION ${codec}`));
    },
  );

  // Forty of the odd works as Arrow writes them with `data_page_size=64, write_batch_size=3, row_group_size=25`: `first` has
  // dictionaries and pages of version 1.0, `second` plain values, zstd and pages of version 2.0. Some pages are empty.
  it.each(['first', 'second'])('whose pages end anywhere in a work: %s', async (form) => {
    expect(await same(`test/records/pages/${form}.parquet`, 7)).toBe(40 + 8 * 11);
  });

  // Written in the same way: works with five authorships of two authors, so that one id misread is one author more.
  it('whose pages end between authors who are to be united', async () => {
    const file = 'test/records/pages/authors.parquet';
    await same(file, 7);
    const [{ works }] = await relationsOfColumns(engine, file);
    expect(new Set(works.map((work) => (work as { authors: number }).authors))).toEqual(new Set([2]));
  });

  it.each(['2022', 'of a kind that names only', 'without anything but ids and authors'])(
    '%s',
    async (schema) => {
      const columns = {
        '2022': ['id', 'display_name', 'publication_year', 'type', 'host_venue', 'authorships'],
        'of a kind that names only': ['id', 'title', 'topics', 'authorships'],
        'without anything but ids and authors': ['id', 'authorships'],
      }[schema];
      await same(await asParquet(engine, worksOf(asLines(ODD_WORKS), columns)));
    },
  );

  it('where topics stand in the list alone, and their first is null', async () => {
    const topic = (id: number): object => ({ id: `T${id}`, subfield: { id: `subfields/${1900 + id}` } });
    const works = [null, [], [null], [null, topic(3), topic(4)], [topic(4)], [{ id: null }]].map(
      (topics, i) => ({
        id: `${W}${i + 1}`,
        topics,
        primary_topic: i === 4 ? topic(9) : null,
        authorships: [],
      }),
    );
    const file = await asParquet(engine, worksOf(asLines(works)));
    await same(file);
    const [{ topics }] = await relationsOfColumns(engine, file);
    expect(topics.map((each) => (each as { topic: number }).topic)).toEqual([3, 9]);
  });

  it.each(['TIMESTAMP', 'TIMESTAMP_MS', 'TIMESTAMPTZ', 'DATE'])('with dates as %s', async (type) => {
    const rows = sql`SELECT * REPLACE (CAST(CASE WHEN updated_date = '' OR updated_date IS NULL THEN NULL
        ELSE '2026-01-02 03:04:05.678901' END AS ${raw(type)}) AS updated_date) FROM ${worksOf(asLines(many(10)))}`;
    const file = await asParquet(engine, rows);
    await same(file);
    const [{ works }] = await relationsOfColumns(engine, file);
    const told = new Set(works.map((work) => (work as { updated: string | null }).updated));
    const digits = { DATE: '', TIMESTAMP_MS: 'T03:04:05.679000' }[type] ?? 'T03:04:05.678901';
    expect(told).toContain(`2026-01-02${digits}`);
  });

  it('of any works', async () => {
    const name = fc.constantFrom(null, '', ' ', 'A', 'Übung', '大学', 'x'.repeat(60));
    const id = (letter: string): fc.Arbitrary<string | null> =>
      fc.oneof(
        fc.constantFrom(null, '', `${letter}7`, `https://openalex.org/${letter.toLowerCase()}8`, 'nonsense'),
        fc.nat(20).map((n) => `https://openalex.org/${letter}${n}`),
      );
    const many = <T>(each: fc.Arbitrary<T>, maxLength = 3): fc.Arbitrary<(T | null)[] | null> =>
      fc.option(fc.array(fc.option(each, { freq: 9 }), { maxLength }), { freq: 9 });
    const source = fc.record({ id: id('S'), display_name: name, issn_l: name, issn: many(name) });
    const level = fc.option(
      fc.record({ id: fc.constantFrom(null, 'subfields/1904', '19', 'x'), display_name: name }),
    );
    const topic = fc.record({
      id: id('T'),
      display_name: name,
      subfield: level,
      field: level,
      domain: level,
    });
    const institution = fc.record({
      id: id('I'),
      ror: fc.constantFrom(null, 'https://ror.org/02feahw73', 'x'),
      display_name: name,
      country_code: fc.constantFrom(null, 'FR', 'cn', 'China'),
      lineage: many(id('I')),
    });
    const address = fc.constantFrom(
      ...[
        '',
        '\u2003',
        'Univ, Paris, France',
        'Univ, 50923 Köln',
        ' Lyon, France',
        'x\0y, Kyoto, Japan',
        '…',
      ],
    );
    const affiliation = fc.record({
      raw_affiliation_string: fc.option(address),
      institution_ids: many(id('I')),
    });
    const authorship = fc.record({
      raw_affiliation_strings: many(address),
      affiliations: many(affiliation),
      author: fc.option(fc.record({ id: id('A') }), { freq: 9 }),
      institutions: many(institution),
      countries: many(fc.constantFrom('FR', 'cn', 'China')),
    });
    const work = fc.record({
      id: fc.oneof(
        { weight: 9, arbitrary: fc.nat(99).map((n) => `${W}${n}`) },
        { weight: 1, arbitrary: id('W') },
      ),
      title: name,
      display_name: name,
      doi: name,
      type: fc.constantFrom(null, ' ', 'article', 'journal-article'),
      publication_year: fc.option(fc.integer({ min: -3, max: 2 ** 40 })),
      cited_by_count: fc.option(fc.nat()),
      is_retracted: fc.option(fc.boolean()),
      is_authors_truncated: fc.option(fc.boolean()),
      primary_location: fc.option(fc.record({ source: fc.option(source) })),
      host_venue: fc.option(source),
      primary_topic: fc.option(topic),
      topics: many(topic),
      authorships: many(authorship, 5),
      updated_date: name,
    });
    await fc.assert(
      fc.asyncProperty(fc.array(work, { minLength: 1, maxLength: 12 }), async (works) => {
        await same(await asParquet(engine, worksOf(asLines(works))), 7);
      }),
      { numRuns: 15, seed: 9 },
    );
  });
});

const REAL = '../shared/data/works';
describe.skipIf(!existsSync(REAL))(
  `leaves of real records (needs the folder ${REAL})`,
  { tags: 'full' },
  () => {
    it.each(['geoscience-api', 'schema-2026', 'global-health-journals', 'china-international'])(
      '%s make the rows that the engine makes',
      async (name) => {
        const file = await asParquet(engine, sql`SELECT * FROM read_json(${join(REAL, `${name}.jsonl.gz`)})`);
        await same(file, name === 'china-international' ? 20_000 : 2000);
      },
    );
  },
);

describe('a report on leaves', () => {
  it('tells bytes, hash, and works without an id', async () => {
    const records = [{ id: null }, { id: 'https://openalex.org/A1' }, { id: `${W}3` }, { id: 'W0' }];
    const file = await asParquet(engine, worksOf(asLines(records)));
    const bytes = readFileSync(file);
    const rows: number[] = [];
    const report = await takeLeaves(
      file,
      (_, count) => {
        rows.push(count);
        return Promise.resolve();
      },
      3,
    );
    expect(report).toEqual({
      bytes: bytes.length,
      sha256: createHash('sha256').update(bytes).digest('hex'),
      records: 1,
      bad: { 'no OpenAlex work id': 3 },
      examples: [],
      parsed: 0,
      replacedBytes: false,
    });
    expect(rows).toEqual([3, 1]);
  });
});

/** The row from which on a file is left to the engine, or null. */
async function leftFrom(file: string, segment = 1_000_000): Promise<number | null> {
  try {
    await takeLeaves(file, () => Promise.resolve(), segment);
    return null;
  } catch (error) {
    if (error instanceof EngineFallback) return error.row;
    throw error;
  }
}

describe('a file is left to the engine', () => {
  it.each([
    ["SELECT 'W1' AS id"],
    ["SELECT 'W1' AS id, 7 AS authorships"],
    ["SELECT 'W1' AS id, [{'name': 'x'}] AS authorships"],
    ["SELECT 'W1' AS id, [{'author': 'A1'}] AS authorships"],
    ["SELECT 'W1' AS id, [{'author': {'id': 'A1'}}] AS authorships, '2015' AS publication_year"],
    ["SELECT 'W1' AS id, [{'author': {'id': 'A1'}}] AS authorships, 2015.0 AS publication_year"],
    ["SELECT 'W1' AS id, [{'author': {'id': 'A1'}}] AS authorships, CAST(1 AS UINTEGER) AS cited_by_count"],
    ["SELECT 'W1' AS id, [{'author': {'id': 'A1'}}] AS authorships, CAST('{}' AS JSON) AS host_venue"],
    [
      "SELECT 'W1' AS id, [{'author': {'id': 'A1'}}] AS authorships, CAST(now() AS TIMESTAMP_NS) AS updated_date",
    ],
    ["SELECT 'W1' AS id, [{'author': {'id': 1}}] AS authorships"],
  ])('where its columns are others: %s', async (query) => {
    expect(await leftFrom(await asParquet(engine, sql`${raw(query)}`))).toBe(0);
  });

  it('where it is written in encodings of the format’s second version', async () => {
    expect(await leftFrom(await written(worksOf(asLines(many(3000))), 'PARQUET_VERSION v2'))).toBe(0);
  });

  it('from the first segment on that is not sure', async () => {
    // Ids that are the same stand in a dictionary, the others in an encoding of the format's second version.
    const rows = sql`SELECT CASE WHEN i < 2048 THEN 'W1' ELSE 'W' || i END AS id,
      [{'author': {'id': 'A1'}}] AS authorships FROM (SELECT unnest(range(4096)) AS i)`;
    const file = await written(rows, 'ROW_GROUP_SIZE 2048, PARQUET_VERSION v2');
    expect(await leftFrom(file, 1000)).toBe(2000);
  });

  it('where it is cut short, empty or no Parquet', async () => {
    const file = await asParquet(engine, worksOf(asLines(ODD_WORKS)));
    const bytes = readFileSync(file);
    for (const content of [
      bytes.subarray(0, -100),
      Buffer.alloc(0),
      Buffer.from('PAR1'),
      Buffer.from('{"id": "W1"}\n'),
    ]) {
      writeFileSync(file, content);
      expect(await leftFrom(file)).toBe(0);
    }
  });

  fewAndMany(
    'where its bytes are damaged, or they mean to it what they mean to the engine',
    { few: 20, many: 60 },
    async (numRuns) => {
      const file = await written(worksOf(asLines(many(60))), 'COMPRESSION uncompressed');
      const bytes = readFileSync(file);
      const footer = bytes.readUInt32LE(bytes.length - 8) + 8;
      const ends = { left: 0, same: 0, refused: 0 };
      const change = async (at: number, by: number): Promise<void> => {
        const changed = Buffer.from(bytes);
        changed[at] ^= by;
        writeFileSync(file, changed);
        const own = await relationsOfColumns(engine, file).catch((error: unknown) => error);
        if (own instanceof EngineFallback) {
          ends.left++;
          return;
        }
        const expected = await relationsOfParquet(engine, file).catch((error: unknown) => error);
        if (expected instanceof InputError) ends.refused++;
        else {
          expect(own).toEqual(expected);
          ends.same++;
        }
      };
      const anywhere = fc.integer({ min: 4, max: bytes.length - footer - 1 });
      await fc.assert(fc.asyncProperty(anywhere, fc.integer({ min: 1, max: 255 }), change), {
        numRuns,
        seed: 5,
      });
      expect(ends.left).toBeGreaterThan(numRuns / 12);
      expect(ends.same).toBeGreaterThan(numRuns / 12);
      // The engine reads columns that are not used, too, and all of a page's header.
      expect(ends.refused).toBeLessThan(numRuns / 3);
    },
  );

  it('where a page claims more entries than its column has', async () => {
    const query = sql`SELECT 'W1' AS id, [{'author': {'id': 'A1'}}] AS authorships`;
    const file = await written(query, 'COMPRESSION uncompressed');
    const bytes = readFileSync(file);
    // In the header of a page: field 5 is a struct whose first is the number of entries, one, in zigzag.
    const at = bytes.indexOf(Buffer.from([0x2c, 0x15, 0x02])) + 2;
    expect(at).toBeGreaterThan(4);
    bytes[at] = 0x7e;
    writeFileSync(file, bytes);
    expect(await leftFrom(file)).toBe(0);
  });

  it('but an error of whoever takes its segments is told as it is', async () => {
    const file = await asParquet(engine, worksOf(asLines(ODD_WORKS)));
    await expect(takeLeaves(file, () => Promise.reject(new Error('no room')))).rejects.toThrow('no room');
  });
});
