import { readFileSync } from 'fs';
import { describe, expect, it } from 'vitest';
import { type Judged, judge } from '../../test/judge.ts';
import { CITIES, DRAWS, WORKS } from '../../test/judged-works.ts';

/**
 * The judge of the interval methods: synthetic works of a known seed, every statistic computed afresh from each of
 * 4,000 resamples of whole works, and what the fast methods say beside it.
 */
const judgement = judge(20_240_501);
const off = (ratio: number): number => Math.abs(ratio - 1);

describe(`judged by ${DRAWS} resamples of ${WORKS} works of ${CITIES} cities`, () => {
  it('the standard errors of Shares are right within 5 %, half of them within 1 %', () => {
    expect(judgement.shares.filter((ratio) => off(ratio) > 0.05)).toEqual([]);
    expect(judgement.shares.filter((ratio) => off(ratio) <= 0.01).length).toBeGreaterThanOrEqual(CITIES / 2);
  });

  it('rank bounds are never more than one apart', () => {
    expect(judgement.ranks.filter(({ apart }) => apart > 1)).toEqual([]);
    // The judge has something to say: most of these ranks are open by several places.
    expect(judgement.ranks.filter(({ width }) => width >= 5).length).toBeGreaterThan(CITIES / 2);
  });

  it('P(A outranks B) of every city and the next five is right within 0.03', () => {
    expect(judgement.outranks.length).toBe(5 * CITIES - 15);
    expect(Math.max(...judgement.outranks.map(Math.abs))).toBeLessThan(0.03);
  });

  it.each(['full', 'perPartner'] as const)(
    'the interval of an intra share (%s) is right within a twentieth of its width',
    (counting) => holds(judgement.intra[counting]),
  );

  it('the interval of observed/expected, refitted in every resample, is right within a twentieth of its width', () => {
    holds(judgement.ratio);
  });

  it('pairs taken as independent make the standard error of an intra share a quarter too small at least', () => {
    expect(judgement.pairsIndependent).toBeLessThan(0.75);
  });

  it('with the expected value held fixed that of observed/expected is half as large again: the refit must be in it', () => {
    expect(judgement.expectedFixed).toBeGreaterThan(1.5);
  });
});

function holds({ estimate, observed, error, ends }: Judged): void {
  expect(estimate).toBeCloseTo(observed, 10);
  expect(off(error)).toBeLessThanOrEqual(0.04);
  expect(ends).toBeLessThan(0.05);
}

describe('docs/methods/rank-intervals.md', () => {
  const page = readFileSync(new URL('../../docs/methods/rank-intervals.md', import.meta.url), 'utf8');
  const told = page.replaceAll(/ {2,}/g, ' ');
  const row = (what: string): string | undefined =>
    told
      .split('\n')
      .find((line) => line.startsWith(`| ${what} |`))
      ?.split(' | ')[1];
  const { shares, ranks, outranks, intra, ratio } = judgement;
  const apart = (n: number): number => ranks.filter((rank) => rank.apart === n).length;
  const percent = (part: number): string => `${(100 * part).toFixed(1)} %`;
  const change = (part: number): string => `${part < 1 ? '−' : '+'}${percent(off(part))}`;
  const interval = ({ error, ends }: Judged): string =>
    `standard error ${change(error)}; ends off by ${percent(ends)} of the width`;

  it.each([
    [
      `standard errors of ${CITIES} Shares`,
      `ratios ${Math.min(...shares).toFixed(2)} to ${Math.max(...shares).toFixed(2)}, ${shares.filter((r) => off(r) <= 0.01).length} within 1 %`,
    ],
    [`bounds of ${CITIES} rank intervals`, `${apart(0)} the same, ${apart(1)} differ by one`],
    [
      `P(A outranks B), ${outranks.length} pairs of neighbours`,
      `within ${Math.max(...outranks.map(Math.abs)).toFixed(3)}`,
    ],
    ['intra share, full counting', interval(intra.full)],
    ['intra share, 1/(k − 1)', interval(intra.perPartner)],
    ['observed/expected, refitted', interval(ratio)],
  ])('says of %s what the judge finds: %s', (what, found) => {
    expect(row(what)).toBe(found);
  });

  it('says what goes wrong otherwise', () => {
    expect(told).toContain(`is ${judgement.pairsIndependent.toFixed(2)} of what it is`);
    expect(told).toContain(`is ${judgement.expectedFixed.toFixed(1)} times too large`);
  });
});
