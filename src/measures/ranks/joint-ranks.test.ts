import { describe, expect, it } from 'vitest';
import { drawTotals, jointRankIntervals, outrankProbability } from './joint-ranks.ts';

/** Works of Zipf-like places and their covariance, as an observatory of n places would give them. */
function observatory(n: number): { totals: Float64Array; covariance: Float64Array } {
  const totals = Float64Array.from({ length: n }, (_, i) => 5000 / (i + 1));
  const works = totals.reduce((sum, value) => sum + value, 0);
  const covariance = new Float64Array(n * n);
  for (let i = 0; i < n; i++)
    for (let j = 0; j < n; j++)
      covariance[i * n + j] = (i === j ? 0.8 * totals[i] : 0) - (0.8 * totals[i] * totals[j]) / works;
  return { totals, covariance };
}

describe('joint rank intervals', () => {
  it('say what two independent places’ difference says', () => {
    // Difference 2, variance 4: P(first) = Φ(1).
    const [first, second] = jointRankIntervals({
      totals: [12, 10],
      covariance: [2, 0, 0, 2],
      draws: 40_000,
      seed: 1,
    });
    expect(Math.abs(first.first - 0.8413447)).toBeLessThan(4 * Math.sqrt((0.84 * 0.16) / 40_000));
    expect(first.mean).toBeCloseTo(2 - first.first, 12);
    expect(second.first).toBeCloseTo(1 - first.first, 12);
    expect([first.low, first.high]).toEqual([1, 2]);
  });

  it('use the covariance: two places that rise together are told apart more surely', () => {
    const apart = (covariance: number): number =>
      jointRankIntervals({
        totals: [12, 10],
        covariance: [2, covariance, covariance, 2],
        draws: 4000,
        seed: 1,
      })[0].first;
    expect(apart(1.5)).toBeGreaterThan(apart(0) + 0.05);
    expect(apart(-1.5)).toBeLessThan(apart(0) - 0.03);
  });

  it('leave places that always move together tied in every draw', () => {
    const { totals, covariance } = observatory(7);
    // Places 3 and 4 become one and the same.
    totals[4] = totals[3];
    for (let k = 0; k < 7; k++) covariance[4 * 7 + k] = covariance[3 * 7 + k];
    for (let k = 0; k < 7; k++) covariance[k * 7 + 4] = covariance[k * 7 + 3];
    const rows = jointRankIntervals({ totals, covariance, draws: 1000, seed: 3 });
    expect(rows[4]).toEqual(rows[3]);
    expect(rows[3].rank).toBe(4);
    const drawn = drawTotals(totals, covariance, 1000, 3);
    for (let draw = 0; draw < 1000; draw++) expect(drawn[draw * 7 + 4]).toBe(drawn[draw * 7 + 3]);
  });

  it('leave a place without variance where it is', () => {
    const drawn = drawTotals([5, 3], [0, 0, 0, 1], 50, 1);
    for (let draw = 0; draw < 50; draw++) expect(drawn[2 * draw]).toBeCloseTo(5, 8);
    const rows = jointRankIntervals({ totals: [5, 3, 3], covariance: new Float64Array(9), seed: 1 });
    expect(rows.map((row) => [row.low, row.high, row.first])).toEqual([
      [1, 1, 1],
      [2, 2, 0],
      [2, 2, 0],
    ]);
  });

  it('draw what the covariance says', () => {
    const covariance = [4, 1.2, -1, 1.2, 1, 0.3, -1, 0.3, 2];
    const draws = 50_001;
    const drawn = drawTotals([10, 20, 30], covariance, draws, 5);
    const mean = [0, 1, 2].map((i) => {
      let sum = 0;
      for (let d = 0; d < draws; d++) sum += drawn[d * 3 + i];
      return sum / draws;
    });
    for (let i = 0; i < 3; i++) {
      expect(Math.abs(mean[i] - 10 * (i + 1))).toBeLessThan(4 * Math.sqrt(covariance[i * 4] / draws));
      for (let j = 0; j < 3; j++) {
        let sum = 0;
        for (let d = 0; d < draws; d++) sum += (drawn[d * 3 + i] - mean[i]) * (drawn[d * 3 + j] - mean[j]);
        expect(Math.abs(sum / draws - covariance[i * 3 + j])).toBeLessThan(4 * Math.sqrt((2 * 16) / draws));
      }
    }
  });

  it('are the same for the same seed', () => {
    const { totals, covariance } = observatory(30);
    const run = (seed: number): unknown => jointRankIntervals({ totals, covariance, draws: 200, seed });
    expect(run(1)).toEqual(run(1));
    expect(run(1)).not.toEqual(run(2));
  });

  it('rank every draw of 400 places whole: mean ranks sum to what 400 ranks sum to', () => {
    const { totals, covariance } = observatory(400);
    const rows = jointRankIntervals({ totals, covariance, draws: 500, seed: 1 });
    const sum = rows.reduce((total, row) => total + row.mean, 0);
    expect(sum).toBeCloseTo((400 * 401) / 2, 6);
    expect(rows.every((row) => row.low <= row.high && row.low >= 1 && row.high <= 400)).toBe(true);
    expect(rows.reduce((total, row) => total + row.first, 0)).toBeCloseTo(1, 10);
  });

  it('refuse a covariance of other places, or that is none, and no draws', () => {
    expect(() => jointRankIntervals({ totals: [1, 2], covariance: [1], seed: 1 })).toThrow(/covariance of 1/);
    expect(() => jointRankIntervals({ totals: [1, 2], covariance: [1, 2, 2, 1], seed: 1 })).toThrow(
      /no covariance/,
    );
    expect(() => jointRankIntervals({ totals: [1], covariance: [1], draws: 0, seed: 1 })).toThrow(/draws/);
  });

  it('refuse what is not finite, by name', () => {
    for (const bad of [NaN, Infinity]) {
      expect(() => jointRankIntervals({ totals: [bad], covariance: [1], seed: 1 })).toThrow(
        `totals must be finite, number 0 is ${bad}`,
      );
      expect(() => drawTotals([1], [bad], 5, 1)).toThrow('covariance must be finite');
      expect(() => outrankProbability([bad, 1], [1, 0, 0, 1], 0, 1)).toThrow('totals must be finite');
      expect(() => outrankProbability([1, 1], [1, bad, bad, 1], 0, 1)).toThrow('covariance must be finite');
    }
    expect(() => outrankProbability([1, 1], [-1, 0, 0, 1], 0, 1)).toThrow('variances must be 0 or more');
  });
});

describe('the probability that one place outranks another', () => {
  it('is Φ of their difference in its own standard errors', () => {
    expect(outrankProbability([12, 10], [2, 0, 0, 2], 0, 1).value).toBeCloseTo(0.841344746068543, 12);
    expect(outrankProbability([12, 10], [2, 0, 0, 2], 1, 0).value).toBeCloseTo(1 - 0.841344746068543, 12);
    expect(outrankProbability([10, 10], [2, 1, 1, 3], 0, 1).value).toBeCloseTo(0.5, 14);
  });

  it('agrees with the drawn rank', () => {
    const { totals, covariance } = observatory(2);
    totals[1] = 4900;
    const [first] = jointRankIntervals({ totals, covariance, draws: 20_000, seed: 2 });
    expect(Math.abs(first.first - outrankProbability(totals, covariance, 0, 1).value!)).toBeLessThan(0.015);
  });

  it('is undefined when nothing tells the two apart', () => {
    const same = outrankProbability([3, 3], [2, 2, 2, 2], 0, 1);
    expect(same).toEqual({
      value: null,
      reason: 'the difference of the two does not vary between works',
      code: 'no-variation',
    });
    expect(outrankProbability([3, 2], [0, 0, 0, 0], 0, 1).value).toBeNull();
  });

  it('refuses a place against itself or one that is not there', () => {
    expect(() => outrankProbability([1, 2], [1, 0, 0, 1], 1, 1)).toThrow(/itself/);
    expect(() => outrankProbability([1, 2], [1, 0, 0, 1], 0, 2)).toThrow(/no place 2/);
    expect(() => outrankProbability([1], [1, 0, 0, 1], 0, 1)).toThrow(/1 totals/);
  });
});
