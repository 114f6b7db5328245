import { holdAtZero } from './hold.ts';
import { type Incidence, incidenceOf } from './incidence.ts';
import { type Sample, take } from './sample.ts';

/** Of the size of a column: so much is rounding. */
const NOTHING = 1e-6;
/** Of the size of a combination: so much is positive. Rows of very unlike size need the second. */
const POSITIVE: readonly number[] = [1e-3, 1e-5];
const MOST_TURNS = 50_000;

/**
 * Rows that are separated: their outcome is 0, and some combination z of regressors and effects is 0 wherever the
 * outcome is above 0, nowhere negative where it is 0, and positive there. Its coefficient runs to minus infinity and
 * takes these rows to a perfect fit; no estimate exists with them, and the others' are unchanged without them.
 *
 * The iterative rectifier of Correia, Guimarães & Zylkin (2019, arXiv:1903.01633) projects 1(y = 0) on the span, puts
 * what is negative to 0, and again. Here it runs on the dual: r starts at 1 on the zeros, z is its projection P r, and
 * r becomes max(1, r − z), with the momentum of Beck & Teboulle (2009, SIAM Journal on Imaging Sciences 2). For every
 * separating z′ is (z − r)ᵀz′ = 0, so that z reaches r somewhere if anything is separated: z < r at all zeros ends the
 * search with certainty. A z that comes to be positive in some rows only is made so exactly (`certified`) before any row
 * is given up for it. The answer is never a matter of how small a number is. What one search leaves, the next finds.
 *
 * @returns 1 for each row that is separated
 * @throws RangeError where the search does not end
 */
export function separated(sample: Sample, incidence: Incidence): Uint8Array {
  const found = new Uint8Array(sample.y.length);
  let places = Int32Array.from(found, (_, i) => i);
  let [rest, levels] = [sample, incidence];
  for (;;) {
    const marks = separating(rest, levels);
    if (marks === null) return found;
    for (const at of placesOf(marks, 1)) found[places[at]] = 1;
    const left = Int32Array.from(placesOf(marks, 0));
    if (left.length === 0) return found;
    places = left.map((at) => places[at]);
    rest = take(rest, left);
    levels = incidenceOf(rest);
  }
}

function* placesOf(marks: Uint8Array, mark: number): Generator<number> {
  for (const [at, own] of marks.entries()) if (own === mark) yield at;
}

/** Rows that one combination separates; null where none does. */
function separating(sample: Sample, incidence: Incidence): Uint8Array | null {
  const { y } = sample;
  const n = y.length;
  const above = Uint8Array.from(y, (value) => (value > 0 ? 1 : 0));
  const project = holdAtZero(sample, incidence, above);
  const r = Float64Array.from(above, (mark) => 1 - mark);
  let ahead = r.slice();
  let momentum = 1;
  let look = 1;
  for (let turn = 0; turn < MOST_TURNS; turn++) {
    const z = project(ahead);
    if (z === null) break;
    const nothing = NOTHING * largest(ahead);
    let [lowest, beyond] = [0, -Infinity];
    for (let i = 0; i < n; i++) {
      if (above[i] === 1) continue;
      lowest = Math.min(lowest, z[i]);
      beyond = Math.max(beyond, z[i] - ahead[i]);
    }
    if (beyond < -nothing) return null;
    if (lowest >= -nothing || turn === look) {
      const marks = certified(sample, incidence, above, z);
      if (marks !== null) return marks;
      look = 4 * Math.max(look, turn);
    }
    const next = new Float64Array(n);
    let against = 0;
    for (let i = 0; i < n; i++) {
      if (above[i] === 1) continue;
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
  throw new RangeError(
    `separation could not be decided in ${MOST_TURNS} turns of the rectifier: regressors are nearly collinear`,
  );
}

/**
 * Rows of a separating combination near z: those that z does not make positive are held at 0, as those above zero are,
 * and what comes out must be positive in all others; where it is not it is held too, until it is so or nothing is left.
 */
function certified(
  sample: Sample,
  incidence: Incidence,
  above: Uint8Array,
  z: Float64Array,
): Uint8Array | null {
  for (const positive of POSITIVE) {
    let [v, free]: [Float64Array | null, number] = [z, Infinity];
    const least = positive * largest(z);
    while (v !== null && free > 0) {
      const marks = v.map((value, i) => (above[i] === 0 && value > least ? 1 : 0));
      const count = marks.reduce((sum, mark) => sum + mark, 0);
      if (count > 0 && count === free) return Uint8Array.from(marks);
      free = count;
      v = holdAtZero(
        sample,
        incidence,
        Uint8Array.from(marks, (mark) => 1 - mark),
      )(v.map((value, i) => value * marks[i]));
    }
  }
  return null;
}

function largest(column: Float64Array): number {
  return column.reduce((most, value) => Math.max(most, Math.abs(value)), 0);
}
