import { afterAll, describe, expect, it } from 'vitest';
import { fullUnless } from '../../test/few-and-many.ts';
import { Bench } from '../../test/observatory/observatories.ts';
import type { RawWork } from '../../test/observatory/oracle-works.ts';
import { versionsThatCount } from '../../test/observatory/versions.ts';
import { openalex, work } from '../../test/observatory/works.ts';
import { Filters, sourceKey } from './filters.ts';

const bench = new Bench();
afterAll(() => {
  bench.dispose();
});

const source = (n: number | null, ...issn: readonly string[]): object => ({
  source: { id: n === null ? null : openalex('S', n), display_name: 'J', issn_l: issn[0] ?? null, issn },
});
type Kind = readonly [n: number, what: Partial<RawWork> & Readonly<Record<string, unknown>>];
const KINDS: readonly Kind[] = [
  [1, {}],
  [2, { type: 'review' }],
  [3, { type: null }],
  [4, { type: 'journal-article' }],
  [5, { type: 'posted-content' }],
  [6, { type: 'dataset' }],
  [7, { is_retracted: true }],
  [8, { is_paratext: true }],
  [9, { type: 'paratext' }],
  [10, { is_xpac: true }],
  [11, { publication_year: null }],
  [12, { publication_year: 2019 }],
  [13, { publication_year: 2021 }],
  [14, { primary_location: source(7, '1234-5678', '8765-432X') }],
  [15, { primary_location: source(8, '1111-1111') }],
  [16, { primary_location: source(null, '2222-2222') }],
  [17, { host_venue: { id: 'https://openalex.org/V7', issn_l: null } }],
  [18, { primary_location: { source: null }, is_retracted: true, type: 'dataset', publication_year: null }],
];
const WORKS = KINDS.map(([n, what]) => work(n, [[5]], what));
const ALL = KINDS.map(([n]) => n);
const without = (...n: readonly number[]): number[] => ALL.filter((one) => !n.includes(one));

/** What is asked for, which works pass, why the others do not, and how many passed without a type. */
const CASES: readonly (readonly [
  string,
  Partial<Record<keyof Filters, unknown>>,
  readonly number[],
  Readonly<Record<string, number>>,
  number,
])[] = [
  ['articles and reviews, where nothing is asked', {}, without(5, 6, 7, 8, 9, 10, 11, 18), { 'extended corpus': 1, 'no year': 1, 'other type': 2, paratext: 2, retracted: 2 }, 1],
  ['every type', { types: null }, without(7, 8, 9, 10, 11, 18), { 'extended corpus': 1, 'no year': 1, paratext: 2, retracted: 2 }, 1],
  ['one type, by its name of today or of before 2023', { types: ['posted-content'] }, [3, 5], { 'extended corpus': 1, 'no year': 1, 'other type': 10, paratext: 2, retracted: 2 }, 1],
  ['retracted ones too', { retracted: true }, without(5, 6, 8, 9, 10, 11, 18), { 'extended corpus': 1, 'no year': 2, 'other type': 2, paratext: 2 }, 1],
  ['paratext too, of whatever type', { paratext: true, types: null }, without(7, 10, 11, 18), { 'extended corpus': 1, 'no year': 1, retracted: 2 }, 1],
  ['the extended corpus too', { extended: true }, without(5, 6, 7, 8, 9, 11, 18), { 'no year': 1, 'other type': 2, paratext: 2, retracted: 2 }, 1],
  ['one year', { years: { from: 2020, to: 2020 } }, without(5, 6, 7, 8, 9, 10, 11, 12, 13, 18), { 'extended corpus': 1, 'no year': 1, 'other type': 2, 'other year': 2, paratext: 2, retracted: 2 }, 1],
  ['years, both ends included', { years: { from: 2019, to: 2020 } }, without(5, 6, 7, 8, 9, 10, 11, 13, 18), { 'extended corpus': 1, 'no year': 1, 'other type': 2, 'other year': 1, paratext: 2, retracted: 2 }, 1],
  ['a journal by OpenAlex id, also as it was before', { sources: ['S7'] }, [14, 17], { 'extended corpus': 1, 'no year': 1, 'other source': 8, 'other type': 2, paratext: 2, retracted: 2 }, 0],
  ['a journal by any of its ISSNs, however written', { sources: ['8765432x'] }, [14], { 'extended corpus': 1, 'no year': 1, 'other source': 9, 'other type': 2, paratext: 2, retracted: 2 }, 0],
  ['several journals, one without an id', { sources: ['2222-2222', 'https://openalex.org/S8'] }, [15, 16], { 'extended corpus': 1, 'no year': 1, 'other source': 8, 'other type': 2, paratext: 2, retracted: 2 }, 0],
]; // prettier-ignore

/** What is asked for in every run; the rest is told apart in the same way. */
const FEW = [
  'articles and reviews, where nothing is asked',
  'retracted ones too',
  'years, both ends included',
  'several journals, one without an id',
];

describe('works that pass', () => {
  describe.each(CASES)('are %s', (what, asked, passing, dropped, withoutType) => {
    it('and no others', fullUnless(FEW.includes(what)), async () => {
      const filters = Filters.parse(asked);
      const { works, records, manifest } = await versionsThatCount(bench, [WORKS], { filters });
      expect(Object.keys(works).map(Number)).toEqual(passing);
      expect(records).toMatchObject({ read: 18, superseded: 0, kept: passing.length, dropped, withoutType });
      expect(manifest.filters).toEqual(filters);
      const warned = withoutType > 0 && filters.types !== null;
      expect(manifest.warnings.includes('1 work without a type passed the filter of types')).toBe(warned);
    });
  });

  it('are none: a manifest that says so, and no ratio of nothing', async () => {
    const filters = Filters.parse({ years: { from: 1900, to: 1901 } });
    const { works, records, manifest } = await versionsThatCount(bench, [WORKS], { filters });
    expect(works).toEqual({});
    expect(records).toMatchObject({ kept: 0, withoutType: 0, equalDois: 0 });
    expect(manifest.warnings).toContain('not one work passed the filters');
    expect(manifest.located).toEqual({ share: null, byYear: [], byCountry: [], reasons: {} });
  });
});

describe('filters that make no sense are refused', () => {
  it.each([
    [{ years: { from: 2021, to: 2020 } }, 'years'],
    [{ years: { from: 2020.5, to: 2021 } }, 'expected int'],
    [{ types: [] }, 'Too small'],
    [{ sources: [] }, 'Too small'],
  ])('%j', (asked, message) => {
    expect(() => Filters.parse(asked)).toThrow(message);
  });

  it.each(['Nature', '1234-567', '12345678X', 'W7'])('a source such as %s', (text) => {
    expect(() => sourceKey(text)).toThrow(
      `“${text}” is neither an OpenAlex source nor an ISSN. Give sources as S123 or 1234-567X.`,
    );
  });
});
