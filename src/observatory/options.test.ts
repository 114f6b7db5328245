import { existsSync } from 'node:fs';
import { afterAll, describe, expect, it } from 'vitest';
import { Bench } from '../../test/observatory/observatories.ts';
import { work } from '../../test/observatory/works.ts';
import { openAlexLines } from '../../test/observatory/worlds.ts';
import type { InputError } from '../base/index.ts';
import { Filters } from './filters.ts';
import type { BuildOptions } from './options.ts';

const bench = new Bench();
afterAll(() => {
  bench.dispose();
});
const works = [bench.works('works.jsonl', [work(1)])];
const institutions = [bench.text('institutions.jsonl', openAlexLines())];
const filters = (other: Partial<Filters>): Partial<BuildOptions> => ({
  filters: { ...Filters.parse({}), ...other },
});

describe('a build is refused before it begins', () => {
  it.each<[string, Partial<BuildOptions>, string]>([
    [
      'for years the wrong way round',
      filters({ years: { from: 2021, to: 2020 } }),
      'the filter years is invalid: the first year is after the last. Correct it, or leave it out.',
    ],
    ['for no type at all', filters({ types: [] }), 'the filter types is invalid: at least 1 item expected.'],
    [
      'for half a year',
      filters({ years: { from: 2020.5, to: 2021 } }),
      'the filter years.from is invalid: an integer is expected.',
    ],
    [
      'for a source that is none',
      filters({ sources: ['S1', 'Nature'] }),
      '“Nature” is neither an OpenAlex source nor an ISSN. Give sources as S123 or 1234-567X.',
    ],
    ['for no thread', { threads: 0 }, 'threads is 0. Give a whole number from 1.'],
    ['for an author cap below one', { authorCap: 0 }, 'authorCap is 0. Give a whole number from 1.'],
    ['for half a record in a segment', { segment: 0.5 }, 'segment is 0.5. Give a whole number from 1.'],
  ])('%s', async (_, options, message) => {
    const refused = bench.build({ works, institutions, ...options });
    await expect(refused).rejects.toThrow(message);
    const error = await refused.catch((thrown: unknown) => thrown);
    const chinese = (error as InputError).text('zh');
    expect(chinese).toMatch(/\p{Script=Han}.*。$/u);
    expect(chinese).not.toMatch(/expected|[a-z]+ [a-z]+ [a-z]+/);
    expect(existsSync(bench.path('out'))).toBe(false);
  });
});
