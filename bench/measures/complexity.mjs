// Complexity of 300 places and n fields, beside the function of py-ecomplexity that works out ECI and PCI.
import { complexity, createRandom, matrix } from '../../src/measures/index.ts';

const PLACES = 300;

/** Specialisations of places of unlike ability, the able ones in rarer fields too. */
export function specialised(n) {
  const random = createRandom(n);
  const values = new Float64Array(PLACES * n);
  for (let i = 0; i < PLACES; i++)
    for (let j = 0; j < n; j++) {
      const near = (i / PLACES - ((j * 0.618) % 1)) ** 2;
      values[i * n + j] = random.uniform() < 0.1 + 0.6 * Math.exp(-6 * near) * (0.3 + i / PLACES) ? 1 : 0;
    }
  return { values, places: PLACES, fields: n };
}

export function named({ values, places, fields }) {
  const names = (count, letter) => Array.from({ length: count }, (_, i) => `${letter}${i}`);
  return matrix(names(places, 'c'), names(fields, 'f'), values);
}

export const comparison = {
  id: 'complexity',
  title: 'ECI and PCI of 300 × n',
  packages: ['ecomplexity', 'scikit-learn'],
  peer: 'complexity.py',
  sizes: [1_125, 2_250, 4_500],
  // The peer solves fields × fields, without using that it is symmetric: minutes at 4,500.
  rounds: 1,
  input: specialised,
  ours: (input) => complexity(named(input)),
  agree(ours, { eci, pci }) {
    const apart = (a, b) => a.reduce((most, x, i) => Math.max(most, Math.abs(x - b[i])), 0);
    return `greatest difference: ECI ${apart(ours.eci, eci).toExponential(1)}, PCI ${apart(ours.pci, pci).toExponential(1)}`;
  },
};
