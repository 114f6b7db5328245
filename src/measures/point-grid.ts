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
  // The boxes of two cells must come within the radius, a hair more, so that rounding loses nobody.
  const reach = (radius * (1 + SLACK)) ** 2;
  const nearStarts = new Int32Array(cells + 1);
  let near = new Int32Array(Math.max(16, 8 * cells));
  let count = 0;
  const deep = dimensions === 3 ? 2 : 0;
  for (let c = 0; c < cells; c++) {
    const [x, y, z] = [table.coordinates[3 * c], table.coordinates[3 * c + 1], table.coordinates[3 * c + 2]];
    for (let dx = -2; dx <= 2; dx++)
      for (let dy = -2; dy <= 2; dy++)
        for (let dz = -deep; dz <= deep; dz++) {
          if (dx === 0 && dy === 0 && dz === 0) continue;
          const other = table.cell(x + dx, y + dy, z + dz, false);
          if (other < 0 || gapOfBoxes(boxes, c, other) > reach) continue;
          if (count === near.length) {
            const longer = new Int32Array(2 * near.length);
            longer.set(near);
            near = longer;
          }
          near[count++] = other;
        }
    nearStarts[c + 1] = count;
  }
  return { xyz, cells, order, starts, boxes, nearStarts, near: near.subarray(0, count) };
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

/** Cells by their three whole coordinates: a hash table with open addressing, numbered in order of arrival. */
function cellTable(points: number): {
  readonly coordinates: Float64Array;
  readonly size: () => number;
  readonly cell: (x: number, y: number, z: number, add: boolean) => number;
} {
  const slots = 2 ** Math.ceil(Math.log2(Math.max(8, 2 * points)));
  const table = new Int32Array(slots).fill(-1);
  const coordinates = new Float64Array(3 * points);
  let size = 0;
  return {
    coordinates,
    size: () => size,
    cell(x, y, z, add) {
      let hash = Math.imul(x | 0, 0x9e3779b1) ^ Math.imul(y | 0, 0x85ebca77) ^ Math.imul(z | 0, 0xc2b2ae3d);
      hash = Math.imul(hash ^ (hash >>> 15), 0x2c1b3c6d);
      let slot = (hash ^ (hash >>> 13)) & (slots - 1);
      while (table[slot] >= 0) {
        const at = 3 * table[slot];
        if (coordinates[at] === x && coordinates[at + 1] === y && coordinates[at + 2] === z)
          return table[slot];
        slot = (slot + 1) & (slots - 1);
      }
      if (!add) return -1;
      table[slot] = size;
      coordinates.set([x, y, z], 3 * size);
      return size++;
    },
  };
}
