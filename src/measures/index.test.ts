import { existsSync, readdirSync, readFileSync } from 'fs';
import { describe, expect, it } from 'vitest';
import { exportedFiles } from '../../test/exported-files.ts';

const here = (path: string): URL => new URL(path, import.meta.url);
const read = (path: string): string => readFileSync(here(path), 'utf8');

const nameOf = (path: string): string => path.slice(path.lastIndexOf('/') + 1);

/** The files that the indexes export from, with their folders. */
const PATHS = exportedFiles(here('./index.ts'));
const FILES = PATHS.map(nameOf);

/** What other measures are made of. It answers no question by itself: a test of its name, and no page. */
const INNER: readonly string[] = [
  'ahead',
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
/** Pages of effects, each with the files of `src/effects` whose functions it explains. */
const EFFECTS: Readonly<Record<string, readonly string[]>> = {
  'clustered-errors': ['errors'],
  'event-study': ['event-study', 'wald'],
  'jackknife-cities': ['jackknife-cities'],
  'least-squares': ['least-squares'],
  placebo: ['placebo', 'placebo-fields', 'placebo-regions', 'placebo-years', 'pseudo-regions'],
  ppml: ['policy-effect', 'ppml'],
  separation: ['separated-rows', 'undecided'],
  'undirected-effects': ['labels', 'region-policy', 'undirected'],
};
/** What index.ts of effects exports beside methods: a reader of results, words for them, and a world to try them on. */
const NO_METHOD: readonly string[] = ['estimate', 'estimation-error', 'sentence', 'synthetic-flows'];

/** Pages on several measures at once: which to take, and what they share. */
const OVERVIEWS: readonly string[] = ['centrality', 'rank-intervals'];

const SECTIONS = ['Formula', 'Assumptions', 'When not to use it', 'Traps', 'Example', 'References'];
const MEASURES = FILES.filter((name) => !INNER.includes(name));
/** The files that index.ts of effects exports functions from, by name. */
const EFFECT_FILES = exportedFiles(here('../effects/index.ts'), /^export \{/).map(nameOf);
const PAGES = readdirSync(here('../../docs/methods/'))
  .filter((file) => file.endsWith('.md') && file !== 'index.md')
  .map((file) => file.slice(0, -'.md'.length));

describe('what index.ts exports', () => {
  it('is found in more than a hundred files', () => {
    expect(FILES.length).toBeGreaterThan(100);
  });

  it.each(PATHS)('%s has a test of its name', (path) => {
    expect(existsSync(here(`./${path}.test.ts`)), `src/measures/${path}.test.ts`).toBe(true);
  });

  it.each(MEASURES)('%s has a page of its name, or is an inner part', (name) => {
    expect(PAGES, `docs/methods/${name}.md`).toContain(name);
  });

  it('has inner parts that are exported, and have no page', () => {
    expect(INNER.filter((name) => !FILES.includes(name))).toEqual([]);
    expect(INNER.filter((name) => PAGES.includes(name))).toEqual([]);
  });
});

describe('what index.ts of effects exports', () => {
  it('has a page, one and no other, or is no method', () => {
    expect(EFFECT_FILES.length).toBeGreaterThan(15);
    const told = [...Object.values(EFFECTS).flat(), ...NO_METHOD].filter((file) => file !== 'errors');
    expect(told.toSorted()).toEqual(EFFECT_FILES.toSorted());
  });

  it.each(Object.keys(EFFECTS))(
    '%s has a page, with code of effects, and is the name of no measure',
    (name) => {
      expect(PAGES, `docs/methods/${name}.md`).toContain(name);
      expect(FILES).not.toContain(name);
      expect(read(`../../docs/methods/${name}.md`)).toContain("} from 'synopolis/effects';");
    },
  );
});

describe.each(PAGES)('the page %s', (name) => {
  it('is of a measure, an overview of several, or of effects', () => {
    expect([...MEASURES, ...OVERVIEWS, ...Object.keys(EFFECTS)]).toContain(name);
  });

  it('stands in the index and in the sidebar', () => {
    expect(read('../../docs/methods/index.md')).toContain(`](./${name}.md)`);
    expect(read('../../docs/.vitepress/config.mts')).toContain(`link: '/methods/${name}'`);
  });
});

describe.each(PAGES.filter((name) => !OVERVIEWS.includes(name)))('the page of the method %s', (name) => {
  it('asks its question in a line, and has its sections in order', () => {
    const page = read(`../../docs/methods/${name}.md`);
    const [title, , question, , formula] = page.split('\n');
    expect(title).toMatch(/^# /);
    expect(question).toMatch(/\?$/);
    expect(formula).toBe('## Formula');
    expect([...page.matchAll(/^## (.*)$/gm)].map(([, section]) => section)).toEqual(SECTIONS);
  });
});
