import { expect, it } from 'vitest';
import { estimatorOf } from './estimator.ts';
import { leastSquares } from './least-squares.ts';
import { ppml } from './ppml.ts';

it('an estimator is named, and is that of flows where it is not', () => {
  expect([estimatorOf(), estimatorOf('ppml'), estimatorOf('least-squares')]).toEqual([
    ppml,
    ppml,
    leastSquares,
  ]);
  expect(() => estimatorOf('poisson' as never)).toThrow(
    'estimator must be one of ppml, least-squares, got poisson',
  );
});
