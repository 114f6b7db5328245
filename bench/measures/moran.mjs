// Moran's I over 9,999 permutations, eight nearest neighbours, rows standardised, beside esda.
import { createRandom, moranPermutation, nearestPlaces, standardiseRows } from '../../src/measures/index.ts';

const weightsOf = ({ latitudes, longitudes }) => standardiseRows(nearestPlaces(latitudes, longitudes, 8));
const prepared = new Map();

export const comparison = {
  id: 'moran',
  title: "Moran's I, 9,999 permutations",
  packages: ['esda', 'libpysal'],
  peer: 'moran.py',
  sizes: [1250, 2500, 5000],
  /** Places in a square of 20 degrees; values that vary over some hundred kilometres, and noise. */
  input(n) {
    const random = createRandom(n);
    const latitudes = Array.from({ length: n }, () => 25 + 20 * random.uniform());
    const longitudes = Array.from({ length: n }, () => 100 + 20 * random.uniform());
    const values = latitudes.map((lat, i) => Math.sin(lat) + Math.cos(longitudes[i]) + 3 * random.normal());
    const w = weightsOf({ latitudes, longitudes });
    prepared.set(values, w);
    const neighbours = values.map((_, i) => [...w.neighbours.subarray(w.offsets[i], w.offsets[i + 1])]);
    return { values, neighbours };
  },
  ours({ values }) {
    return moranPermutation(values, prepared.get(values), { permutations: 9999, seed: 1 });
  },
  agree(ours, theirs) {
    return `I ${ours.value.toFixed(12)} and ${theirs.I.toFixed(12)}; p ${ours.p} and ${theirs.p}`;
  },
};
