import { renameSync, utimesSync, writeFileSync } from 'node:fs';
import { afterAll, describe, expect, it } from 'vitest';
import { Bench } from '../../test/observatory/observatories.ts';
import { Filters } from './filters.ts';
import type { BuildOptions } from './options.ts';
import { partSettings } from './settings.ts';

const bench = new Bench();
afterAll(() => {
  bench.dispose();
});
const institutions = bench.text('institutions.jsonl', 'one');
const table = bench.text('table.csv', 'some,table');
const GIVEN: BuildOptions = {
  works: ['works'],
  institutions: [institutions],
  out: 'out',
  filters: Filters.parse({}),
  authorCap: 100,
  memory: 1e9,
  threads: 2,
};
const hash = (other: Partial<BuildOptions> = {}): Promise<string> =>
  partSettings({ ...GIVEN, ...other }, other.mergedIds ?? []);

describe('parts are read again', () => {
  it.each<[string, Partial<BuildOptions>]>([
    ['other years', { filters: Filters.parse({ years: { from: 2020, to: 2021 } }) }],
    ['other types', { filters: Filters.parse({ types: ['article'] }) }],
    ['retracted works', { filters: Filters.parse({ retracted: true }) }],
    ['paratext', { filters: Filters.parse({ paratext: true }) }],
    ['the extended corpus', { filters: Filters.parse({ extended: true }) }],
    ['a list of sources', { filters: Filters.parse({ sources: ['S1'] }) }],
    ['other institutions', { institutions: [bench.text('other.jsonl', 'two')] }],
    ['more institutions', { institutions: [table, institutions] }],
    ['corrections', { corrections: table }],
    ['merged ids', { mergedIds: [table] }],
    ['segments of another size', { segment: 7 }],
  ])('for %s', async (_, other) => {
    expect(await hash(other)).not.toBe(await hash());
    expect(await hash(other)).toBe(await hash(other));
  });

  it('for institutions in another order than before, and corrections that are not merged ids', async () => {
    const one = await hash({ institutions: [table, institutions] });
    expect(await hash({ institutions: [institutions, table] })).not.toBe(one);
    expect(await hash({ corrections: table })).not.toBe(await hash({ mergedIds: [table] }));
  });

  it('for a file of the same size and date with other content', async () => {
    const path = bench.text('institutions-now.jsonl', 'one');
    utimesSync(path, 1e9, 1e9);
    const before = await hash({ institutions: [path] });
    writeFileSync(path, 'two');
    utimesSync(path, 1e9, 1e9);
    expect(await hash({ institutions: [path] })).not.toBe(before);
  });
});

describe('parts are used again', () => {
  it.each<[string, Partial<BuildOptions>]>([
    ['other works', { works: ['others'] }],
    ['another folder', { out: 'elsewhere' }],
    ['another author cap', { authorCap: 7 }],
    ['other regions', { regions: [table] }],
    ['other threads, memory and title', { threads: 7, memory: 5e8, title: 'Other' }],
    ['damaged files that may be left out', { skipDamaged: true }],
  ])('for %s', async (_, other) => {
    expect(await hash(other)).toBe(await hash());
  });

  it('for institutions that were only moved or touched', async () => {
    const path = bench.text('moving.jsonl', 'content');
    const before = await hash({ institutions: [path] });
    utimesSync(path, 1e9, 1e9);
    renameSync(path, bench.path('moved.jsonl'));
    expect(await hash({ institutions: [bench.path('moved.jsonl')] })).toBe(before);
  });
});
