import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ADDRESSED_WORKS, institution, ODD_WORKS, W } from '../../test/records/odd-works.ts';
import { asLines, asParquet, toldOfJson, toldOfParquet, worksOf } from '../../test/records/relations.ts';
import { DuckDBEngine } from '../engine/duckdb.ts';
import { raw, sql } from '../engine/sql.ts';
import { loadParquet, parquetRows } from './parquet.ts';
import { RELATIONS } from './relations.ts';

let engine: DuckDBEngine;
beforeAll(async () => {
  engine = await DuckDBEngine.open({ memory: '1GB' });
});
afterAll(() => engine.close());

describe('works in Parquet', () => {
  it('tell what the same works in JSON tell', async () => {
    const json = asLines(ODD_WORKS);
    const [expected] = await toldOfJson(engine, json);
    expect((await toldOfParquet(engine, await asParquet(engine, worksOf(json))))[0]).toEqual(expected);
    expect(expected).toHaveLength(5 + 12);
  });

  it('tell what the addresses of authors say as JSON tells it', async () => {
    const json = asLines(ADDRESSED_WORKS);
    const [expected] = await toldOfJson(engine, json);
    expect((await toldOfParquet(engine, await asParquet(engine, worksOf(json))))[0]).toEqual(expected);
    const reasons = new Set(expected.map((row) => ('reason' in row ? row.reason : null)));
    expect(reasons).toContain('not paired');
    expect(reasons).toContain('several');
    expect(expected.filter((row) => 'place' in row && row.place !== null).length).toBeGreaterThan(10);
  });

  it.each([
    ['raw_affiliation_strings', "'Dept. of Rivers, London, UK'"],
    ['raw_affiliation_strings', '{text: 1}'],
    ['affiliations', "'Dept. of Rivers, London, UK'"],
    ['affiliations', '[17]'],
    ['affiliations', '[{raw_affiliation_string: [1], institution_ids: 17}]'],
  ])('are read without addresses where %s is %s', async (field, value) => {
    const rows = (strings: string): ReturnType<typeof sql> =>
      sql`SELECT 'https://openalex.org/W1' AS id, 2020 AS publication_year, 'article' AS type,
        [{author: {id: 'https://openalex.org/A1'}, institutions: [{id: 'https://openalex.org/I1'}]${raw(strings)}}] AS authorships`;
    const [[plain], [odd]] = [
      await toldOfParquet(engine, await asParquet(engine, rows(''))),
      await toldOfParquet(engine, await asParquet(engine, rows(`, ${field}: ${value}`))),
    ];
    expect(odd).toEqual(plain);
    expect(plain.length).toBeGreaterThan(0);
  });

  it('tell it segment by segment, too', async () => {
    const works = [...ODD_WORKS, ...ADDRESSED_WORKS];
    const records = Array.from({ length: 23 }, (_, i) => ({
      ...works[i % works.length],
      id: `${W}${i + 1}`,
    }));
    const json = asLines(records);
    const segments = await toldOfParquet(engine, await asParquet(engine, worksOf(json)), 10);
    expect(segments).toHaveLength(3);
    expect(segments).toEqual(await toldOfJson(engine, json, 10));
  });

  it('come in the columns of the relations, the same each time', async () => {
    const records = Array.from({ length: 500 }, (_, i) => ({ ...ODD_WORKS[i % 5], id: `${W}${i + 1}` }));
    const file = await asParquet(engine, worksOf(asLines(records)));
    const relations = async (): Promise<unknown[]> => {
      await loadParquet(engine, file, 0, 500);
      const tables = Object.entries(RELATIONS).filter(([relation]) => relation !== 'mentions');
      return Promise.all(tables.map(([relation]) => engine.query(sql`SELECT * FROM ${raw(relation)}`)));
    };
    const first = await relations();
    expect(await relations()).toEqual(first);
    for (const [relation, columns] of Object.entries(RELATIONS)) {
      const described = await engine.query<{ column_name: string; column_type: string }>(
        sql`SELECT column_name, column_type FROM (DESCRIBE ${raw(relation)})`,
      );
      expect(
        Object.fromEntries(described.map(({ column_name, column_type }) => [column_name, column_type])),
      ).toEqual(columns);
    }
  });

  it('have their dates compared with those of JSON as text, wherever the machine stands', async () => {
    const json = asLines(ODD_WORKS.slice(0, 1));
    await engine.execute(sql`SET TimeZone = 'Asia/Shanghai'`);
    for (const [type, updated] of [
      ['TIMESTAMP', '2026-01-02T03:04:05.678901'],
      ['TIMESTAMP_NS', '2026-01-02T03:04:05.678901'],
      ['TIMESTAMPTZ', '2026-01-02T03:04:05.678901'],
      ['DATE', '2026-01-02'],
    ] as const) {
      const zone = type === 'TIMESTAMPTZ' ? '+00' : '';
      const rows = sql`SELECT * REPLACE (CAST(replace(updated_date, 'T', ' ') || ${zone} AS ${raw(type)}) AS updated_date)
        FROM ${worksOf(json)}`;
      await loadParquet(engine, await asParquet(engine, rows), 0, 1);
      expect(await engine.query(sql`SELECT updated FROM works`)).toEqual([{ updated }]);
    }
    await engine.execute(sql`RESET TimeZone`);
  });

  it('without an id of a work are counted and left out', async () => {
    const json = asLines([{ id: null }, { id: 'https://openalex.org/A1' }, { id: `${W}3` }, { id: 'W0' }]);
    const file = await asParquet(engine, worksOf(json));
    expect(await parquetRows(engine, file)).toMatchObject({
      rows: 4,
      bad: 3,
      bytes: readFileSync(file).length,
    });
    await loadParquet(engine, file, 0, 4);
    expect(await engine.query(sql`SELECT row, work FROM works`)).toEqual([{ row: 3, work: 3 }]);
  });

  it('have no year rather than a rounded one', async () => {
    const years = async (type: string, values: string): Promise<(number | null)[]> => {
      const rows = sql`SELECT 'W' || i AS id, y AS publication_year, CAST([] AS STRUCT(author STRUCT(id VARCHAR))[]) AS authorships
        FROM (SELECT row_number() OVER () AS i, CAST(${raw('UNNEST')}([${raw(values)}]) AS ${raw(type)}) AS y) AS t`;
      await loadParquet(engine, await asParquet(engine, rows), 0, 9);
      const works = await engine.query<{ year: number | null }>(sql`SELECT year FROM works ORDER BY row`);
      return works.map(({ year }) => year);
    };
    expect(await years('BIGINT', '2015, NULL, 1099511627776')).toEqual([2015, null, null]);
    expect(await years('DOUBLE', "2015, 2015.5, 'nan', 1e300")).toEqual([2015, null, null, null]);
    expect(await years('DECIMAL(9,1)', '2015, 2015.5')).toEqual([2015, null]);
  });

  it('whose text is marked as mere bytes, as old writers leave it, are read as text', async () => {
    const rows = sql`SELECT encode(id) AS id, encode('Übersicht') AS title, list_transform(authorships, lambda a: {'institutions':
        list_transform(a.institutions, lambda i: {'display_name': encode(i.display_name)})}) AS authorships
      FROM ${worksOf(asLines([{ id: `${W}1`, authorships: [{ institutions: [institution(null, 'Universität Köln')] }] }]))}`;
    await loadParquet(engine, await asParquet(engine, rows), 0, 1);
    expect(await engine.query(sql`SELECT title FROM works`)).toEqual([{ title: 'Übersicht' }]);
    expect(await engine.query(sql`SELECT name FROM institutions`)).toEqual([{ name: 'Universität Köln' }]);
  });

  it('with thousands of names without ids are read at once', async () => {
    const authorships = Array.from({ length: 20_000 }, (_, i) => ({
      institutions: [institution(null, `Université n° ${i}${i % 1000 === 0 ? '\0' : "'"}`)],
    }));
    const file = await asParquet(engine, worksOf(asLines([{ id: `${W}1`, authorships }])));
    await loadParquet(engine, file, 0, 1);
    expect(await engine.query(sql`SELECT key FROM institutions WHERE code = 20000`)).toEqual([
      { key: 'universite n 19999' },
    ]);
    expect(await engine.query(sql`SELECT count(*) AS n FROM institutions WHERE key IS NOT NULL`)).toEqual([
      { n: 20_000 },
    ]);
  });
});
