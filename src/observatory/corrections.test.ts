import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { expectAsDefined } from '../../test/observatory/compare.ts';
import { Bench, rowsOf } from '../../test/observatory/observatories.ts';
import type { RawWork } from '../../test/observatory/oracle-works.ts';
import { work } from '../../test/observatory/works.ts';
import { openAlexLines } from '../../test/observatory/worlds.ts';
import type { Manifest } from './manifest.ts';

/** A work by one author whose institution is only named. */
const named = (n: number, display_name: string, country_code = 'CN'): RawWork => ({
  ...work(n),
  authorships: [
    { author: { id: null }, institutions: [{ id: null, ror: null, display_name, country_code }] },
  ],
});
const WORKS = [
  work(1, [[5]]),
  work(2, [[6]]),
  work(3, [[4]]),
  work(4, [[77]]),
  named(5, 'Lake University'),
  named(6, 'Unheard of Works No. 3'),
  named(7, 'Twin University', 'GB'),
  named(8, 'Academy'),
];
const CORRECTIONS = `institution,name,country,city,reason,source
https://openalex.org/I5,,,cn:3201,moved in 2015,its website
https://ror.org/06aaaaa16,,,gn:2640729,by ROR id,test
I4,,,cn:3205,had no place,test
I77,New Institute,DE,gn:2950159,in no file,test
,Unheard of Works No. 3,CN,cn:1100,a name that no file has,test
,twin university,GB,gn:2653941,ambiguous without this,test
,ACADEMY,CN,cn:3100,the name only,test
`;
/** Of each work: where it counts with and without corrections. */
const PLACES: readonly (readonly [number, string, string | null, string | null])[] = [
  [1, 'an institution by OpenAlex id', 'cn:3201', 'cn:3205'],
  [2, 'an institution by ROR id', 'gn:2640729', 'gn:2643743'],
  [3, 'one that had no city', 'cn:3205', null],
  [4, 'one that no file knows', 'gn:2950159', null],
  [5, 'a name of a corrected institution', 'cn:3201', 'cn:3205'],
  [6, 'a name that no file knows', 'cn:1100', null],
  [7, 'a name of two institutions', 'gn:2653941', null],
  [8, 'a name of one institution', 'cn:3100', 'cn:1100'],
];

describe('corrections', () => {
  const bench = new Bench();
  const institutions = [bench.text('institutions.jsonl', openAlexLines())];
  const corrections = bench.text('corrections.csv', CORRECTIONS);
  const works = [bench.works('works.jsonl', WORKS)];
  const cities: Record<'with' | 'without', Map<unknown, unknown>> = { with: new Map(), without: new Map() };
  let manifest: Manifest;
  let before: Manifest;

  beforeAll(async () => {
    before = await bench.build({ works, institutions, out: bench.path('without') });
    manifest = await bench.build({ works, institutions, corrections, out: bench.path('with') });
    for (const out of ['with', 'without'] as const) {
      const rows = await rowsOf(bench.path(out), 'work_cities', ['work', 'city']);
      for (const { work, city } of rows) cities[out].set(work, city);
    }
  });
  afterAll(() => {
    bench.dispose();
  });

  it.each(PLACES)('of work %i move %s', (n, _, to, from) => {
    expect(cities.without.get(n) ?? null).toBe(from);
    expect(cities.with.get(n) ?? null).toBe(to);
  });

  it('are told in the manifest: what moved, from where, why, and who says so', () => {
    expect(before.corrections).toEqual({ path: null, changed: [] });
    expect(manifest.corrections.path).toBe(corrections);
    expect(manifest.corrections.changed).toHaveLength(7);
    expect(manifest.corrections.changed).toEqual(
      expect.arrayContaining([
        { institution: '05aaaaa15', from: 'cn:3205', to: 'cn:3201', reason: 'moved in 2015', source: 'its website' },
        { institution: '06aaaaa16', from: 'gn:2643743', to: 'gn:2640729', reason: 'by ROR id', source: 'test' },
        { institution: '04aaaaa14', from: null, to: 'cn:3205', reason: 'had no place', source: 'test' },
        { institution: 'I77', from: null, to: 'gn:2950159', reason: 'in no file', source: 'test' },
      ]),
    ); // prettier-ignore
  });

  it('lift what is located', () => {
    expect(before.located.share).toBe(4 / 8);
    expect(manifest.located.share).toBe(1);
    expect(before.located.reasons).toEqual({
      'ambiguous name': 1,
      'no place': 1,
      'unknown id': 1,
      'unknown name': 1,
    });
    expect(manifest.located.reasons).toEqual({});
  });

  it('leave an institution that its name was corrected for where it is', async () => {
    const [academy] = (await rowsOf(bench.path('with'), 'institutions')).filter(
      ({ institution }) => institution === '01aaaaa11',
    );
    expect(academy).toMatchObject({
      city: 'cn:1100',
      located_by: expect.not.stringMatching('correction') as string,
    });
  });

  it('give the tables that the oracle makes of them', async () => {
    const given = { files: [WORKS], institutions, corrections, choice: { types: ['article'] }, cap: 100 };
    await expectAsDefined(bench.path('with'), given);
  });
});
