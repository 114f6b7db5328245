import { defineConfig } from 'vitest/config';

/** Tests against a real cluster of Trino: a coordinator and two workers on this machine. */
export default defineConfig({
  test: {
    include: ['src/**/*.trino.test.ts', 'test/**/*.trino.test.ts'],
    globalSetup: ['test/temporary-folder.ts', 'test/trino/cluster.ts'],
    testTimeout: 240_000,
    hookTimeout: 240_000,
    // The cluster takes both cores of a small machine.
    maxWorkers: 1,
    pool: 'forks',
  },
});
