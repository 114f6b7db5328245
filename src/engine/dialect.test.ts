import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { contains, givenRows, jsonLines, parquet, path, quotient, split, total } from './dialect.ts';
import { DuckDBEngine } from './duckdb.ts';
import { raw, sql } from './sql.ts';

let engine: DuckDBEngine;
beforeAll(async () => {
  engine = await DuckDBEngine.open();
});
afterAll(() => engine.close());

describe('a file', () => {
  it('is read by its very name, not as a pattern that fits another', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'dialect-'));
    const pairs = [
      ['a[1]', 'a1'],
      ['b*', 'bb'],
      ['c?', 'cc'],
      ['**', 'deep'],
      ["it's [!x]", 'its y'],
    ] as const;
    for (const [odd, alike] of pairs) {
      for (const name of [odd, alike]) {
        mkdirSync(join(folder, name));
        await engine.export(sql`SELECT ${name} AS v`, join(folder, name, 't.parquet'));
        writeFileSync(join(folder, name, 't.jsonl'), `${JSON.stringify({ v: name })}\n`);
        writeFileSync(join(folder, name, 't.csv'), `${name}\n`);
      }
    }
    for (const name of pairs.flat()) {
      const file = (kind: string): string => join(folder, name, `t.${kind}`);
      const rows = [{ v: name }];
      expect(await engine.query(sql`SELECT * FROM ${parquet([file('parquet')])}`)).toEqual(rows);
      expect(await engine.query(sql`SELECT * FROM ${jsonLines(file('jsonl'), { v: 'VARCHAR' })}`)).toEqual(
        rows,
      );
      expect(
        await engine.query(
          sql`SELECT * FROM read_csv(${path(file('csv'))}, columns = {v: 'VARCHAR'}, header = false)`,
        ),
      ).toEqual(rows);
    }
    const files = pairs.map(([odd]) => join(folder, odd, 't.parquet'));
    expect(await engine.query(sql`SELECT v, filename FROM ${parquet(files, true)}`)).toEqual(
      pairs.map(([v], i) => ({ v, filename: files[i] })),
    );
  });
});

describe('rows that are given', () => {
  it('are what was given, in either engine’s words', async () => {
    const rows = [
      { place: "it's", x: 0.1 + 0.2, n: 3 },
      { place: null, x: 1e-300, n: -1 },
    ];
    const given = givenRows(rows, { place: 'VARCHAR', x: 'DOUBLE', n: 'INTEGER' });
    expect(await engine.query(given)).toEqual(rows);
    expect(await engine.query(givenRows([], { place: 'VARCHAR' }))).toEqual([]);
    expect(given.in('trino')).toBe(
      `SELECT * FROM UNNEST(CAST(json_parse('[["it''s",0.30000000000000004,3],[null,1e-300,-1]]') AS ARRAY(ROW("place" VARCHAR, "x" DOUBLE, "n" INTEGER)))) AS r("place", "x", "n")`,
    );
  });

  it('may be looked for in an array', async () => {
    const has = contains(sql`['a', 'b']`, 'b');
    expect(await engine.query(sql`SELECT ${has} AS has`)).toEqual([{ has: true }]);
    expect(has.in('trino')).toBe("contains(['a', 'b'], 'b')");
  });
});

describe('arithmetic of whole numbers', () => {
  it('divides rounding down, exactly beyond 2^53', async () => {
    const a = sql`CAST(${2n ** 62n + 7n} AS BIGINT)`;
    expect(
      await engine.query(sql`SELECT CAST(${quotient(a, 2)} AS VARCHAR) AS q, typeof(${quotient(a, 2)}) AS t`),
    ).toEqual([{ q: String(2n ** 61n + 3n), t: 'BIGINT' }]);
    expect(await engine.query(sql`SELECT ${quotient(sql`2 + 5`, sql`1 + 1`)} AS q`)).toEqual([{ q: 3 }]);
  });

  it('keeps a sum BIGINT, as Parquet does, and refuses one that does not fit', async () => {
    const sum = (values: string): Promise<object[]> =>
      engine.query(
        sql`SELECT typeof(${total(sql`v`)}) AS t, CAST(${total(sql`v`)} AS VARCHAR) AS n
          FROM (SELECT CAST(${raw('UNNEST')}([${raw(values)}]) AS BIGINT) AS v) AS s`,
      );
    expect(await sum('4611686018427387904, 4611686018427387903')).toEqual([
      { t: 'BIGINT', n: '9223372036854775807' },
    ]);
    await expect(sum('4611686018427387904, 4611686018427387904')).rejects.toThrow(/out of range/);
  });
});

describe('a text split at a character', () => {
  it('gives its parts, empty ones too', async () => {
    expect(await engine.query(sql`SELECT ${split(sql`'a||b'`, '|')} AS parts`)).toEqual([
      { parts: ['a', '', 'b'] },
    ]);
  });
});
