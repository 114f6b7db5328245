import { configDefaults, defineConfig } from 'vitest/config';
import { BaseSequencer, type TestSpecification } from 'vitest/node';

/** Begins with the browser: its tests take longest, and wait for pages more than they compute. */
class BrowserFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const sorted = await super.sort(files);
    const inBrowser = ({ moduleId }: TestSpecification): boolean => moduleId.includes('/test/web/');
    return [...sorted.filter(inBrowser), ...sorted.filter((file) => !inBrowser(file))];
  }
}

/** Tests with a browser, and one that puts another module in place of Node's: each has a process of its own. */
const APART = ['test/web/*.test.ts', 'src/resources/needs/whole-file-races.test.ts'];

/** Those of Trino ask a real cluster: `npm run test:trino`. */
const TRINO = [...configDefaults.exclude, '**/*.trino.test.ts'];

export default defineConfig({
  test: {
    globalSetup: ['test/temporary-folder.ts', 'test/compiled.ts'],
    testTimeout: 120_000,
    hookTimeout: 120_000,
    maxWorkers: 2,
    pool: 'forks',
    // `npm run coverage`: folders whose own quick tests say whether they are right.
    coverage: {
      provider: 'v8',
      reporter: ['text-summary', 'json-summary'],
      include: ['src/{base,claims,effects,facts,figures,measures,places,resources}/**/*.ts'],
      exclude: ['**/*.test.ts', 'src/**/wasm/**'],
      // Of lines, a little below what they have: a folder that falls below its own fails.
      thresholds: {
        'src/base/**': { lines: 85 },
        'src/claims/**': { lines: 90 },
        'src/effects/**': { lines: 96 },
        'src/facts/**': { lines: 95 },
        'src/figures/**': { lines: 89 },
        'src/measures/**': { lines: 97 },
        'src/places/**': { lines: 86 },
        'src/resources/**': { lines: 92 },
      },
    },
    sequence: { sequencer: BrowserFirst },
    tags: [
      {
        name: 'full',
        description:
          'Statistical simulations, properties in many cases, real records, blocks of the docs, and pages in every form: `npm run test:full`; `npm test` leaves them out.',
      },
    ],
    projects: [
      { extends: true, test: { name: 'apart', include: APART, exclude: TRINO } },
      {
        extends: true,
        test: {
          name: 'together',
          // Two processes for all of them, so that what they import is loaded once.
          isolate: false,
          include: ['src/**/*.test.ts', 'test/**/*.test.ts'],
          exclude: [...TRINO, ...APART],
        },
      },
    ],
  },
});
