import { Absorber } from './absorb.ts';
import type { Incidence } from '../flows/incidence.ts';
import { independentOf } from './independent.ts';
import type { Sample } from './sample.ts';
import { product } from './weighted.ts';

/** How much more a held row weighs: what is left of it there is taken to 0 by multipliers. */
const HEAVY = 1e3;
/** What may be left at a held row, of the size of the column. */
const HELD = 1e-8;
const MOST_STEPS = 1000;

/** The combination of regressors and effects that comes nearest to a column; null where it cannot be held. */
export type Project = (u: Float64Array) => Float64Array | null;

/**
 * What regressors and effects make of a column by least squares over the other rows, held at 0 in those that are marked:
 * by weights, as far as those go, and by multipliers h, put on top of the column there, that take the rest to 0. They
 * solve P₁₁h = −(P u)₁, P the weighted projection, by conjugate gradients: where held rows hardly tell two regressors
 * apart, weights alone would have to be too large, and multipliers without the gradients too many.
 *
 * @param held 1 for each row to hold
 */
export function holdAtZero(sample: Sample, incidence: Incidence, held: Uint8Array): Project {
  const n = held.length;
  const weights = Float64Array.from(held, (mark) => (mark === 1 ? HEAVY : 1));
  const plain = projection(sample, incidence, weights);
  const rows = Int32Array.from(placesOf(held));
  // Kept from one column to the next, as those of the rectifier change little.
  const multipliers = new Float64Array(n);
  return (u) => {
    const nothing = HELD * u.reduce((most, value) => Math.max(most, Math.abs(value)), 0);
    const z = plain(u.map((value, i) => value + multipliers[i]));
    const d = new Float64Array(n);
    let before = 0;
    for (let step = 0; ; step++) {
      let [worst, size] = [0, 0];
      for (const i of rows) {
        worst = Math.max(worst, Math.abs(z[i]));
        size += z[i] * z[i];
      }
      if (worst <= nothing) return z;
      for (const i of rows) d[i] = -z[i] + (step === 0 ? 0 : size / before) * d[i];
      const q = plain(d);
      let curve = 0;
      for (const i of rows) curve += d[i] * q[i];
      if (!(curve > 0) || step === MOST_STEPS) return null;
      for (const i of rows) multipliers[i] += (size / curve) * d[i];
      for (let i = 0; i < n; i++) z[i] += (size / curve) * q[i];
      before = size;
    }
  };
}

/** Weighted projection on the span of regressors and effects. */
function projection(
  sample: Sample,
  incidence: Incidence,
  weights: Float64Array,
): (u: Float64Array) => Float64Array {
  const absorber = new Absorber(incidence);
  absorber.setWeights(weights);
  const columns = sample.x.map((column) => column.slice());
  const { q } = independentOf(columns, sample.names, weights, absorber);
  const scale = weights.reduce((sum, w) => sum + w, 0);
  const start = absorber.coefficients();
  return (u) => {
    const left = u.slice();
    absorber.absorb(left, 1e-10, start);
    for (const column of q) {
      const part = product(column, left, weights) / scale;
      for (let i = 0; i < left.length; i++) left[i] -= part * column[i];
    }
    return left.map((rest, i) => u[i] - rest);
  };
}

function* placesOf(marks: Uint8Array): Generator<number> {
  for (const [at, mark] of marks.entries()) if (mark === 1) yield at;
}
