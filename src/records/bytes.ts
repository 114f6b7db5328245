/**
 * Walking over JSON as bytes, as strictly as `JSON.parse` does (RFC 8259). Every function takes a position and returns
 * the position after what it read, or −1 where that is no JSON, is cut off at `end`, or is nested deeper than 29
 * levels; whoever called then leaves the line to `JSON.parse`. Nothing here allocates.
 *
 * The names of bytes are not exported: V8 folds a module's own constants into its code, but not those that cross a
 * module's border, which costs a fifth of the speed.
 */
const QUOTE = 0x22;
const BACKSLASH = 0x5c;
const COMMA = 0x2c;
const COLON = 0x3a;
const OPEN_OBJECT = 0x7b;
const CLOSE_OBJECT = 0x7d;
const OPEN_ARRAY = 0x5b;
const CLOSE_ARRAY = 0x5d;
const MINUS = 0x2d;
const SPACE = 0x20;

/** In a string, 1 for the bytes that end it or need a look: quotes, backslashes, control characters. */
const SPECIAL = Uint8Array.from({ length: 256 }, (_, c) =>
  c === QUOTE || c === BACKSLASH || c < SPACE ? 1 : 0,
);

/** Past spaces, tabs and line ends. */
export function skipSpace(b: Uint8Array, p: number, end: number): number {
  while (p < end) {
    const c = b[p];
    if (c !== SPACE && c !== 0x09 && c !== 0x0a && c !== 0x0d) break;
    p++;
  }
  return p;
}

/** In a string: onto the next quote, backslash or control character, or `end`. */
export function skipPlain(b: Uint8Array, p: number, end: number): number {
  // Most bytes of a record are in strings that are skipped: four at a time.
  while (p + 4 <= end) {
    if (SPECIAL[b[p]] !== 0) return p;
    if (SPECIAL[b[p + 1]] !== 0) return p + 1;
    if (SPECIAL[b[p + 2]] !== 0) return p + 2;
    if (SPECIAL[b[p + 3]] !== 0) return p + 3;
    p += 4;
  }
  while (p < end && SPECIAL[b[p]] === 0) p++;
  return p;
}

/** `p` stands after an opening quote: past the closing one. */
export function skipString(b: Uint8Array, p: number, end: number): number {
  for (;;) {
    p = skipPlain(b, p, end);
    if (p >= end) return -1;
    const c = b[p++];
    if (c === QUOTE) return p;
    if (c !== BACKSLASH) return -1;
    p = skipEscape(b, p, end);
    if (p < 0) return -1;
  }
}

/** `p` stands after a backslash. */
function skipEscape(b: Uint8Array, p: number, end: number): number {
  if (p >= end) return -1;
  if (b[p] !== 0x75) return '"\\/bfnrt'.includes(String.fromCharCode(b[p])) ? p + 1 : -1;
  if (p + 5 > end) return -1;
  for (let i = 1; i <= 4; i++) {
    const letter = b[p + i] | 0x20;
    if (!isDigit(b[p + i]) && (letter < 0x61 || letter > 0x66)) return -1;
  }
  return p + 5;
}

const isDigit = (c: number): boolean => c >= 0x30 && c <= 0x39;

/** `p` stands on a number: past it. Looks at the byte after it, so a number that `end` cuts is refused. */
export function skipNumber(b: Uint8Array, p: number, end: number): number {
  let c = b[p];
  if (c === MINUS) c = b[++p];
  if (c === 0x30) c = b[++p];
  else if (isDigit(c))
    do c = b[++p];
    while (isDigit(c));
  else return -1;
  if (c === 0x2e) {
    c = b[++p];
    if (!isDigit(c)) return -1;
    do c = b[++p];
    while (isDigit(c));
  }
  if (c === 0x65 || c === 0x45) {
    c = b[++p];
    if (c === 0x2b || c === MINUS) c = b[++p];
    if (!isDigit(c)) return -1;
    do c = b[++p];
    while (isDigit(c));
  }
  return p <= end ? p : -1;
}

const [TRUE, FALSE, NULL] = ['true', 'false', 'null'].map((word) => Buffer.from(word));

/** `p` stands on a number or one of the three words: past it. */
function skipScalar(b: Uint8Array, p: number, end: number): number {
  const c = b[p];
  if (c === 0x74) return matches(b, p, end, TRUE) ? p + 4 : -1;
  if (c === 0x66) return matches(b, p, end, FALSE) ? p + 5 : -1;
  if (c === 0x6e) return matches(b, p, end, NULL) ? p + 4 : -1;
  return skipNumber(b, p, end);
}

/** Where one level more could no longer be remembered. */
const DEEPEST = 1 << 29;

/** `p` stands on a value of any kind: past it. */
export function skipValue(b: Uint8Array, p: number, end: number): number {
  // One bit a level below a leading 1: 1 inside an object, 0 inside an array.
  let open = 1;
  for (;;) {
    const c = b[p];
    if (c === QUOTE) p = skipString(b, p + 1, end);
    else if (c === OPEN_OBJECT || c === OPEN_ARRAY) {
      if (open >= DEEPEST) return -1;
      open = (open << 1) | (c === OPEN_OBJECT ? 1 : 0);
      p++;
      if (b[p] <= SPACE) p = skipSpace(b, p, end);
      if (b[p] !== (c === OPEN_OBJECT ? CLOSE_OBJECT : CLOSE_ARRAY)) {
        if (c === OPEN_OBJECT) p = skipKey(b, p, end);
        if (p < 0) return -1;
        continue;
      }
    } else p = skipScalar(b, p, end);
    if (p < 0) return -1;
    // After a value: brackets that close, then a comma, or the end of it all.
    for (;;) {
      if (open === 1) return p <= end ? p : -1;
      if (b[p] <= SPACE) p = skipSpace(b, p, end);
      const d = b[p++];
      if (d === COMMA) {
        if (b[p] <= SPACE) p = skipSpace(b, p, end);
        if ((open & 1) === 1) p = skipKey(b, p, end);
        if (p < 0) return -1;
        break;
      }
      if (d !== ((open & 1) === 1 ? CLOSE_OBJECT : CLOSE_ARRAY)) return -1;
      open >>= 1;
    }
  }
}

/** `p` stands on a key: past it and its colon, onto the value. */
function skipKey(b: Uint8Array, p: number, end: number): number {
  if (b[p] !== QUOTE) return -1;
  p = skipString(b, p + 1, end);
  if (p < 0) return -1;
  if (b[p] <= SPACE) p = skipSpace(b, p, end);
  if (b[p] !== COLON) return -1;
  p++;
  return b[p] <= SPACE ? skipSpace(b, p, end) : p;
}

/** Whether the bytes at `p` are exactly `word`. */
export function matches(b: Uint8Array, p: number, end: number, word: Uint8Array): boolean {
  const n = word.length;
  if (p + n > end) return false;
  for (let i = 0; i < n; i++) if (b[p + i] !== word[i]) return false;
  return true;
}
