import { Absorber } from './absorb.ts';
import { type Incidence, incidenceOf } from './incidence.ts';
import { independentOf } from './independent.ts';
import { type Sample, take } from './sample.ts';
import { product } from './weighted.ts';

/** How much more a row above zero weighs: it is to be fitted exactly, and is, by turns. */
const HEAVY = 1e3;
/** Where something is separated a row has 1 or more; what lies so far below is taken for 0. */
const NOTHING = 1e-6;
const SEPARATED = 1e-3;
const MOST_TURNS = 5000;

/**
 * Rows that are separated: their outcome is 0, and some combination z of regressors and effects is 0 wherever the
 * outcome is above 0, nowhere negative where it is 0, and positive there. Its coefficient runs to minus infinity and
 * takes these rows to a perfect fit; no estimate exists with them, and the others' are unchanged without them.
 *
 * The iterative rectifier of Correia, Guimarães & Zylkin (2019, arXiv:1903.01633) projects 1(y = 0) on the span, puts
 * what is negative to 0, and again. Here it runs on the dual: r starts at 1 on the zeros, z is its projection P r, and
 * r becomes max(1, r − z), with the momentum of Beck & Teboulle (2009, SIAM Journal on Imaging Sciences 2). For every
 * separating z′ is (z − r)ᵀz′ = 0, so that z reaches r somewhere if anything is separated: z < r at all zeros ends the
 * search with certainty, and z ≥ 0 is a separating combination with a row of 1 or more. The answer is never a matter of
 * how small a number is. What one search leaves, the next finds.
 *
 * @returns 1 for each row that is separated
 * @throws RangeError where the search does not end
 */
export function separated(sample: Sample, incidence: Incidence): Uint8Array {
  const found = new Uint8Array(sample.y.length);
  let places = Int32Array.from(found, (_, i) => i);
  let [rest, levels] = [sample, incidence];
  for (;;) {
    const z = separating(rest, levels);
    if (z === null) return found;
    for (const [at, value] of z.entries()) if (value > SEPARATED) found[places[at]] = 1;
    const left = Int32Array.from(placesOf(z));
    places = left.map((at) => places[at]);
    rest = take(rest, left);
    if (left.length === 0) return found;
    levels = incidenceOf(rest);
  }
}

function* placesOf(z: Float64Array): Generator<number> {
  for (const [at, value] of z.entries()) if (!(value > SEPARATED)) yield at;
}

/** A combination that separates some rows; null where there is none. */
function separating(sample: Sample, incidence: Incidence): Float64Array | null {
  const { y } = sample;
  const n = y.length;
  const project = projector(sample, incidence);
  const r = Float64Array.from(y, (value) => (value > 0 ? 0 : 1));
  let ahead = r.slice();
  let momentum = 1;
  for (let turn = 0; turn < MOST_TURNS; turn++) {
    const z = project(ahead);
    let [lowest, beyond] = [0, -Infinity];
    for (let i = 0; i < n; i++) {
      if (y[i] > 0) continue;
      lowest = Math.min(lowest, z[i]);
      beyond = Math.max(beyond, z[i] - ahead[i]);
    }
    if (beyond < -NOTHING) return null;
    if (lowest >= -NOTHING) return z;
    const next = new Float64Array(n);
    let against = 0;
    for (let i = 0; i < n; i++) {
      if (y[i] > 0) continue;
      next[i] = Math.max(1, ahead[i] - z[i]);
      against += z[i] * (next[i] - r[i]);
    }
    // Momentum that has come to lead uphill starts anew (O'Donoghue & Candès 2015).
    const grown = against > 0 ? 1 : (1 + Math.sqrt(1 + 4 * momentum * momentum)) / 2;
    const push = against > 0 ? 0 : (momentum - 1) / grown;
    ahead = next.map((value, i) => value + push * (value - r[i]));
    r.set(next);
    momentum = grown;
  }
  throw new RangeError(`separation could not be decided in ${MOST_TURNS} turns of the rectifier`);
}

type Project = (u: Float64Array) => Float64Array;

/**
 * What regressors and effects make of a column by least squares over the zeros, held at 0 where the outcome is above 0:
 * by weights, and by turning the error that these leave back (Bregman), as weights alone would have to be too large.
 */
function projector(sample: Sample, incidence: Incidence): Project {
  const { y } = sample;
  const weights = Float64Array.from(y, (value) => (value > 0 ? HEAVY : 1));
  const absorber = new Absorber(incidence);
  absorber.setWeights(weights);
  const columns = sample.x.map((column) => column.slice());
  const { q } = independentOf(columns, sample.names, weights, absorber);
  const scale = weights.reduce((sum, w) => sum + w, 0);
  const start = absorber.coefficients();
  const plain: Project = (u) => {
    const left = u.slice();
    absorber.absorb(left, 1e-10, start);
    for (const column of q) {
      const part = product(column, left, weights) / scale;
      for (let i = 0; i < left.length; i++) left[i] -= part * column[i];
    }
    return left.map((rest, i) => u[i] - rest);
  };
  const held = new Float64Array(y.length);
  return (u) => {
    for (let turn = 0; ; turn++) {
      const z = plain(u.map((value, i) => value + held[i]));
      let worst = 0;
      for (let i = 0; i < y.length; i++) if (y[i] > 0) worst = Math.max(worst, Math.abs(z[i]));
      if (worst <= NOTHING * 1e-2 || turn === 100) return z;
      for (let i = 0; i < y.length; i++) if (y[i] > 0) held[i] -= z[i];
    }
  };
}
