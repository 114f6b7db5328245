import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { institution, ODD_WORKS, W } from '../../test/records/odd-works.ts';
import { asLines, asParquet, toldOfJson, toldOfParquet, worksOf } from '../../test/records/relations.ts';
import { DuckDBEngine } from '../engine/duckdb.ts';
import { raw, sql } from '../engine/sql.ts';

let engine: DuckDBEngine;
beforeAll(async () => {
  engine = await DuckDBEngine.open({ memory: '1GB' });
});
afterAll(() => engine.close());

/** The works with only these keys. */
function only(keys: readonly string[]): object[] {
  return ODD_WORKS.map((work) =>
    Object.fromEntries(Object.entries(work).filter(([key]) => keys.includes(key))),
  );
}

/** Changes each institution and author of a work, as far as it has them. */
function changed(
  work: object,
  institutionOf: (own: object) => object,
  authorOf: (own: object) => object,
): object {
  const { authorships } = work as {
    authorships?: null | { institutions?: object[] | null; author?: object | null }[];
  };
  return authorships === undefined || authorships === null
    ? work
    : {
        ...work,
        authorships: authorships.map((authorship) => ({
          ...authorship,
          author: authorship.author ? authorOf(authorship.author) : null,
          institutions: authorship.institutions?.map(institutionOf) ?? null,
        })),
      };
}

const without =
  (...keys: string[]) =>
  (own: object): object =>
    Object.fromEntries(Object.entries(own).filter(([key]) => !keys.includes(key)));

describe('a schema of Parquet', () => {
  it('of 2022, with host_venue and neither topics nor dates, tells what JSON tells', async () => {
    const keys = ['id', 'display_name', 'publication_year', 'type', 'host_venue', 'authorships'];
    const json = asLines(only(keys));
    const [expected] = await toldOfJson(engine, json);
    expect(expected.some((row) => 'name' in row && row.name === 'Old')).toBe(true);
    expect(await toldOfParquet(engine, await asParquet(engine, worksOf(json, keys)))).toEqual([expected]);
  });

  it('without lineage and without ids tells what JSON tells', async () => {
    for (const [fields, expression] of [
      [
        ['lineage'],
        "{'id': i.id, 'display_name': i.display_name, 'ror': i.ror, 'country_code': i.country_code}",
      ],
      [['lineage', 'id', 'ror'], "{'display_name': i.display_name, 'country_code': i.country_code}"],
    ] as const) {
      const works = ODD_WORKS.map((work) => changed(work, without(...fields), (author) => author));
      const file = await asParquet(
        engine,
        sql`SELECT * REPLACE (list_transform(authorships, lambda a: {'author': a.author, 'countries': a.countries,
            'institutions': list_transform(a.institutions, lambda i: ${raw(expression)})}) AS authorships)
          FROM ${worksOf(asLines(ODD_WORKS))}`,
      );
      expect(await toldOfParquet(engine, file)).toEqual(await toldOfJson(engine, asLines(works)));
    }
  });

  it('whose authors have names only makes each authorship an author of her own', async () => {
    const works = ODD_WORKS.map((work) =>
      changed(
        work,
        (own) => own,
        () => ({ display_name: 'X' }),
      ),
    );
    const file = await asParquet(
      engine,
      sql`SELECT * REPLACE (list_transform(authorships, lambda a: {'author': {'display_name': 'X'}, 'countries': a.countries,
          'institutions': a.institutions}) AS authorships) FROM ${worksOf(asLines(ODD_WORKS))}`,
    );
    expect(await toldOfParquet(engine, file)).toEqual(await toldOfJson(engine, asLines(works)));
  });

  it('with fields of topics as numbers, names in another case and order, and null throughout somewhere', async () => {
    const works = [
      {
        id: `${W}1`,
        primary_topic: { id: 'T10398', subfield: { id: 1904 }, field: { id: 19 }, domain: { id: 3 } },
        authorships: [{ institutions: [institution('I5', 'CNRS')] }],
      },
    ];
    const file = await asParquet(
      engine,
      sql`SELECT [{'Institutions': [{'lineage': CAST(NULL AS JSON), 'ror': CAST(NULL AS INTEGER), 'display_name': 'CNRS', 'Country_Code': 'FR', 'id': 'I5'}]}] AS AUTHORSHIPS,
        CAST(NULL AS JSON) AS doi, CAST(NULL AS INTEGER) AS host_venue,
        {'domain': {'id': 3}, 'field': {'id': 19}, 'subfield': {'id': CAST(1904 AS BIGINT)}, 'id': 'T10398'} AS primary_topic, 'W1' AS ID`,
    );
    expect(await toldOfParquet(engine, file)).toEqual(await toldOfJson(engine, asLines(works)));
  });
});

const REAL = '../shared/data/works';
describe.skipIf(!existsSync(REAL))(
  `real records as Parquet (needs the folder ${REAL})`,
  { tags: 'full' },
  () => {
    it.each(['geoscience-api', 'schema-2026', 'global-health-journals', 'china-international'])(
      '%s, in the columns the engine finds, tells what it tells as JSON',
      async (name) => {
        const json = join(REAL, `${name}.jsonl.gz`);
        const segment = name === 'china-international' ? 20_000 : 5000;
        const file = await asParquet(engine, sql`SELECT * FROM read_json(${json})`);
        expect(await toldOfParquet(engine, file, segment)).toEqual(await toldOfJson(engine, json, segment));
      },
    );
  },
);
