import { describe, expect, it } from 'vitest';
import { coefficients, type Parts } from './coefficients.ts';

const parts: Parts = {
  names: ['a', 'gone', 'b'],
  kept: [0, 2],
  values: Float64Array.of(0.5, -1),
  covariance: Float64Array.of(0.04, 0.01, 0.01, 0.25),
  dropped: [{ name: 'gone', reason: 'collinear', with: ['a', 'b'] }],
  degrees: null,
  level: 0.95,
  flows: true,
};

describe('coefficients', () => {
  it('have errors, normal intervals and p, and the change of flows they mean', () => {
    const [a, , b] = coefficients(parts);
    expect(a).toMatchObject({
      name: 'a',
      estimate: 0.5,
      standardError: 0.2,
      statistic: 2.5,
      reason: null,
      code: null,
    });
    // 1.959963984540054 is the 97.5 % point of the normal distribution; P(|Z| ≥ 2.5) = 0.012419330651552.
    const [low, high] = [0.5 - 0.2 * 1.959963984540054, 0.5 + 0.2 * 1.959963984540054];
    expect(a.interval![0]).toBeCloseTo(low, 12);
    expect(a.interval![1]).toBeCloseTo(high, 12);
    expect(a.p).toBeCloseTo(0.012419330651552, 12);
    expect(a.change!.value).toBeCloseTo(Math.exp(0.5) - 1, 14);
    expect(a.change!.interval![0]).toBeCloseTo(Math.exp(low) - 1, 12);
    expect(a.change!.interval![1]).toBeCloseTo(Math.exp(high) - 1, 12);
    expect(b).toMatchObject({ estimate: -1, standardError: 0.5, statistic: -2 });
  });

  it('could have been seen from (z + z of 80 %) errors on', () => {
    expect(coefficients(parts)[0].detectable).toBeCloseTo(0.2 * (1.959963984540054 + 0.8416212335729143), 12);
  });

  it('go by t where there are degrees of freedom, and by the level asked for', () => {
    // The 95 % point of t with 3 degrees is 2.353363434801823; its tails have a closed form.
    const [a] = coefficients({ ...parts, degrees: 3, level: 0.9 });
    expect(a.interval![1]).toBeCloseTo(0.5 + 0.2 * 2.353363434801823, 12);
    const u = 2.5 / Math.sqrt(3);
    expect(a.p).toBeCloseTo(1 - (2 / Math.PI) * (u / (1 + u * u) + Math.atan(u)), 12);
  });

  it('of least squares mean no change of flows', () => {
    expect(coefficients({ ...parts, flows: false })[0].change).toBeNull();
  });

  it('that were left out are null with the reason, in both languages', () => {
    const [, gone] = coefficients(parts);
    expect(gone).toMatchObject({
      name: 'gone',
      estimate: null,
      standardError: null,
      interval: null,
      statistic: null,
      p: null,
      change: null,
      detectable: null,
      code: 'not-identified',
    });
    expect(gone.reason).toEqual({
      en: 'the regressor is a combination of a, b and the effects',
      zh: '该变量是a、b与固定效应的线性组合',
    });
    for (const [reason, code, en] of [
      ['constant', 'constant', 'the regressor does not vary in the rows used'],
      [
        'absorbed',
        'not-identified',
        'the fixed effects take all of the regressor: nothing is left to tell it from them',
      ],
    ] as const)
      expect(coefficients({ ...parts, dropped: [{ name: 'gone', reason, with: [] }] })[1]).toMatchObject({
        code,
        reason: { en },
      });
  });

  it('without variance keep their estimate and say why they have no error', () => {
    const [a] = coefficients({ ...parts, covariance: Float64Array.of(0, 0, 0, 0.25) });
    expect(a).toMatchObject({
      estimate: 0.5,
      standardError: null,
      interval: null,
      p: null,
      detectable: null,
      code: 'no-variation',
    });
    expect(a.change).toEqual({ value: Math.expm1(0.5), interval: null });
    expect(a.reason!.en).toContain('its variance is 0');
  });
});
