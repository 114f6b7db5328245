import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { servedWorld, type ServedWorld } from '../../../test/served-world.ts';

let served: ServedWorld;
/** The same application, where a question that is looked at at all is a fault. */
let unasked: ReturnType<ServedWorld['with']>;
beforeAll(async () => {
  served = await servedWorld();
  const observatories = new Proxy(
    {},
    {
      get(): never {
        throw new Error('it was looked at');
      },
    },
  );
  unasked = served.with({ observatories: observatories as never });
});
afterAll(() => served.close());

const PATH = '/api/analyses/ranking?top=3';
const sent = (site: string, mode: string, dest: string): Record<string, string> => ({
  'sec-fetch-site': site,
  'sec-fetch-mode': mode,
  'sec-fetch-dest': dest,
});

describe('the page of another site', () => {
  it.each([
    ['a picture of it', sent('cross-site', 'no-cors', 'image')],
    ['a script of it', sent('cross-site', 'no-cors', 'script')],
    ['what it fetches without reading', sent('cross-site', 'no-cors', 'empty')],
    ['a frame in it', sent('cross-site', 'navigate', 'iframe')],
    ['another port of this machine', sent('same-site', 'cors', 'empty')],
    ['a browser that names its origin alone', { origin: 'https://evil.example' }],
    ['a page without an origin', { origin: 'null' }],
  ])('gets nothing asked: %s', async (_, headers) => {
    for (const path of [PATH, '/api/places?q=a', '/api/jobs/x', '/api/manifest.csv', '/api/openapi.json']) {
      const response = await served.get(path, headers);
      expect([path, response.status, response.headers.get('content-type')]).toEqual([
        path,
        403,
        'application/problem+json; charset=utf-8',
      ]);
      expect(await response.json()).toMatchObject({
        type: 'urn:synopolis:problem:site',
        title: 'Request from another site',
      });
    }
  });

  it('is refused before anything is looked at, in the language it asks in', async () => {
    const response = await unasked.request(`${PATH}&lang=zh`, {
      headers: sent('cross-site', 'no-cors', 'image'),
    });
    expect([response.status, await response.json()]).toEqual([
      403,
      expect.objectContaining({
        title: '来自其他网站的请求',
        detail: expect.stringMatching(/^其他网站的页面/) as string,
      }),
    ]);
  });
});

describe('those who may ask', () => {
  it.each([
    ['the page of this server', sent('same-origin', 'cors', 'empty')],
    ['who enters the address', sent('none', 'navigate', 'document')],
    ['who follows a link to it', sent('cross-site', 'navigate', 'document')],
    ['a program', {}],
    ['a browser that names this server as its origin', { origin: 'http://localhost', host: 'localhost' }],
  ])('are answered: %s', async (_, headers) => {
    expect((await served.get(PATH, headers)).status).toBe(200);
  });
});
