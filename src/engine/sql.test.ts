import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { DuckDBEngine } from './duckdb.ts';
import { every, join, list, name, raw, sql, type SqlValue } from './sql.ts';

let engine: DuckDBEngine;
beforeAll(async () => {
  engine = await DuckDBEngine.open();
});
afterAll(() => engine.close());

const valueOf = async (value: SqlValue): Promise<unknown> =>
  (await engine.query<{ v: unknown }>(sql`SELECT ${value} AS v`))[0].v;

describe('a value in a statement', () => {
  it.each([
    '',
    "it's",
    "''; DROP TABLE t; --",
    'back\\slash \\n \\',
    '"quoted"',
    'line\nbreak\ttab',
    'a\0b',
    "\0'\0",
    '北京 𠮷 é',
    '${x} $1 ? :name',
    '/* */ -- ;',
  ])('comes out as it went in: %j', async (value) => {
    expect(await valueOf(value)).toBe(value);
  });

  it('comes out as it went in, whatever the text', async () => {
    const texts = fc.array(fc.string({ unit: 'binary', maxLength: 8 }), { minLength: 1, maxLength: 20 });
    await fc.assert(
      fc.asyncProperty(texts, async (values) => {
        expect(await engine.query(sql`SELECT [${list(values)}] AS v`)).toEqual([{ v: values }]);
      }),
      { numRuns: 100, seed: 7 },
    );
  });

  it.each([
    0,
    7,
    -7,
    2015,
    0.1,
    -0.5,
    1e-7,
    1e21,
    1.7976931348623157e308,
    5e-324,
    2 ** 53 - 1,
    true,
    false,
    null,
  ])('comes out as it went in: %s', async (value) => {
    expect(await valueOf(value)).toBe(value);
  });

  it('that is a bigint keeps every digit', async () => {
    for (const value of [2n ** 53n + 1n, -(2n ** 63n), 2n ** 127n - 1n]) {
      expect(await engine.query(sql`SELECT CAST(${value} AS VARCHAR) AS v, typeof(${value}) AS t`)).toEqual([
        { v: String(value), t: value > 2n ** 63n ? 'HUGEINT' : 'BIGINT' },
      ]);
    }
  });

  it('that is negative does not become a comment after a minus', async () => {
    expect(await engine.query(sql`SELECT 5 -${-2} AS a, 5 -${-2n} AS b, 5 -${-0} AS c`)).toEqual([
      { a: 7, b: 7, c: 5 },
    ]);
  });

  it.each([
    undefined,
    NaN,
    Infinity,
    -Infinity,
    2n ** 127n,
    -(2n ** 127n) - 1n,
    {},
    [1, 2],
    new Date(0),
    Symbol('x'),
  ])('that SQL cannot say is refused: %s', (value) => {
    expect(() => sql`SELECT ${value as SqlValue}`).toThrow(/no SQL (literal|type)/);
    expect(() => list([1, value as SqlValue])).toThrow(/no SQL (literal|type)/);
  });
});

describe('pieces of a statement', () => {
  it('are put in as they are, at any depth', async () => {
    const inner = sql`v = ${"a'b"}`;
    const conditions = every([inner, sql`TRUE OR FALSE`, every([])]);
    expect(
      await engine.query(
        sql`SELECT count(*) AS n FROM (SELECT ${"a'b"} AS v) AS s WHERE ${conditions} AND NOT (${every([sql`FALSE`])})`,
      ),
    ).toEqual([{ n: 1 }]);
    expect(join([sql`a`, sql`${'b'}`, raw('c')], ', ').text).toBe("a, 'b', c");
  });

  it('joined by AND keep each its own OR', async () => {
    const condition = every([sql`TRUE OR TRUE`, sql`FALSE`]);
    expect(await engine.query(sql`SELECT ${condition} AS v`)).toEqual([{ v: false }]);
  });

  it.each(['plain', 'with space', 'with "quotes"', "it's", 'select', 'a.b', 'Größe', '; --'])(
    'that are names are names: %s',
    async (identifier) => {
      const rows = await engine.query(
        sql`SELECT ${name(identifier)} FROM (SELECT 1 AS ${name(identifier)}) AS ${name(identifier)}`,
      );
      expect(rows).toEqual([{ [identifier]: 1 }]);
    },
  );

  it('cannot be named with a NUL', () => {
    expect(() => name('a\0b')).toThrow(/no SQL identifier/);
  });

  it('that list nothing match nothing', async () => {
    expect(await engine.query(sql`SELECT count(*) AS n FROM range(3) WHERE range IN (${list([])})`)).toEqual([
      { n: 0 },
    ]);
    expect(
      await engine.query(sql`SELECT count(*) AS n FROM range(3) WHERE range IN (${list([0, 2, null])})`),
    ).toEqual([{ n: 2 }]);
  });
});
