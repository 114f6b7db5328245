import type { TestProject } from 'vitest/node';
import { startTrino } from '../../tools/trino/cluster.mjs';

declare module 'vitest' {
  interface ProvidedContext {
    /** The cluster that the tests of Trino share; tables below `storage` are files of this machine. */
    trino: { readonly server: string; readonly storage: string };
  }
}

/**
 * Starts the cluster before the tests and stops it after them. A developer's own, which `tools/trino/start.mjs` has
 * printed, is taken where TRINO_SERVER and TRINO_STORAGE name it.
 */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const { TRINO_SERVER: server, TRINO_STORAGE: storage } = process.env;
  if (server !== undefined && storage !== undefined) {
    project.provide('trino', { server, storage });
    return () => Promise.resolve();
  }
  const cluster = await startTrino({ workers: 2, quick: true });
  project.provide('trino', { server: cluster.server, storage: cluster.storage });
  return () => cluster.stop();
}
