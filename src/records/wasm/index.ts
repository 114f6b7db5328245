/**
 * The reader of works in JSON Lines, in AssemblyScript: compiled to WebAssembly with 128-bit vectors by `npm run build`
 * and driven by `../scanner.ts`. It reads works by walking over their bytes and writes the rows of the relations
 * `works` and `mentions` itself. It answers only where it is sure: anything out of the ordinary (an escape in a key, a
 * used field that occurs twice or has an odd type, an id of another form, deep nesting, very long texts) stops it, and
 * the host gives that line to `JSON.parse` and `extract`, with which it must agree to the byte.
 *
 * What is skipped is checked as strictly as what is used: it accepts no line that `JSON.parse` refuses. Bytes must be
 * UTF-8; the host sees to that. A line that is refused half-way may leave entries in the dictionaries that no work uses.
 */
import { afterAll } from './areas';
export { addressSpans } from './addresses';
import { beginNowhere } from './authorships';
import { LOST } from './json';
import { beginKnown } from './known';
import { dropRows, flushRows, forgetRows, keepRows } from './rows';
import { readWork } from './work';
import { writeWork } from './write';

/** Where the bytes to be read go; the host makes the memory as large as they need. */
export const input: usize = afterAll();

/** Records of the file so far, which the host counts on; and lines passed since the host last looked. */
export let records: u32 = 0;
export let lines: u32 = 0;
/** Where the scanner stopped: at the line that it left to the host, or behind the last. */
export let position: usize = 0;

/** Answers of `scan`. */
const DONE: i32 = 0;
const UNSURE: i32 = 1;
const FULL: i32 = 2;

/** Reads the lines from `p` to `end`, each of which ends in a line feed, until `most` records are there. */
export function scan(p: usize, end: usize, most: u32): i32 {
  while (p < end) {
    if (records >= most) {
      position = p;
      return FULL;
    }
    const after = readWork(p);
    if (after == LOST || !writeWork(records + 1)) {
      dropRows();
      position = p;
      return UNSURE;
    }
    keepRows();
    records++;
    lines++;
    p = after + 1;
  }
  position = p;
  return records >= most ? FULL : DONE;
}

/** Begins a segment; true where what was interned before is forgotten, so that numbers of objects begin again. */
export function begin(): bool {
  forgetRows();
  beginNowhere();
  return beginKnown();
}

/** Hands over the rows that are left. */
export function finish(): void {
  flushRows();
}
