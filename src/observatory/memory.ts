/**
 * What the engine may take of the memory that a build is to stay below: the readers, their buffers and what the engine
 * holds beyond its own limit need the rest. Measured with 1.6 million works: 360 MB for the engine stay below 1 GB.
 */
export function engineMemory(all: number): number {
  return Math.max(200e6, all - 640e6);
}

/** Rows of `work_cities` whose pairs are counted at once: they and their groups take some hundred bytes a row. */
export function rowsAtATime(all: number): number {
  return Math.round(engineMemory(all) / 850);
}
