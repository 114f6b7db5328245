// Relatedness density of 300 places around n fields from specialisations, beside the two steps of py-ecomplexity.
import { proximityDensity } from '../../src/measures/index.ts';
import { named, specialised } from './complexity.mjs';

export const comparison = {
  id: 'density',
  title: 'relatedness density of 300 × n',
  packages: ['ecomplexity', 'scikit-learn'],
  peer: 'density.py',
  sizes: [1_125, 2_250, 4_500],
  input: specialised,
  ours: (input) => proximityDensity(named(input), { ownField: 'in' }).matrix.values,
  agree(ours, { density, alone }) {
    const apart = density.reduce((most, x, i) => Math.max(most, Math.abs(x - ours[i])), 0);
    return `greatest difference ${apart.toExponential(1)}; the peer's second step alone, proximity given, ${alone.toFixed(3)} s`;
  },
};
