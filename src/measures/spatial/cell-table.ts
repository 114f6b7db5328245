/** Cells of a grid by their three whole coordinates. */
export interface CellTable {
  /** Whole coordinates, 3 × cells. */
  readonly coordinates: Float64Array;
  readonly size: () => number;
  /** The number of a cell; -1 if there is none and none is to be added. */
  readonly cell: (x: number, y: number, z: number, add: boolean) => number;
}

/** A hash table with open addressing, for at most so many cells, which it numbers in the order of their arrival. */
export function cellTable(most: number): CellTable {
  const slots = 2 ** Math.ceil(Math.log2(Math.max(8, 2 * most)));
  const table = new Int32Array(slots).fill(-1);
  const coordinates = new Float64Array(3 * most);
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
      coordinates[3 * size] = x;
      coordinates[3 * size + 1] = y;
      coordinates[3 * size + 2] = z;
      return size++;
    },
  };
}
