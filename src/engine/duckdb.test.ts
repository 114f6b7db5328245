import { existsSync, mkdtempSync, readdirSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { parquet } from './dialect.ts';
import { DuckDBEngine } from './duckdb.ts';
import { CancelledError, EngineError } from './engine.ts';
import { sql } from './sql.ts';

let engine: DuckDBEngine;
beforeEach(async () => {
  engine = await DuckDBEngine.open();
});
afterEach(() => engine.close());

const SLOW = sql`SELECT count(*) FROM range(1000000) a, range(1000000) b WHERE a.range + b.range = 7`;
const folder = (): string => mkdtempSync(join(tmpdir(), 'engine-'));
const failed = async (work: Promise<unknown>): Promise<EngineError> => {
  const error: unknown = await work.then(
    () => null,
    (caught: unknown) => caught,
  );
  if (!(error instanceof EngineError)) throw new Error('an EngineError was expected', { cause: error });
  return error;
};
const shortly = (): Promise<void> => new Promise((resolve) => setTimeout(resolve, 100));

describe('a statement that fails', () => {
  it('tells the reason and the statement', async () => {
    for (const ask of [() => engine.query(sql`SELECT nope`), () => engine.execute(sql`SELECT nope`)]) {
      const error = await failed(ask());
      expect(error.message).toMatch(/^Binder Error: Referenced column "nope" was not found/);
      expect(error.statement).toBe('SELECT nope');
      expect(error.name).toBe('EngineError');
      expect(error.cause).toBeInstanceOf(Error);
    }
  });

  it('leaves those beside it alone', async () => {
    const [one, broken, two] = await Promise.allSettled([
      engine.query(sql`SELECT 1 AS v`),
      engine.query(sql`SELEC`),
      engine.query(sql`SELECT 2 AS v`),
    ]);
    expect(one).toMatchObject({ value: [{ v: 1 }] });
    expect(broken).toMatchObject({ reason: { message: expect.stringMatching(/^Parser Error/) as string } });
    expect(two).toMatchObject({ value: [{ v: 2 }] });
  });
});

describe('an engine', () => {
  it('that cannot have what it is given says so', async () => {
    const error = await failed(DuckDBEngine.open({ memory: 'much', threads: 3 }));
    expect(error.message).toMatch(/^no engine with memory much and threads 3: /);
    expect((await failed(DuckDBEngine.open({ threads: 0 }))).message).toMatch(/threads 0/);
  });

  it('keeps to the threads and memory it is given', async () => {
    const other = await DuckDBEngine.open({ memory: '300MiB', threads: 1 });
    expect(
      await other.query(
        sql`SELECT current_setting('threads') AS threads, current_setting('memory_limit') AS memory`,
      ),
    ).toEqual([{ threads: 1, memory: '300.0 MiB' }]);
    other.close();
  });

  it('spills into the folder it is given, and nowhere without one', async () => {
    const sorted = sql`CREATE TEMP TABLE sorted AS SELECT range, hash(range) AS h FROM range(4000000) ORDER BY h`;
    const temporary = join(folder(), 'new', 'spill');
    const spilling = await DuckDBEngine.open({ memory: '40MB', threads: 1, temporary });
    await spilling.execute(sorted);
    expect(readdirSync(temporary).length).toBeGreaterThan(0);
    spilling.close();
    const strict = await DuckDBEngine.open({ memory: '40MB', threads: 1 });
    expect((await failed(strict.execute(sorted))).message).toMatch(/^Out of Memory/);
    strict.close();
    expect(existsSync('.tmp')).toBe(false);
  });

  it('never fetches an extension: what needs one that is not there is refused', async () => {
    expect(
      await engine.query(
        sql`SELECT name, value FROM duckdb_settings() WHERE name LIKE 'auto%known_extensions' ORDER BY name`,
      ),
    ).toEqual([
      { name: 'autoinstall_known_extensions', value: 'false' },
      { name: 'autoload_known_extensions', value: 'false' },
    ]);
    const error = await failed(engine.query(sql`SELECT * FROM st_read('x')`));
    expect(error.message).toMatch(/^Catalog Error: .* exists in the spatial extension/);
  });

  it('writes rows to Parquet in the order of the query and says how many', async () => {
    const file = join(folder(), "it's.parquet");
    const query = sql`SELECT range AS v, 'a' || range AS t FROM range(300000) ORDER BY hash(range)`;
    expect(await engine.export(query, file)).toBe(300_000);
    expect(readFileSync(file).subarray(0, 4).toString()).toBe('PAR1');
    expect(
      await engine.query(sql`SELECT bool_and(v = w) AS same FROM (
        SELECT v, file_row_number AS nth FROM read_parquet(${file}, file_row_number = true)) AS f
        JOIN (SELECT v AS w, row_number() OVER () - 1 AS nth FROM (${query}) AS q) AS q USING (nth)`),
    ).toEqual([{ same: true }]);
    expect(await engine.export(sql`SELECT 1 AS v WHERE FALSE`, file)).toBe(0);
    expect(await engine.query(sql`SELECT count(*) AS n FROM ${parquet([file])}`)).toEqual([{ n: 0 }]);
  });

  it('that cannot write says where', async () => {
    const file = join(folder(), 'missing', 'x.parquet');
    expect((await failed(engine.export(sql`SELECT 1 AS v`, file))).message).toContain(file);
  });
});

describe('scan', () => {
  it('hands over every row by column, beside other statements, and is not ended with them', async () => {
    const rows = 300_000;
    let [seen, sum, over] = [0, 0, false];
    const scanned = engine.scan(sql`SELECT range, range % 7 AS rest FROM range(${rows})`, ([all, rest]) => {
      seen += all.length;
      for (const value of rest as readonly bigint[]) sum += Number(value);
      if (over) engine.cancel();
    });
    const beside = engine.query<{ n: number }>(sql`SELECT count(*) AS n FROM range(1000)`);
    expect((await beside)[0].n).toBe(1000);
    over = true;
    await scanned;
    expect(seen).toBe(rows);
    let due = 0;
    for (let i = 0; i < rows; i++) due += i % 7;
    expect(sum).toBe(due);
    // No interrupt is left over for what comes next.
    expect(await engine.query(sql`SELECT 1 AS one`)).toEqual([{ one: 1 }]);
  });
});

describe('cancel', () => {
  it.each([
    ['query', () => engine.query(SLOW)],
    ['execute', () => engine.execute(sql`CREATE TABLE t AS ${SLOW}`)],
    ['export', () => engine.export(SLOW, join(folder(), 'x.parquet'))],
    ['queryReadOnly', () => engine.queryReadOnly(SLOW.text)],
  ])('ends a running %s, and the engine stays usable', async (_, run) => {
    const running = failed(run());
    await shortly();
    engine.cancel();
    expect(await running).toBeInstanceOf(CancelledError);
    expect((await running).message).toMatch(/^INTERRUPT Error/);
    expect(await engine.query(sql`SELECT 1 AS v`)).toEqual([{ v: 1 }]);
  });

  it('ends a statement that has not yet begun, too', async () => {
    const running = failed(engine.query(SLOW));
    const behind = failed(engine.queryReadOnly(SLOW.text));
    engine.cancel();
    expect(await running).toBeInstanceOf(CancelledError);
    expect((await running).message).toMatch(/^INTERRUPT Error/);
    expect((await behind).message).toMatch(/^INTERRUPT Error/);
  });

  it('of nothing does nothing to what comes next', async () => {
    engine.cancel();
    const next = engine.query<{ n: number }>(
      sql`SELECT count(*) AS n FROM range(1000000) WHERE md5(range::VARCHAR) <> ''`,
    );
    expect(await next).toEqual([{ n: 1_000_000 }]);
  });
});

describe('close', () => {
  it('twice is once', async () => {
    engine.close();
    engine.close();
    engine.cancel();
    for (const work of [
      engine.query(sql`SELECT 1`),
      engine.execute(sql`SELECT 1`),
      engine.export(sql`SELECT 1`, 'x'),
      engine.queryReadOnly('SELECT 1'),
    ]) {
      expect((await failed(work)).message).toBe('the engine is closed');
    }
  });

  it('ends what runs with an error rather than never', async () => {
    const running = [failed(engine.query(SLOW)), failed(engine.execute(SLOW))];
    await shortly();
    engine.close();
    for (const error of await Promise.all(running)) expect(error.message).toMatch(/^INTERRUPT Error/);
  });
});
