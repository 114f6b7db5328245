import { FLUSH, mentionsRows, worksRows } from './areas';
import { flush } from './host';

/*
 * Rows of CSV as `readRelation` reads them: numbers digit by digit, text quoted only where it must be, null as nothing.
 * What a line wrote counts only once `keepRows` says so, so that a line that turns out unsure leaves nothing.
 */

const QUOTE: u32 = 0x22;
const COMMA: u32 = 0x2c;
const LINE_FEED: u32 = 0x0a;

/** Where the next byte goes, in the rows of works and in those of mentions. */
let work: usize = worksRows;
let mention: usize = mentionsRows;
/** Where the rows end that count. */
let keptWorks: usize = worksRows;
let keptMentions: usize = mentionsRows;

export function dropRows(): void {
  work = keptWorks;
  mention = keptMentions;
}

export function keepRows(): void {
  keptWorks = work;
  keptMentions = mention;
  if (work >= worksRows + FLUSH || mention >= mentionsRows + FLUSH) flushRows();
}

export function flushRows(): void {
  if (keptWorks > worksRows) flush(0, worksRows, keptWorks);
  if (keptMentions > mentionsRows) flush(1, mentionsRows, keptMentions);
  forgetRows();
}

/** Those of a segment that was given up. */
export function forgetRows(): void {
  keptWorks = worksRows;
  keptMentions = mentionsRows;
  dropRows();
}

/** One row of `mentions`: whole numbers, none negative. */
export function mentionRow(row: u32, author: u32, among: u32, institution: u32): void {
  let p = digits(mention, row);
  store<u8>(p, u8(COMMA));
  p = digits(p + 1, author);
  store<u8>(p, u8(COMMA));
  p = digits(p + 1, among);
  store<u8>(p, u8(COMMA));
  p = digits(p + 1, institution);
  store<u8>(p, u8(LINE_FEED));
  mention = p + 1;
}

/** A field of a row of `works`, and the comma after it. */
export function wholeNumber(value: u64): void {
  work = digits(work, value);
  nothing();
}

/** Null. */
export function nothing(): void {
  store<u8>(work++, u8(COMMA));
}

/** A text, and where it was cut an ellipsis. */
export function textField(from: usize, to: usize, cut: bool): void {
  const quoted = needsQuotes(from, to);
  let out = work;
  if (quoted) {
    store<u8>(out++, u8(QUOTE));
    for (let p = from; p < to; p++) {
      const c: u32 = load<u8>(p);
      if (c == QUOTE) store<u8>(out++, u8(QUOTE));
      store<u8>(out++, u8(c));
    }
  } else {
    memory.copy(out, from, to - from);
    out += to - from;
  }
  if (cut) {
    // The character `…` in UTF-8.
    store<u16>(out, 0x80e2);
    store<u8>(out, 0xa6, 2);
    out += 3;
  }
  if (quoted) store<u8>(out++, u8(QUOTE));
  work = out;
  nothing();
}

/** Whether a quote, a comma or a line end is in it. */
function needsQuotes(from: usize, to: usize): bool {
  for (let p = from; p < to; p += 16) {
    const bytes = v128.load(p);
    const marks = i8x16.bitmask(
      v128.or(
        v128.or(i8x16.eq(bytes, i8x16.splat(0x22)), i8x16.eq(bytes, i8x16.splat(0x2c))),
        v128.or(i8x16.eq(bytes, i8x16.splat(0x0a)), i8x16.eq(bytes, i8x16.splat(0x0d))),
      ),
    );
    if (marks != 0) return p + ctz(marks) < to;
  }
  return false;
}

export function endRow(): void {
  store<u8>(work - 1, u8(LINE_FEED));
}

function digits(p: usize, value: u64): usize {
  let count: usize = 1;
  for (let rest = value; rest >= 10; rest /= 10) count++;
  const end = p + count;
  for (let rest = value, q = end; q > p; rest /= 10) store<u8>(--q, u8(0x30 + (rest % 10)));
  return end;
}
