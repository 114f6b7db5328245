import { afterEach, describe, expect, it } from 'vitest';
import { type Step, trinoServer, type TrinoServer } from '../../../test/trino/server.ts';
import { CancelledError, EngineError } from '../../engine/engine.ts';
import { sql } from '../../engine/sql.ts';
import { TrinoEngine, TrinoError, type TrinoOptions, type TrinoProgress } from './trino-engine.ts';
import type { TrinoAccess } from './session.ts';

const VERSION: readonly Step[] = [
  { state: 'FINISHED', next: false, columns: [['version', 'varchar']], data: '[["476"]]' },
];
const QUEUED: Step = { state: 'QUEUED' };
const DONE: Step = { state: 'FINISHED', next: false };
const NUMBERS = [['n', 'bigint']] as const;

const open: { close: () => unknown }[] = [];
afterEach(async () => {
  for (const each of open.splice(0).reverse()) await each.close();
});

/** An engine before a server that does these things once it is open; `asked` are the requests since. */
async function before(
  steps: readonly Step[],
  options: TrinoOptions & { access?: Partial<TrinoAccess> } = {},
): Promise<{ engine: TrinoEngine; server: TrinoServer; asked: () => string[] }> {
  const server = await trinoServer([...VERSION, ...steps]);
  const engine = await TrinoEngine.open(
    { server: server.address, user: 'someone', ...options.access },
    { patience: 2_000, ...options },
  );
  open.push(server, engine);
  const asked = (): string[] => server.heard.slice(1).map(({ method, path }) => `${method} ${path}`);
  return { engine, server, asked };
}

const failed = async (work: Promise<unknown>): Promise<EngineError> => {
  const error: unknown = await work.then(
    () => null,
    (caught: unknown) => caught,
  );
  if (!(error instanceof EngineError)) throw new Error('an EngineError was expected', { cause: error });
  return error;
};

describe('the rows of a statement', () => {
  it('are those of all its pages, under the columns that came first', async () => {
    const { engine, server, asked } = await before([
      QUEUED,
      { state: 'RUNNING', columns: NUMBERS },
      { state: 'RUNNING', columns: NUMBERS, data: '[[1],[2]]' },
      { state: 'RUNNING' },
      { state: 'RUNNING', columns: [['m', 'bigint']], data: '[[3]]' },
      DONE,
    ]);
    expect(await engine.query(sql`SELECT n`)).toEqual([{ n: 1 }, { n: 2 }, { n: 3 }]);
    expect(asked()).toEqual([
      'POST /v1/statement',
      'GET /next/2',
      'GET /next/3',
      'GET /next/4',
      'GET /next/5',
      'GET /next/6',
    ]);
    expect(server.heard[1].body).toBe('SELECT n');
  });

  it('are none where there are none, and that is no failure', async () => {
    const { engine } = await before([QUEUED, { ...DONE, columns: NUMBERS }]);
    expect(await engine.query(sql`SELECT n`)).toEqual([]);
  });

  it('keep every digit, or are refused', async () => {
    const { engine } = await before([
      {
        ...DONE,
        columns: [['t', 'varchar'], ...NUMBERS],
        data: '[["1234567890123456789", 9007199254740991]]',
      },
      { ...DONE, columns: NUMBERS, data: '[[-9007199254740993]]' },
    ]);
    expect(await engine.query(sql`SELECT t, n`)).toEqual([{ t: '1234567890123456789', n: 9007199254740991 }]);
    await expect(engine.query(sql`SELECT n`)).rejects.toThrow(
      'column n holds -9007199254740993, beyond what',
    );
  });

  it('of two columns of one name are both there', async () => {
    const columns = [...NUMBERS, ...NUMBERS];
    const { engine } = await before([{ ...DONE, columns, data: '[[1,2]]' }]);
    expect(await engine.query(sql`SELECT n, n`)).toEqual([{ n: 1, 'n:1': 2 }]);
  });
});

describe('a statement that fails', () => {
  const error = { message: 'Division by zero', errorName: 'DIVISION_BY_ZERO', errorType: 'USER_ERROR' };

  it('is no statement without rows, whatever came before', async () => {
    const { engine, asked } = await before([
      QUEUED,
      { state: 'RUNNING', columns: NUMBERS, data: '[[1]]' },
      { state: 'FAILED', next: false, error },
    ]);
    const fault = await failed(engine.query(sql`SELECT 1 / n`));
    expect(fault).toBeInstanceOf(TrinoError);
    expect(fault).toMatchObject({
      message: 'Division by zero (Trino: DIVISION_BY_ZERO, the_query)',
      statement: 'SELECT 1 / n',
      query: 'the_query',
      code: 'DIVISION_BY_ZERO',
    });
    expect(asked()).not.toContain(expect.stringMatching(/^DELETE/));
  });

  it('fails though it has rows and more to ask for in the same answer', async () => {
    const { engine } = await before([{ state: 'FAILED', columns: NUMBERS, data: '[[1]]', error }]);
    expect((await failed(engine.execute(sql`SELECT 1 / n`))).message).toMatch(/^Division by zero/);
  });

  it('fails though no reason is given', async () => {
    const { engine } = await before([QUEUED, { state: 'FAILED', next: false }]);
    expect((await failed(engine.query(sql`SELECT n`))).message).toBe(
      'the statement ended as FAILED (Trino: the_query)',
    );
  });

  it('leaves the engine usable', async () => {
    const { engine } = await before([
      { state: 'FAILED', next: false, error },
      { ...DONE, columns: NUMBERS, data: '[[1]]' },
    ]);
    await failed(engine.query(sql`SELECT 1 / n`));
    expect(await engine.query(sql`SELECT n`)).toEqual([{ n: 1 }]);
  });
});

describe('a server that fails in passing', () => {
  it('is asked the same again: 502, 503, 504 and 429, resets, answers cut half way', async () => {
    const { engine, asked } = await before([
      { status: 503 },
      'reset',
      QUEUED,
      { status: 502, body: '<html>Bad gateway</html>' },
      { status: 504 },
      'reset',
      { state: 'RUNNING', columns: NUMBERS, data: '[[1]]' },
      { status: 429, headers: { 'Retry-After': '0' } },
      'cut half way',
      { ...DONE, data: '[[2]]' },
    ]);
    expect(await engine.query(sql`SELECT n`)).toEqual([{ n: 1 }, { n: 2 }]);
    expect(asked()).toEqual([
      ...Array<string>(3).fill('POST /v1/statement'),
      ...Array<string>(4).fill('GET /next/4'),
      ...Array<string>(3).fill('GET /next/8'),
    ]);
  });

  it('is asked again when it is silent', async () => {
    const { engine, asked } = await before(
      [QUEUED, 'silence', { ...DONE, columns: NUMBERS, data: '[[1]]' }],
      {
        silence: 100,
      },
    );
    expect(await engine.query(sql`SELECT n`)).toEqual([{ n: 1 }]);
    expect(asked()).toEqual(['POST /v1/statement', 'GET /next/2', 'GET /next/2']);
  });

  it('is given up in the end, and the statement with it', async () => {
    const { engine, asked } = await before([QUEUED, ...Array<Step>(9).fill({ status: 503 })], {
      patience: 300,
    });
    expect((await failed(engine.query(sql`SELECT n`))).message).toMatch(
      /^http:\/\/127\.0\.0\.1:\d+ answers 503, and did so for 0\.3 s$/,
    );
    expect(asked().at(-1)).toBe('DELETE /next/2');
  });

  it('but not when it fails for good', async () => {
    const { engine, asked } = await before([{ status: 500, body: '<p>No   room</p>' }, { status: 404 }]);
    expect((await failed(engine.query(sql`SELECT n`))).message).toBe('No room (Trino: HTTP 500)');
    expect((await failed(engine.query(sql`SELECT n`))).message).toMatch(
      /refused to answer \(Trino: HTTP 404\)/,
    );
    expect(asked()).toHaveLength(2);
  });
});

describe('a statement that is cancelled', () => {
  it('is ended on the cluster, and the engine goes on', async () => {
    const { engine, server, asked } = await before([
      QUEUED,
      'silence',
      { ...DONE, columns: NUMBERS, data: '[[1]]' },
    ]);
    const running = failed(engine.query(sql`SELECT n`));
    while (server.heard.length < 3) await new Promise((resolve) => setTimeout(resolve, 5));
    engine.cancel();
    expect(await running).toBeInstanceOf(CancelledError);
    expect((await running).message).toBe('the statement was cancelled');
    expect(asked()).toEqual(['POST /v1/statement', 'GET /next/2', 'DELETE /next/2']);
    expect(await engine.query(sql`SELECT n`)).toEqual([{ n: 1 }]);
  });

  it('while it waits to ask again waits no longer', async () => {
    const { engine, server } = await before([{ status: 503, headers: { 'Retry-After': '60' } }], {
      patience: 100_000,
    });
    const running = failed(engine.query(sql`SELECT n`));
    while (server.heard.length < 2) await new Promise((resolve) => setTimeout(resolve, 5));
    engine.cancel();
    expect(await running).toBeInstanceOf(CancelledError);
    expect((await running).message).toBe('the statement was cancelled');
  });

  it('by whoever takes its rows is ended likewise', async () => {
    const { engine, asked } = await before([{ state: 'RUNNING', columns: NUMBERS, data: '[[1]]' }]);
    await expect(
      engine.stream(sql`SELECT n`, () => {
        throw new Error('enough');
      }),
    ).rejects.toThrow('enough');
    expect(asked()).toEqual(['POST /v1/statement', 'DELETE /next/2']);
  });

  it('by closing the engine is ended, and nothing runs after', async () => {
    const { engine, server, asked } = await before([QUEUED, 'silence']);
    const running = failed(engine.query(sql`SELECT n`));
    while (server.heard.length < 3) await new Promise((resolve) => setTimeout(resolve, 5));
    engine.close();
    engine.close();
    await running;
    expect(asked().at(-1)).toBe('DELETE /next/2');
    expect((await failed(engine.query(sql`SELECT n`))).message).toBe('the engine is closed');
  });
});

describe('a server', () => {
  it('that is none of Trino says what it is instead', async () => {
    const server = await trinoServer([{ status: 200, body: '<h1>Welcome</h1> to nginx' }]);
    open.push(server);
    const error = await failed(TrinoEngine.open({ server: server.address, user: 'someone' }));
    expect(error.message).toBe('this is no server of Trino; it says: Welcome to nginx (Trino: HTTP 200)');
  });

  it('that sends us on elsewhere says where, and is not followed', async () => {
    const Location = 'https://trino.example.org/v1/statement';
    const server = await trinoServer([{ status: 301, headers: { Location } }]);
    open.push(server);
    const error = await failed(TrinoEngine.open({ server: server.address, user: 'someone' }));
    expect(error.message).toBe(`the server sends us on: ask ${Location} (Trino: HTTP 301)`);
  });

  it('that is not there is not waited for', async () => {
    const server = await trinoServer([]);
    await server.close();
    const error = await failed(TrinoEngine.open({ server: server.address, user: 'someone' }));
    expect(error.message).toMatch(/cannot be reached: connect ECONNREFUSED/);
  });

  it('tells how far a statement is', async () => {
    const told: TrinoProgress[] = [];
    const stats = { nodes: 2, totalSplits: 8, completedSplits: 3, processedRows: 7, processedBytes: 90 };
    const { engine } = await before(
      [QUEUED, { state: 'RUNNING', stats: { ...stats, elapsedTimeMillis: 1500 } }, DONE],
      { progress: (progress) => told.push(progress) },
    );
    await engine.execute(sql`SELECT n`);
    expect(told.slice(1).map(({ state }) => state)).toEqual(['QUEUED', 'RUNNING', 'FINISHED']);
    expect(told[2]).toEqual({
      query: 'the_query',
      state: 'RUNNING',
      nodes: 2,
      splits: { done: 3, known: 8 },
      rows: 7,
      bytes: 90,
      seconds: 1.5,
    });
  });
});
