/**
 * What the engine may take of the memory that a build is to stay below: the readers, their buffers and what the engine
 * holds beyond its own limit need the rest. Measured with 6.4 million works: 360 MB for the engine stay below 1 GB.
 */
export function engineMemory(all: number): number {
  return Math.max(200e6, all - 640e6);
}

/**
 * What it may take once works are read and the readers are gone. Measured: with as many institutions and sources as OpenAlex
 * has, 360 MB for two connections are not always enough, where nothing can be spilled any more.
 */
export function tableMemory(all: number): number {
  return Math.max(200e6, all - 500e6);
}

/** What a segment becomes on its way to a part: with 150 MB builds from Parquet that name 120,000 institutions pass 1 GB. */
const PART = 120e6;

/** ConnectionPool of the engine that make parts at once. */
export function partLanes(all: number, threads: number): number {
  return lanesOf(PART, all, threads);
}

/**
 * What the engine may take while works are read: as much as its connections need and no more, since the readers of Parquet, whose
 * pages stand unpacked in memory, need the rest. Measured: no slower than with a fifth more, or a fifth less.
 */
export function partMemory(all: number, connections: number): number {
  return Math.min(engineMemory(all), Math.max(200e6, connections * PART));
}

/**
 * ConnectionPool that make tables of so many records at once. Two of one thread are a tenth faster than one of two, as long as what
 * each holds is small: of millions of records they hold 300 MB more and spill. Measured with 400,000 works: 180 MB for each
 * are enough, 135 MB are not, where nothing can be spilled any more.
 */
export function tableLanes(all: number, threads: number, records: number): number {
  return lanesOf(records > 1e6 ? 250e6 : 180e6, all, threads);
}

function lanesOf(each: number, all: number, threads: number): number {
  return Math.min(threads, Math.max(1, Math.floor(engineMemory(all) / each)));
}

/** Rows of `work_cities` whose pairs are counted at once on each connection: they and their groups take some hundred bytes a row. */
export function rowsAtATime(all: number, connections: number): number {
  return Math.round(engineMemory(all) / 850 / connections);
}
