import { expect, it } from 'vitest';
import { coefficientOf } from './estimate.ts';
import { ppml } from './ppml.ts';

it('a coefficient is asked for by name; one that is not there is refused with those that are', () => {
  const fit = ppml({ y: [1, 3, 8, 4], regressors: { inside: [0, 0, 1, 1], far: [1, 2, 1, 3] } });
  expect(coefficientOf(fit, 'far')).toBe(fit.coefficients[1]);
  expect(() => coefficientOf(fit, 'near')).toThrow(
    'near is no regressor of this estimate; there are inside, far',
  );
});
