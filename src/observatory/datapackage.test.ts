import { readdirSync, readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { Bench, rowsOf } from '../../test/observatory/observatories.ts';
import { work } from '../../test/observatory/works.ts';
import { openAlexLines, REGIONS } from '../../test/observatory/worlds.ts';
import { parquet } from '../engine/dialect.ts';
import { DuckDBEngine } from '../engine/duckdb.ts';
import { sql } from '../engine/sql.ts';
import { TABLES } from './tables/index.ts';

interface Resource {
  readonly name: string;
  readonly path: string;
  readonly description: string;
  readonly rows: number;
  readonly schema: {
    readonly fields: readonly {
      readonly name: string;
      readonly type: string;
      readonly description: string;
    }[];
    readonly primaryKey: readonly string[];
  };
}

/** Types of Frictionless by those that DuckDB tells of a Parquet file. */
const FRICTIONLESS: Readonly<Record<string, string>> = {
  VARCHAR: 'string',
  'VARCHAR[]': 'array',
  BIGINT: 'integer',
  INTEGER: 'integer',
  DOUBLE: 'number',
  BOOLEAN: 'boolean',
};

const bench = new Bench();
const out = bench.path('out');
let resources: readonly Resource[];
let engine: DuckDBEngine;

beforeAll(async () => {
  const topic = { id: 'https://openalex.org/T10', subfield: { id: 'https://openalex.org/subfields/1702' } };
  await bench.build({
    works: [bench.works('works.jsonl', [work(1, [[5, 6], [2]], { primary_topic: topic }), work(2, [[4]])])],
    institutions: [bench.text('institutions.jsonl', openAlexLines())],
    regions: [bench.text('regions.csv', REGIONS)],
  });
  resources = (JSON.parse(readFileSync(`${out}/datapackage.json`, 'utf8')) as { resources: Resource[] })
    .resources;
  engine = await DuckDBEngine.open({ threads: 1 });
});
afterAll(() => {
  engine.close();
  bench.dispose();
});

describe('datapackage.json', () => {
  it('describes every table that is there, and no other', () => {
    const files = readdirSync(out).filter((name) => name.endsWith('.parquet'));
    expect(resources.map(({ path }) => path).sort()).toEqual(files.sort());
    expect(new Set(resources.map(({ name }) => name)).size).toBe(files.length);
    // The names that Frictionless allows.
    for (const { name } of resources) expect(name).toMatch(/^[a-z0-9._-]+$/);
  });

  it.each(TABLES.map(({ name }) => name))(
    'has the columns, types and rows of %s as the file has them',
    async (table) => {
      const resource = resources.find(({ path }) => path === `${table}.parquet`)!;
      const columns = await engine.query<{ column_name: string; column_type: string }>(
        sql`SELECT column_name, column_type FROM (DESCRIBE SELECT * FROM ${parquet([`${out}/${table}.parquet`])})`,
      );
      const declared = TABLES.find(({ name }) => name === table)!.columns;
      expect(columns.map(({ column_name, column_type }) => [column_name, column_type])).toEqual(
        Object.entries(declared).map(([column, [type]]) => [column, type]),
      );
      expect(resource.schema.fields.map(({ name, type }) => [name, type])).toEqual(
        columns.map(({ column_name, column_type }) => [column_name, FRICTIONLESS[column_type]]),
      );
      expect(resource.rows).toBe((await rowsOf(out, table)).length);
      expect(resource.description).not.toBe('');
      for (const { name, description } of resource.schema.fields) expect(description, name).not.toBe('');
    },
  );

  it.each(TABLES.map(({ name, key }) => [name, key] as const))(
    'names a key that no two rows of %s share',
    async (table, key) => {
      const resource = resources.find(({ path }) => path === `${table}.parquet`)!;
      expect(resource.schema.primaryKey).toEqual(key);
      const rows = await rowsOf(out, table, key);
      expect(new Set(rows.map((row) => JSON.stringify(row))).size).toBe(rows.length);
    },
  );
});
