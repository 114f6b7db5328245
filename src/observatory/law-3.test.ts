import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { Bench } from '../../test/observatory/observatories.ts';
import type { RawWork } from '../../test/observatory/oracle-works.ts';
import { type Seen, versionsThatCount } from '../../test/observatory/versions.ts';
import { version, work } from '../../test/observatory/works.ts';
import { Filters } from './filters.ts';

const bench = new Bench();
afterAll(() => {
  bench.dispose();
});

type Make = (title: string, date: string | null, more?: object) => RawWork;
/** What happens, its versions of one work by file, and the title of the one that counts or the reason why none does. */
type Case = readonly [string, (make: Make) => readonly (readonly RawWork[])[], string];

const COUNTING: readonly Case[] = [
  ['the newer counts', (v) => [[v('old', '2024-01-01'), v('new', '2024-02-01')]], 'new'],
  [
    'the newer counts, also where it comes first',
    (v) => [[v('new', '2024-02-01'), v('old', '2024-01-01')]],
    'new',
  ],
  ['the newer counts across files', (v) => [[v('old', '2024-01-01')], [v('new', '2024-02-01')]], 'new'],
  [
    'the newer counts across files, also where it comes first',
    (v) => [[v('new', '2024-02-01')], [v('old', '2024-01-01')]],
    'new',
  ],
  [
    'the newest of three counts, wherever it stands',
    (v) => [[v('a', '2024-01-01')], [v('b', '2025-01-01'), v('c', '2024-02-01')]],
    'b',
  ],
  [
    'as old as each other the later record counts',
    (v) => [[v('first', '2024-01-01'), v('second', '2024-01-01')]],
    'second',
  ],
  [
    'as old as each other the record of the later file counts',
    (v) => [[v('first', '2024-01-01')], [v('second', '2024-01-01')]],
    'second',
  ],
  [
    'the time of a day decides',
    (v) => [[v('noon', '2024-01-01T12:00:00.000000'), v('morning', '2024-01-01T09:00:00.000000')]],
    'noon',
  ],
  [
    'a fraction of a second decides nothing: not every source has one',
    (v) => [[v('first', '2024-01-01T12:00:00.900000'), v('second', '2024-01-01 12:00:00')]],
    'second',
  ],
  [
    'one with a date counts before one without, also where that is later',
    (v) => [[v('dated', '1999-01-01')], [v('undated', null)]],
    'dated',
  ],
  ['none of them dated, the later counts', (v) => [[v('first', null)], [v('second', null)]], 'second'],
  [
    'an older one that is left out takes nothing with it',
    (v) => [[v('new', '2024-02-01')], [v('old', '2024-01-01', { is_retracted: true })]],
    'new',
  ],
  [
    'an id in another way of writing is the same id',
    (v) => [
      [v('old', '2024-01-01')],
      [{ ...v('new', '2024-02-01'), id: v('', null).id.replace('openalex.org/W', 'openalex.org/works/w') }],
    ],
    'new',
  ],
];
const LEFT_OUT: readonly Case[] = [
  [
    'retracted, in the same file',
    (v) => [[v('old', '2024-01-01'), v('new', '2024-02-01', { is_retracted: true })]],
    'retracted',
  ],
  [
    'retracted, in a later file',
    (v) => [[v('old', '2024-01-01')], [v('new', '2024-02-01', { is_retracted: true })]],
    'retracted',
  ],
  [
    'retracted, in an earlier file',
    (v) => [[v('new', '2024-02-01', { is_retracted: true })], [v('old', '2024-01-01')]],
    'retracted',
  ],
  [
    'of another type, in the same file',
    (v) => [[v('new', '2024-02-01', { type: 'dataset' }), v('old', '2024-01-01')]],
    'other type',
  ],
  [
    'of another type, in a later file',
    (v) => [[v('old', '2024-01-01')], [v('new', '2024-02-01', { type: 'dataset' })]],
    'other type',
  ],
  [
    'of a year not asked for',
    (v) => [[v('old', '2024-01-01')], [v('new', '2024-02-01', { publication_year: 2023 })]],
    'other year',
  ],
  [
    'without a year',
    (v) => [[v('old', '2024-01-01')], [v('new', '2024-02-01', { publication_year: null })]],
    'no year',
  ],
];

describe('of several versions of a work', () => {
  const cases = [...COUNTING, ...LEFT_OUT].map(([, versions], i) =>
    versions((...about) => version(i + 1, ...about)),
  );
  let seen: Seen;
  beforeAll(async () => {
    const filters = Filters.parse({ years: { from: 2019, to: 2021 } });
    const files = [0, 1].map((file) => cases.flatMap((versions) => versions[file] ?? []));
    seen = await versionsThatCount(bench, files, { filters });
  });

  it.each(COUNTING.map(([what, , title], i) => [what, title, i + 1] as const))('%s', (_, title, n) => {
    expect(seen.works[n]).toBe(title);
  });

  it.each(LEFT_OUT.map(([what], i) => [what, COUNTING.length + i + 1] as const))(
    'a newer one that is left out takes the older with it: %s',
    (_, n) => {
      expect(seen.works).not.toHaveProperty(String(n));
    },
  );

  it('all are accounted for', () => {
    const read = cases.flat(2).length;
    expect(seen.records).toMatchObject({ read, superseded: read - cases.length, kept: COUNTING.length });
    const reasons = LEFT_OUT.map(([, , reason]) => reason);
    const times = (reason: string): number => reasons.filter((one) => one === reason).length;
    expect(seen.records.dropped).toEqual(
      Object.fromEntries(reasons.map((reason) => [reason, times(reason)])),
    );
  });

  it('the later counts across segments of a file', async () => {
    const records = [
      version(1, 'first', '2024-01-01'),
      version(2, 'only', '2024-01-01'),
      version(1, 'second', '2024-01-01'),
      version(1, 'newest', '2024-02-01'),
      version(1, 'oldest', '2023-01-01'),
    ];
    const seen = await versionsThatCount(bench, [records], { segment: 1 });
    expect(seen.works).toEqual({ 1: 'newest', 2: 'only' });
    expect(seen.records).toMatchObject({ read: 5, superseded: 3, kept: 2 });
    const { works } = await versionsThatCount(bench, [records.slice(0, 3)], { segment: 1 });
    expect(works).toEqual({ 1: 'second', 2: 'only' });
  });

  it('one without a date has that of the partition of its snapshot', async () => {
    const partition = (date: string, title: string): string =>
      bench.works(`snapshot/updated_date=${date}/part_000.jsonl`, [version(1, title, null)]);
    const march = partition('2024-03-01', 'March');
    const january = partition('2024-01-01', 'January');
    const february = bench.works('own.jsonl', [version(1, 'February', '2024-02-01')]);
    const counts = async (...paths: string[]): Promise<unknown> =>
      (await versionsThatCount(bench, paths)).works['1'];
    expect(await counts(march, january)).toBe('March');
    expect(await counts(january, february)).toBe('February');
    expect(await counts(march, february)).toBe('March');
  });
});

describe('equal DOIs under different ids', () => {
  it('are counted, however they are written, and stay two works; those of two versions are not', async () => {
    const doi = (n: number, text: string | null): RawWork => work(n, [[5]], { doi: text });
    const { works, records } = await versionsThatCount(bench, [
      [doi(1, 'https://doi.org/10.1000/ABC'), doi(2, 'http://dx.doi.org/10.1000/abc'), doi(3, '10.1000/abc')],
      [
        doi(4, 'https://doi.org/10.1000/other'),
        doi(4, 'https://doi.org/10.1000/other'),
        doi(5, null),
        doi(6, null),
      ],
    ]);
    expect(Object.keys(works)).toHaveLength(6);
    expect(records).toMatchObject({ kept: 6, superseded: 1, equalDois: 2 });
  });
});

describe('DOIs that differ in a version ending alone', () => {
  it('are counted beside equal ones, the DOI without an ending included, and stay works', async () => {
    const dois = [
      'https://doi.org/10.6084/m9.figshare.123',
      'https://doi.org/10.6084/M9.figshare.123.v1',
      '10.6084/m9.figshare.123.v12',
      '10.6084/m9.figshare.123.v12',
      '10.20944/preprints202001.0001.v1',
      '10.20944/preprints202001.0001.v2',
      '10.20944/preprints202001.0002.v1',
      '10.12688/f1000research.123.1',
      '10.12688/f1000research.123.2',
      '10.18637/jss.v025',
      '10.18637/jss.v026',
      '10.1000/x.v1.a',
      '10.1000/x',
      null,
    ];
    const records = dois.map((doi, i) => work(i + 1, [[5]], { doi }));
    const seen = await versionsThatCount(bench, [records]);
    expect(Object.keys(seen.works)).toHaveLength(dois.length);
    expect(seen.records).toMatchObject({ kept: dois.length, equalDois: 1, versionDois: 3 });
  });
});
