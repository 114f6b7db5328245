import { describe, expect, it } from 'vitest';
import { createRandom } from './random.ts';

const draw = (n: number, next: () => number): number[] => Array.from({ length: n }, next);
const mean = (values: number[]): number => values.reduce((sum, x) => sum + x, 0) / values.length;
const variance = (values: number[]): number => {
  const centre = mean(values);
  return mean(values.map((x) => (x - centre) ** 2));
};

describe('a random stream', () => {
  it('is the same for the same seed, and another for another seed or stream', () => {
    const first = draw(5, createRandom(1).uniform);
    expect(draw(5, createRandom(1).uniform)).toEqual(first);
    expect(draw(5, createRandom(2).uniform)).not.toEqual(first);
    expect(draw(5, createRandom(1, 1).uniform)).not.toEqual(first);
    expect(draw(5, createRandom(2 ** 32 + 1).uniform)).not.toEqual(first);
  });

  it('is fixed for good: a published interval can be drawn again', () => {
    const random = createRandom(20_240_101);
    expect([random.uniform(), random.normal(), random.poisson(), random.integer(100)]).toMatchInlineSnapshot(`
      [
        0.79883583266283,
        0.6252578371617984,
        4,
        45,
      ]
    `);
  });

  it('shuffles so that every order is as likely, of two values and of five, and loses none', () => {
    const random = createRandom(11);
    for (const n of [2, 5]) {
      const counts = new Map<string, number>();
      const draws = n === 2 ? 10_000 : 120_000;
      for (let k = 0; k < draws; k++) {
        const values = Int32Array.from({ length: n }, (_, i) => i);
        random.shuffle(values);
        counts.set(values.join(), (counts.get(values.join()) ?? 0) + 1);
      }
      const orders = n === 2 ? 2 : 120;
      expect(counts.size).toBe(orders);
      const each = draws / orders;
      const chi = [...counts.values()].reduce((sum, count) => sum + (count - each) ** 2 / each, 0);
      // χ² has orders − 1 degrees of freedom: mean, and deviation √(2 · that).
      expect(Math.abs(chi - (orders - 1))).toBeLessThan(4 * Math.sqrt(2 * orders));
    }
    const many = Float64Array.from({ length: 70_001 }, (_, i) => i);
    random.shuffle(many);
    expect(many.slice(0, 9)).not.toEqual(Float64Array.from({ length: 9 }, (_, i) => i));
    expect(many.sort().every((value, i) => value === i)).toBe(true);
  });

  it('refuses a seed that is no whole number', () => {
    for (const seed of [-1, 0.5, Number.NaN, 2 ** 53]) expect(() => createRandom(seed)).toThrow(RangeError);
  });

  it('starts unlike its neighbours: the first draws of ten thousand seeds are uniform and unrelated', () => {
    const n = 10_000;
    const starts = Array.from({ length: n }, (_, seed) => createRandom(seed).uniform());
    expect(Math.abs(mean(starts) - 0.5)).toBeLessThan(4 * Math.sqrt(1 / 12 / n));
    expect(Math.abs(variance(starts) - 1 / 12)).toBeLessThan(4 * Math.sqrt(1 / 180 / n));
    const products = starts.slice(1).map((x, i) => (x - 0.5) * (starts[i] - 0.5));
    expect(Math.abs(mean(products))).toBeLessThan(4 / 12 / Math.sqrt(n));
  });

  it('has the moments of its distributions within four standard errors', () => {
    const n = 200_000;
    const random = createRandom(7);
    const normals = draw(n, random.normal);
    expect(Math.abs(mean(normals))).toBeLessThan(4 / Math.sqrt(n));
    expect(Math.abs(variance(normals) - 1)).toBeLessThan(4 * Math.sqrt(2 / n));
    expect(Math.abs(mean(normals.map((x) => x ** 4)) - 3)).toBeLessThan(4 * Math.sqrt(96 / n));
    const poissons = draw(n, random.poisson);
    expect(Math.abs(mean(poissons) - 1)).toBeLessThan(4 / Math.sqrt(n));
    expect(Math.abs(variance(poissons) - 1)).toBeLessThan(4 * Math.sqrt(3 / n));
    const zeros = poissons.filter((k) => k === 0).length / n;
    expect(Math.abs(zeros - Math.exp(-1))).toBeLessThan(4 * Math.sqrt(0.25 / n));
    const integers = draw(n, () => random.integer(10));
    expect(new Set(integers)).toEqual(new Set([0, 1, 2, 3, 4, 5, 6, 7, 8, 9]));
    expect(Math.abs(mean(integers) - 4.5)).toBeLessThan(4 * Math.sqrt(8.25 / n));
  });
});
