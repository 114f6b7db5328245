import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { fullUnless } from '../../test/few-and-many.ts';
import { Bench, rowsOf } from '../../test/observatory/observatories.ts';
import { asParquet, worksOf } from '../../test/records/relations.ts';
import { work } from '../../test/observatory/works.ts';
import { openAlexLines } from '../../test/observatory/worlds.ts';
import { writeDemonstration } from '../demo/index.ts';
import { DuckDBEngine } from '../engine/duckdb.ts';
import { Filters } from './filters.ts';

const bench = new Bench();
const MARK = 'synthetic demonstration';
let works: string;
let institutions: string[];
let lines: string[];
beforeAll(async () => {
  const made = await writeDemonstration(bench.path('source'), { works: 120, seed: 4, parts: 2 });
  works = made.works;
  institutions = [made.institutions];
  lines = readdirSync(works).flatMap((name) =>
    gunzipSync(readFileSync(join(works, name)))
      .toString()
      .trimEnd()
      .split('\n'),
  );
});
afterAll(() => bench.dispose());

const real = (count: number): object[] => Array.from({ length: count }, (_, i) => work(i + 1));
const realInstitutions = [bench.text('institutions.jsonl', openAlexLines())];

describe('works that are made up say so, whatever they come in', () => {
  describe.each<[string, () => string | Promise<string>]>([
    ['gzip JSON Lines', () => works],
    ['an array', () => bench.text('array.json', `[${lines.join(',\n')}]`)],
    ['answers of the API', () => bench.text('page.json', `{"meta":{},"results":[${lines.join(',')}]}\n`)],
    [
      'Parquet',
      async () => {
        const engine = await DuckDBEngine.open();
        try {
          return await asParquet(engine, worksOf(bench.text('plain.jsonl', `${lines.join('\n')}\n`)));
        } finally {
          engine.close();
        }
      },
    ],
  ])('%s', (name, file) => {
    it(
      'in tables, manifest and description',
      fullUnless(['an array', 'Parquet'].includes(name)),
      async () => {
        const out = bench.path(`out-${name}`);
        const { synthetic, records } = await bench.build({ works: [await file()], institutions, out });
        expect(synthetic).toBe(MARK);
        expect(records.synthetic).toEqual({ [MARK]: records.kept });
        const marks = await rowsOf(out, 'works', ['synthetic']);
        expect(new Set(marks.map((row) => row.synthetic))).toEqual(new Set([MARK]));
        const told = JSON.parse(readFileSync(join(out, 'datapackage.json'), 'utf8')) as { synthetic: string };
        expect(told.synthetic).toBe(MARK);
      },
    );
  });

  it('filtered, and built again from finished parts', async () => {
    const out = bench.path('again');
    const filters = Filters.parse({ years: { from: 2015, to: 2024 }, types: ['article'] });
    const first = await bench.build({ works: [works], institutions, out, filters });
    const second = await bench.build({ works: [works], institutions, out, filters, title: 'Mine' });
    expect(second.works.every(({ reused }) => reused)).toBe(true);
    expect([first.synthetic, second.synthetic]).toEqual([MARK, MARK]);
  });
});

describe('made-up works among real ones', () => {
  const built = (records: readonly object[], name: string) =>
    bench.build({
      works: [bench.works(`${name}.jsonl`, records as never)],
      institutions: realInstitutions,
      out: bench.path(name),
    });

  it('mark all that they stand in, with how many of how many', async () => {
    const { synthetic } = await built([...real(30), work(99, [[5]], { synthetic: MARK })], 'one');
    expect(synthetic).toBe(`partly synthetic: 1 of 31 works (${MARK})`);
  });

  it('are told by what made them', async () => {
    const records = [work(1, [[5]], { synthetic: 'world b' }), work(2, [[5]], { synthetic: 'world a' })];
    const { synthetic, records: counts } = await built(records, 'two');
    expect(synthetic).toBe('world a, world b');
    expect(counts.synthetic).toEqual({ 'world a': 1, 'world b': 1 });
  });

  it('mark nothing where a newer, real version stands in their place', async () => {
    const made = work(1, [[5]], { synthetic: MARK, updated_date: '2020-01-01' });
    const { synthetic } = await built([made, work(1, [[5]], { updated_date: '2021-01-01' })], 'newer');
    expect(synthetic).toBeNull();
  });
});

describe('real works', () => {
  it('with made-up institutions are marked', async () => {
    const { synthetic, institutions: report } = await bench.build({
      works: [bench.works('real.jsonl', real(3) as never)],
      institutions,
      out: bench.path('institutions'),
    });
    const { records } = report as { records: number };
    expect(synthetic).toBe(`partly synthetic: ${records} of ${records} institutions (${MARK})`);
  });

  it('with real institutions are not', async () => {
    const { synthetic } = await bench.build({
      works: [bench.works('real.jsonl', real(3) as never)],
      institutions: realInstitutions,
      out: bench.path('real'),
    });
    expect(synthetic).toBeNull();
  });

  it('with a table of institutions that says so are marked', async () => {
    const table = bench.text('table.csv', 'name,country,synthetic\nA,FR,by hand\nB,FR,\n');
    const { synthetic } = await bench.build({
      works: [bench.works('real.jsonl', real(3) as never)],
      institutions: [table],
      out: bench.path('table'),
    });
    expect(synthetic).toBe('partly synthetic: 1 of 2 institutions (by hand)');
  });
});
