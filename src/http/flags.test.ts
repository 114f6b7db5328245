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
  ['/api/analyses/coordination?place=gba_9_2', 'name some with `peers`', '可用`peers`指定'],
  ['/api/analyses/ranking?top=5', 'with `of=regions`', '可用`of=regions`比较'],
])('the notes of %s name a parameter as a query has it', async (path, en, zh) => {
  for (const [lang, words] of [
    ['en', en],
    ['zh', zh],
  ]) {
    const text = await (await served.get(`${path}&lang=${lang}`)).text();
    expect(text).toContain(words);
    expect(text).not.toMatch(FLAG);
  }
});
