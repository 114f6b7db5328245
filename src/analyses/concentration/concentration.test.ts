import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { analysedWorld, type AnalysedWorld } from '../../../test/analysed-world.ts';
import { InputError } from '../../base/index.ts';
import { concentration } from './analysis.ts';
import type { Concentration } from './question.ts';

let world: AnalysedWorld;
beforeAll(async () => {
  world = await analysedWorld({ works: 2500, seed: 5, years: [2010, 2024] });
});
afterAll(() => world.close());

const ask = (params: Record<string, unknown>): Promise<Concentration> =>
  concentration.run(world.observatory, concentration.params.parse(params));

/** Shares of a city by subfield, work by work. */
function sharesByHand(city: string): number[] {
  const shares = new Map<number, number>();
  for (const { subfield, parts } of world.works) {
    if (subfield === 0) continue;
    for (const { place, share } of parts)
      if (place === city) shares.set(subfield, (shares.get(subfield) ?? 0) + share);
  }
  return [...shares.values()];
}

describe('concentration', () => {
  it('is the sum of squared parts of the Share, as worked out work by work', async () => {
    const { rows } = await ask({ place: ['cn:1100', 'cn:3205'], by: 'subfield' });
    expect(rows.map(({ place }) => place.id)).toEqual(['cn:1100', 'cn:3205']);
    for (const { place, share, fields, herfindahl, equalFields, largestPart } of rows) {
      const shares = sharesByHand(place.id);
      const total = shares.reduce((sum, one) => sum + one, 0);
      const index = shares.reduce((sum, one) => sum + (one / total) ** 2, 0);
      expect(fields).toBe(shares.length);
      expect(share).toBeCloseTo(total, 6);
      expect(herfindahl.value).toBeCloseTo(index, 9);
      expect(equalFields).toBeCloseTo(1 / index, 6);
      expect(largestPart).toBeCloseTo(Math.max(...shares) / total, 9);
      const [low, high] = herfindahl.interval!;
      expect(low).toBeGreaterThan(0);
      expect([low < index, index < high, high < 1]).toEqual([true, true, true]);
    }
  });

  it('falls as fields are split, and follows the places of highest Share', async () => {
    const [domains, subfields] = [await ask({ by: 'domain' }), await ask({ by: 'subfield' })];
    expect(domains.rows).toHaveLength(5);
    const ids = domains.rows.map(({ place }) => place.id);
    expect(subfields.rows.map(({ place }) => place.id)).toEqual(ids);
    domains.rows.forEach(({ herfindahl, share }, i) => {
      expect(subfields.rows[i].herfindahl.value).toBeLessThan(herfindahl.value!);
      if (i > 0) expect(share).toBeLessThanOrEqual(domains.rows[i - 1].share);
    });
  });

  it('of one field is 1, without an interval, and of no works is unknown with why', async () => {
    const { rows } = await ask({ place: ['cn:1100'], by: 'domain', field: '3' });
    expect(rows[0]).toMatchObject({ fields: 1, equalFields: 1, largestPart: 1 });
    expect(rows[0].herfindahl).toEqual({ value: 1, interval: null, reason: 'no variation between works' });
    const none = await ask({ place: ['cn:1100'], years: { from: 1900, to: 1901 } });
    expect(none.rows[0]).toMatchObject({
      works: 0,
      fields: 0,
      equalFields: null,
      largest: null,
      fewWorks: true,
    });
    expect(none.rows[0].herfindahl).toMatchObject({ value: null, interval: null });
    expect(none.rows[0].herfindahl.reason).not.toBeNull();
  });

  it('covers what it would be over many works about as often as it says', async () => {
    const truth = (await ask({ place: ['cn:1100'], by: 'domain' })).rows[0].herfindahl.value!;
    const years = Array.from({ length: 15 }, (_, i) => 2010 + i);
    const covered = await Promise.all(
      years.map(async (year) => {
        const { rows } = await ask({ place: ['cn:1100'], by: 'domain', years: { from: year, to: year } });
        const ends = rows[0].herfindahl.interval;
        return ends !== null && ends[0] <= truth && truth <= ends[1];
      }),
    );
    // 95 % of 15 with the upward bias of few works: fewer than 11 would be rare where the interval is right.
    expect(covered.filter(Boolean).length).toBeGreaterThanOrEqual(11);
  });

  it('refuses a place that it does not know', async () => {
    await expect(ask({ place: ['cn:0000'] })).rejects.toThrow(InputError);
  });
});
