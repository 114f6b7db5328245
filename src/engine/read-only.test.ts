import { existsSync, mkdirSync, mkdtempSync, readdirSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { DuckDBEngine } from './duckdb.ts';
import { EngineError } from './engine.ts';
import { sql } from './sql.ts';

let engine: DuckDBEngine;
const root = mkdtempSync(join(tmpdir(), 'read-only-'));
const inside = join(root, "it's [in]");
beforeAll(async () => {
  for (const folder of [inside, `${inside}-not`]) {
    mkdirSync(folder);
    writeFileSync(join(folder, 'a.csv'), 'v\n1\n');
  }
  writeFileSync(join(root, 'secret.csv'), 'v\n1\n');
  engine = await DuckDBEngine.open();
  await engine.execute(sql`CREATE TABLE t AS SELECT 1 AS v`);
  await engine.confine([inside]);
});
afterAll(() => engine.close());

async function refused(statement: string): Promise<string> {
  const error: unknown = await engine.queryReadOnly(statement).then(
    ({ rows }) => rows,
    (caught: unknown) => caught,
  );
  if (!(error instanceof EngineError)) throw new Error(`${statement} was not refused`, { cause: error });
  expect(error.statement).toBe(statement);
  return error.message;
}

const quoted = (file: string): string => `'${file.replaceAll("'", "''")}'`;
const COPY = `COPY t TO ${quoted(join(inside, 'written.csv'))}`;

describe('a statement of a user’s', () => {
  it.each([
    ['SELECT v FROM t', [{ v: 1 }]],
    ['select v from t;', [{ v: 1 }]],
    ['-- why\nFROM t', [{ v: 1 }]],
    ['WITH a AS (SELECT 1 AS v) SELECT * FROM a', [{ v: 1 }]],
    ['VALUES (1)', [{ col0: 1 }]],
    ["SELECT 'DROP TABLE t; EXPLAIN ANALYZE' AS v", [{ v: 'DROP TABLE t; EXPLAIN ANALYZE' }]],
    ['SELECT v FROM t WHERE FALSE', []],
    ['SELECT 9007199254740993 AS v', [{ v: '9007199254740993' }]],
  ])('may ask: %s', async (statement, rows) => {
    expect((await engine.queryReadOnly(statement)).rows).toEqual(rows);
  });

  it('tells its columns in order, of no rows, too', async () => {
    const { columns } = await engine.queryReadOnly('SELECT 2 AS b, 1 AS a, 3 AS b WHERE FALSE');
    expect(columns).toEqual(['b', 'a', 'b:1']);
  });

  it.each(['DESCRIBE t', 'SHOW TABLES', 'SUMMARIZE t', 'EXPLAIN SELECT v FROM t'])(
    'may look: %s',
    async (statement) => {
      expect((await engine.queryReadOnly(statement)).rows.length).toBeGreaterThan(0);
    },
  );

  it.each([
    'SELECT 1; DROP TABLE t',
    'EXPLAIN DROP TABLE t',
    `EXPLAIN EXPORT DATABASE ${quoted(join(inside, 'dump'))}`,
    'CREATE TABLE z AS SELECT 1',
    'CREATE TEMP TABLE z AS SELECT 1',
    'CREATE MACRO f(x) AS x',
    'INSERT INTO t VALUES (2)',
    'WITH d AS (SELECT 1) INSERT INTO t SELECT * FROM d',
    'UPDATE t SET v = 3',
    'DELETE FROM t',
    'MERGE INTO t USING t AS u ON t.v = u.v WHEN MATCHED THEN DELETE',
    'ALTER TABLE t ADD COLUMN w INTEGER',
    'DROP TABLE t',
    COPY,
    `EXPORT DATABASE ${quoted(join(inside, 'dump'))}`,
    `ATTACH ${quoted(join(inside, 'x.db'))}`,
    'INSTALL fts',
    'LOAD fts',
    'SET threads = 1',
    'RESET threads',
    'PRAGMA database_list',
    "PRAGMA memory_limit = '1GB'",
    'CALL duckdb_settings()',
    'PREPARE p AS SELECT 1',
    'BEGIN',
    'VACUUM',
    'CHECKPOINT',
    'USE memory',
    "COMMENT ON TABLE t IS 'x'",
  ])('may not change anything: %s', async (statement) => {
    expect(await refused(statement)).toBe(
      'only SELECT is allowed here: an observatory is read, never changed',
    );
  });

  it.each([
    `EXPLAIN ANALYZE ${COPY}`,
    '/* c */ explain analyse DELETE FROM t',
    'EXPLAIN (ANALYZE, FORMAT json) INSERT INTO t VALUES (2)',
    'EXPLAIN ANALYZE SELECT 1',
  ])('may not change anything by having it explained: %s', async (statement) => {
    expect(await refused(statement)).toMatch(
      /^EXPLAIN ANALYZE is not allowed here|^Parser Error|^only SELECT/,
    );
  });

  it.each([
    ['SELECT 1; SELECT 2', 'one statement at a time, not 2'],
    ['SELECT 1; SELECT 2; SELECT 3', 'one statement at a time, not 3'],
    ['', 'there is no statement'],
    [' ; ', 'there is no statement'],
    ['-- nothing', 'there is no statement'],
  ])('is one statement: %j', async (statement, message) => {
    expect(await refused(statement)).toBe(message);
  });

  it.each([
    ['SELECT nope FROM t', /^Binder Error: Referenced column "nope"/],
    ['SELEC 1', /^Parser Error: syntax error at or near "SELEC"/],
    ['SELECT $1', /none were supplied/],
    ["SELECT * FROM query('DROP TABLE t')", /single SELECT/],
    ["SELECT CAST('x' AS INTEGER)", /^Conversion Error/],
  ])('that is wrong is told why: %s', async (statement, message) => {
    expect(await refused(statement)).toMatch(message);
  });
});

describe('a confined engine', () => {
  it('reads files of its folder', async () => {
    const file = quoted(join(inside, 'a.csv').replace('[', '[[]'));
    expect((await engine.queryReadOnly(`SELECT * FROM read_csv(${file})`)).rows).toEqual([{ v: 1 }]);
  });

  const secret = join(root, 'secret.csv');
  it.each([
    `SELECT * FROM ${quoted(secret)}`,
    `SELECT * FROM read_csv(${quoted(secret)})`,
    `SELECT * FROM read_text(${quoted(secret)})`,
    `SELECT * FROM read_blob(${quoted(secret)})`,
    `SELECT * FROM read_json(${quoted(secret)})`,
    `SELECT * FROM read_parquet(${quoted(secret)})`,
    `SELECT * FROM parquet_metadata(${quoted(secret)})`,
    `SELECT * FROM sniff_csv(${quoted(secret)})`,
    `SELECT * FROM glob(${quoted(join(root, '*'))})`,
    `SELECT * FROM read_text(${quoted(join(inside, '..', 'secret.csv'))})`,
    `SELECT * FROM read_text(${quoted(`${inside}/../secret.csv`)})`,
    `SELECT * FROM read_text(${quoted(`${inside}-not/a.csv`.replace('[', '[[]'))})`,
    "SELECT * FROM read_text('/etc/passwd')",
    "SELECT * FROM read_csv('https://127.0.0.1:9/x.csv')",
    "SELECT * FROM read_parquet('s3://bucket/x.parquet')",
    'SELECT * FROM duckdb_secrets()',
  ])('reads nothing else: %s', async (statement) => {
    expect(await refused(statement)).toMatch(/^Permission Error: Cannot access/);
  });

  it('keeps its door shut, for statements of the house, too', async () => {
    for (const statement of [
      sql`SET enable_external_access = true`,
      sql`SET allowed_directories = ['/']`,
      sql`SET lock_configuration = false`,
      sql`SET autoinstall_known_extensions = true`,
      sql`COPY (SELECT 1) TO ${join(root, 'out.csv')}`,
      sql`ATTACH ${join(root, 'x.db')}`,
      sql`INSTALL fts`,
    ]) {
      await expect(engine.execute(statement)).rejects.toThrow(EngineError);
    }
  });

  it('has changed nothing in all this', async () => {
    expect((await engine.queryReadOnly('SELECT v FROM t')).rows).toEqual([{ v: 1 }]);
    expect((await engine.queryReadOnly('SHOW TABLES')).rows).toEqual([{ name: 't' }]);
    expect(readdirSync(inside)).toEqual(['a.csv']);
    expect(existsSync(join(root, 'out.csv'))).toBe(false);
  });
});
