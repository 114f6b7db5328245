import { existsSync } from 'node:fs';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';

import { content, ids, KEY, place, records } from '../../../test/openalex-place.ts';
import { fetchWorks } from './fetch.ts';
import { theWorld } from './world.ts';
import { workOf, worksOf } from '../../../test/openalex-server.ts';

const fieldsOf = (url: URL): string[] => url.searchParams.get('select')?.split(',') ?? [];

describe('fetching works', () => {
  it('gives every work of the filter once, in order, one a line, with the fields that build reads and no other', async () => {
    const works = worksOf(25);
    const { fetch, out } = await place({ works });
    const result = await fetch({ perPage: 10 });
    expect(result).toMatchObject({ status: 'finished', records: 25, expected: 25, whole: 0, cut: 0 });
    const got = await records(out);
    expect(ids(got)).toEqual(ids(works));
    expect(got[0]).toEqual({ ...works[0], abstract_inverted_index: undefined });
    expect(Object.keys(await content(out))).toEqual(['fetch.json', 'works-00001.jsonl.gz']);
  });

  it('asks for the filter, the fields and the key, a hundred a page, first for the count alone', async () => {
    const { fetch, calls } = await place({ works: worksOf(150) });
    await fetch({ mailto: 'someone@example.org' });
    expect(
      calls.map(({ pathname, searchParams }) => [
        pathname,
        searchParams.get('per_page'),
        searchParams.get('cursor'),
      ]),
    ).toEqual([
      ['/works', '1', null],
      ['/works', '100', '*'],
      ['/works', '100', 'MTAw'],
    ]);
    for (const { searchParams } of calls) {
      expect(searchParams.get('filter')).toBe('publication_year:2024');
      expect(searchParams.get('api_key')).toBe(KEY);
      expect(searchParams.get('mailto')).toBe('someone@example.org');
      expect(searchParams.get('select')?.split(',')).toEqual(
        expect.arrayContaining(['id', 'authorships', 'is_xpac', 'updated_date']),
      );
    }
  });

  it('asks for the corpus that is wanted, in the place of include_xpac, and goes on with no other', async () => {
    const { fetch, calls, out } = await place({ works: worksOf(5) });
    await fetch({ corpus: 'all', perPage: 2, maxPages: 1 });
    expect(calls.map(({ searchParams }) => searchParams.get('corpus'))).toEqual(['all', 'all']);
    expect(calls.some(({ searchParams }) => searchParams.has('include_xpac'))).toBe(false);
    await expect(fetch({ corpus: 'core', perPage: 2 })).rejects.toThrow(
      /holds a fetch with another corpus: "all"/,
    );
    expect(JSON.parse(await readFile(join(out, 'fetch.json'), 'utf8'))).toMatchObject({ corpus: 'all' });
  });

  it('keeps the days on which records came, and says where affiliations were matched anew since', async () => {
    const { out, baseUrl } = await place({ works: worksOf(3) });
    const said: string[] = [];
    const run = (day: string, more: object): Promise<unknown> =>
      fetchWorks(
        { out, apiKey: KEY, baseUrl, filter: 'a:1', perPage: 2, ...more },
        {
          ...theWorld,
          sleep: () => Promise.resolve(),
          today: () => day,
          log: (line) => void said.push(line),
        },
      );
    await run('2026-09-27', { maxPages: 1 });
    expect(said).toEqual([]);
    await run('2026-09-28', {});
    expect(said.join()).toMatch(
      /warning: this fetch began before 2026-09-28.*fetch all of it again into a new folder/,
    );
    expect(JSON.parse(await readFile(join(out, 'fetch.json'), 'utf8'))).toMatchObject({
      begun: '2026-09-27',
      parts: [{ day: '2026-09-27' }, { day: '2026-09-28' }],
    });
  });

  it('leaves no key in any file', async () => {
    const { fetch, out } = await place({ works: worksOf(5) });
    await fetch();
    for (const name of await readdir(out)) {
      const bytes = await readFile(join(out, name));
      expect((name.endsWith('.gz') ? gunzipSync(bytes) : bytes).toString()).not.toContain(KEY);
    }
  });

  it('begins a new part after 10,000 works', async () => {
    const works = worksOf(10_050);
    const { fetch, out } = await place({ works });
    const { parts } = await fetch({ callsPerSecond: 1e6 });
    expect(parts.map(({ file, records }) => [file, records])).toEqual([
      ['works-00001.jsonl.gz', 10_000],
      ['works-00002.jsonl.gz', 50],
    ]);
    expect(ids(await records(out))).toEqual(ids(works));
  });

  it('reads several filters one after the other', async () => {
    const { fetch, calls } = await place({ works: worksOf(3) });
    const { records: count, plan } = await fetch({ filter: ['a:1', 'b:2'] });
    expect(count).toBe(6);
    expect(plan).toMatchObject({ records: 6, counts: [3, 3], calls: 2 });
    expect(calls.map(({ searchParams }) => searchParams.get('filter'))).toEqual(['a:1', 'b:2', 'a:1', 'b:2']);
  });

  it('does without a field that this API does not have, but not without a needed one', async () => {
    const fields = ['id', 'display_name', 'publication_year', 'type', 'authorships', 'doi', 'cited_by_count'];
    const { fetch, calls } = await place({ works: worksOf(3), fields });
    const { plan, status } = await fetch();
    expect(status).toBe('finished');
    expect(plan?.dropped).toEqual(expect.arrayContaining(['is_xpac', 'is_authors_truncated', 'topics']));
    expect(fieldsOf(calls.at(-1)!).sort()).toEqual([...fields].sort());
    const poor = await place({ works: worksOf(3), fields: ['id'] });
    await expect(poor.fetch()).rejects.toThrow(/display_name is not a valid select field/);
    expect(existsSync(poor.out)).toBe(false);
  });

  it('says so when nothing matches', async () => {
    const { fetch } = await place({ works: [] });
    expect(await fetch()).toMatchObject({ status: 'finished', records: 0, parts: [] });
  });

  it('ends when the cursor does not move', async () => {
    const page = { meta: { count: 9, next_cursor: '*' }, results: worksOf(2) };
    const { fetch } = await place({
      works: worksOf(9),
      faults: { 1: { status: 200, body: JSON.stringify(page) } },
    });
    await expect(fetch()).rejects.toThrow(/same cursor twice/);
  });

  it('ends at an answer that is no list', async () => {
    const { fetch, out } = await place({
      works: worksOf(9),
      faults: { 0: { status: 200, body: '{"works": []}' } },
    });
    await expect(fetch()).rejects.toThrow(/not the list of an entity/);
    expect(existsSync(out)).toBe(false);
  });
});

describe('works of a hundred authors and more', () => {
  it('are got again singly and replaced whole', async () => {
    const works = [workOf(1, 3), workOf(2, 250), workOf(3, 100), workOf(4, 99)];
    const { fetch, out, calls } = await place({ works });
    expect(await fetch()).toMatchObject({ records: 4, whole: 2, cut: 0 });
    const got = await records(out);
    expect(
      got.map(({ authorships, is_authors_truncated: cut }) => [(authorships as unknown[]).length, cut]),
    ).toEqual([
      [3, undefined],
      [250, false],
      [100, false],
      [99, undefined],
    ]);
    const single = calls.filter(({ pathname }) => pathname !== '/works');
    expect(single.map(({ pathname }) => pathname)).toEqual(['/works/W2', '/works/W3']);
    expect(fieldsOf(single[0])).toEqual(fieldsOf(calls[0]));
  });

  it('stay as the list has them where they are gone, and are counted', async () => {
    const { fetch, out } = await place({ works: [workOf(2, 250)], faults: { 2: { status: 404 } } });
    expect(await fetch()).toMatchObject({ records: 1, whole: 0, cut: 1 });
    expect((await records(out))[0]?.authorships).toHaveLength(100);
  });

  it('stay as the list has them where their id now leads to another work', async () => {
    const other = { status: 200, body: JSON.stringify(workOf(77, 120)) };
    const { fetch, out } = await place({ works: [workOf(2, 250)], faults: { 2: other } });
    expect(await fetch()).toMatchObject({ whole: 0, cut: 1 });
    expect((await records(out))[0]?.id).toBe('https://openalex.org/W2');
  });
});

it('institutions come like works, all of them without a filter', async () => {
  const institutions = [
    {
      id: 'https://openalex.org/I1',
      ror: 'https://ror.org/03cve4549',
      geo: { city: 'Beijing' },
      works_count: 1,
    },
  ];
  const { fetchInstitutions, out, calls } = await place({ institutions });
  expect(await fetchInstitutions()).toMatchObject({
    status: 'finished',
    records: 1,
    parts: [{ file: 'institutions-00001.jsonl.gz' }],
  });
  expect(await records(out)).toEqual([{ ...institutions[0], works_count: undefined }]);
  expect(calls[0]?.searchParams.has('filter')).toBe(false);
});

const recorded = '../shared/data/works/api-page.json';
describe.skipIf(!existsSync(recorded))(`a recorded answer of OpenAlex (needs ${recorded})`, () => {
  it('is read as it is, and its works come out with all their authors and institutions', async () => {
    const body = await readFile(recorded, 'utf8');
    const { results } = JSON.parse(body) as {
      results: { id: string; authorships: unknown; [field: string]: unknown }[];
    };
    const empty = JSON.stringify({ meta: { count: results.length, next_cursor: null }, results: [] });
    const { fetch, out, calls } = await place({
      faults: { 0: { status: 200, body }, 1: { status: 200, body }, 2: { status: 200, body: empty } },
    });
    expect(await fetch()).toMatchObject({
      status: 'finished',
      records: results.length,
      expected: results.length,
    });
    expect(calls).toHaveLength(3);
    expect(await records(out)).toEqual(results);
  });

  it('served page by page gives the same works', async () => {
    const { results } = JSON.parse(await readFile(recorded, 'utf8')) as {
      results: { id: string; authorships: unknown }[];
    };
    const { fetch, out } = await place({ works: results });
    await fetch({ perPage: 7 });
    const got = await records(out);
    expect(got.map(({ id, authorships }) => ({ id, authorships }))).toEqual(
      results.map(({ id, authorships }) => ({ id, authorships })),
    );
  });
});
