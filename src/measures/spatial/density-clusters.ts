import { gapToBox, pointGrid, reachOfBox, squaredDistance, type PointGrid } from './point-grid.ts';

/** Points and who is within the radius of whom. */
export interface Neighbourhood {
  /** Coordinates, 3 × points. */
  readonly xyz: Float64Array;
  readonly dimensions: 2 | 3;
  /** In the unit of the coordinates. */
  readonly radius: number;
  /** Squared distances this near the squared radius are decided by `within`. */
  readonly doubt: number;
  readonly within: (i: number, j: number) => boolean;
}

/** Sums of weights this near the minimum (relative) reach it. */
const REACHED = 1 - 1e-12;

/**
 * The work of `dbscan`, whose checks are done: cores cell by cell, clusters by joining cells, borders to the nearest core.
 *
 * @param rank decides between core points equally near, the least first
 */
export function clusterPoints(
  space: Neighbourhood,
  weights: Float64Array,
  minimum: number,
  rank: Int32Array,
): { labels: Int32Array; core: Uint8Array; clusters: number } {
  const n = weights.length;
  const grid = pointGrid(space.xyz, space.radius, space.dimensions);
  const core = findCores(space, grid, weights, minimum * REACHED);
  const root = joinCells(space, grid, core);
  const labels = new Int32Array(n).fill(-1);
  const cellOf = new Int32Array(n);
  for (let c = 0; c < grid.cells; c++)
    for (let at = grid.starts[c]; at < grid.starts[c + 1]; at++) cellOf[grid.order[at]] = c;
  const numberOf = new Int32Array(grid.cells).fill(-1);
  let clusters = 0;
  for (let i = 0; i < n; i++) {
    if (core[i] === 0) continue;
    const cell = root[cellOf[i]];
    if (numberOf[cell] < 0) numberOf[cell] = clusters++;
    labels[i] = numberOf[cell];
  }
  for (let i = 0; i < n; i++) {
    if (core[i] === 1) continue;
    const nearest = nearestCore(space, grid, core, rank, i, cellOf[i]);
    if (nearest >= 0) labels[i] = labels[nearest];
  }
  return { labels, core, clusters };
}

/** Whether two points are within the radius. */
function isWithin({ xyz, radius, doubt, within }: Neighbourhood, i: number, j: number): boolean {
  const over = squaredDistance(xyz, i, j) - radius * radius;
  return over < -doubt || (over <= doubt && within(i, j));
}

function findCores(space: Neighbourhood, grid: PointGrid, weights: Float64Array, need: number): Uint8Array {
  const { order, starts, near, nearStarts } = grid;
  const [inner, outer] = [space.radius ** 2 - space.doubt, space.radius ** 2 + space.doubt];
  const inCell = new Float64Array(grid.cells);
  for (let c = 0; c < grid.cells; c++)
    for (let at = starts[c]; at < starts[c + 1]; at++) inCell[c] += weights[order[at]];
  const core = new Uint8Array(weights.length);
  for (let c = 0; c < grid.cells; c++)
    for (let at = starts[c]; at < starts[c + 1]; at++) {
      const i = order[at];
      let sum = inCell[c];
      for (let k = nearStarts[c]; k < nearStarts[c + 1] && sum < need; k++) {
        const other = near[k];
        if (gapToBox(grid, i, other) > outer) continue;
        if (reachOfBox(grid, i, other) < inner) sum += inCell[other];
        else
          for (let by = starts[other]; by < starts[other + 1] && sum < need; by++)
            if (isWithin(space, i, order[by])) sum += weights[order[by]];
      }
      if (sum >= need) core[i] = 1;
    }
  return core;
}

/** Cells whose cores are of one cluster have one root: all cores of a cell are, and cells with a pair within the radius. */
function joinCells(space: Neighbourhood, grid: PointGrid, core: Uint8Array): Int32Array {
  const { order, starts, near, nearStarts } = grid;
  const parent = Int32Array.from({ length: grid.cells }, (_, c) => c);
  const find = (cell: number): number => {
    let top = cell;
    while (parent[top] !== top) top = parent[top];
    while (parent[cell] !== top) [cell, parent[cell]] = [parent[cell], top];
    return top;
  };
  // Cores first within each cell, so that the others are not asked again and again.
  const cores = new Int32Array(order.length);
  const ends = new Int32Array(grid.cells);
  for (let c = 0; c < grid.cells; c++) {
    ends[c] = starts[c];
    for (let at = starts[c]; at < starts[c + 1]; at++)
      if (core[order[at]] === 1) cores[ends[c]++] = order[at];
  }
  const outer = space.radius ** 2 + space.doubt;
  const facing = (from: number, to: number): Int32Array =>
    cores.subarray(starts[from], ends[from]).filter((i) => gapToBox(grid, i, to) <= outer);
  for (let c = 0; c < grid.cells; c++) {
    if (ends[c] === starts[c]) continue;
    for (let k = nearStarts[c]; k < nearStarts[c + 1]; k++) {
      const other = near[k];
      if (other < c || ends[other] === starts[other]) continue;
      const [a, b] = [find(c), find(other)];
      if (a === b) continue;
      const [ours, theirs] = [facing(c, other), facing(other, c)];
      if (ours.some((i) => theirs.some((j) => isWithin(space, i, j))))
        parent[Math.max(a, b)] = Math.min(a, b);
    }
  }
  return Int32Array.from(parent, (_, c) => find(c));
}

/** The nearest core within the radius of a point, of those equally near the one of least rank; −1 for none. */
function nearestCore(
  space: Neighbourhood,
  grid: PointGrid,
  core: Uint8Array,
  rank: Int32Array,
  point: number,
  cell: number,
): number {
  const { order, starts, near, nearStarts, xyz } = grid;
  const { doubt, radius } = space;
  const candidates: number[] = [];
  let least = Infinity;
  const look = (other: number): void => {
    if (gapToBox(grid, point, other) > Math.min(least, radius ** 2) + doubt) return;
    for (let at = starts[other]; at < starts[other + 1]; at++) {
      const j = order[at];
      if (core[j] === 0) continue;
      const distance = squaredDistance(xyz, point, j);
      if (distance > least + doubt || !isWithin(space, point, j)) continue;
      if (distance < least) least = distance;
      candidates.push(j);
    }
  };
  look(cell);
  for (let k = nearStarts[cell]; k < nearStarts[cell + 1]; k++) look(near[k]);
  let nearest = -1;
  for (const j of candidates)
    if (squaredDistance(xyz, point, j) <= least + doubt && (nearest < 0 || rank[j] < rank[nearest]))
      nearest = j;
  return nearest;
}
