import { readFileSync, writeFileSync } from 'node:fs';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Known, knownFrom } from '../../../test/observatory/known.ts';
import { Bench } from '../../../test/observatory/observatories.ts';
import { dropped, newest, type RawWork, type Split, splitWork } from '../../../test/observatory/oracle-works.ts';
import { openAlexLines, REGIONS, worksOf } from '../../../test/observatory/worlds.ts';
import { type Manifest, Observatory } from '../../observatory/index.ts';
import { Gazetteer, prepareInstitutions, readDefinitions } from '../../places/index.ts';
import type { Result } from '../analysis.ts';
import { type CoverageRow, type Section, SECTIONS } from './question.ts';
import { type Bilingual, renderBoth } from '../../base/index.ts';
import { coverage, notesOf } from './analysis.ts';
import { findingsIn } from '../../../test/findings-in.ts';

/** An institution by coordinates alone, near the seat of no city: placed by the nearest coded place. */
const DOUBTFUL = {
  id: 'https://openalex.org/I20',
  ror: 'https://ror.org/020aaaa30',
  display_name: 'Institute in the Country',
  country_code: 'CN',
  geo: { geonames_city_id: null, country_code: 'CN', latitude: 31.38, longitude: 120.98 },
};
const IN_THE_COUNTRY: RawWork = {
  id: 'https://openalex.org/W9001',
  publication_year: 2020,
  type: 'article',
  authorships: [
    { author: { id: null }, institutions: [{ id: DOUBTFUL.id }] },
    { author: { id: null }, institutions: [{ id: 'https://openalex.org/I5' }] },
  ],
};
/** The Academy has a city, and is hidden here beside a name that may be one of its institutes. */
const HIDDEN: RawWork = {
  id: 'https://openalex.org/W9002',
  publication_year: 2020,
  type: 'article',
  authorships: [
    {
      author: { id: null },
      institutions: ['Academy', 'Institute Unheard of'].map((display_name) => ({
        id: null,
        display_name,
        country_code: 'CN',
      })),
    },
  ],
};

const bench = new Bench();
let records: RawWork[];
let known: Known;
let countries: ReadonlyMap<string, string | null>;
let works: Split[];
let manifest: Manifest;
let observatory: Observatory;

beforeAll(async () => {
  records = [...fc.sample(worksOf(500), { seed: 8, numRuns: 1 })[0], IN_THE_COUNTRY, HIDDEN];
  const torn = bench.works('torn.jsonl.gz', records.slice(0, 50));
  writeFileSync(torn, readFileSync(torn).subarray(0, 200));
  const institutions = [bench.text('institutions.jsonl', `${openAlexLines()}\n${JSON.stringify(DOUBTFUL)}`)];
  const regions = [bench.text('regions.csv', REGIONS)];
  const lines = [
    ...records.slice(0, 200),
    '{"id": "https://openalex.org/W1", "authorships": [',
    ...records.slice(200),
  ];
  manifest = await bench.build({
    works: [bench.works('works.jsonl', lines), torn],
    institutions,
    regions,
    skipDamaged: true,
  });
  observatory = await Observatory.open(bench.path('out'));
  const gazetteer = await Gazetteer.open();
  const prepared = await prepareInstitutions({ paths: institutions }, gazetteer);
  countries = new Map(prepared.places.map(({ id, country }) => [id, country]));
  known = knownFrom(prepared, await readDefinitions(regions, gazetteer));
  works = newest([records])
    .filter((work) => dropped(work, CHOICE) === null)
    .map((work) => splitWork(work, known));
});
afterAll(() => {
  observatory.close();
  bench.dispose();
});

const CHOICE = { types: ['article', 'review'] };
const WORK = 2 ** 30;
const ask = (params: Record<string, unknown> = {}): Promise<Result<CoverageRow>> =>
  coverage.run(observatory, coverage.params.parse({ top: 1000, ...params }));
const section = async (by: Section, params: Record<string, unknown> = {}): Promise<readonly CoverageRow[]> =>
  (await ask({ by: [by], ...params })).rows;

/** A part of a work: how much of it, what cities got of that, and what it is told by. */
interface Piece {
  readonly share: number;
  readonly located: number;
  readonly country: string | null;
  readonly reason: string | null;
}

const pieces = ({ cities, unlocated }: Split): Piece[] => [
  ...cities.map(({ city, share }) => {
    const own = Number(share) / WORK;
    return { share: own, located: own, country: countries.get(city)!, reason: null };
  }),
  ...unlocated.map(({ share, ...told }) => ({ share: Number(share) / WORK, located: 0, ...told })),
];

/** Rows of a section by hand: Share and its located part by what a key says of a work and a part of it. */
function byHand(
  of: readonly Split[],
  key: (piece: Piece, work: Split) => string | null,
): { key: string; share: number; located: number }[] {
  const rows = new Map<string, { share: number; located: number }>();
  for (const work of of)
    for (const piece of pieces(work)) {
      const own = key(piece, work);
      if (own === null) continue;
      const row = rows.get(own) ?? { share: 0, located: 0 };
      rows.set(own, row);
      row.share += piece.share;
      row.located += piece.located;
    }
  return [...rows]
    .map(([name, { share, located }]) => ({ key: name, share, located: located / share }))
    .sort((a, b) => b.share - a.share || (a.key < b.key ? -1 : 1));
}

function expectRows(
  rows: readonly CoverageRow[],
  due: readonly { key: string; share: number; located: number }[],
): void {
  expect(rows.map(({ key, share, located }) => ({ key, share, located }))).toEqual(
    due.map(({ key, share, located }) => ({
      key,
      share: expect.closeTo(share, 8) as number,
      located: expect.closeTo(located, 8) as number,
    })),
  );
}

const FIELD_OF: Readonly<Record<number, string>> = { 0: '0', 1702: '17', 2204: '22' };

/** All filters that a section may be asked under, with the works they leave. */
const asked = (): (readonly [Record<string, unknown>, Split[]])[] => [
  [{}, works],
  [{ years: { from: 2020, to: 2021 } }, works.filter(({ year }) => year >= 2020)],
  [{ field: 'field:17' }, works.filter(({ subfield }) => subfield === 1702)],
  [
    { field: 'none', years: { from: 2019, to: 2019 } },
    works.filter(({ subfield, year }) => subfield === 0 && year === 2019),
  ],
];

describe('coverage tells, as the works have it under every filter,', () => {
  it('the located part of every year, in order, and its number of works', async () => {
    for (const [params, own] of asked()) {
      const rows = await section('year', params);
      expectRows(
        rows,
        byHand(own, (_, { year }) => String(year)).sort((a, b) => (a.key < b.key ? -1 : 1)),
      );
      for (const { key, works: n } of rows)
        expect(n).toBe(own.filter(({ year }) => String(year) === key).length);
    }
  });

  it('of every country, the unknown one included, by name', async () => {
    for (const [params, own] of asked()) {
      const rows = await section('country', params);
      expectRows(
        rows,
        byHand(own, ({ country }) => country ?? 'unknown'),
      );
      expect(rows.find(({ key }) => key === 'CN')).toMatchObject({ name: 'China', works: null });
      expect(rows.find(({ key }) => key === 'unknown')).toMatchObject({ name: null, located: 0 });
    }
  });

  it('of every field, works without one included', async () => {
    for (const [params, own] of asked()) {
      const rows = await section('field', params);
      expectRows(
        rows,
        byHand(own, (_, { subfield }) => FIELD_OF[subfield]),
      );
      for (const { key, name } of rows) if (key === '0') expect(name).toBe('none');
    }
  });

  it('why the rest is not located', async () => {
    for (const [params, own] of asked()) {
      const rows = await section('reason', params);
      expectRows(
        rows,
        byHand(own, ({ reason }) => reason),
      );
      expect(rows.every(({ located }) => located === 0)).toBe(true);
    }
    const reasons = (await section('reason')).map(({ key }) => key);
    expect(reasons).toEqual(
      expect.arrayContaining(['no author', 'no institution', 'unknown id', 'unknown name', 'ambiguous name']),
    );
  });

  it('which unknown institutions weigh most, heaviest first', async () => {
    for (const [params, own] of asked()) {
      const due = new Map<string, { share: number; works: Set<number> }>();
      for (const { id, institutions } of own)
        for (const { institution, city, share } of institutions) {
          if (city !== null || (known.site.get(institution)?.city ?? null) !== null) continue;
          const row = due.get(institution) ?? { share: 0, works: new Set() };
          due.set(institution, { share: row.share + Number(share) / WORK, works: row.works.add(id) });
        }
      const rows = await section('unknown', params);
      expect(rows.map(({ key, share, works: n }) => [key, share, n])).toEqual(
        [...due]
          .sort(([a, x], [b, y]) => y.share - x.share || (a < b ? -1 : 1))
          .map(([key, row]) => [key, expect.closeTo(row.share, 8) as number, row.works.size]),
      );
    }
    const rows = await section('unknown');
    expect(rows.find(({ key }) => key === 'I77')).toMatchObject({ name: 'Nowhere Institute', located: 0 });
    expect(rows.map(({ key }) => key)).toContain('name:CN:institute unheard of');
    expect((await section('reason')).map(({ key }) => key)).toContain('umbrella beside an unresolved name');
  });

  it('which institutions were placed by the nearest coded place, and where', async () => {
    expect(await section('doubtful')).toEqual([
      {
        section: 'doubtful',
        key: '020aaaa30',
        name: 'Institute in the Country → cn:3205',
        nameZh: null,
        works: 1,
        share: 0.5,
        located: 1,
      },
    ]);
    expect(await section('doubtful', { years: { from: 2019, to: 2019 } })).toEqual([]);
  });
});

describe('what was dropped', () => {
  it('is counted by reason, with older versions, what could not be used and damaged files', async () => {
    const due = new Map<string, number>();
    for (const work of newest([records])) {
      const reason = dropped(work, CHOICE);
      if (reason !== null) due.set(reason, (due.get(reason) ?? 0) + 1);
    }
    const rows = await section('dropped');
    const told = new Map(rows.map(({ key, works: n }) => [key, n]));
    expect([...due.keys()].sort()).toEqual(['no year', 'other type', 'retracted']);
    for (const [reason, n] of due) expect(told.get(reason)).toBe(n);
    const ids = new Set(records.map(({ id }) => id)).size;
    expect(told.get('older version of the same work')).toBe(records.length - ids);
    expect(rows.filter(({ key }) => key.startsWith('unusable: ')).map(({ works: n }) => n)).toEqual([1]);
    expect(rows.filter(({ key }) => key.startsWith('damaged file ')).map(({ key }) => key)).toEqual([
      expect.stringMatching(/torn\.jsonl\.gz: .*gzip/) as string,
    ]);
  });

  it('and what was kept add up to what was read', async () => {
    const rows = await section('dropped');
    const gone = rows
      .filter(({ key }) => !/^(unusable|damaged)/.test(key))
      .reduce((sum, row) => sum + row.works!, 0);
    expect(manifest.records.read).toBe(records.length);
    expect(gone + works.length).toBe(records.length);
    const { about } = await ask();
    expect(about.works).toBe(works.length);
    expect(about.notes.join('\n')).toContain(`${records.length} records read, ${works.length} kept`);
  });

  it('and DOIs that differ in a version ending are reported in both languages, if the manifest has them', () => {
    const notes = (versionDois?: number): Bilingual[] =>
      notesOf({ ...manifest, records: { ...manifest.records, versionDois } as Manifest['records'] }).map(
        renderBoth,
      );
    expect(notes(7)).toContainEqual({
      en: '7 works with the DOI of another work but for a version ending such as .v2: counted, not merged',
      zh: '7篇论文的DOI与另一篇论文仅有版本后缀（如.v2）之别；照常计入，未作合并',
    });
    expect(JSON.stringify(notes())).not.toContain('.v2');
  });

  it('and truncated author lists are warned of', async () => {
    const truncated = works.filter((work) => work.truncated).length;
    expect(truncated).toBeGreaterThan(1);
    const { about } = await ask();
    expect(about.warnings.join('\n')).toContain(
      `${truncated} works may have more authors than the record lists`,
    );
    expect(about.warnings.join('\n')).toContain('1 damaged file left out');
  });
});

describe('the sections', () => {
  it('of year, country and field each add up to all works', async () => {
    const { rows } = await ask();
    for (const name of ['year', 'country', 'field'])
      expect(
        rows.filter((row) => row.section === name).reduce((sum, row) => sum + row.share!, 0),
      ).toBeCloseTo(works.length, 8);
  });

  it('of reason adds up to what is not located', async () => {
    const { rows, about } = await ask();
    const lost = rows.filter((row) => row.section === 'reason').reduce((sum, row) => sum + row.share!, 0);
    expect(1 - lost / works.length).toBeCloseTo(about.locatedShare!, 8);
    expect(findingsIn(coverage, { rows, about })[0]).toBe(
      `${(about.locatedShare! * 100).toFixed(1)}% of the Share of ${works.length} works is located.`,
    );
  });

  it('stand in their order, all or those asked for', async () => {
    const order = async (by?: Section[]): Promise<string[]> => [
      ...new Set((await ask({ by })).rows.map((row) => row.section)),
    ];
    expect(await order()).toEqual(SECTIONS);
    expect(await order(['reason', 'year'])).toEqual(['year', 'reason']);
  });

  it('that are long are cut after the heaviest', async () => {
    for (const name of ['country', 'unknown'] as const)
      expect(await section(name, { top: 2 })).toEqual((await section(name)).slice(0, 2));
    expect((await section('year', { top: 1 })).length).toBe(3);
  });

  it('are empty, and said to be, where there are no works', async () => {
    const { rows, about } = await ask({ years: { from: 1900, to: 1901 } });
    expect(rows.filter((row) => row.section !== 'dropped')).toEqual([]);
    expect(about.locatedShare).toBeNull();
    expect(findingsIn(coverage, { rows, about })).toEqual(['There are no works.']);
  });

  it('are not told by topic, which the unlocated do not know', async () => {
    await expect(ask({ field: 'T10' })).rejects.toThrow(/not known by topic.*Ask for the subfield/);
  });
});
