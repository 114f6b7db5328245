import { readFileSync, statSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { sha256 } from '../../test/observatory/bytes.ts';
import { Bench, rowsOf } from '../../test/observatory/observatories.ts';
import type { RawWork } from '../../test/observatory/oracle-works.ts';
import { version, work } from '../../test/observatory/works.ts';
import { openAlexLines, REGIONS } from '../../test/observatory/worlds.ts';
import { readManifest, type Manifest } from './manifest.ts';
import { WORK } from './units.ts';
import { VERSION } from './version.ts';

/** A hundred authors, as a list answer of the API cuts them, and 101. */
const crowd = (n: number, authors: number, more: Partial<RawWork> = {}): RawWork =>
  work(
    n,
    Array.from({ length: authors }, (_, i) => [i % 2 === 0 ? 5 : 6]),
    more,
  );
const FIRST = [
  version(1, 'old', '2024-01-01'),
  crowd(2, 100),
  crowd(3, 100, { is_authors_truncated: false }),
  crowd(4, 101),
  work(5, [[6], [77]], { publication_year: 2021 }),
  '{broken',
  work(6, [], { publication_year: 2021, type: null }),
];
const SECOND = [
  version(1, 'new', '2024-02-01'),
  work(7, [[5]], { is_retracted: true }),
  work(8, [[5]], { doi: '10.1/x' }),
  work(9, [[8], [4], [5]], { doi: 'https://doi.org/10.1/X' }),
  work(10, [[5]], { publication_year: null }),
];

describe('the manifest', () => {
  const bench = new Bench();
  const out = bench.path('out');
  const works = [bench.works('first.jsonl', FIRST), bench.works('second.gz', SECOND)];
  const institutions = [bench.text('institutions.jsonl', openAlexLines())];
  const regions = [bench.text('regions.csv', REGIONS)];
  let manifest: Manifest;

  beforeAll(async () => {
    await bench.build({ works, institutions, regions, out, title: 'Of a test' });
    manifest = readManifest(out);
  });
  afterAll(() => {
    bench.dispose();
  });

  it('says what went in: each file with its size, hash and records', () => {
    expect(manifest.works).toMatchObject(
      works.map((path, i) => ({
        path,
        bytes: statSync(path).size,
        sha256: sha256(readFileSync(path)),
        records: [6, 5][i],
        bad: i === 0 ? { 'not JSON': 1 } : {},
        examples: i === 0 ? [{ line: 6, reason: 'not JSON' }] : [],
        reused: false,
      })),
    );
    expect(manifest.institutions).toMatchObject({
      records: 12,
      files: [{ path: institutions[0], bytes: statSync(institutions[0]).size, sha256: sha256(readFileSync(institutions[0])), records: 12 }],
    }); // prettier-ignore
  });

  it('says what became of every record: kept, superseded, dropped or bad, each with its reason', () => {
    expect(manifest.records).toEqual({
      read: 11,
      bad: { 'not JSON': 1 },
      superseded: 1,
      dropped: { retracted: 1, 'no year': 1 },
      kept: 8,
      withoutType: 1,
      truncated: 1,
      aboveAuthorCap: 1,
      withoutAuthors: 1,
      equalDois: 1,
      versionDois: 0,
      synthetic: {},
    });
    expect(manifest.warnings).toEqual([
      '1 work without a type passed the filter of types',
      '1 work may have more authors than the record lists (cut at 100): above the author cap',
      '1 of 12 records could not be used',
    ]);
  });

  it('counts as truncated a list of exactly 100, unless it is known whole or comes from a snapshot', async () => {
    const cut = async (folder: string): Promise<unknown> => {
      const rows = await rowsOf(folder, 'works', ['work', 'truncated']);
      return rows.filter(({ truncated }) => truncated).map(({ work }) => work);
    };
    expect(await cut(out)).toEqual([2]);
    const snapshot = bench.works('updated_date=2024-01-01/part.jsonl', [crowd(2, 100), crowd(3, 100, { is_authors_truncated: true })]); // prettier-ignore
    await bench.build({ works: [snapshot], institutions, out: bench.path('snapshot') });
    expect(await cut(bench.path('snapshot'))).toEqual([3]);
  });

  it('says how it was made: parameters, definitions and their versions, versions of code and engine, seconds per phase', () => {
    expect(manifest).toMatchObject({
      synopolis: { format: 2, version: VERSION, engine: expect.stringMatching(/^DuckDB v?\d+\.\d+/) as string, node: process.version },
      title: 'Of a test',
      synthetic: null,
      damaged: [],
      authorCap: 100,
      filters: { years: null, types: ['article', 'review'], retracted: false, paratext: false, extended: false, sources: null },
      definitions: [
        { id: 'def:delta', name: 'Delta', version: '1', cities: 3, partial: 0 },
        { id: 'def:core', name: 'Core', version: '1', cities: 2, partial: 0 },
        { id: 'def:isles', name: 'Isles', version: '1', cities: 3, partial: 0 },
      ],
    }); // prettier-ignore
    expect(Object.keys(manifest.seconds).sort()).toEqual(['institutions', 'laws', 'tables', 'works']);
    expect(new Date(manifest.built).toISOString()).toBe(manifest.built);
  });

  it('gives the rows of every table as they are', async () => {
    for (const [table, n] of Object.entries(manifest.tables)) {
      expect(await rowsOf(out, table), table).toHaveLength(n);
    }
  });

  it('gives the located Share as the tables have it: in all, by year, by country and by reason', async () => {
    const { located } = manifest;
    const sum = (
      rows: readonly Record<string, unknown>[],
      of: (row: Record<string, unknown>) => boolean,
    ): number => rows.filter(of).reduce((total, { share }) => total + Number(share), 0) / WORK;
    const cities = await rowsOf(out, 'work_cities', ['city', 'year', 'share']);
    const unlocated = await rowsOf(out, 'unlocated');
    expect(located.share).toBe(sum(cities, () => true) / 8);
    expect(located.byYear).toEqual(
      [2020, 2021].map((year) => {
        const works = year === 2020 ? 6 : 2;
        return { year, works, share: sum(cities, (row) => row.year === year) / works };
      }),
    );
    for (const { country, share, located: part } of located.byCountry) {
      const prefix = country === 'CN' ? 'cn:' : 'gn:';
      const inCities = country === null ? 0 : sum(cities, ({ city }) => String(city).startsWith(prefix));
      const all = inCities + sum(unlocated, (row) => row.country === country);
      expect(share).toBeCloseTo(all, 9);
      expect(part).toBeCloseTo(inCities / all, 9);
    }
    expect(located.byCountry.map(({ country }) => country).sort()).toEqual(['CN', 'GB', null]);
    expect(located.reasons).toEqual(
      Object.fromEntries(
        ['no author', 'no place', 'unknown id'].map((reason) => [reason, sum(unlocated, (row) => row.reason === reason)]),
      ),
    ); // prettier-ignore
    expect(located.byCountry.reduce((total, { share }) => total + share, 0)).toBeCloseTo(8, 9);
  });
});
