import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { analysedWorld, type AnalysedWorld } from '../../../test/analysed-world.ts';
import { createRandom } from '../../measures/index.ts';
import type { FieldQuotient } from '../specialisation/quotients.ts';
import { clarityOf, clarityOfUnit } from './minimum.ts';
import type { FieldSums } from './sums.ts';

let world: AnalysedWorld;
beforeAll(async () => {
  world = await analysedWorld({ works: 12_000, seed: 4 });
});
afterAll(() => world.close());

/** How many of the cities with 100 works are above the minimum where each work has the field given. */
function above(fields: ArrayLike<number>): { readonly of: number; readonly above: number } {
  const works = world.works.filter(({ subfield, parts }) => subfield !== 0 && parts.length > 0);
  const baseline = new Map<string, { share: number; squares: number }>();
  const units = new Map<string, Map<string, FieldSums>>();
  const counts = new Map<string, number>();
  for (const [i, { parts }] of works.entries()) {
    const field = String(fields[i]);
    const whole = parts.reduce((sum, { share }) => sum + share, 0);
    const { share, squares } = baseline.get(field) ?? { share: 0, squares: 0 };
    baseline.set(field, { share: share + whole, squares: squares + whole ** 2 });
    for (const { place, share: part } of parts) {
      counts.set(place, (counts.get(place) ?? 0) + 1);
      const own = units.get(place) ?? new Map<string, FieldSums>();
      units.set(place, own);
      const cell = own.get(field) ?? { works: 0, share: 0, squares: 0, product: 0 };
      own.set(field, {
        works: cell.works + 1,
        share: cell.share + part,
        squares: cell.squares + part ** 2,
        product: cell.product + part * whole,
      });
    }
  }
  const all = [...baseline.values()].reduce((sum, { share }) => sum + share, 0);
  const cities = [...units].filter(([city]) => counts.get(city)! >= 100);
  const passing = cities.filter(([city, own]) => {
    const total = [...own.values()].reduce((sum, { share }) => sum + share, 0);
    const specialised = new Set(
      [...own].flatMap(([field, { share }]) =>
        share >= 3 && share / total >= baseline.get(field)!.share / all ? [field] : [],
      ),
    );
    return clarityOfUnit({ units, baseline }, city, works.length, specialised).reason === null;
  });
  return { of: cities.length, above: passing.length };
}

const quotient = (field: string, low: number): FieldQuotient => ({
  ...{ field, works: 9, share: 4, part: 0.1, quotient: 2, symmetric: 0.3, reason: null },
  interval: [low, 5],
});

describe('the minimum of clear specialisations', () => {
  it('keeps out most cities where fields are permuted over works, and far fewer where they are not', () => {
    const works = world.works.filter(({ subfield, parts }) => subfield !== 0 && parts.length > 0);
    const fields = works.map(({ subfield }) => subfield);
    const real = above(fields);
    const random = createRandom(7);
    let [of, passing] = [0, 0];
    for (let k = 0; k < 5; k++) {
      const permuted = Int32Array.from(fields);
      random.shuffle(permuted);
      const found = above(permuted);
      of += found.of;
      passing += found.above;
    }
    expect(real.of).toBeGreaterThan(15);
    expect(passing / of).toBeLessThan(0.1);
    expect(real.above / real.of).toBeGreaterThan(0.25);
    expect(real.above / real.of).toBeGreaterThan((3 * passing) / of);
  });

  it('is three, and half of the fields that count as specialised', () => {
    const clear = ['1', '2', '3'].map((field) => quotient(field, 1.1));
    expect(clarityOf(clear, new Set(['1', '2', '3']))).toEqual({ specialised: 3, clear: 3, reason: null });
    expect(clarityOf(clear.slice(1), new Set(['2', '3'])).reason!.params).toEqual({
      clear: 2,
      all: 2,
      minimum: 3,
    });
    const unclear = ['4', '5', '6', '7'].map((field) => quotient(field, 0.9));
    const all = new Set(['1', '2', '3', '4', '5', '6', '7']);
    expect(clarityOf([...clear, ...unclear], all).reason).not.toBeNull();
    expect(
      clarityOf([...clear, ...unclear.slice(1)], new Set([...all].filter((id) => id !== '4'))).reason,
    ).toBeNull();
    expect(clarityOf([quotient('8', 1)], new Set(['8'])).clear).toBe(0);
  });
});
