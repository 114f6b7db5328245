import type { Estimate } from './estimate.ts';
import { leastSquares } from './least-squares.ts';
import { ppml } from './ppml.ts';
import { oneOf } from './result.ts';

/** The estimator of a name, `ppml` where left out. @throws RangeError for another name */
export function estimatorOf(name: Estimate['estimator'] = 'ppml'): typeof ppml {
  oneOf('estimator', name, ['ppml', 'least-squares']);
  return name === 'ppml' ? ppml : leastSquares;
}
