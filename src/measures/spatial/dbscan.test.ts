import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { dbscan, dbscanSphere, type Dbscan } from './dbscan.ts';
import { greatCircle } from './great-circle.ts';

/** DBSCAN by its definition, all pairs: cores, their components, borders to the nearest core, ties by number. */
function plain(
  n: number,
  distance: (i: number, j: number) => number,
  radius: number,
  minimum: number,
  weights: readonly number[],
): number[] {
  const all = Array.from({ length: n }, (_, i) => i);
  const core = all.map((i) => {
    const sum = all.reduce((total, j) => (distance(i, j) <= radius ? total + weights[j] : total), 0);
    return sum >= minimum - 1e-9;
  });
  const labels = new Array<number>(n).fill(-1);
  let clusters = 0;
  for (const first of all) {
    if (!core[first] || labels[first] >= 0) continue;
    const queue = [first];
    labels[first] = clusters;
    for (const i of queue)
      for (const j of all)
        if (core[j] && labels[j] < 0 && distance(i, j) <= radius) {
          labels[j] = clusters;
          queue.push(j);
        }
    clusters += 1;
  }
  return all.map((i) => {
    if (core[i]) return labels[i];
    const near = all.filter((j) => core[j] && distance(i, j) <= radius);
    const least = Math.min(...near.map((j) => distance(i, j)));
    const nearest = near.find((j) => distance(i, j) <= least + 1e-9);
    return nearest === undefined ? -1 : labels[nearest];
  });
}

/** Which points are together: the least point of each one's cluster. */
const together = ({ labels }: Pick<Dbscan, 'labels'>): number[] =>
  Array.from(labels, (label) => (label < 0 ? -1 : labels.indexOf(label)));

describe('DBSCAN', () => {
  it('has cores, borders and noise; the edge of the radius and the point itself count', () => {
    const { labels, core, clusters } = dbscan([0, 1, 2, 3, 9], [0, 0, 0, 0, 0], 1, { minimum: 3 });
    expect([...labels]).toEqual([0, 0, 0, 0, -1]);
    expect([...core]).toEqual([0, 1, 1, 0, 0]);
    expect(clusters).toBe(1);
  });

  it('counts weight, not points: one heavy point is a cluster, many light ones are none', () => {
    expect([...dbscan([0, 9], [0, 0], 1, { minimum: 5, weights: [5, 4.9] }).labels]).toEqual([0, -1]);
    expect(dbscan([0, 0, 0], [0, 0, 0], 1, { minimum: 1, weights: [0.1, 0, 0.2] }).clusters).toBe(0);
  });

  it('reaches a minimum that sums of fractions miss by rounding', () => {
    const weights = new Array<number>(10).fill(0.1);
    expect(dbscan(weights, weights, 1, { minimum: 1, weights }).clusters).toBe(1);
  });

  it('gives a border point to the nearest core, and of two as near to the one of least id', () => {
    // Cores at -1, 0 and at 2, 3; the point between sees 5 of the 6 it would need.
    const between = (x: number, ids?: string[]): number => {
      const weights = [3, 3, 2, 4, 0];
      return dbscan([-1, 0, 2, 3, x], [0, 0, 0, 0, 0], 1, { minimum: 6, weights, ...(ids && { ids }) })
        .labels[4];
    };
    expect(between(1)).toBe(0);
    expect(between(1, ['d', 'c', 'b', 'a', 'e'])).toBe(1);
  });

  it('goes over the antimeridian and the pole', () => {
    const over = dbscanSphere([0, 0, 89.99, 89.99], [179.99, -179.99, 10, -170], 5, { minimum: 2 });
    expect([...over.labels]).toEqual([0, 0, 1, 1]);
    expect(dbscanSphere([0, 50], [0, 90], 25_000, { minimum: 2 }).clusters).toBe(1);
  });

  it('is empty of no points, and refuses what it cannot read', () => {
    expect(dbscan([], [], 1, { minimum: 1 })).toMatchObject({ clusters: 0 });
    expect(() => dbscan([0], [], 1, { minimum: 1 })).toThrow('1 x, 0 y');
    expect(() => dbscan([NaN], [0], 1, { minimum: 1 })).toThrow('point 0 must have finite coordinates');
    expect(() => dbscan([0], [0], 0, { minimum: 1 })).toThrow(
      'radius must be a finite number above 0, got 0',
    );
    expect(() => dbscan([0], [0], 1, { minimum: 0 })).toThrow(
      'minimum must be a finite number above 0, got 0',
    );
    expect(() => dbscan([0], [0], 1, { minimum: 1, weights: [-1] })).toThrow(
      'weight 0 must be a finite number',
    );
    expect(() => dbscan([0], [0], 1, { minimum: 1, weights: [] })).toThrow('1 points, 0 weights');
    expect(() => dbscan([0, 1], [0, 1], 1, { minimum: 1, ids: ['a', 'a'] })).toThrow('ids must differ');
    expect(() => dbscan([0, 1e12], [0, 0], 1, { minimum: 1 })).toThrow('the radius must be above 2^-30');
    expect(() => dbscanSphere([91], [0], 1, { minimum: 1 })).toThrow('latitude 0 must lie between');
  });
});

const weight = fc.constantFrom(0, 0.5, 1, 2.5);
/** Points on a lattice: like points, and distances exactly of the radius, are common. */
const lattice = fc.array(fc.tuple(fc.integer({ min: 0, max: 9 }), fc.integer({ min: 0, max: 9 }), weight), {
  maxLength: 60,
});
const minimum = fc.constantFrom(0.5, 1, 2, 3.5, 6);

describe('DBSCAN, held to its definition over all pairs', () => {
  it('in the plane', () => {
    fc.assert(
      fc.property(lattice, fc.constantFrom(0.5, 1, Math.SQRT2, 2, 2.5), minimum, (list, radius, least) => {
        const [x, y, w] = [0, 1, 2].map((k) => list.map((point) => point[k]));
        const distance = (i: number, j: number): number => Math.sqrt((x[i] - x[j]) ** 2 + (y[i] - y[j]) ** 2);
        const own = dbscan(x, y, radius, { minimum: least, weights: w });
        expect([...own.labels]).toEqual(plain(list.length, distance, radius, least, w));
      }),
      { seed: 18, numRuns: 400 },
    );
  });

  it('on the globe, at poles and antimeridian', () => {
    const spots = fc.constantFrom([88, 0], [-1, 179], [39, 116], [0, 0]);
    const far = fc.array(
      fc.tuple(
        spots,
        fc.double({ min: -1, max: 1, noNaN: true }),
        fc.double({ min: -3, max: 3, noNaN: true }),
        weight,
      ),
      { maxLength: 60 },
    );
    fc.assert(
      fc.property(far, fc.constantFrom(20, 60, 200), minimum, (list, km, least) => {
        const latitudes = list.map(([spot, north]) => spot[0] + north);
        const longitudes = list.map(([spot, , east]) => ((spot[1] + east + 540) % 360) - 180);
        const w = list.map((point) => point[3]);
        const distance = (i: number, j: number): number =>
          greatCircle(latitudes[i], longitudes[i], latitudes[j], longitudes[j]);
        const own = dbscanSphere(latitudes, longitudes, km, { minimum: least, weights: w });
        expect([...own.labels]).toEqual(plain(list.length, distance, km, least, w));
      }),
      { seed: 19, numRuns: 400 },
    );
  });

  it('on the globe where distances are exactly the radius, by its own measure of them', () => {
    fc.assert(
      fc.property(lattice, fc.constantFrom(0.01, 0.1, 5), minimum, (list, step, least) => {
        const [latitudes, longitudes] = [list.map(([a]) => step * a), list.map(([, b]) => 30 + step * b)];
        const w = list.map((point) => point[2]);
        const distance = (i: number, j: number): number =>
          greatCircle(latitudes[i], longitudes[i], latitudes[j], longitudes[j]);
        const km = greatCircle(0, 30, step, 30);
        const own = dbscanSphere(latitudes, longitudes, km, { minimum: least, weights: w });
        const due = plain(list.length, distance, km, least, w);
        // Borders between two cores as near up to rounding may go either way there; cores and noise may not.
        for (const [i, label] of own.labels.entries())
          if (own.core[i] === 1 || due[i] < 0) expect(label).toBe(due[i]);
          else expect(label).toBeGreaterThanOrEqual(0);
      }),
      { seed: 20, numRuns: 200 },
    );
  });

  it('does not depend on the order of the points, nor on where the origin is', () => {
    fc.assert(
      fc.property(lattice, minimum, fc.integer({ min: -99, max: 99 }), (list, least, shift) => {
        const ids = list.map((_, i) => `p${String(i).padStart(3, '0')}`);
        const cluster = (order: readonly number[], by: number): Dbscan =>
          dbscan(
            order.map((i) => list[i][0] + by),
            order.map((i) => list[i][1] - by),
            1,
            { minimum: least, weights: order.map((i) => list[i][2]), ids: order.map((i) => ids[i]) },
          );
        const order = list.map((_, i) => i);
        const turned = cluster(order.toReversed(), shift);
        const back = { labels: turned.labels.toReversed() };
        const own = together(cluster(order, 0));
        const other = together(back);
        expect(other).toEqual(own);
      }),
      { seed: 21, numRuns: 200 },
    );
  });
});
