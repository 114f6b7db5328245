import { cellTable, type CellTable } from './cell-table.ts';

/**
 * Points of the plane or of the sphere in cells so small that all points of a cell are within the radius of each other, and
 * so large that whoever is within the radius of a point is at most two cells away.
 *
 * A point of the plane has z = 0; one of the sphere is its unit vector and the radius a chord, so that neither the poles nor
 * the antimeridian are places apart.
 */
export interface PointGrid {
  /** Coordinates, 3 × points. */
  readonly xyz: Float64Array;
  readonly cells: number;
  /** The points of cell c are order[starts[c]] … order[starts[c + 1] − 1], ascending. */
  readonly order: Int32Array;
  readonly starts: Int32Array;
  /** Least x, y, z and greatest x, y, z of a cell's points, 6 × cells. */
  readonly boxes: Float64Array;
  /** Cells with a point that may be within the radius of one of c, c itself left out. */
  readonly nearStarts: Int32Array;
  readonly near: Int32Array;
}

/** Cells stay this much (relative) below the radius: more than what rounding moves a point across an edge. */
const SLACK = 1e-6;
/** More cells than that from end to end, and rounding is no longer below SLACK. */
const MOST_ACROSS = 2 ** 30;

/**
 * @param xyz 3 × points
 * @param radius in the unit of the coordinates, above 0
 * @param dimensions 2 where all z are 0, else 3
 * @throws RangeError where the points reach over more than 2³⁰ radii
 */
export function pointGrid(xyz: Float64Array, radius: number, dimensions: 2 | 3): PointGrid {
  const n = xyz.length / 3;
  const side = (radius / Math.sqrt(dimensions)) * (1 - SLACK);
  const [low, high] = extent(xyz);
  for (let axis = 0; axis < 3; axis++)
    if ((high[axis] - low[axis]) / side > MOST_ACROSS)
      throw new RangeError(`the radius must be above 2^-30 of the extent of the points, got ${radius}`);
  const table = cellTable(n);
  const cellOf = new Int32Array(n);
  for (let i = 0; i < n; i++)
    cellOf[i] = table.cell(
      Math.floor((xyz[3 * i] - low[0]) / side),
      Math.floor((xyz[3 * i + 1] - low[1]) / side),
      Math.floor((xyz[3 * i + 2] - low[2]) / side),
      true,
    );
  const cells = table.size();
  const starts = new Int32Array(cells + 1);
  for (let i = 0; i < n; i++) starts[cellOf[i] + 1] += 1;
  for (let c = 0; c < cells; c++) starts[c + 1] += starts[c];
  const next = starts.slice(0, cells);
  const order = new Int32Array(n);
  const boxes = new Float64Array(6 * cells);
  for (let c = 0; c < cells; c++)
    boxes.fill(Infinity, 6 * c, 6 * c + 3).fill(-Infinity, 6 * c + 3, 6 * c + 6);
  for (let i = 0; i < n; i++) {
    const c = cellOf[i];
    order[next[c]++] = i;
    for (let axis = 0; axis < 3; axis++) {
      const value = xyz[3 * i + axis];
      if (value < boxes[6 * c + axis]) boxes[6 * c + axis] = value;
      if (value > boxes[6 * c + 3 + axis]) boxes[6 * c + 3 + axis] = value;
    }
  }
  const { nearStarts, near } = neighbours(table, boxes, radius, dimensions);
  return { xyz, cells, order, starts, boxes, nearStarts, near };
}

/** The cells near each cell: half of the cells around are looked up, and each pair found stands at both. */
function neighbours(
  table: CellTable,
  boxes: Float64Array,
  radius: number,
  dimensions: 2 | 3,
): { nearStarts: Int32Array; near: Int32Array } {
  const cells = table.size();
  const offsets: number[] = [];
  const deep = dimensions === 3 ? 2 : 0;
  for (let dx = 0; dx <= 2; dx++)
    for (let dy = dx === 0 ? 0 : -2; dy <= 2; dy++)
      for (let dz = dx === 0 && dy === 0 ? 1 : -deep; dz <= deep; dz++) offsets.push(dx, dy, dz);
  // The boxes of two cells must come within the radius, a hair more, so that rounding loses nobody.
  const reach = (radius * (1 + SLACK)) ** 2;
  const nearStarts = new Int32Array(cells + 1);
  let pairs = new Int32Array(Math.max(16, 8 * cells));
  let count = 0;
  for (let c = 0; c < cells; c++) {
    const x = table.coordinates[3 * c];
    const y = table.coordinates[3 * c + 1];
    const z = table.coordinates[3 * c + 2];
    for (let k = 0; k < offsets.length; k += 3) {
      const other = table.cell(x + offsets[k], y + offsets[k + 1], z + offsets[k + 2], false);
      if (other < 0 || gapOfBoxes(boxes, c, other) > reach) continue;
      if (count + 2 > pairs.length) {
        const longer = new Int32Array(2 * pairs.length);
        longer.set(pairs);
        pairs = longer;
      }
      pairs[count++] = c;
      pairs[count++] = other;
      nearStarts[c + 1] += 1;
      nearStarts[other + 1] += 1;
    }
  }
  for (let c = 0; c < cells; c++) nearStarts[c + 1] += nearStarts[c];
  const next = nearStarts.slice(0, cells);
  const near = new Int32Array(count);
  for (let k = 0; k < count; k += 2) {
    near[next[pairs[k]]++] = pairs[k + 1];
    near[next[pairs[k + 1]]++] = pairs[k];
  }
  return { nearStarts, near };
}

/** The squared distance of the nearest points that two boxes could have. */
function gapOfBoxes(boxes: Float64Array, a: number, b: number): number {
  let squared = 0;
  for (let axis = 0; axis < 3; axis++) {
    const gap = Math.max(
      0,
      boxes[6 * b + axis] - boxes[6 * a + 3 + axis],
      boxes[6 * a + axis] - boxes[6 * b + 3 + axis],
    );
    squared += gap * gap;
  }
  return squared;
}

/** The squared distance from a point to the nearest that a cell's box could have. */
export function gapToBox({ xyz, boxes }: PointGrid, point: number, cell: number): number {
  let squared = 0;
  for (let axis = 0; axis < 3; axis++) {
    const value = xyz[3 * point + axis];
    const below = boxes[6 * cell + axis] - value;
    const above = value - boxes[6 * cell + 3 + axis];
    if (below > 0) squared += below * below;
    else if (above > 0) squared += above * above;
  }
  return squared;
}

/** The squared distance from a point to the furthest that a cell's box could have. */
export function reachOfBox({ xyz, boxes }: PointGrid, point: number, cell: number): number {
  let squared = 0;
  for (let axis = 0; axis < 3; axis++) {
    const value = xyz[3 * point + axis];
    const far = Math.max(value - boxes[6 * cell + axis], boxes[6 * cell + 3 + axis] - value);
    squared += far * far;
  }
  return squared;
}

/** The squared distance of two points. */
export function squaredDistance(xyz: Float64Array, i: number, j: number): number {
  const x = xyz[3 * i] - xyz[3 * j];
  const y = xyz[3 * i + 1] - xyz[3 * j + 1];
  const z = xyz[3 * i + 2] - xyz[3 * j + 2];
  return x * x + y * y + z * z;
}

function extent(xyz: Float64Array): [number[], number[]] {
  const [low, high] = [
    [Infinity, Infinity, Infinity],
    [-Infinity, -Infinity, -Infinity],
  ];
  for (let k = 0; k < xyz.length; k++) {
    const axis = k % 3;
    if (xyz[k] < low[axis]) low[axis] = xyz[k];
    if (xyz[k] > high[axis]) high[axis] = xyz[k];
  }
  return [low, high];
}
