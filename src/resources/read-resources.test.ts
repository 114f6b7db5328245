import { describe, expect, it } from 'vitest';
import { isChinese } from '../../test/english-run.ts';
import { listsOf } from '../../test/resource-lists.ts';
import { render } from '../base/index.ts';
import { Directory } from './directory.ts';
import { checkResources } from './read-resources.ts';

const directory = await Directory.open();
const lists = listsOf();
const HEAD = 'id,name_en,kind,place,source,source_status,opened,url,lat,lon,status,region,recalled';

/** The faults of one row, given by what differs from a sound one. */
async function faultsOf(cells: Partial<Record<string, string>>): Promise<string[]> {
  const sound: Partial<Record<string, string>> = {
    id: 'one',
    name_en: 'One',
    kind: 'firm',
    place: 'cn:4419',
    source: 'our survey, 2026',
  };
  const quoted = HEAD.split(',').map((column) => {
    const text = cells[column] ?? sound[column] ?? '';
    return `"${text.replaceAll('"', '""')}"`;
  });
  const { resources, problems } = await checkResources(lists.write(HEAD, quoted.join(',')), directory);
  expect(resources).toHaveLength(problems.length > 0 ? 0 : 1);
  for (const { row, problem } of problems) {
    expect([row, render(problem, 'en')]).toEqual([2, expect.stringMatching(/[.?]$/)]);
    expect(render(problem, 'zh')).toSatisfy(isChinese);
  }
  return problems.map(({ problem }) => render(problem, 'en'));
}

describe('a row of a list', () => {
  it('that is sound has no fault', async () => {
    expect(await faultsOf({})).toEqual([]);
    expect(await faultsOf({ place: '', opened: '1958', url: 'https://example.org/a?b=c' })).toEqual([]);
    expect(await faultsOf({ place: 'Dongguan', lat: '22.9', lon: '113.9', region: 'gba' })).toEqual([]);
    expect(await faultsOf({ source: '', source_status: 'recalled' })).toEqual([]);
    expect(await faultsOf({ source: 'Xinhua; a title; http://www.news.cn/x.html; 2024-04-28' })).toEqual([]);
  });

  it.each<[Record<string, string>, RegExp]>([
    [{ id: '' }, /^It has no id\. Give/],
    [{ id: 'a b' }, /^“a b” is not a valid id\. Use/],
    [{ id: 'a;b' }, /^“a;b” is not a valid id\. Use/],
    [{ id: 'csns' }, /^resources\.csv, line \d+ has the id csns already\. Give/],
    [{ name_en: '' }, /^It has no name\. Fill/],
    [{ kind: '' }, /^It has no kind\. Use/],
    [{ kind: 'laboratori' }, /^Unknown kind of resource “laboratori”\. Did you mean laboratory/],
    [{ place: 'Suzhou' }, /^“Suzhou” fits 2 places: cn:3205 .*; cn:3413/],
    [{ place: 'Atlantis City' }, /^Unknown place “Atlantis City”/],
    [{ place: 'cn:9999' }, /^cn:9999 is not a place of the gazetteer/],
    [{ place: 'cn-p:32' }, /is a province, not a city/],
    [{ place: 'cn:310117' }, /is a county or district of cn:3100/],
    [{ opened: '20214' }, /^“20214” is not a year\. Write/],
    [{ opened: 'last year' }, /^“last year” is not a year\. Write/],
    [{ url: 'example.org' }, /^url “example.org” is not an address\. Write/],
    [{ url: 'javascript:alert(1)' }, /^url “javascript:alert\(1\)” is not an address\./],
    [{ url: 'ftp://example.org/x' }, /^url “ftp:\/\/example.org\/x” is not an address\./],
    [{ lat: '113.7', lon: '23.0' }, /^“113.7, 23.0” are not coordinates\. Write/],
    [{ lat: '23.0' }, /^“23.0, ” are not coordinates\./],
    [{ lat: 'NaN', lon: '1' }, /^“NaN, 1” are not coordinates\./],
    [{ lat: '39.9', lon: '116.4' }, /^Its coordinates lie 1,894 km from Dongguan \(cn:4419\)\. Check/],
    [{ status: 'open' }, /^status is “open”\. Use/],
    [{ region: 'delta' }, /^region is “delta”\. Use/],
    [{ recalled: 'host; everything' }, /^recalled is “everything”\. Use/],
    [{ source_status: 'maybe' }, /^source_status is “maybe”\. Use/],
    [{ source: '' }, /^It has no source\. Write/],
    [{ source: '[the list](https://example.org)' }, /^Its source is shown as a link\. Cite/],
    [{ source: '<A href="https://example.org">the list</a>' }, /^Its source is shown as a link\. Cite/],
    [{ source: '=HYPERLINK("https://example.org")' }, /^Its source is shown as a link\. Cite/],
    [{ source: 'https://example.org/list' }, /^Its source is only a link\. Write/],
    [{ source: 'www.example.org' }, /^Its source is only a link\. Write/],
    [
      { source: 'Public file (find_string id 60723577282)' },
      /^Its source names a number that a reader cannot look up\. Cite/,
    ],
    [{ source: 'file id 59809071853' }, /^Its source names a number that a reader cannot look up\. Cite/],
  ])('%j is named', async (cells, what) => {
    expect(await faultsOf(cells)).toEqual([expect.stringMatching(what)]);
  });

  it('with several faults has them all named', async () => {
    expect(await faultsOf({ id: '', kind: 'x', opened: '?', source: '' })).toHaveLength(4);
  });
});

describe('a list', () => {
  it('names an id that stands in it twice, by both lines, and keeps the sound rows', async () => {
    const file = lists.write(
      'id,name_en,kind,place,source',
      'a,A,firm,cn:4419,me',
      'b,B,frm,cn:4419,me',
      'a,A again,firm,cn:4419,me',
    );
    const { resources, problems } = await checkResources(file, directory);
    expect(resources.map(({ id, nameEn }) => [id, nameEn])).toEqual([['a', 'A']]);
    expect(problems.map(({ row, problem }) => `${row}: ${render(problem, 'en')}`)).toEqual([
      '3: Unknown kind of resource “frm”. Did you mean firm?',
      '4: Line 2 has the id a already. Give this row an id of its own.',
    ]);
  });

  it('may be the shipped one itself, looked at again', async () => {
    const { resources, problems } = await checkResources('data/resources.csv', directory);
    expect([resources.length, problems]).toEqual([578, []]);
  });

  it('may begin with the template', async () => {
    const { resources, problems } = await checkResources('docs/templates/resources.csv', directory);
    expect([resources.map(({ place }) => place), problems]).toEqual([['cn:3205', 'cn:3205'], []]);
  });

  it.each([
    ['id,name_en,kind,source', /lacks the column place/],
    ['id,name_en,kind,place,source,budget', /unknown column “budget”/],
    ['id,name_en,kind,place,source,id', /has the column id twice/],
    ['id;name_en;kind;place;source', /separated by semicolons/],
  ])('with the columns %s is refused', async (head, why) => {
    await expect(checkResources(lists.write(head, 'x'), directory)).rejects.toThrow(why);
  });

  it('that is not there, or no text, is refused', async () => {
    await expect(checkResources('nowhere.csv', directory)).rejects.toThrow(/cannot be read \(ENOENT\)/);
  });
});
