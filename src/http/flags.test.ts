import { afterAll, beforeAll, expect, it } from 'vitest';
import { servedWorld, type ServedWorld } from '../../test/served-world.ts';

let served: ServedWorld;
beforeAll(async () => {
  served = await servedWorld();
});
afterAll(async () => {
  await served.close();
});

/** A flag of the command line. */
const FLAG = /(?<![\w-])--[a-z]/;

it.each(['/api/openapi.json', '/api/analyses', '/api/claims', '/api/resources', '/api/definitions'])(
  '%s tells nobody of a flag',
  async (path) => {
    const text = await (await served.get(path)).text();
    expect(text.length).toBeGreaterThan(500);
    expect(text).not.toMatch(FLAG);
  },
);

it.each([
  ['/api/analyses/coordination?place=gba_9_2', '`peers`'],
  ['/api/analyses/ranking?top=5', '`of=regions`'],
])('the notes of %s name a parameter as a query has it', async (path, parameter) => {
  for (const lang of ['en', 'zh']) {
    const text = await (await served.get(`${path}&lang=${lang}`)).text();
    expect(text).toContain(parameter);
    expect(text).not.toMatch(FLAG);
  }
});
