/**
 * A file whose form the reader of leaves does not know, or whose bytes do not fit it: the engine reads it, and says what
 * is wrong with it where something is.
 */
export class UnsupportedParquet extends Error {}

export function expectSupported(holds: boolean, what: string): asserts holds {
  if (!holds) throw new UnsupportedParquet(what);
}
