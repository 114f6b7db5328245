import { readFileSync, writeFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ODD_WORKS } from '../../test/records/odd-works.ts';
import { asLines, asParquet, worksOf } from '../../test/records/relations.ts';
import { DuckDBEngine } from '../engine/duckdb.ts';
import { EngineError } from '../engine/engine.ts';
import { raw, sql } from '../engine/sql.ts';
import { InputError, render } from '../base/index.ts';
import { loadParquet, parquetRows } from './parquet.ts';
import { reading } from './parquet-select.ts';

let engine: DuckDBEngine;
beforeAll(async () => {
  engine = await DuckDBEngine.open({ memory: '1GB' });
});
afterAll(() => engine.close());

async function fault(file: string): Promise<string> {
  const error: unknown = await parquetRows(engine, file)
    .then(({ rows }) => loadParquet(engine, file, 0, rows))
    .catch((caught: unknown) => caught);
  if (!(error instanceof InputError)) throw new Error('an InputError was expected', { cause: error });
  expect(error.file).toBe(file);
  expect(render(error.detail, 'zh')).toMatch(/^是.*Parquet.*。$/);
  return render(error.detail, 'en');
}

const odd = (): ReturnType<typeof worksOf> => worksOf(asLines(ODD_WORKS));

describe('Parquet that cannot be used ends with an error that names it', () => {
  it('when it is cut short', async () => {
    const file = await asParquet(engine, odd());
    writeFileSync(file, readFileSync(file).subarray(0, -100));
    expect(await fault(file)).toMatch(/is damaged Parquet \(/);
  });

  it('when its pages are damaged', async () => {
    const file = await asParquet(engine, odd());
    const bytes = readFileSync(file);
    bytes.fill(0xff, 4, bytes.length >> 1);
    writeFileSync(file, bytes);
    expect(await fault(file)).toMatch(/is damaged Parquet \(/);
  });

  it('when it is another kind of file', async () => {
    const file = await asParquet(engine, odd());
    for (const text of ['<!doctype html><p>404', '{"id": "W1", "authorships": []}\n', 'PAR1']) {
      writeFileSync(file, text);
      expect(await fault(file)).toMatch(/is damaged Parquet \(/);
    }
  });

  it('when it holds something else', async () => {
    const file = await asParquet(engine, sql`SELECT id, title FROM ${odd()}`);
    expect(await fault(file)).toBe(
      'is Parquet without the columns of OpenAlex works (id, authorships). Give the works of the snapshot.',
    );
  });

  it.each([
    ['7', 'authorships', 'INTEGER'],
    ["'[]'", 'authorships', 'VARCHAR'],
    ["CAST('[]' AS JSON)", 'authorships', 'JSON'],
    ["[{'name': 'x'}]", 'authorships', 'STRUCT("name" VARCHAR)[]'],
    ["[{'author': 'A1'}]", 'authorships.author', 'VARCHAR'],
    ["[{'author': {'id': {'id': 'A1'}}}]", 'authorships.author.id', 'STRUCT("id" VARCHAR)'],
    [
      "[{'institutions': [{'id': 'I1', 'ror': CAST('\"x\"' AS JSON)}]}]",
      'authorships.institutions.ror',
      'JSON',
    ],
    ["[{'institutions': [{'id': 'I1', 'lineage': 'I1|I2'}]}]", 'authorships.institutions.lineage', 'VARCHAR'],
  ])('when its authorships are %s', async (authorships, column, own) => {
    const file = await asParquet(engine, sql`SELECT 'W1' AS id, ${raw(authorships)} AS authorships`);
    expect(await fault(file)).toBe(
      `is Parquet whose column ${column} is not that of OpenAlex works: it is ${own}. Give the works of the snapshot, or JSON Lines.`,
    );
  });

  it.each([
    ["'2015' AS publication_year", 'publication_year', 'VARCHAR'],
    ["'yes' AS is_retracted", 'is_retracted', 'VARCHAR'],
    ['1 AS is_retracted', 'is_retracted', 'INTEGER'],
    ["{'display_name': ['x']} AS host_venue", 'host_venue.display_name', 'VARCHAR[]'],
    ["['x'] AS title", 'title', 'VARCHAR[]'],
    ['0.5 AS title', 'title', 'DECIMAL(2,1)'],
  ])('when it has %s', async (added, column, own) => {
    const file = await asParquet(
      engine,
      sql`SELECT * EXCLUDE (${raw(column.split('.')[0])}), ${raw(added)} FROM ${odd()}`,
    );
    expect(await fault(file)).toBe(
      `is Parquet whose column ${column} is not that of OpenAlex works: it is ${own}. Give the works of the snapshot, or JSON Lines.`,
    );
  });
});

describe('an error that is not the file’s', () => {
  const SLOW = sql`SELECT count(*) FROM range(1000000) a, range(1000000) b WHERE a.range + b.range = 7`;

  it('is not put down to it: a stop', async () => {
    const caught = reading('x.parquet', () => engine.query(SLOW)).catch((error: unknown) => error);
    const stop = setInterval(() => engine.cancel(), 20);
    expect(await caught).toBeInstanceOf(EngineError);
    clearInterval(stop);
  });

  it('is not put down to it: too little memory', async () => {
    const small = await DuckDBEngine.open({ memory: '20MB' });
    const caught = await reading('x.parquet', () =>
      small.query(sql`SELECT list(range ORDER BY hash(range)) FROM range(3000000)`),
    ).catch((error: unknown) => error);
    small.close();
    expect(caught).toBeInstanceOf(EngineError);
    expect((caught as Error).message).toMatch(/^Out of Memory/);
  });
});
