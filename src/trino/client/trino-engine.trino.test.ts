import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { parquet } from '../../engine/dialect.ts';
import { DuckDBEngine } from '../../engine/duckdb.ts';
import { raw, sql } from '../../engine/sql.ts';
import { TrinoEngine, TrinoError, type TrinoProgress } from './trino-engine.ts';

/** Long enough to be stopped: every pair of sixty thousand lines. */
const SLOW = sql`SELECT count(*) AS n FROM tpch.tiny.lineitem a, tpch.tiny.lineitem b WHERE a.partkey * b.suppkey = 7`;

const { server } = inject('trino');
const told: TrinoProgress[] = [];
let engine: TrinoEngine;
let duckdb: DuckDBEngine;
beforeAll(async () => {
  engine = await TrinoEngine.open(
    { server, user: 'tester', catalog: 'hive', schema: 'engine' },
    { progress: (progress) => told.push(progress) },
  );
  await engine.execute(sql`CREATE SCHEMA IF NOT EXISTS hive.engine`);
  duckdb = await DuckDBEngine.open();
});
afterAll(async () => {
  await engine.execute(sql`DROP SCHEMA hive.engine CASCADE`);
  engine.close();
  duckdb.close();
});

const said = async (expression: string): Promise<unknown> =>
  (await engine.query<{ v: unknown }>(sql`SELECT ${raw(expression)} AS v`))[0].v;
const fault = async (text: string): Promise<TrinoError> => {
  const error: unknown = await engine.query(sql`${raw(text)}`).then(
    () => null,
    (caught: unknown) => caught,
  );
  if (!(error instanceof TrinoError)) throw new Error('a TrinoError was expected', { cause: error });
  return error;
};

it('the cluster has two workers, and says which Trino it is', async () => {
  expect(engine.version).toMatch(/^Trino \d+$/);
  const nodes = await engine.query<{ coordinator: boolean }>(
    sql`SELECT coordinator FROM system.runtime.nodes WHERE state = 'active'`,
  );
  expect(nodes.map(({ coordinator }) => coordinator).sort()).toEqual([false, false, true]);
});

describe('a value', () => {
  it.each([
    ['NULL', 'NULL'],
    ['TRUE', 'TRUE'],
    ["'text ''quoted'' 张'", "'text ''quoted'' 张'"],
    ['CAST(9007199254740991 AS BIGINT)', 'CAST(9007199254740991 AS BIGINT)'],
    ['CAST(-7 AS SMALLINT)', 'CAST(-7 AS SMALLINT)'],
    ['CAST(0.1 AS DOUBLE)', 'CAST(0.1 AS DOUBLE)'],
    ['1e20', '1e20'],
    ['1e300', '1e300'],
    ['1.2345678901234567e-5', '1.2345678901234567e-5'],
    ['CAST(0.1 AS REAL)', 'CAST(0.1 AS REAL)'],
    ['nan()', "CAST('NaN' AS DOUBLE)"],
    ['-infinity()', "CAST('-Infinity' AS DOUBLE)"],
    ["DECIMAL '12.50'", 'CAST(12.50 AS DECIMAL(9, 2))'],
    ["DECIMAL '90071992547409.91'", 'CAST(90071992547409.91 AS DECIMAL(18, 2))'],
    ["DATE '2020-01-02'", "DATE '2020-01-02'"],
    ["DATE '0999-12-31'", "DATE '0999-12-31'"],
    ["TIMESTAMP '2020-01-02 03:04:00'", "TIMESTAMP '2020-01-02 03:04:00'"],
    ["TIMESTAMP '2020-01-02 03:04:05.678901'", "TIMESTAMP '2020-01-02 03:04:05.678901'"],
    ["TIME '01:02:30.500'", "TIME '01:02:30.5'"],
    ["UUID '6ba7b810-9dad-11d1-80b4-00c04fd430c8'", "CAST('6ba7b810-9dad-11d1-80b4-00c04fd430c8' AS UUID)"],
    ["X'00ff4122'", "'\\x00\\xFFA\\x22'::BLOB"],
    ['ARRAY[1, NULL, 3]', '[1, NULL, 3]'],
    ["ARRAY[ARRAY[DATE '2020-01-02']]", "[[DATE '2020-01-02']]"],
    [
      "CAST(ROW(1, ARRAY[ROW('x', nan())]) AS ROW(a BIGINT, b ARRAY(ROW(c VARCHAR, d DOUBLE))))",
      "{'a': 1, 'b': [{'c': 'x', 'd': CAST('NaN' AS DOUBLE)}]}",
    ],
    ["MAP(ARRAY['a', 'b'], ARRAY[1, NULL])", "MAP {'a': 1, 'b': NULL}"],
  ])('%s is what DuckDB says of it', async (expression, theirs) => {
    const [{ v }] = await duckdb.query<{ v: unknown }>(sql`SELECT ${raw(theirs)} AS v`);
    expect(await said(expression)).toEqual(v);
  });

  it('of more digits than a number keeps is refused', async () => {
    await expect(said('CAST(9007199254740993 AS BIGINT)')).rejects.toThrow('holds 9007199254740993, beyond');
    await expect(said("DECIMAL '900719925474099.30'")).rejects.toThrow('holds 900719925474099.30, beyond');
  });

  it('of a literal comes back as it went', async () => {
    const text = 'a\'b"c\\d\n\0é😀%';
    const [row] = await engine.query(
      sql`SELECT ${text} AS t, ${-5} AS n, ${12345678901n} AS l, ${false} AS b, ${null} AS x`,
    );
    expect(row).toEqual({ t: text, n: -5, l: 12345678901, b: false, x: null });
  });
});

describe('many rows', () => {
  it('come whole and in order, over many answers', async () => {
    told.length = 0;
    let pages = 0;
    const keys: number[] = [];
    await engine.stream(
      sql`SELECT orderkey, comment FROM tpch.tiny.lineitem ORDER BY orderkey`,
      (_, rows) => {
        pages++;
        for (const [key] of rows) keys.push(key as number);
      },
    );
    expect(keys).toHaveLength(60_175);
    expect(keys).toEqual([...keys].sort((a, b) => a - b));
    expect(pages).toBeGreaterThan(1);
    expect(told.at(-1)).toMatchObject({ state: 'FINISHED', rows: 60_175 });
    expect(told.at(-1)!.splits.done).toBe(told.at(-1)!.splits.known);
  });

  it('come home into a file that holds every digit', async () => {
    const file = join(mkdtempSync(join(tmpdir(), 'trino-')), 'rows.parquet');
    const made = sql`
      SELECT CAST(orderkey + 9007199254740993 AS BIGINT) AS big, CAST(totalprice AS DECIMAL(18, 2)) AS price,
        orderdate AS day, CAST(orderdate AS TIMESTAMP(6)) AS moment, comment,
        CASE WHEN orderkey % 2 = 0 THEN CAST(ROW(orderkey, ARRAY[orderdate]) AS ROW(k BIGINT, d ARRAY(DATE))) END AS nested,
        MAP(ARRAY[orderkey], ARRAY['x']) AS pairs, nan() AS nothing, X'00ff' AS bytes
      FROM tpch.tiny.orders ORDER BY orderkey DESC`;
    expect(await engine.download(made, file)).toBe(15_000);
    const types = await duckdb.query(
      sql`SELECT column_name, column_type FROM (DESCRIBE SELECT * FROM ${parquet([file])})`,
    );
    expect(Object.fromEntries(types.map((row) => Object.values(row)))).toEqual({
      big: 'BIGINT',
      price: 'DECIMAL(18,2)',
      day: 'DATE',
      moment: 'TIMESTAMP',
      comment: 'VARCHAR',
      nested: 'STRUCT(k BIGINT, d DATE[])',
      pairs: 'MAP(BIGINT, VARCHAR)',
      nothing: 'DOUBLE',
      bytes: 'BLOB',
    });
    const [sums] = await duckdb.query(sql`
      SELECT CAST(sum(big - 9007199254740993) AS BIGINT) AS keys, CAST(sum(price) AS VARCHAR) AS price,
        CAST(min(day) AS VARCHAR) AS day, count(nested) AS nested, CAST(sum(nested.k) AS BIGINT) AS k,
        count(*) FILTER (nothing <> 'NaN'::DOUBLE OR nested.d[1] <> day OR moment <> day OR bytes <> '\\x00\\xFF'::BLOB) AS wrong
      FROM ${parquet([file])}`);
    const [theirs] = await engine.query(sql`
      SELECT sum(orderkey) AS keys, CAST(sum(CAST(totalprice AS DECIMAL(18, 2))) AS VARCHAR) AS price,
        CAST(min(orderdate) AS VARCHAR) AS day, count_if(orderkey % 2 = 0) AS nested,
        sum(CASE WHEN orderkey % 2 = 0 THEN orderkey END) AS k, 0 AS wrong
      FROM tpch.tiny.orders`);
    expect(sums).toEqual(theirs);
    const first = await duckdb.query(sql`SELECT CAST(big AS VARCHAR) AS big FROM ${parquet([file])} LIMIT 1`);
    expect(first).toEqual([{ big: '9007199254800993' }]);
  });
});

describe('a statement that fails', () => {
  it.each([
    ['SELECT * FROM nowhere', 'TABLE_NOT_FOUND', /^line 1:15: Table 'hive\.engine\.nowhere' does not exist/],
    ['SELECT * FROM nope.a.b', 'CATALOG_NOT_FOUND', /Catalog 'nope' not found/],
    ['SELECT nope', 'COLUMN_NOT_FOUND', /Column 'nope' cannot be resolved/],
    ['SELEC', 'SYNTAX_ERROR', /mismatched input 'SELEC'/],
    [
      'SELECT 1 / (orderkey - 7) FROM tpch.tiny.orders',
      'DIVISION_BY_ZERO',
      /^Division by zero \(Trino: DIVISION_BY_ZERO, \d{8}_\d{6}_\d{5}_\w{5}\)$/,
    ],
  ])('%s says so in the words of Trino', async (text, code, message) => {
    const error = await fault(text);
    expect(error.message).toMatch(message);
    expect(error).toMatchObject({ code, statement: text });
  });

  it('leaves those beside it alone', async () => {
    const [one, broken, two] = await Promise.allSettled([
      engine.query(sql`SELECT 1 AS v`),
      engine.query(sql`SELECT 1 / 0 AS v`),
      engine.query(sql`SELECT 2 AS v`),
    ]);
    expect([one, two]).toMatchObject([{ value: [{ v: 1 }] }, { value: [{ v: 2 }] }]);
    expect(broken.status).toBe('rejected');
  });
});

describe('a table', () => {
  it('is made out of a query, in the place of the one before, read, and taken away', async () => {
    for (const of of [1, 2]) {
      await engine.table('made', sql`SELECT ${of} AS v`);
      await engine.view('seen', sql`SELECT v + 1 AS v FROM made`);
      expect(await engine.query(sql`SELECT v FROM seen`)).toEqual([{ v: of + 1 }]);
    }
    await engine.execute(sql`DROP VIEW seen`);
    await engine.drop('made');
    await engine.drop('made');
    expect(await engine.query(sql`SHOW TABLES`)).toEqual([]);
  });

  it('is found by its name after USE, and in another schema of the same engine', async () => {
    const other = engine.within('nowhere');
    expect(await other.query(sql`SELECT current_schema AS s`)).toEqual([{ s: 'nowhere' }]);
    await other.execute(sql`USE tpch.tiny`);
    await other.execute(sql`SET SESSION query_max_run_time = '17m'`);
    expect(await other.query(sql`SELECT count(*) AS n FROM nation`)).toEqual([{ n: 25 }]);
    const shown = await other.query<{ Name: string; Value: string }>(sql`SHOW SESSION`);
    expect(shown.find(({ Name }) => Name === 'query_max_run_time')?.Value).toBe('17m');
    other.close();
  });
});

describe('a statement that is cancelled', () => {
  it('ends on the cluster, and the engine goes on', async () => {
    told.length = 0;
    const running = engine.query(SLOW);
    const ended = expect(running).rejects.toThrow('the statement was cancelled');
    while (!told.some(({ state }) => state === 'RUNNING'))
      await new Promise((resolve) => setTimeout(resolve, 20));
    engine.cancel();
    await ended;
    const [{ state, error_code: code }] = await engine.query<{ state: string; error_code: string }>(
      sql`SELECT state, error_code FROM system.runtime.queries WHERE query_id = ${told[0].query}`,
    );
    expect([state, code]).toEqual(['FAILED', 'USER_CANCELED']);
  });

  it('before its answer was first asked for never ran', async () => {
    // What makes it safe to send a statement again after a connection broke (Protocol).
    const headers = { 'X-Trino-User': 'tester' };
    const body = 'CREATE TABLE hive.engine.sent AS SELECT 1 AS v';
    const answer = await fetch(`${server}/v1/statement`, { method: 'POST', headers, body });
    expect(answer.status).toBe(200);
    await new Promise((resolve) => setTimeout(resolve, 3_000));
    expect(await engine.query(sql`SHOW TABLES LIKE 'sent'`)).toEqual([]);
  });
});
