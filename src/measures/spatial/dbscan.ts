import { checkKind, checkParts } from '../arguments.ts';
import { checkDegrees, EARTH_RADIUS_KM, greatCircle } from './great-circle.ts';
import { clusterPoints, type Neighbourhood } from './density-clusters.ts';

/** Clusters of points by density. */
export interface Dbscan {
  /** Cluster of each point, 0 … clusters − 1 in the order of their first core point; −1 for noise. */
  readonly labels: Int32Array;
  /** 1 for a core point, else 0. */
  readonly core: Uint8Array;
  readonly clusters: number;
}

/** What both forms of `dbscan` take. */
export interface DbscanOptions {
  /** Weight within the radius, the point's own included, from which a point is a core. Above 0. */
  readonly minimum: number;
  /** One number from 0 a point; 1 each where none are given. */
  readonly weights?: ArrayLike<number>;
  /** Names that decide between core points equally near, the least one first; else the points' order. */
  readonly ids?: readonly string[];
}

/**
 * DBSCAN in the plane: where are points dense? A point is a *core* if the weight within the radius (distance ≤ radius, itself
 * included) reaches the minimum; cores within the radius of each other are of one cluster; a point that is no core but has
 * one within the radius belongs to the cluster of the nearest (the border); the others are noise.
 *
 * The original gives border points to whichever cluster is found first. With the nearest core, ties by `ids`, the partition
 * does not depend on the order of the points. A sum of weights that misses the minimum by 10⁻¹² of it reaches it, so that it
 * does not depend on the order of a sum either. Coordinates must be of a projection with true distances: of degrees take
 * `dbscanSphere`. Cells of a grid as wide as the radius allows: time grows with the points, hardly with how many lie
 * together.
 *
 * Sources: Ester, Kriegel, Sander & Xu 1996, KDD-96; on borders, Schubert, Sander, Ester, Kriegel & Xu 2017, ACM Transactions
 * on Database Systems 42; on cells, Gan & Tao 2015, SIGMOD.
 *
 * @param x and y: n coordinates in the unit of the radius
 * @throws RangeError for lists of different lengths, coordinates or weights that are not finite, negative weights, a radius
 *   or minimum not above 0, ids that repeat, or points that reach over more than 2³⁰ radii
 */
export function dbscan(
  x: ArrayLike<number>,
  y: ArrayLike<number>,
  radius: number,
  options: DbscanOptions,
): Dbscan {
  checkKind('x', x, 'list');
  checkKind('y', y, 'list');
  const n = x.length;
  if (y.length !== n) throw new RangeError(`${n} x, ${y.length} y`);
  checkPositive('radius', radius);
  const xyz = new Float64Array(3 * n);
  for (let i = 0; i < n; i++) {
    if (!Number.isFinite(x[i]) || !Number.isFinite(y[i]))
      throw new RangeError(`point ${i} must have finite coordinates, got ${x[i]}, ${y[i]}`);
    xyz[3 * i] = x[i];
    xyz[3 * i + 1] = y[i];
  }
  return run(n, options, {
    xyz,
    dimensions: 2,
    radius,
    doubt: 1e-14 * radius * radius,
    within: (i, j) => Math.sqrt((x[i] - x[j]) ** 2 + (y[i] - y[j]) ** 2) <= radius,
  });
}

/**
 * DBSCAN on the globe, by great-circle distance in kilometres: as `dbscan`, over poles and antimeridian. A degree of longitude
 * is 111 km at the equator and 85 km in Beijing, so that plain distances on degrees are wrong.
 *
 * Weigh points by what stands behind them (Share) rather than counting institutions: thousands of authors on the coordinate
 * of one campus make a density of their own.
 *
 * @param latitudes and longitudes: n numbers in degrees
 * @throws RangeError as `dbscan`, and for degrees off the globe
 */
export function dbscanSphere(
  latitudes: ArrayLike<number>,
  longitudes: ArrayLike<number>,
  kilometres: number,
  options: DbscanOptions,
): Dbscan {
  checkDegrees(latitudes, longitudes);
  checkPositive('kilometres', kilometres);
  const n = latitudes.length;
  const xyz = new Float64Array(3 * n);
  const radians = Math.PI / 180;
  for (let i = 0; i < n; i++) {
    const [phi, lambda] = [latitudes[i] * radians, longitudes[i] * radians];
    xyz[3 * i] = Math.cos(phi) * Math.cos(lambda);
    xyz[3 * i + 1] = Math.cos(phi) * Math.sin(lambda);
    xyz[3 * i + 2] = Math.sin(phi);
  }
  const chord = 2 * Math.sin(Math.min(Math.PI, kilometres / EARTH_RADIUS_KM) / 2);
  return run(n, options, {
    xyz,
    dimensions: 3,
    radius: chord,
    // A unit vector is right to 2⁻⁵²; where a chord is nearer the radius than that, the angle decides.
    doubt: 8e-15 * chord + 1e-14 * chord * chord,
    within: (i, j) => greatCircle(latitudes[i], longitudes[i], latitudes[j], longitudes[j]) <= kilometres,
  });
}

function run(n: number, options: DbscanOptions, space: Neighbourhood): Dbscan {
  checkParts('options', options, { 'weights?': 'list', 'ids?': 'list' });
  const { minimum, weights, ids } = options;
  checkPositive('minimum', minimum);
  if (weights !== undefined && weights.length !== n)
    throw new RangeError(`${n} points, ${weights.length} weights`);
  const own = new Float64Array(n).fill(1);
  if (weights !== undefined)
    for (let i = 0; i < n; i++) {
      if (!(weights[i] >= 0) || !Number.isFinite(weights[i]))
        throw new RangeError(`weight ${i} must be a finite number from 0, got ${weights[i]}`);
      own[i] = weights[i];
    }
  return Object.freeze(clusterPoints(space, own, minimum, ranks(n, ids)));
}

/** The place of each point in the order of ids. */
function ranks(n: number, ids: readonly string[] | undefined): Int32Array {
  const order = Int32Array.from({ length: n }, (_, i) => i);
  if (ids === undefined) return order;
  if (ids.length !== n) throw new RangeError(`${n} points, ${ids.length} ids`);
  order.sort((a, b) => (ids[a] < ids[b] ? -1 : ids[a] > ids[b] ? 1 : 0));
  const rank = new Int32Array(n);
  for (const [place, i] of order.entries()) {
    if (place > 0 && ids[i] === ids[order[place - 1]])
      throw new RangeError(`ids must differ, got ${ids[i]} twice`);
    rank[i] = place;
  }
  return rank;
}

function checkPositive(name: string, value: number): void {
  if (!(value > 0) || !Number.isFinite(value))
    throw new RangeError(`${name} must be a finite number above 0, got ${value}`);
}
