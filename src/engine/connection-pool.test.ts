import { describe, expect, it } from 'vitest';
import { DuckDBEngine } from './duckdb.ts';
import { ConnectionPool, withConnections } from './connection-pool.ts';
import { sql } from './sql.ts';

const shortly = (): Promise<void> => new Promise((resolve) => setTimeout(resolve, 20));

describe('connections', () => {
  it('give each piece of work one to itself, and begin the next as soon as one is free', async () => {
    const connections = new ConnectionPool(['a', 'b']);
    const story: string[] = [];
    const ends = new Map<number, () => void>();
    const all = [0, 1, 2, 3].map((i) =>
      connections.run(async (connection) => {
        story.push(`${i} on ${connection}`);
        await new Promise<void>((end) => ends.set(i, end));
        return i;
      }),
    );
    await shortly();
    expect(story).toEqual(['0 on a', '1 on b']);
    ends.get(1)!();
    await shortly();
    expect(story).toEqual(['0 on a', '1 on b', '2 on b']);
    ends.get(0)!();
    await shortly();
    expect(story.at(-1)).toBe('3 on a');
    for (const end of ends.values()) end();
    expect(await Promise.all(all)).toEqual([0, 1, 2, 3]);
  });

  it('go on after work that fails, also where it fails before it begins', async () => {
    const connections = new ConnectionPool(['a']);
    const failing = connections.run(() => Promise.reject(new Error('no')));
    const broken = connections.run(() => {
      throw new Error('at once');
    });
    const next = connections.run((connection) => Promise.resolve(connection));
    await expect(failing).rejects.toThrow('no');
    await expect(broken).rejects.toThrow('at once');
    expect(await next).toBe('a');
  });

  it('that are stopped begin nothing more and wait for what runs', async () => {
    const connections = new ConnectionPool(['a']);
    let done = false;
    const running = connections.run(async () => {
      await shortly();
      done = true;
    });
    const waiting = connections.run(() => Promise.resolve());
    const refused = expect(waiting).rejects.toThrow('stopped before this began');
    await connections.stop();
    expect(done).toBe(true);
    await Promise.all([running, refused]);
    await expect(connections.run(() => Promise.resolve())).rejects.toThrow('stopped');
  });
});

describe('connections of an engine', () => {
  it('see its tables and all views, and each its own tables only', async () => {
    const engine = await DuckDBEngine.open();
    try {
      await engine.table('shared', sql`SELECT 1 AS v`);
      await withConnections(engine, 2, async ({ all: [one, other] }) => {
        await Promise.all([
          one.table('own', sql`SELECT v + 1 AS v FROM shared`),
          other.table('own', sql`SELECT v + 2 AS v FROM shared`),
        ]);
        await one.view('seen', sql`SELECT v + 10 AS v FROM shared`);
        expect(await one.query(sql`SELECT v FROM own`)).toEqual([{ v: 2 }]);
        expect(await other.query(sql`SELECT own.v, seen.v AS w FROM own, seen`)).toEqual([{ v: 3, w: 11 }]);
        await one.drop('own');
        await one.drop('shared');
        await expect(one.query(sql`SELECT v FROM own`)).rejects.toThrow('own does not exist');
      });
      expect(await engine.query(sql`SELECT v FROM seen`)).toEqual([{ v: 11 }]);
      await expect(engine.query(sql`SELECT v FROM own`)).rejects.toThrow('own does not exist');
    } finally {
      engine.close();
    }
  });

  it.each(['cancel', 'close'] as const)('end what runs on them when it is to %s', async (end) => {
    const engine = await DuckDBEngine.open();
    const slow = sql`SELECT count(*) FROM range(1000000) a, range(1000000) b WHERE a.range + b.range = 7`;
    const running = withConnections(engine, 2, (connections) =>
      Promise.all([0, 1].map(() => connections.run((connection) => connection.query(slow)))),
    );
    const ended = expect(running).rejects.toThrow(/^INTERRUPT Error/);
    await shortly();
    await shortly();
    engine[end]();
    await ended;
    if (end === 'cancel') expect(await engine.query(sql`SELECT 1 AS v`)).toEqual([{ v: 1 }]);
    engine.close();
    await expect(engine.connect()).rejects.toThrow('the engine is closed');
  });
});
