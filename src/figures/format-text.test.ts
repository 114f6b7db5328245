import { describe, expect, it } from 'vitest';
import { sayRatio, timesExpected } from '../analyses/collaboration/expected-by-size.ts';
import { fromTo, times } from './format-text.ts';

describe('a number of times', () => {
  it.each([
    [12.34, '12'],
    [9.96, '10'],
    [2.61, '2.6'],
    [0.6, '0.6'],
    [0.094, '0.09'],
    [0.01, '0.01'],
    [0.0099, '0.0099'],
    [0.00421, '0.0042'],
    [0.00000312, '0.0000031'],
    [0, '0.00'],
  ])('%d is %s: small ones keep two significant digits', (value, said) => {
    expect(times(value, 'en')).toBe(said);
    expect(times(value, 'zh')).toBe(said);
  });

  it('is not nothing at the end of an interval either', () => {
    expect(fromTo([0.00421, 0.3], times, 'en')).toBe(' (0.0042 to 0.3)');
    expect(fromTo([0.00421, 0.3], times, 'zh')).toBe('（0.0042至0.3）');
  });

  it('has two decimals in a sentence, and two significant digits where it is small', () => {
    expect([2.613, 0.6, 0.01, 0.00421, 0].map(sayRatio)).toEqual(['2.61', '0.60', '0.01', '0.0042', '0.00']);
    expect(timesExpected(sayRatio(0.00421))).toEqual({
      en: '0.0042 times the level expected from size alone (not adjusted for distance or country)',
      zh: '按规模预期的0.0042倍（未按距离和国家调整）',
    });
  });
});
