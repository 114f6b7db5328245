/**
 * Walking over JSON as bytes, as strictly as `JSON.parse` does (RFC 8259). Every function takes a position and gives the
 * position after what it read, or 0 (`LOST`) where that is no JSON or is nested deeper than 29 levels; whoever called
 * then leaves the line to `JSON.parse`. No function needs to know where the data ends: a line feed stands after the last
 * byte, no value may hold one, and eighty bytes more may be read behind it.
 */
export const LOST: usize = 0;

export const QUOTE: u32 = 0x22;
export const BACKSLASH: u32 = 0x5c;
export const COMMA: u32 = 0x2c;
export const COLON: u32 = 0x3a;
export const OPEN_OBJECT: u32 = 0x7b;
export const CLOSE_OBJECT: u32 = 0x7d;
export const OPEN_ARRAY: u32 = 0x5b;
export const CLOSE_ARRAY: u32 = 0x5d;
export const SPACE: u32 = 0x20;
export const LINE_FEED: u32 = 0x0a;
const MINUS: u32 = 0x2d;

/** Past spaces and tabs. A carriage return is space too, as it stands before the end of a line of Windows. */
export function skipSpace(p: usize): usize {
  while (true) {
    const c: u32 = load<u8>(p);
    if (c != SPACE && c != 0x09 && c != 0x0d) return p;
    p++;
  }
}

/** A bit for each of the sixteen bytes at `p` that is a quote, a backslash or a control character. */
function marksAt(p: usize): i32 {
  const bytes = v128.load(p);
  return i8x16.bitmask(
    v128.or(
      v128.or(i8x16.eq(bytes, i8x16.splat(0x22)), i8x16.eq(bytes, i8x16.splat(0x5c))),
      i8x16.lt_u(bytes, i8x16.splat(0x20)),
    ),
  );
}

/** In a string: onto the next quote, backslash or control character. */
export function skipPlain(p: usize): usize {
  while (true) {
    const marks = marksAt(p);
    if (marks != 0) return p + ctz(marks);
    p += 16;
  }
}

/** `p` stands after an opening quote: past the closing one where that is near and nothing is escaped, as in most strings. */
function skipShortString(p: usize): usize {
  const marks = marksAt(p);
  const end = p + ctz(marks);
  return marks != 0 && load<u8>(end) == QUOTE ? end + 1 : LOST;
}

/** `p` stands after an opening quote: past the closing one. */
export function skipString(p: usize): usize {
  while (true) {
    p = skipPlain(p);
    const c: u32 = load<u8>(p++);
    if (c == QUOTE) return p;
    if (c != BACKSLASH) return LOST;
    p = skipEscape(p);
    if (p == LOST) return LOST;
  }
}

/** `p` stands after a backslash. */
function skipEscape(p: usize): usize {
  const c: u32 = load<u8>(p);
  if (c != 0x75) {
    const known =
      c == QUOTE ||
      c == BACKSLASH ||
      c == 0x2f ||
      c == 0x62 ||
      c == 0x66 ||
      c == 0x6e ||
      c == 0x72 ||
      c == 0x74;
    return known ? p + 1 : LOST;
  }
  for (let i: usize = 1; i <= 4; i++) {
    const digit: u32 = load<u8>(p + i);
    const letter = digit | 0x20;
    if (!isDigit(digit) && (letter < 0x61 || letter > 0x66)) return LOST;
  }
  return p + 5;
}

export function isDigit(c: u32): bool {
  return c - 0x30 <= 9;
}

/** `p` stands on a number: past it. */
export function skipNumber(p: usize): usize {
  let c: u32 = load<u8>(p);
  if (c == MINUS) c = load<u8>(++p);
  if (c == 0x30) c = load<u8>(++p);
  else if (isDigit(c)) {
    do c = load<u8>(++p);
    while (isDigit(c));
  } else return LOST;
  if (c == 0x2e) {
    c = load<u8>(++p);
    if (!isDigit(c)) return LOST;
    do c = load<u8>(++p);
    while (isDigit(c));
  }
  if ((c | 0x20) == 0x65) {
    c = load<u8>(++p);
    if (c == 0x2b || c == MINUS) c = load<u8>(++p);
    if (!isDigit(c)) return LOST;
    do c = load<u8>(++p);
    while (isDigit(c));
  }
  return p;
}

/** The words of JSON, as four bytes of a little-endian number; `false` by its last four. */
const TRUE: u32 = 0x65757274;
const ALSE: u32 = 0x65736c61;
const NULL: u32 = 0x6c6c756e;

export function isTrue(p: usize): bool {
  return load<u32>(p) == TRUE;
}

export function isFalse(p: usize): bool {
  return load<u8>(p) == 0x66 && load<u32>(p + 1) == ALSE;
}

/** Past `null`. */
export function skipNull(p: usize): usize {
  return load<u32>(p) == NULL ? p + 4 : LOST;
}

/** `p` stands on a number or one of the three words: past it. */
function skipScalar(p: usize): usize {
  const c: u32 = load<u8>(p);
  if (c == 0x74) return isTrue(p) ? p + 4 : LOST;
  if (c == 0x66) return isFalse(p) ? p + 5 : LOST;
  if (c == 0x6e) return skipNull(p);
  return skipNumber(p);
}

/** Where one level more could no longer be remembered. */
const DEEPEST: u32 = 1 << 30;

/** `p` stands on a value of any kind: past it. */
export function skipValue(p: usize): usize {
  // One bit a level below a leading 1: 1 inside an object, 0 inside an array and where the value itself stands.
  let open: u32 = 2;
  while (true) {
    if (open & 1) {
      p = skipKey(p);
      if (p == LOST) return LOST;
    }
    const c: u32 = load<u8>(p);
    if (c == QUOTE) {
      const from = p + 1;
      p = skipShortString(from);
      if (p == LOST) p = skipString(from);
    } else if (c == OPEN_OBJECT || c == OPEN_ARRAY) {
      if (open >= DEEPEST) return LOST;
      open = (open << 1) | u32(c == OPEN_OBJECT);
      p++;
      if (load<u8>(p) <= SPACE) p = skipSpace(p);
      // The closing bracket is the opening one + 2, of both kinds.
      if (load<u8>(p) != c + 2) continue;
    } else if (c - 0x31 <= 8) {
      // A whole number, as nearly all are, without a call.
      const from = p;
      let d: u32 = load<u8>(++p);
      while (isDigit(d)) d = load<u8>(++p);
      if (d == 0x2e || (d | 0x20) == 0x65) p = skipNumber(from);
    } else p = skipScalar(p);
    if (p == LOST) return LOST;
    // After a value: brackets that close, then a comma, or the end of it all.
    while (true) {
      if (open == 2) return p;
      let d: u32 = load<u8>(p);
      if (d <= SPACE) {
        p = skipSpace(p);
        d = load<u8>(p);
      }
      p++;
      if (d == COMMA) {
        if (load<u8>(p) <= SPACE) p = skipSpace(p);
        break;
      }
      if (d != (open & 1 ? CLOSE_OBJECT : CLOSE_ARRAY)) return LOST;
      open >>= 1;
    }
  }
}

/** `p` stands on a key: past it and its colon, onto the value. */
function skipKey(p: usize): usize {
  if (load<u8>(p) != QUOTE) return LOST;
  const from = p + 1;
  p = skipShortString(from);
  if (p == LOST) p = skipString(from);
  if (p == LOST) return LOST;
  if (load<u8>(p) <= SPACE) p = skipSpace(p);
  if (load<u8>(p) != COLON) return LOST;
  p++;
  return load<u8>(p) <= SPACE ? skipSpace(p) : p;
}
