import { unsupported } from './host';

/** What a file lacks that is left to the engine: places in the list of the same order in `../../parquet-columns/scanner.ts`. */
export const WIDTH: i32 = 0;
export const ENDLESS: i32 = 1;
export const SHORT: i32 = 2;
export const CODES: i32 = 3;
export const LENGTHS: i32 = 4;
export const DISAGREE: i32 = 5;
export const NO_UTF8: i32 = 6;
export const TOO_MUCH: i32 = 7;
export const OUT_OF_STEP: i32 = 8;

export function expectSupported(holds: bool, what: i32): void {
  if (!holds) unsupported(what);
}

/** What one of several says that must say the same: where nobody (−1) or somebody said otherwise before. Seldom called. */
export function first(before: i32, said: i32, what: i32): i32 {
  expectSupported(before < 0, what);
  return said;
}
