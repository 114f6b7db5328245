import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { servedWorld, type ServedWorld } from '../../test/served-world.ts';
import { LIMITS } from './limits.ts';

let served: ServedWorld;
beforeAll(async () => {
  served = await servedWorld({ url: 200, rows: 50 });
});
afterAll(async () => {
  await served.close();
});

describe('a server', () => {
  it('makes a job of what takes more than two seconds', () => {
    expect(LIMITS.jobAfter).toBe(2_000);
  });

  it('refuses a path with its query that is longer than it may be', async () => {
    const longest = `/api/places?q=${'a'.repeat(200 - '/api/places?q='.length)}`;
    expect((await served.get(longest)).status).toBe(200);
    const response = await served.get(`${longest}a`);
    expect(response.status).toBe(414);
    expect(await response.json()).toMatchObject({
      type: 'urn:synopolis:problem:too-long',
      detail: 'Path and query have 201 characters; at most 200 are accepted.',
    });
  });

  it('sends so many rows and no more, in whatever format: it says how many there would be', async () => {
    const most = await served.json('/api/analyses/ranking?top=50');
    expect([most.status, (most.body as { rows: unknown[] }).rows.length]).toEqual([200, 50]);
    for (const ending of ['', '.csv', '.parquet', '.xlsx']) {
      const response = await served.get(`/api/analyses/ranking${ending}?top=51`);
      expect([ending, response.status]).toEqual([ending, 422]);
      expect(await response.json()).toMatchObject({
        type: 'urn:synopolis:problem:rows',
        detail: expect.stringContaining('has 51 rows; at most 50 rows are sent') as string,
      });
    }
  });
});
