import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { DuckDBEngine } from './duckdb.ts';
import { raw, sql } from './sql.ts';

let engine: DuckDBEngine;
beforeAll(async () => {
  engine = await DuckDBEngine.open();
});
afterAll(() => engine.close());

const computed = async (expression: string): Promise<unknown> =>
  (await engine.query<{ v: unknown }>(sql`SELECT ${raw(expression)} AS v`))[0].v;
const shown = async (expression: string): Promise<unknown> =>
  (await engine.queryReadOnly(`SELECT ${expression} AS v`)).rows[0].v;

describe('a value of a result', () => {
  it.each([
    ['NULL', null],
    ['TRUE', true],
    ["'text'", 'text'],
    ['CAST(0.1 AS DOUBLE)', 0.1],
    ['CAST(9007199254740991 AS BIGINT)', 9007199254740991],
    ['CAST(-9007199254740991 AS HUGEINT)', -9007199254740991],
    ['CAST(12.50 AS DECIMAL(9,2))', 12.5],
    ['(SELECT sum(v) FROM (VALUES (1), (2)) AS t(v))', 3],
    ['CAST(90071992547409.91 AS DECIMAL(18,2))', 90071992547409.91],
    ["DATE '2020-01-02'", '2020-01-02'],
    ["TIMESTAMP '2020-01-02 03:04:05.678901'", '2020-01-02 03:04:05.678901'],
    ["TIME '01:02:03'", '01:02:03'],
    ["CAST('6ba7b810-9dad-11d1-80b4-00c04fd430c8' AS UUID)", '6ba7b810-9dad-11d1-80b4-00c04fd430c8'],
    ["CAST('a' AS ENUM('a', 'b'))", 'a'],
    ["CAST('101' AS BIT)", '101'],
    ['INTERVAL 3 DAY', '3 days'],
    ['[1, NULL, 3]', [1, null, 3]],
    ['CAST([1, 2] AS INTEGER[2])', [1, 2]],
    ["{'a': 1, 'b': [{'c': DATE '2020-01-02'}]}", { a: 1, b: [{ c: '2020-01-02' }] }],
    ["MAP {'a': 1, 'b': NULL}", { a: 1, b: null }],
    ["union_value(k := 'x')", 'x'],
  ])('%s is plain', async (expression, value) => {
    expect(await computed(expression)).toEqual(value);
    expect(await shown(expression)).toEqual(value);
  });

  it.each(["'nan'", "'inf'", "'-inf'"])('%s is undefined, so null', async (text) => {
    expect(await computed(`CAST(${text} AS DOUBLE)`)).toBeNull();
    expect(await shown(`[CAST(${text} AS FLOAT)]`)).toEqual([null]);
  });

  it.each(['DATE', 'TIMESTAMP', 'TIMESTAMPTZ'])('endless %s is undefined, so null', async (type) => {
    expect(await computed(`CAST('infinity' AS ${type})`)).toBeNull();
  });

  it.each([
    ['CAST(9007199254740993 AS BIGINT)', '9007199254740993'],
    ['CAST(-9007199254740993 AS HUGEINT)', '-9007199254740993'],
    ['CAST(90071992547409.93 AS DECIMAL(18,2))', '90071992547409.93'],
    ['CAST(12345678901234567890.123 AS DECIMAL(38,3))', '12345678901234567890.123'],
  ])(
    '%s, of more digits than a number keeps, is refused or shown as text, never rounded',
    async (wide, digits) => {
      for (const at of [wide, `[${wide}]`, `{'a': ${wide}}`, `MAP {'a': ${wide}}`]) {
        await expect(computed(at)).rejects.toThrow(
          `column v holds ${digits}, beyond what a number keeps exactly`,
        );
      }
      expect(await shown(wide)).toBe(digits);
      expect(await shown(`[${wide}]`)).toEqual([digits]);
    },
  );

  it('stands under the name of its column, once each', async () => {
    expect(await engine.query(sql`SELECT 1 AS a, 2 AS a`)).toEqual([{ a: 1, 'a:1': 2 }]);
  });
});
