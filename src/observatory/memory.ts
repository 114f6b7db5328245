/**
 * What the engine may take of the memory that a build is to stay below: the readers, their buffers and what the engine
 * holds beyond its own limit need the rest. Measured with 1.6 million works: 360 MB for the engine stay below 1 GB.
 */
export function engineMemory(all: number): number {
  return Math.max(200e6, all - 640e6);
}

/** Lanes of the engine that have work at once: what a segment becomes on its way to a part takes some hundred megabytes. */
export function engineLanes(all: number, threads: number): number {
  return Math.min(threads, Math.max(1, Math.floor(engineMemory(all) / 150e6)));
}

/** Rows of `work_cities` whose pairs are counted at once on each lane: they and their groups take some hundred bytes a row. */
export function rowsAtATime(all: number, lanes: number): number {
  return Math.round(engineMemory(all) / 850 / lanes);
}
