import { describe, expect, it } from 'vitest';
import { ClusterError, openRemoteTables, type RemoteAccess } from '../observatory/remote-tables.ts';
import type { Manifest } from '../observatory/manifest.ts';
import { onTrino } from './remote-tables.ts';

/** As a process that reads hands it to another. */
const access = JSON.parse(
  JSON.stringify(onTrino({ server: 'http://127.0.0.1:9', user: 'synopolis' })),
) as RemoteAccess;
const manifest = (cluster?: object): Manifest => ({ tables: { work_cities: 1 }, cluster }) as never;

describe('tables that stayed on a cluster, by way of the interface of observatories', () => {
  it('are not there where every table is in the folder', async () => {
    await expect(openRemoteTables(access, manifest())).rejects.toThrow(
      'no table of this observatory stayed on a cluster',
    );
  });

  it('cannot be asked where no server answers', async () => {
    const cluster = { catalog: 'hive', schema: 'lake', stamp: 'a', tables: ['work_cities'] };
    const failed: unknown = await openRemoteTables(access, manifest(cluster)).catch(
      (error: unknown) => error,
    );
    expect(failed).toBeInstanceOf(ClusterError);
    expect((failed as ClusterError).rebuilt).toBe(false);
    expect((failed as ClusterError).message).toMatch(
      /the cluster at http:\/\/127\.0\.0\.1:9 does not answer/,
    );
  });
});
