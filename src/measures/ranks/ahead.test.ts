import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Ahead, AHEAD, aheadWord, PROBABLY_AHEAD } from './ahead.ts';
import { outrankProbability } from './joint-ranks.ts';
import { createRandom } from '../random.ts';

const MIRRORED: Readonly<Record<Ahead, Ahead>> = {
  ahead: 'behind',
  'probably ahead': 'probably behind',
  'too close to call': 'too close to call',
  'probably behind': 'probably ahead',
  behind: 'ahead',
};
const ORDER: readonly Ahead[] = ['behind', 'probably behind', 'too close to call', 'probably ahead', 'ahead'];

describe('the word for a probability', () => {
  it('is ahead from 95 %, probably ahead from 80 %, and else too close to call', () => {
    expect([0.605, 0.79, PROBABLY_AHEAD, 0.94, AHEAD, 1].map(aheadWord)).toEqual([
      ...['too close to call', 'too close to call', 'probably ahead', 'probably ahead', 'ahead', 'ahead'],
    ]);
    expect([0, 0.04, 0.1, 0.5].map(aheadWord)).toEqual([
      ...['behind', 'behind', 'probably behind', 'too close to call'],
    ]);
  });

  it('never weakens as the probability grows, and is the other word seen from the other place', () => {
    const p = fc.double({ min: 0, max: 1, noNaN: true });
    fc.assert(
      fc.property(p, p, (a, b) => {
        const [low, high] = a < b ? [a, b] : [b, a];
        expect(ORDER.indexOf(aheadWord(low))).toBeLessThanOrEqual(ORDER.indexOf(aheadWord(high)));
        // Away from the thresholds, where 1 − (1 − p) may round to the other side of one.
        if ([0.05, 0.2, 0.8, 0.95].every((at) => Math.abs(a - at) > 1e-9))
          expect(aheadWord(1 - a)).toBe(MIRRORED[aheadWord(a)]);
      }),
    );
  });

  it('is of probabilities alone', () => {
    for (const p of [-0.1, 1.1, Number.NaN]) expect(() => aheadWord(p)).toThrow(RangeError);
  });
});

describe('two places that are equal in truth', () => {
  /** How often each word is said of the first, where each of so many works lies in one of two places, with this chance in the first. */
  function said(chance: number, samples: number): ReadonlyMap<Ahead, number> {
    const random = createRandom(5);
    const works = 400;
    const times = new Map<Ahead, number>();
    for (let n = 0; n < samples; n++) {
      let [first, second] = [0, 0];
      for (let w = 0; w < works; w++)
        if (random.uniform() < chance) first += 1;
        else second += 1;
      // Σ s_wc·s_wd over works, less S_c·S_d/N: as Share's covariance is of the observatory's N works.
      const all = 10 * works;
      const covariance = [
        ...[first - (first * first) / all, (-first * second) / all],
        ...[(-first * second) / all, second - (second * second) / all],
      ];
      const p = outrankProbability([first, second], covariance, 0, 1).value!;
      const word = aheadWord(p);
      times.set(word, (times.get(word) ?? 0) + 1 / samples);
    }
    return times;
  }

  it('are called ahead or behind in about 5 % of samples each, whoever is named first', () => {
    const words = said(0.5, 4000);
    for (const word of ['ahead', 'behind'] as const) {
      expect(words.get(word)!).toBeGreaterThan(0.035);
      expect(words.get(word)!).toBeLessThan(0.06);
    }
    expect(words.get('too close to call')!).toBeGreaterThan(0.55);
  });

  it('and where one leads, the word hardly ever names the other', () => {
    expect(said(0.55, 2000).get('behind') ?? 0).toBeLessThan(0.005);
  });
});
