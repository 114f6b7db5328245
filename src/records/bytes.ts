/**
 * Walking over JSON as bytes. Every function takes a position and returns the position after what it read, or −1
 * where it is not sure; whoever called then leaves the line to `JSON.parse`. Nothing here allocates.
 */
export const QUOTE = 0x22;
export const BACKSLASH = 0x5c;
export const LETTER_N = 0x6e;
export const COMMA = 0x2c;
export const COLON = 0x3a;
export const OPEN_OBJECT = 0x7b;
export const CLOSE_OBJECT = 0x7d;
export const OPEN_ARRAY = 0x5b;
export const CLOSE_ARRAY = 0x5d;

/** Past spaces, tabs and line ends. */
export function skipSpace(b: Uint8Array, p: number, end: number): number {
  while (p < end) {
    const c = b[p];
    if (c !== 0x20 && c !== 0x09 && c !== 0x0a && c !== 0x0d) break;
    p++;
  }
  return p;
}

/** `p` stands after an opening quote: past the closing one. */
export function skipString(b: Uint8Array, p: number, end: number): number {
  while (p < end) {
    const c = b[p++];
    if (c === QUOTE) return p;
    if (c === BACKSLASH) p++;
  }
  return -1;
}

/** `p` stands on `{` or `[`: past the bracket that closes it. */
export function skipContainer(b: Uint8Array, p: number, end: number): number {
  let depth = 0;
  while (p < end) {
    const c = b[p++];
    if (c === QUOTE) {
      // Inlined: nearly all bytes of a record are inside strings that are skipped.
      for (;;) {
        if (p >= end) return -1;
        const s = b[p++];
        if (s === QUOTE) break;
        if (s === BACKSLASH) p++;
      }
    } else if (c === OPEN_OBJECT || c === OPEN_ARRAY) depth++;
    else if ((c === CLOSE_OBJECT || c === CLOSE_ARRAY) && --depth === 0) return p;
  }
  return -1;
}

/** `p` stands on a value of any kind: past it. */
export function skipValue(b: Uint8Array, p: number, end: number): number {
  if (p >= end) return -1;
  const c = b[p];
  if (c === QUOTE) return skipString(b, p + 1, end);
  if (c === OPEN_OBJECT || c === OPEN_ARRAY) return skipContainer(b, p, end);
  const start = p;
  while (p < end) {
    const d = b[p];
    if (d === COMMA || d === CLOSE_OBJECT || d === CLOSE_ARRAY || d <= 0x20) break;
    if (d === QUOTE || d === OPEN_OBJECT || d === OPEN_ARRAY || d === COLON) return -1;
    p++;
  }
  return p > start ? p : -1;
}

/** Whether the bytes at `p` are exactly `word`. */
export function matches(b: Uint8Array, p: number, end: number, word: Uint8Array): boolean {
  const n = word.length;
  if (p + n > end) return false;
  for (let i = 0; i < n; i++) if (b[p + i] !== word[i]) return false;
  return true;
}
