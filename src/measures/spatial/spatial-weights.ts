import { checkKind, checkMatrix, checkParts } from '../arguments.ts';
import { at, type Matrix } from '../matrix.ts';

/**
 * Who is a neighbour of whom among n places, and how much: row i has the neighbours
 * `neighbours[offsets[i]] … neighbours[offsets[i + 1] − 1]`, ascending, never i itself, and `weights` stands beside them
 * (above 0). Places are numbers 0 … n − 1, in the order of the values they are used with. Rows need not be symmetric: of
 * k nearest neighbours they are not. A place without neighbours is an island.
 */
export interface SpatialWeights {
  readonly n: number;
  readonly offsets: Int32Array;
  readonly neighbours: Int32Array;
  readonly weights: Float64Array;
}

/**
 * Spatial weights from a list of neighbours for each place, weight 1 each where none are given.
 *
 * @throws RangeError for a neighbour that does not exist, is the place itself or stands twice, lists of different
 *   lengths, or a weight that is not a finite number above 0
 */
export function spatialWeights(
  lists: readonly (readonly number[])[],
  weights?: readonly (readonly number[])[],
): SpatialWeights {
  checkKind('lists', lists, 'list');
  const n = lists.length;
  if (weights !== undefined) checkKind('weights', weights, 'list');
  if (weights !== undefined && weights.length !== n)
    throw new RangeError(`weights must have a list for each of ${n} places, got ${weights.length}`);
  const offsets = new Int32Array(n + 1);
  for (const [i, list] of lists.entries()) offsets[i + 1] = offsets[i] + list.length;
  const neighbours = new Int32Array(offsets[n]);
  const values = new Float64Array(offsets[n]);
  for (const [i, list] of lists.entries()) {
    const own = weights?.[i] ?? list.map(() => 1);
    if (own.length !== list.length)
      throw new RangeError(`place ${i} has ${list.length} neighbours and ${own.length} weights`);
    const order = list.map((_, at) => at).sort((a, b) => list[a] - list[b]);
    for (const [rank, index] of order.entries()) {
      const [j, weight] = [list[index], own[index]];
      if (!Number.isInteger(j) || j < 0 || j >= n)
        throw new RangeError(`a neighbour of place ${i} must be one of 0 to ${n - 1}, got ${j}`);
      if (j === i) throw new RangeError(`place ${i} is listed as its own neighbour`);
      if (rank > 0 && j === list[order[rank - 1]])
        throw new RangeError(`place ${i} has its neighbour ${j} twice`);
      if (!(weight > 0) || !Number.isFinite(weight))
        throw new RangeError(
          `the weight of ${j} for place ${i} must be a finite number above 0, got ${weight}`,
        );
      neighbours[offsets[i] + rank] = j;
      values[offsets[i] + rank] = weight;
    }
  }
  return Object.freeze({ n, offsets, neighbours, weights: values });
}

/**
 * Each row divided by its sum, so that a lag is a mean over neighbours and every place but an island counts alike. Moran's
 * I is another number after it than before (quadrants are not): say which.
 */
export function standardiseRows(w: SpatialWeights): SpatialWeights {
  checkWeights(w);
  const weights = w.weights.slice();
  for (let i = 0; i < w.n; i++) {
    let sum = 0;
    for (let at = w.offsets[i]; at < w.offsets[i + 1]; at++) sum += weights[at];
    for (let at = w.offsets[i]; at < w.offsets[i + 1]; at++) weights[at] /= sum;
  }
  return Object.freeze({ ...w, weights });
}

/**
 * Places as near as they work together: w_ij = flow_ij, the diagonal left out, no neighbour where the flow is 0. With
 * flows of collaboration, "near" means linked, whatever the distance.
 *
 * @throws RangeError where rows and columns are not the same places, or a flow is negative
 */
export function flowWeights(flows: Matrix): SpatialWeights {
  checkMatrix('flows', flows);
  const { rows, columns } = flows;
  if (rows.length !== columns.length || rows.some((name, i) => name !== columns[i]))
    throw new RangeError('flows must have the same places as rows and as columns, in one order');
  const lists = rows.map((_, i) => columns.flatMap((_, j) => (j !== i && at(flows, i, j) !== 0 ? [j] : [])));
  return spatialWeights(
    lists,
    lists.map((list, i) => list.map((j) => at(flows, i, j))),
  );
}

/** Σ_j w_ij x_j for every place: the sum of its neighbours, their mean where rows are standardised; 0 for an island. Errors as `checkPlaces`. */
export function spatialLag(w: SpatialWeights, values: ArrayLike<number>): Float64Array {
  checkPlaces(w, values);
  const lag = new Float64Array(w.n);
  for (let i = 0; i < w.n; i++)
    for (let at = w.offsets[i]; at < w.offsets[i + 1]; at++)
      lag[i] += w.weights[at] * values[w.neighbours[at]];
  return lag;
}

/** The places without a neighbour, by number. */
export function islandsOf(w: SpatialWeights): readonly number[] {
  checkWeights(w);
  const { n, offsets } = w;
  return Object.freeze(Array.from({ length: n }, (_, i) => i).filter((i) => offsets[i] === offsets[i + 1]));
}

/**
 * The weights of the places that have a neighbour or are one, numbered anew in their order, and which places these are: what
 * statistics of neighbours are about.
 */
export function linkedPlaces(w: SpatialWeights): { places: readonly number[]; weights: SpatialWeights } {
  checkWeights(w);
  const linked = new Uint8Array(w.n);
  for (const i of islandsOf(w)) linked[i] = 1;
  for (let i = 0; i < w.n; i++) linked[i] = 1 - linked[i];
  for (const j of w.neighbours) linked[j] = 1;
  const places = Array.from({ length: w.n }, (_, i) => i).filter((i) => linked[i] === 1);
  if (places.length === w.n) return { places, weights: w };
  const number = new Int32Array(w.n);
  for (const [at, place] of places.entries()) number[place] = at;
  const weights = Object.freeze({
    n: places.length,
    // A place that is left out has no entries.
    offsets: Int32Array.from([...places.map((place) => w.offsets[place]), w.neighbours.length]),
    neighbours: w.neighbours.map((j) => number[j]),
    weights: w.weights,
  });
  return { places, weights };
}

/** @throws RangeError where there is not one finite value a place */
export function checkPlaces(w: SpatialWeights, values: ArrayLike<number>): void {
  checkKind('values', values, 'list');
  checkWeights(w);
  if (values.length !== w.n)
    throw new RangeError(`values must be ${w.n}, one for each place of the weights, got ${values.length}`);
  for (let i = 0; i < w.n; i++)
    if (!Number.isFinite(values[i])) throw new RangeError(`value ${i} must be finite, got ${values[i]}`);
}

function checkWeights(w: SpatialWeights): void {
  checkParts('w', w, { n: 'number', offsets: 'list', neighbours: 'list', weights: 'list' });
}
