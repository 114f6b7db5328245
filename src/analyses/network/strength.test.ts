import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { analysedWorld, type AnalysedWorld } from '../../../test/analysed-world.ts';
import { cityPairs } from '../../../test/links-by-hand.ts';
import { bootstrapWorks, networkOfEdges } from '../../measures/index.ts';
import { network } from './analysis.ts';
import { strengthIntervals } from './strength.ts';

let world: AnalysedWorld;
beforeAll(async () => {
  world = await analysedWorld({ works: 4000, seed: 21 });
});
afterAll(() => world.close());

describe('the interval of a strength', () => {
  it('is as wide as a plain bootstrap over works makes it', { tags: 'full' }, async () => {
    const { rows } = await network.run(
      world.observatory,
      network.params.parse({ place: 'iso:CN', top: 20, replicates: 0 }),
    );
    const cities = rows.map(({ place }) => place.id);
    const at = new Map(cities.map((city, i) => [city, i]));
    const given = world.works.map((work) => {
      const own = new Float64Array(cities.length);
      for (const pair of cityPairs(work, { coaffiliation: true, capped: false })) {
        const [i, j] = pair.map((city) => at.get(city));
        if (i === undefined || j === undefined) continue;
        for (const end of [i, j]) own[end] += 1 / (work.parts.length - 1);
      }
      return own;
    });
    const draws = 1500;
    const drawn = bootstrapWorks({
      works: given.length,
      draws,
      seed: 9,
      statistic: (weights) => {
        const sums = new Float64Array(cities.length);
        for (const [w, own] of given.entries())
          if (weights[w] > 0) for (const i of cities.keys()) sums[i] += weights[w] * own[i];
        return sums;
      },
    });
    const judged = rows.map(({ strength, strengthInterval }, i) => {
      const values = Array.from({ length: draws }, (_, d) => drawn[d * cities.length + i]);
      const mean = values.reduce((sum, value) => sum + value, 0) / draws;
      const deviation = Math.sqrt(values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / (draws - 1));
      const [low, high] = strengthInterval!;
      // The logarithm's interval is θ·exp(± z·s/θ).
      return (Math.log(high / low) / (2 * 1.959964)) * (strength / deviation);
    });
    expect(judged).toHaveLength(20);
    for (const ratio of judged) expect(Math.abs(ratio - 1)).toBeLessThan(0.08);
  });

  it('counts only links of the network, and is none for a city without', () => {
    const graph = networkOfEdges(['a', 'b', 'c', 'd'], [{ a: 'a', b: 'b', weight: 3 }]);
    const joint = (work: number, a: number, b: number) => ({ work, year: 2020, a, b, k: 2, weight: 1 });
    const kept = [joint(1, 0, 1), joint(2, 0, 1), joint(3, 0, 1)];
    const due = strengthIntervals(graph, kept, 100, 0.95);
    expect(due[2]).toBeNull();
    expect(due[0]).toEqual(due[1]);
    // Three works of 1 among a hundred: the standard error is √(3 − 9/100).
    expect(Math.log(due[0]![1] / due[0]![0]) / 2).toBeCloseTo((1.959964 * Math.sqrt(3 - 0.09)) / 3, 5);
    expect(strengthIntervals(graph, [...kept, joint(4, 0, 2)], 100, 0.95)).toEqual(due);
  });
});
