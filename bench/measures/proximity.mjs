// Proximity of n fields over 300 places, beside py-ecomplexity.
import { proximity } from '../../src/measures/index.ts';
import { named, specialised } from './complexity.mjs';

export const comparison = {
  id: 'proximity',
  title: 'proximity of n fields over 300 places',
  packages: ['ecomplexity', 'scikit-learn'],
  peer: 'proximity.py',
  sizes: [1_125, 2_250, 4_500],
  input: specialised,
  ours: (input) => proximity(named(input)).matrix.values,
  agree(ours, { first, sum }) {
    const apart = first.reduce((most, x, j) => Math.max(most, Math.abs(x - ours[j])), 0);
    const total = ours.reduce((all, x) => all + x, 0);
    return `greatest difference in the first row ${apart.toExponential(1)}, of the sum of all ${Math.abs(total / sum - 1).toExponential(1)}`;
  },
};
