/** The rest of a file, from this row on (the first is 0), is for the engine to read. */
export class EngineFallback extends Error {
  constructor(
    readonly row: number,
    cause: unknown,
  ) {
    super(`from row ${row} on: ${String(cause)}`, { cause });
  }
}
