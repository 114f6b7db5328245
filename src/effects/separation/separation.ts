import { exactSeparation } from './exact-separation.ts';
import { holdAtZero } from '../ppml/hold.ts';
import { type Incidence, incidenceOf } from '../flows/incidence.ts';
import { areWhole, nullColumns } from '../ppml/null-columns.ts';
import { prune } from '../ppml/prune.ts';
import { type Sample, take } from '../ppml/sample.ts';
import { SeparationUndecided } from './undecided.ts';

/** Of the size of a column: so much is rounding. */
const NOTHING = 1e-6;
/** Of the size of a combination: so much is positive. Rows of very unlike size need the second. */
const POSITIVE: readonly number[] = [1e-3, 1e-5];
const MOST_TURNS = 50_000;

/** Numbers of a column that lie further apart than this are too unlike for the rectifier. */
const UNLIKE = 1e-4;

/**
 * Rows that are separated: their outcome is 0, and some combination z of regressors and effects is 0 wherever the
 * outcome is above 0, nowhere negative where it is 0, and positive there. Its coefficient runs to minus infinity and
 * takes these rows to a perfect fit; no estimate exists with them, and the others' are unchanged without them
 * (Correia, Guimarães & Zylkin 2019, arXiv:1903.01633).
 *
 * A small model is decided in whole numbers (`exactSeparation`). Regressors may be made up by others only to within the
 * last places of their numbers, as where one is π times another: `nullColumns` tells, by the rounding of each number and not
 * by its size, what they can have in a z. One such combination, and effects of one dimension, are decided by its signs, in
 * a model of any size; more are left to the rectifier, which is sure of numbers that are not too unlike.
 *
 * @returns 1 for each row that is separated
 * @throws SeparationUndecided where rounding may have made what would separate rows, or numbers too unlike for the rectifier
 *   stand in a model that is too large for the exact search
 */
export function separated(sample: Sample): Uint8Array {
  const found = new Uint8Array(sample.y.length).fill(1);
  // Rows that are alone in a level are as good as others here: only levels that are all zero go.
  const rest = prune(sample, true, false).sample;
  if (rest.y.length === 0) return found;
  const marks = separatedRest(rest);
  const places = placesIn(sample, rest);
  for (const [at, mark] of marks.entries()) found[places[at]] = mark;
  return found;
}

/** Where each row of a part stands in the whole; both are in one order. */
function placesIn(whole: Sample, part: Sample): Int32Array {
  const places = new Int32Array(part.rows.length);
  for (let i = 0, at = 0; at < places.length; i++) if (whole.rows[i] === part.rows[at]) places[at++] = i;
  return places;
}

function separatedRest(sample: Sample): Uint8Array {
  const { nullity, columns, doubts } = nullColumns(sample);
  const none = new Uint8Array(sample.y.length);
  const oneDimension = sample.dimensions.length === 1;
  if (nullity + doubts.length === 0 && oneDimension) return none;
  const exact = exactSeparation(sample);
  if (exact !== null && exact.nullity >= nullity + doubts.length) return exact.marks;
  if (doubts.length > 0) throw doubts[0];
  if (columns.length === 0 && oneDimension) return none;
  if (columns.length === 1 && oneDimension) {
    const { values } = columns[0];
    if (values.some((value) => value > 0) && values.some((value) => value < 0)) return none;
    return Uint8Array.from(values, (value) => (value === 0 ? 0 : 1));
  }
  for (const { name, values } of areWhole(sample.x) ? [] : columns) {
    const most = largest(values);
    const small = [...values.keys()].filter((i) => values[i] !== 0 && Math.abs(values[i]) < UNLIKE * most);
    if (small.length > 0)
      throw new SeparationUndecided(
        [name],
        small.map((i) => sample.rows[i]).sort((a, b) => a - b),
        'is, less what others make up of it, much smaller there than elsewhere, and the model is too large for an exact search',
      );
  }
  return rectified({
    ...sample,
    x: columns.map(({ values }) => values),
    names: columns.map(({ name }) => name),
  });
}

/**
 * The iterative rectifier of Correia, Guimarães & Zylkin (2019) projects 1(y = 0) on the span, puts what is negative to 0,
 * and again. Here it runs on the dual: r starts at 1 on the zeros, z is its projection P r, and r becomes max(1, r − z),
 * with the momentum of Beck & Teboulle (2009, SIAM Journal on Imaging Sciences 2). For every separating z′ is
 * (z − r)ᵀz′ = 0, so that z reaches r somewhere if anything is separated: z < r at all zeros ends the search with
 * certainty. A z that comes to be positive in some rows only is made so exactly (`certified`) before any row is given up
 * for it. What one search leaves, the next finds.
 */
function rectified(sample: Sample): Uint8Array {
  const found = new Uint8Array(sample.y.length);
  let places = Int32Array.from(found, (_, i) => i);
  let [rest, levels] = [sample, incidenceOf(sample)];
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
  throw new SeparationUndecided(
    sample.names,
    Array.from(sample.rows)
      .filter((_, i) => above[i] === 0)
      .sort((a, b) => a - b),
    `left the rectifier without an answer after ${MOST_TURNS} turns`,
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
