import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it, onTestFinished } from 'vitest';

import type { InputError } from '../../base/index.ts';
import { openAlexServer } from '../../../test/openalex-server.ts';
import { type Journal, journalFilters, readJournals, unknownJournals } from './journals.ts';

const TEMPLATE = fileURLToPath(new URL('../../../docs/templates/journals.csv', import.meta.url));

async function listOf(text: string): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'journals-'));
  onTestFinished(() => rm(folder, { recursive: true, force: true }));
  const file = join(folder, 'list.csv');
  await writeFile(file, text);
  return file;
}

/** A well-formed ISSN for each number. */
function issnOf(number: number): string {
  const digits = String(number).padStart(7, '0');
  const check =
    (11 - (Array.from(digits).reduce((sum, digit, i) => sum + Number(digit) * (8 - i), 0) % 11)) % 11;
  return `${digits.slice(0, 4)}-${digits.slice(4)}${check === 10 ? 'X' : String(check)}`;
}

describe('a list of journals', () => {
  it('as the template has it is read, every ISSN checked', async () => {
    const journals = await readJournals(TEMPLATE);
    expect(journals.map(({ issn, source, name }) => [issn ?? source, name])).toEqual([
      ['0028-0836', 'Nature'],
      ['0036-8075', 'Science'],
      ['0027-8424', 'Proceedings of the National Academy of Sciences'],
      ['0092-8674', 'Cell'],
      ['0031-9007', 'Physical Review Letters'],
      ['0002-7863', 'Journal of the American Chemical Society'],
      ['0140-6736', 'The Lancet'],
      ['S64187185', 'Nature Communications'],
    ]);
  });

  it('takes ISSNs without hyphen and ids as addresses, and a journal listed twice once', async () => {
    const file = await listOf(
      'name,issn,source\nNature,00280836,\nNature again,0028-0836,\nX,1050-124x,\nY,,https://openalex.org/s137773608\n',
    );
    expect(await readJournals(file)).toEqual([
      { line: 2, name: 'Nature', issn: '0028-0836', source: null },
      { line: 4, name: 'X', issn: '1050-124X', source: null },
      { line: 5, name: 'Y', issn: null, source: 'S137773608' },
    ]);
  });

  it.each([
    ['a mistyped ISSN', 'issn,name\n0028-0835,Nature\n', /list\.csv:2: “0028-0835” is not an ISSN/],
    [
      'an id of something else',
      'source,name\nW123,Nature\n',
      /list\.csv:2: “W123” is not the OpenAlex id of a source/,
    ],
    ['a name alone', 'issn,name\n,Nature\n', /list\.csv:2: has neither issn nor source/],
    ['no row', 'issn,name\n', /lists no journal/],
  ])('with %s is refused, by line', async (_, text, message) => {
    const error = await readJournals(await listOf(text)).catch((thrown: unknown) => thrown);
    expect((error as InputError).message).toMatch(message);
    expect((error as InputError).text('zh')).toMatch(/\p{Script=Han}.*。$/u);
  });
});

describe('the filters of a list of journals', () => {
  const journal = (issn: string | null, source: string | null = null): Journal => ({
    line: 2,
    name: '',
    issn,
    source,
  });

  it('name the journals and the years', () => {
    expect(journalFilters([journal('0028-0836'), journal('0036-8075')], { from: 2015, to: 2024 })).toEqual([
      'primary_location.source.issn:0028-0836|0036-8075,from_publication_date:2015-01-01,to_publication_date:2024-12-31',
    ]);
  });

  it('put ids and ISSNs apart, and add what is asked further', () => {
    const filters = journalFilters(
      [journal('0028-0836'), journal(null, 'S1')],
      { from: 2020, to: 2020 },
      'type:article|review',
    );
    expect(filters).toEqual([
      'primary_location.source.id:S1,from_publication_date:2020-01-01,to_publication_date:2020-12-31,type:article|review',
      'primary_location.source.issn:0028-0836,from_publication_date:2020-01-01,to_publication_date:2020-12-31,type:article|review',
    ]);
  });

  it('hold at most a hundred journals each, every journal once', () => {
    const issns = Array.from({ length: 250 }, (_, i) => issnOf(i));
    const lists = journalFilters(
      issns.map((issn) => journal(issn)),
      { from: 2020, to: 2020 },
    ).map((filter) => filter.replace('primary_location.source.issn:', '').replace(/,.*/, '').split('|'));
    expect(lists.map((list) => list.length)).toEqual([100, 100, 50]);
    expect(lists.flat()).toEqual(issns);
  });
});

it('journals that OpenAlex does not know are told, by either ISSN', async () => {
  const sources = [{ id: 'https://openalex.org/S1', issn: ['0028-0836', '1476-4687'] }];
  const server = await openAlexServer({ sources });
  onTestFinished(() => server.close());
  const file = await listOf('issn,name\n1476-4687,Nature\n0036-8075,Science\n');
  const unknown = await unknownJournals(await readJournals(file), { apiKey: null, baseUrl: server.baseUrl });
  expect(unknown.map(({ name }) => name)).toEqual(['Science']);
});
