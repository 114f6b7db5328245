import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { servedWorld, type ServedWorld } from '../../../test/served-world.ts';

let served: ServedWorld;
beforeAll(async () => {
  served = await servedWorld();
});
afterAll(async () => {
  await served.close();
});

interface Body {
  readonly rows: readonly Record<string, unknown>[];
}

describe('places', () => {
  const found = async (q: string): Promise<readonly Record<string, unknown>[]> =>
    ((await served.json(`/api/places?q=${encodeURIComponent(q)}`)).body as Body).rows;

  it('are found by name, beginning, id and in Chinese', async () => {
    for (const q of ['Beijing', 'beij', 'cn:1100', '北京', '北京市', 'BEIJING '])
      expect([q, (await found(q)).map(({ id }) => id)]).toEqual([q, expect.arrayContaining(['cn:1100'])]);
    expect((await found('yrd_41'))[0].id).toBe('def:yrd_41');
  });

  it('stand as a city before the province that the city is', async () => {
    for (const q of ['Beijing', '北京', 'Bejing'])
      expect((await found(q)).slice(0, 2).map(({ id }) => id)).toEqual(['cn:1100', 'cn-p:11']);
  });

  it('of one name have labels that tell them apart, in tables too, and keep their own names', async () => {
    const rows = (await found('Cambridge')).filter(({ name }) => name === 'Cambridge');
    expect(rows.map(({ id, label, labelZh }) => [id, label, labelZh]).sort()).toEqual([
      ['gn:2653941', 'Cambridge, England', '剑桥（英格兰）'],
      ['gn:4931972', 'Cambridge, Massachusetts', '剑桥（马萨诸塞州）'],
    ]);
    const csv = await (await served.app.request('/api/places.csv?q=Cambridge')).text();
    expect(csv).toContain('"Cambridge, England"');
    const all = ((await served.json('/api/places?kind=city&top=5000')).body as Body).rows;
    for (const label of ['label', 'labelZh'])
      expect(new Set(all.map((row) => row[label])).size).toBe(all.length);
  });

  it('are found where a letter is wrong', async () => {
    const [first] = await found('Shnaghai');
    expect([first.name, first.fit]).toEqual(['Shanghai', 'misspelt']);
  });

  it('are paged through to the last, each once, in order of output', async () => {
    const rows: Record<string, unknown>[] = [];
    for (let skip = 0; ; skip += 97) {
      const { body } = await served.json(`/api/places?kind=city&top=97&skip=${skip}`);
      rows.push(...(body as Body).rows);
      if ((body as Body).rows.length === 0) break;
    }
    expect(rows.map(({ id }) => id).sort()).toEqual([...served.world.cities].sort());
    const shares = rows.map(({ share }) => share as number);
    expect(shares).toEqual([...shares].sort((a, b) => b - a));
  });

  it('tell their cities and regions', async () => {
    const { body } = await served.json('/api/places/def:yrd_41');
    const { place } = body as { place: { cities: { id: string }[] } };
    expect(new Set(place.cities.map(({ id }) => id))).toEqual(served.world.members.get('def:yrd_41'));
    const cities = ((await served.json('/api/places?kind=city&top=1000')).body as Body).rows;
    const where = (all: readonly Record<string, unknown>[]): unknown =>
      new Map(all.map(({ id, latitude, longitude }) => [id, [latitude, longitude]]));
    const members = new Set(place.cities.map(({ id }) => id));
    expect(where(place.cities)).toEqual(where(cities.filter(({ id }) => members.has(String(id)))));
  });
});
