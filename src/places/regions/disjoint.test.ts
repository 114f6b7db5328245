import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { disjointRegions, type DrawnRegion, sameIdea, sharedCities } from './disjoint.ts';
import { shippedDefinitions } from './read.ts';

const region = (id: string, cities: readonly string[], more: Partial<DrawnRegion> = {}): DrawnRegion => ({
  ...{ id, cities: new Set(cities), idea: null, isDefault: false },
  ...more,
});
const cities = (from: number, to: number): string[] =>
  Array.from({ length: to - from + 1 }, (_, i) => `c${from + i}`);
const standing = (regions: readonly DrawnRegion[], preferred?: readonly string[]): string[] =>
  [...disjointRegions(regions, preferred).standing].sort();

/** Three definitions of one idea, and a region apart from them. */
const DELTA = [
  region('wide', cities(1, 41), { idea: 'delta' }),
  region('central', cities(1, 27), { idea: 'delta', isDefault: true }),
  region('planned', cities(2, 27), { idea: 'delta' }),
];
const APART = region('apart', cities(50, 60));

describe('regions that overlap', () => {
  it('stand once for each idea: the default of its table, else the one of most cities', () => {
    expect(standing([...DELTA, APART])).toEqual(['apart', 'central']);
    expect(standing([...DELTA.map((one) => ({ ...one, isDefault: false })), APART])).toEqual([
      'apart',
      'wide',
    ]);
  });

  it('are chosen by whoever asks: the first preferred stands, the others instead of it', () => {
    const found = disjointRegions([...DELTA, APART], ['planned', 'wide']);
    expect([...found.standing].sort()).toEqual(['apart', 'planned']);
    expect([...found.insteadOf]).toEqual([
      ['wide', ['planned']],
      ['central', ['planned']],
    ]);
  });

  it('of which one covers several others stands aside for them, as it would keep more than one out', () => {
    const nation = region('nation', cities(1, 60));
    expect(standing([nation, region('east', cities(1, 20)), APART])).toEqual(['apart', 'east']);
    expect(disjointRegions([nation, region('east', cities(1, 20)), APART]).insteadOf.get('nation')).toEqual([
      'east',
      'apart',
    ]);
    // Three definitions of one idea are one that it covers, and a part of a region is no other definition of it.
    expect(standing([region('nation', cities(1, 45)), ...DELTA])).toEqual(['central']);
    expect(standing([region('whole', cities(1, 20)), region('part', cities(1, 3))])).toEqual(['whole']);
  });

  it('and are made up for a question stand aside for those of tables', () => {
    expect(standing([region('adhoc:Mine', cities(1, 60)), ...DELTA, APART])).toEqual(['apart', 'central']);
    expect(standing([region('adhoc:Mine', cities(70, 80)), APART])).toEqual(['adhoc:Mine', 'apart']);
  });

  it('are never both counted, and none is left out that could be, in whatever order they come', () => {
    const any = fc.array(
      fc.record({
        cities: fc.uniqueArray(fc.integer({ min: 1, max: 12 }), { minLength: 1, maxLength: 6 }),
        idea: fc.constantFrom(null, 'a', 'b'),
        isDefault: fc.boolean(),
        own: fc.boolean(),
      }),
      { minLength: 1, maxLength: 8 },
    );
    fc.assert(
      fc.property(any, fc.integer({ min: 0, max: 7 }), (drawn, first) => {
        const regions = drawn.map(({ own, cities: numbers, ...rest }, i) =>
          region(`${own ? 'adhoc' : 'def'}:${i}`, numbers.map(String), rest),
        );
        const preferred = [regions[first % regions.length].id];
        const found = disjointRegions(regions, preferred);
        expect(found.standing.has(preferred[0])).toBe(true);
        const stand = regions.filter(({ id }) => found.standing.has(id));
        for (const [i, a] of stand.entries())
          for (const b of stand.slice(i + 1)) expect(sharedCities(a.cities, b.cities)).toBe(0);
        for (const other of regions.filter(({ id }) => !found.standing.has(id))) {
          const due = stand.filter(({ cities: its }) => sharedCities(its, other.cities) > 0);
          expect(due.length).toBeGreaterThan(0);
          expect([...found.insteadOf.get(other.id)!].sort()).toEqual(due.map(({ id }) => id).sort());
        }
        expect(disjointRegions(regions.toReversed(), preferred).standing).toEqual(found.standing);
      }),
    );
  });
});

describe('the definitions that ship', () => {
  it('have one Delta among them by default, and share no city where they stand', async () => {
    const shipped = await shippedDefinitions();
    const found = disjointRegions(
      shipped.map(({ id, idea, isDefault, members }) => ({
        ...{ id, idea, isDefault },
        cities: new Set(members.map(({ city }) => city)),
      })),
    );
    expect(found.standing.size).toBe(shipped.length - 2);
    expect([...found.insteadOf]).toEqual([
      ['def:yrd_26_2016', ['def:yrd_41']],
      ['def:yrd_27_central', ['def:yrd_41']],
    ]);
  });
});

describe('two regions', () => {
  it('draw one idea where their tables say so, or where half of the cities of both are in both', () => {
    expect(sameIdea(DELTA[0], DELTA[2])).toBe(true);
    expect(sameIdea(DELTA[0], region('x', cities(1, 41), { idea: 'other' }))).toBe(false);
    expect(sameIdea(region('a', cities(1, 4)), region('b', cities(1, 2)))).toBe(true);
    expect(sameIdea(region('a', cities(1, 5)), region('b', cities(1, 2)))).toBe(false);
    expect(sameIdea(region('a', cities(1, 5)), region('b', cities(6, 9)))).toBe(false);
  });
});
