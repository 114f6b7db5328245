import { describe, expect, it } from 'vitest';
import { coefficientOf } from '../ppml/estimate.ts';
import { leastSquares } from '../ppml/least-squares.ts';
import { ppml } from '../ppml/ppml.ts';

const x = [0, 0, 0, 0, 1, 1, 1, 1];
const of = (y: readonly number[], estimator = ppml): { en: string; zh: string } =>
  coefficientOf(estimator({ y, regressors: { x, one: x.map(() => 1) } }), 'x').said;

describe('what may be said of a coefficient', () => {
  it('is that flows were higher, consistent with an effect, with the interval', () => {
    // exp(b) − 1 is the ratio of means less one: 40/10 − 1.
    const { en, zh } = of([9, 11, 10, 10, 39, 41, 40, 40]);
    expect(en).toMatch(/^Where x was one more, flows were higher: 300\.0% \[2\d\d\.\d%, 3\d\d\.\d%\]/);
    expect(en).toContain('consistent with');
    expect(en).not.toContain('caused');
    expect(zh).toContain('更高：300.0%');
  });

  it('is that flows were lower where they were', () => {
    expect(of([39, 41, 40, 40, 9, 11, 10, 10]).en).toContain('flows were lower: −75.0%');
  });

  it('is what would have been seen where nothing can be told', () => {
    const { en, zh } = of([1, 30, 2, 7, 3, 25, 4, 9]);
    expect(en).toMatch(
      /cannot be told from chance; a difference of \d+\.\d% or more would likely have been seen/,
    );
    expect(zh).toContain('无法区分');
  });

  it('is nothing, with the reason, of a regressor that was left out', () => {
    const estimate = ppml({ y: [1, 2, 3, 4], regressors: { one: [1, 1, 1, 1], z: [1, 0, 2, 0] } });
    expect(coefficientOf(estimate, 'one').said.en).toBe(
      'Nothing may be said of one: the regressor does not vary in the rows used.',
    );
  });

  it('is of the outcome itself by least squares', () => {
    expect(of([9, 11, 10, 10, 39, 41, 40, 40], leastSquares).en).toContain('outcomes were higher: 30.0 [');
  });
});
