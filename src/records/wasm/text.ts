import { LONGEST_TEXT, reserve } from './areas';

/** A text without its escapes lies here. */
const plainBytes: usize = reserve(usize(LONGEST_TEXT) + 32);

/** What `read` gave: where the bytes of the text lie. */
export let plainFrom: usize = 0;
export let plainTo: usize = 0;

/** A string of a record, as it stands between its quotes. Lies in an area: nothing here is on a heap. */
@unmanaged
export class Text {
  /** 0 for null. */
  from: usize;
  to: usize;
  escaped: bool;
}

export function reserveText(): Text {
  return changetype<Text>(reserve(offsetof<Text>()));
}

/** The bytes that a text means, told in `plainFrom` and `plainTo`: none where it is null or blank; false where it is too long for here. */
export function plain(text: Text): bool {
  plainFrom = text.from;
  plainTo = text.from;
  if (text.from == 0) return true;
  if (text.to - text.from > usize(LONGEST_TEXT)) return false;
  if (text.escaped) {
    plainFrom = plainBytes;
    plainTo = unescape(text.from, text.to);
  } else plainTo = text.to;
  if (isBlank(plainFrom, plainTo)) plainTo = plainFrom;
  return true;
}

/** Writes what a string of JSON means into `plainBytes`; gives its end. A lone surrogate becomes U+FFFD. */
function unescape(from: usize, to: usize): usize {
  let out = plainBytes;
  for (let p = from; p < to;) {
    const c: u32 = load<u8>(p++);
    if (c != 0x5c) {
      store<u8>(out++, u8(c));
      continue;
    }
    const letter: u32 = load<u8>(p++);
    if (letter != 0x75) {
      store<u8>(out++, u8(meaning(letter)));
      continue;
    }
    let point = hexadecimal(p);
    p += 4;
    if (point >= 0xd800 && point < 0xe000) {
      const pair = point < 0xdc00 && p + 6 <= to && load<u16>(p) == 0x755c ? hexadecimal(p + 2) : 0;
      if (pair >= 0xdc00 && pair < 0xe000) {
        point = 0x10000 + ((point - 0xd800) << 10) + (pair - 0xdc00);
        p += 6;
      } else point = 0xfffd;
    }
    out = encode(out, point);
  }
  return out;
}

/** What the letter after a backslash stands for. */
function meaning(letter: u32): u32 {
  if (letter == 0x62) return 0x08;
  if (letter == 0x66) return 0x0c;
  if (letter == 0x6e) return 0x0a;
  if (letter == 0x72) return 0x0d;
  return letter == 0x74 ? 0x09 : letter;
}

/** Four digits; a letter has its low bits nine below its value. */
function hexadecimal(p: usize): u32 {
  let value: u32 = 0;
  for (let i: usize = 0; i < 4; i++) {
    const c: u32 = load<u8>(p + i);
    value = (value << 4) | ((c & 0xf) + (c >= 0x41 ? 9 : 0));
  }
  return value;
}

function encode(out: usize, point: u32): usize {
  if (point < 0x80) {
    store<u8>(out, u8(point));
    return out + 1;
  }
  if (point < 0x800) {
    store<u8>(out, u8(0xc0 | (point >> 6)));
    store<u8>(out, u8(0x80 | (point & 0x3f)), 1);
    return out + 2;
  }
  if (point < 0x10000) {
    store<u8>(out, u8(0xe0 | (point >> 12)));
    store<u8>(out, u8(0x80 | ((point >> 6) & 0x3f)), 1);
    store<u8>(out, u8(0x80 | (point & 0x3f)), 2);
    return out + 3;
  }
  store<u8>(out, u8(0xf0 | (point >> 18)));
  store<u8>(out, u8(0x80 | ((point >> 12) & 0x3f)), 1);
  store<u8>(out, u8(0x80 | ((point >> 6) & 0x3f)), 2);
  store<u8>(out, u8(0x80 | (point & 0x3f)), 3);
  return out + 4;
}

/** Whether nothing but what `String.trim` takes away is there. */
export function isBlank(from: usize, to: usize): bool {
  for (let p = from; p < to;) {
    const c: u32 = load<u8>(p);
    if (c < 0x80) {
      if (c != 0x20 && c - 9 > 4) return false;
      p++;
      continue;
    }
    const width = spaceWidth(c, p + 1 < to ? load<u8>(p + 1) : 0, p + 2 < to ? load<u8>(p + 2) : 0);
    if (width == 0) return false;
    p += width;
  }
  return true;
}

/** Bytes of the Unicode space that these begin with: U+00A0, 1680, 2000–200A, 2028, 2029, 202F, 205F, 3000, FEFF; else 0. */
function spaceWidth(a: u32, b: u32, c: u32): usize {
  if (a == 0xc2) return b == 0xa0 ? 2 : 0;
  if (a == 0xe1) return b == 0x9a && c == 0x80 ? 3 : 0;
  if (a == 0xe2 && b == 0x80) return (c >= 0x80 && c <= 0x8a) || c == 0xa8 || c == 0xa9 || c == 0xaf ? 3 : 0;
  if (a == 0xe2) return b == 0x81 && c == 0x9f ? 3 : 0;
  if (a == 0xe3) return b == 0x80 && c == 0x80 ? 3 : 0;
  return a == 0xef && b == 0xbb && c == 0xbf ? 3 : 0;
}

/** Where the text ends that holds so many characters of this one; `to` where it has no more. */
export function afterCharacters(from: usize, to: usize, most: u32): usize {
  let characters: u32 = 0;
  for (let p = from; p < to; p++) {
    if ((load<u8>(p) & 0xc0) == 0x80) continue;
    if (characters++ == most) return p;
  }
  return to;
}
