import { describe, expect, it } from 'vitest';
import { createRandom, jointRankIntervals } from '../../measures/index.ts';
import { drawRanks, type RankDrawing, rankInterval } from './rank-draws.ts';

/** Places of near Shares and the covariance of some synthetic works. */
function places(n: number, seed: number): { totals: Float64Array; covariance: Float64Array } {
  const random = createRandom(seed);
  const totals = Float64Array.from({ length: n }, (_, i) => 100 - i * 0.7);
  const covariance = new Float64Array(n * n);
  for (let work = 0; work < 40; work++) {
    const shares = Float64Array.from({ length: n }, () => random.uniform());
    for (let i = 0; i < n; i++)
      for (let j = 0; j < n; j++) covariance[i * n + j] += (shares[i] - 0.5) * (shares[j] - 0.5);
  }
  return { totals, covariance };
}

const rankIntervals = ({ level, ...drawing }: RankDrawing & { level: number }) =>
  drawRanks(drawing).map((ranks) => rankInterval(ranks, level));

const SETTINGS = { draws: 1000, level: 0.95, seed: 4 };

describe('rank intervals of some places', () => {
  it('are those of the joint draws of all, draw for draw', () => {
    const { totals, covariance } = places(30, 1);
    const all = jointRankIntervals({ totals, covariance, ...SETTINGS });
    const asked = [0, 7, 29].map((place) => ({ place, above: 0 }));
    expect(rankIntervals({ totals, covariance, asked, distant: [], ...SETTINGS })).toEqual(
      asked.map(({ place }) => [all[place].low, all[place].high]),
    );
  });

  it('count the places that stand clearly above', () => {
    const { totals, covariance } = places(5, 2);
    const ask = (above: number): (readonly [number, number])[] =>
      rankIntervals({ totals, covariance, asked: [{ place: 2, above }], distant: [], ...SETTINGS });
    const [[low, high]] = ask(0);
    expect(ask(12)).toEqual([[low + 12, high + 12]]);
  });

  it('are as wide as the crowd, though most of it is drawn place by place', () => {
    // A thousand places with equal totals, all independent: any rank is as likely as another.
    const n = 50;
    const totals = new Float64Array(n).fill(3);
    const covariance = new Float64Array(n * n);
    for (let i = 0; i < n; i++) covariance[i * n + i] = 1;
    const distant = Array.from({ length: 950 }, () => ({ total: 3, error: 1 }));
    const asked = [{ place: 0, above: 0 }];
    const [[low, high]] = rankIntervals({ totals, covariance, asked, distant, ...SETTINGS });
    expect(low).toBeGreaterThan(10);
    expect(low).toBeLessThan(45);
    expect(high).toBeGreaterThan(955);
    expect(high).toBeLessThan(990);
  });

  it('need no place to ask about', () => {
    const { totals, covariance } = places(3, 3);
    expect(rankIntervals({ totals, covariance, asked: [], distant: [], ...SETTINGS })).toEqual([]);
  });
});
