import { execFile } from 'node:child_process';
import {
  appendFileSync,
  existsSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import type { Worker } from 'node:worker_threads';
import { gzipSync } from 'node:zlib';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { worksIn } from '../../test/records/relations.ts';
import { addressOf, wordsFor } from '../../test/own-program.ts';
import { DuckDBEngine } from '../engine/duckdb.ts';
import { InputError } from '../base/index.ts';
import { ReaderPool, type ReadTask, startWorker } from './pool.ts';
import type { FileReport } from './read-json.ts';
import { detectFormat } from './detect-format.ts';

let engine: DuckDBEngine;
beforeAll(async () => {
  engine = await DuckDBEngine.open();
});
afterAll(() => engine.close());

const folder = mkdtempSync(join(tmpdir(), 'pool-'));
let made = 0;
const fresh = (kind: string): string => join(folder, `${made++}.${kind}`);

/** A file of works `W<first>`, …, long enough that not all of it is read at once. */
function file(first: number, works: number): string {
  const path = fresh('jsonl.gz');
  const work = (id: number): string =>
    JSON.stringify({
      id: `https://openalex.org/W${id}`,
      title: `Work ${id}`,
      abstract: String(id).repeat(500),
    });
  const lines = Array.from({ length: works }, (_, i) => `${work(first + i)}\n`);
  writeFileSync(path, gzipSync(lines.join(''), { level: 1 }));
  return path;
}

function damaged(first: number, works: number): string {
  const path = file(first, works);
  writeFileSync(path, readFileSync(path).subarray(0, -5));
  return path;
}

const pools: ReaderPool[] = [];
function open(threads: number, start?: () => Worker): ReaderPool {
  const pool = new ReaderPool(threads, start);
  pools.push(pool);
  return pool;
}
afterEach(async () => {
  await Promise.all(pools.splice(0).map((pool) => pool.close()));
});

const quiet = (path: string, more: Partial<ReadTask> = {}): ReadTask => ({
  path,
  format: detectFormat(path),
  folder: fresh('read'),
  segment: 100,
  onBytes: () => undefined,
  take: () => Promise.resolve(),
  ...more,
});

interface Read {
  readonly report: FileReport;
  /** Ids of the works of each segment, in the order taken. */
  readonly segments: number[][];
}

async function read(pool: ReaderPool, path: string): Promise<Read> {
  const segments: number[][] = [];
  let taking = 0;
  const take = async (segment: string, rows: number): Promise<void> => {
    expect(++taking).toBe(1);
    const works = await worksIn(engine, segment);
    expect(works).toHaveLength(rows);
    await new Promise((resolve) => setTimeout(resolve, 1));
    segments.push(works);
    taking--;
  };
  return { report: await pool.read(quiet(path, { take })), segments };
}

const failure = (reading: Promise<unknown>): Promise<unknown> =>
  reading.then(
    (value) => {
      throw new Error(`it did not fail but gave ${JSON.stringify(value)}`);
    },
    (error: unknown) => error,
  );

/** A read that stands still in the middle of its file: its first segment is being taken until `go` is called. */
async function halted(
  pool: ReaderPool,
  path: string,
): Promise<{ go: () => void; done: Promise<unknown>; at: string }> {
  let go = (): void => undefined;
  const at = fresh('read');
  let done: Promise<unknown> = Promise.resolve();
  await new Promise<void>((reached) => {
    const gate = new Promise<void>((opened) => (go = opened));
    const take = (): Promise<void> => (reached(), gate);
    done = pool.read(quiet(path, { take, folder: at, segment: 10 }));
    done.catch(() => undefined);
  });
  return { go, done, at };
}

describe('reading threads', () => {
  it('give the same whether they are one, two, or more than there are files', async () => {
    const files = [file(1, 250), file(1000, 40), file(2000, 1), file(3000, 100), file(4000, 333)];
    const results: Read[][] = [];
    for (const threads of [1, 2, 6]) {
      const pool = open(threads);
      results.push(await Promise.all(files.map((path) => read(pool, path))));
    }
    expect(results[1]).toEqual(results[0]);
    expect(results[2]).toEqual(results[0]);
    expect(results[0].map(({ report }) => report.records)).toEqual([250, 40, 1, 100, 333]);
    expect(results[0].map(({ segments }) => segments.length)).toEqual([3, 1, 1, 1, 4]);
    expect(results[0].map(({ segments }) => segments[0][0])).toEqual([1, 1000, 2000, 3000, 4000]);
  });

  it('tell of the bytes they have read', async () => {
    const path = file(1, 10_000);
    appendFileSync(path, gzipSync(''));
    const told: number[] = [];
    const report = await open(1).read(quiet(path, { onBytes: (bytes) => told.push(bytes) }));
    expect(told.reduce((sum, bytes) => sum + bytes, 0)).toBe(report.bytes);
  });

  it('wait in a file whose segments are not taken', async () => {
    const { go, done, at } = await halted(open(1), file(1, 5000));
    await new Promise((resolve) => setTimeout(resolve, 300));
    const ahead = readdirSync(at).length;
    expect(ahead).toBeLessThan(250);
    go();
    expect(await done).toMatchObject({ records: 5000 });
    expect(readdirSync(at)).toHaveLength(500);
  });

  it('keep a process that waits for nothing else alive', async () => {
    const task = JSON.stringify({
      path: file(1, 50),
      format: { layout: 'lines', gzip: true },
      folder: fresh('read'),
      segment: 10,
    });
    const script = `import { ReaderPool } from ${addressOf('records/pool.ts')};
      const pool = new ReaderPool(1);
      pool.read({ ...${task}, onBytes() {}, take: async () => {} }).then(({ records }) => console.log('read', records));`;
    const { stdout } = await promisify(execFile)(process.execPath, wordsFor(script));
    expect(stdout).toBe('read 50\n');
  });
});

describe('a file that cannot be read', () => {
  it('is named, with its line, and the thread reads on with the next', async () => {
    const pool = open(1);
    const bad = damaged(1, 120);
    const [error, after] = await Promise.all([failure(read(pool, bad)), read(pool, file(500, 120))]);
    expect(error).toBeInstanceOf(InputError);
    expect(error).toMatchObject({ file: bad, line: expect.any(Number) as number });
    expect((error as InputError).message).toMatch(/cut short|damaged/);
    expect(after.report.records).toBe(120);
    expect(after.segments[0][0]).toBe(500);
  });

  it('because it is gone is named with the system’s code', async () => {
    const path = file(1, 10);
    const task = quiet(path);
    rmSync(path);
    const error = await failure(open(1).read(task));
    expect(error).toMatchObject({ code: 'ENOENT' });
    expect((error as Error).message).toContain(path);
  });
});

describe('a segment that cannot be taken', () => {
  // Of the short file all is read before the segment is refused, of the long one not.
  it.each([5000, 5])(
    'ends its read with that error, and the next file gets only its own: %d works',
    async (works) => {
      const pool = open(1);
      const full = new Error('no place for it');
      const take = (): Promise<void> => new Promise((_, refuse) => setTimeout(() => refuse(full), 50));
      const at = fresh('read');
      const task = quiet(file(1, works), { take, folder: at, segment: 10 });
      const reads = [
        failure(pool.read(task)),
        read(pool, file(10_000, 150)),
        read(pool, file(20_000, 150)),
      ] as const;
      expect(await reads[0]).toBe(full);
      rmSync(at, { recursive: true });
      const [, one, two] = await Promise.all(reads);
      for (const [{ report, segments }, first] of [
        [one, 10_000],
        [two, 20_000],
      ] as const) {
        expect(report.records).toBe(150);
        expect(segments.flat()).toEqual(Array.from({ length: 150 }, (_, i) => first + i));
      }
      expect(existsSync(at)).toBe(false);
    },
  );
});

describe('a thread that dies', () => {
  it('in a file is an error that names the file, and another thread takes its place', async () => {
    const workers: Worker[] = [];
    const pool = open(1, () => {
      const worker = startWorker();
      workers.push(worker);
      return worker;
    });
    const path = file(1, 5000);
    const { go, done } = await halted(pool, path);
    const next = read(pool, file(7000, 30));
    await workers[0].terminate();
    go();
    expect(await failure(done)).toMatchObject({ message: expect.stringContaining(path) as string });
    expect((await next).report.records).toBe(30);
  });

  it('before it has a file is an error when it gets one', async () => {
    const workers: Worker[] = [];
    const pool = open(1, () => {
      workers.push(startWorker());
      return workers[workers.length - 1];
    });
    await workers[0].terminate();
    const path = file(1, 5);
    expect(await failure(read(pool, path))).toMatchObject({
      message: expect.stringContaining(path) as string,
    });
    expect((await read(pool, path)).report.records).toBe(5);
  });
});

describe('a pool that is closed', () => {
  it('ends what it reads and what waits to be read, and nothing is written after', async () => {
    const pool = open(1);
    const { go, done, at } = await halted(pool, file(1, 20_000));
    const waiting = failure(read(pool, file(1, 10)));
    const closing = pool.close();
    go();
    await closing;
    for (const error of [await failure(done), await waiting]) {
      expect(error).toBeInstanceOf(Error);
      expect((error as Error).message).not.toMatch(/did not fail/);
    }
    rmSync(at, { recursive: true });
    await new Promise((resolve) => setTimeout(resolve, 100));
    expect(existsSync(at)).toBe(false);
    expect(await failure(read(pool, file(1, 10)))).toBeInstanceOf(Error);
    await pool.close();
  });
});
