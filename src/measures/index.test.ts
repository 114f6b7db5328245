import { existsSync, readdirSync, readFileSync } from 'fs';
import { describe, expect, it } from 'vitest';

const here = (path: string): URL => new URL(path, import.meta.url);
const read = (path: string): string => readFileSync(here(path), 'utf8');

/** The files that index.ts exports from, by name. */
const FILES = [...new Set([...read('./index.ts').matchAll(/ from '\.\/(.+)\.ts'/g)].map(([, name]) => name))];

/** What other measures are made of. It answers no question by itself: a test of its name, and no page. */
const INNER: readonly string[] = [
  'alternative',
  'binary',
  'cholesky',
  'complexity-anchor',
  'defined-matrix',
  'gradient',
  'incomplete-beta',
  'incomplete-gamma',
  'jackknife',
  'ln-gamma',
  'matrix',
  'partition',
  'quantile-search',
  'quantity',
  'random',
  'ratio',
  'relatedness',
  'replicate',
  'resample',
  'shortest-paths',
  'symmetric-eigen',
  'units',
];
/** Pages on several measures at once: which to take, and what they share. */
const OVERVIEWS: readonly string[] = ['centrality', 'rank-intervals'];

const SECTIONS = ['Formula', 'Assumptions', 'When not to use it', 'Traps', 'Example', 'References'];
const MEASURES = FILES.filter((name) => !INNER.includes(name));
const PAGES = readdirSync(here('../../docs/methods/'))
  .filter((file) => file.endsWith('.md') && file !== 'index.md')
  .map((file) => file.slice(0, -'.md'.length));

describe('what index.ts exports', () => {
  it('is found in more than a hundred files', () => {
    expect(FILES.length).toBeGreaterThan(100);
  });

  it.each(FILES)('%s has a test of its name', (name) => {
    expect(existsSync(here(`./${name}.test.ts`)), `src/measures/${name}.test.ts`).toBe(true);
  });

  it.each(MEASURES)('%s has a page of its name, or is an inner part', (name) => {
    expect(PAGES, `docs/methods/${name}.md`).toContain(name);
  });

  it('has inner parts that are exported, and have no page', () => {
    expect(INNER.filter((name) => !FILES.includes(name))).toEqual([]);
    expect(INNER.filter((name) => PAGES.includes(name))).toEqual([]);
  });
});

describe.each(PAGES)('the page %s', (name) => {
  it('is of a measure, or an overview of several', () => {
    expect([...MEASURES, ...OVERVIEWS]).toContain(name);
  });

  it('stands in the index and in the sidebar', () => {
    expect(read('../../docs/methods/index.md')).toContain(`](./${name}.md)`);
    expect(read('../../docs/.vitepress/config.mts')).toContain(`link: '/methods/${name}'`);
  });
});

describe.each(PAGES.filter((name) => !OVERVIEWS.includes(name)))('the page of the measure %s', (name) => {
  it('asks its question in a line, and has its sections in order', () => {
    const page = read(`../../docs/methods/${name}.md`);
    const [title, , question, , formula] = page.split('\n');
    expect(title).toMatch(/^# /);
    expect(question).toMatch(/\?$/);
    expect(formula).toBe('## Formula');
    expect([...page.matchAll(/^## (.*)$/gm)].map(([, section]) => section)).toEqual(SECTIONS);
  });
});
