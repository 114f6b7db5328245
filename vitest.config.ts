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

/** Folders of pure functions: their tests share one process, so that what they import is loaded once. */
const PURE = ['src/{base,effects,measures}/**/*.test.ts'];

export default defineConfig({
  test: {
    globalSetup: 'test/temporary-folder.ts',
    testTimeout: 120_000,
    hookTimeout: 120_000,
    maxWorkers: 2,
    pool: 'forks',
    sequence: { sequencer: BrowserFirst },
    tags: [
      {
        name: 'full',
        description:
          'Statistical simulations, properties in many cases, real records, blocks of the docs, and pages in every form: `npm run test:full`; `npm test` leaves them out.',
      },
    ],
    projects: [
      { extends: true, test: { name: 'pure', include: PURE, isolate: false } },
      {
        extends: true,
        test: {
          name: 'whole',
          include: ['src/**/*.test.ts', 'test/**/*.test.ts'],
          // Those of Trino ask a real cluster: `npm run test:trino`.
          exclude: [...configDefaults.exclude, ...PURE, '**/*.trino.test.ts'],
        },
      },
    ],
  },
});
