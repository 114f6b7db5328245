import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { analysedWorld, type AnalysedWorld } from '../../test/analysed-world.ts';
import { manifestHash } from './manifest-hash.ts';

let worlds: AnalysedWorld[];
beforeAll(async () => {
  const same = { works: 60, seed: 3 };
  worlds = [
    await analysedWorld(same),
    await analysedWorld(same),
    await analysedWorld({ ...same, seed: 4 }),
    await analysedWorld({ ...same, authorCap: 9 }),
  ];
});
afterAll(() => Promise.all(worlds.map((world) => world.close())));

describe('the hash of a manifest', () => {
  it('is that of the same records built again elsewhere, and of no other records or settings', () => {
    const [once, again, others, capped] = worlds.map(({ observatory }) => manifestHash(observatory.manifest));
    expect(once).toMatch(/^[0-9a-f]{64}$/);
    expect(worlds[0].folder).not.toBe(worlds[1].folder);
    expect(again).toBe(once);
    expect(new Set([once, others, capped]).size).toBe(3);
  });
});
