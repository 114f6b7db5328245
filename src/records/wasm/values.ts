import {
  CLOSE_ARRAY,
  CLOSE_OBJECT,
  COMMA,
  isDigit,
  isFalse,
  isTrue,
  LOST,
  OPEN_ARRAY,
  OPEN_OBJECT,
  QUOTE,
  skipNull,
  skipPlain,
  skipSpace,
  skipString,
  SPACE,
} from './json';

/** The greatest whole number that a column of the relations holds (INTEGER). */
const GREATEST: u64 = 0x7fffffff;
/** Digits that a number of JavaScript holds exactly. */
const MOST_DIGITS: usize = 15;

/** What the functions below read last. */
export let number: u64 = 0;
export let textFrom: usize = 0;
export let textTo: usize = 0;
/** Whether there are escapes between the two. */
export let textEscaped: bool = false;

/** For `boolean`, and for whole numbers that may be null. */
export const NONE: i32 = -1;

function digits(p: usize): usize {
  let value: u64 = 0;
  while (true) {
    const c: u32 = load<u8>(p);
    if (!isDigit(c)) break;
    value = value * 10 + u64(c - 0x30);
    p++;
  }
  number = value;
  return p;
}

/** An id such as `"https://openalex.org/W123"`, of the kind of that letter, told in `number`; 0 for null. */
export function id(p: usize, letter: u32): usize {
  if (load<u8>(p) != QUOTE) {
    number = 0;
    return skipNull(p);
  }
  // `"https://openalex.org/`, sixteen bytes and the last eight of 22.
  const head = i8x16.eq(
    v128.load(p),
    i8x16(0x22, 0x68, 0x74, 0x74, 0x70, 0x73, 0x3a, 0x2f, 0x2f, 0x6f, 0x70, 0x65, 0x6e, 0x61, 0x6c, 0x65),
  );
  if (!i8x16.all_true(head) || load<u64>(p + 14) != 0x2f67726f2e78656c || load<u8>(p + 22) != letter)
    return LOST;
  const from = p + 23;
  p = digits(from);
  return p != from && p - from <= MOST_DIGITS && load<u8>(p) == QUOTE ? p + 1 : LOST;
}

/** A string, told in `textFrom`, `textTo`, `textEscaped`; null has `textFrom` 0. */
export function string(p: usize): usize {
  if (load<u8>(p) != QUOTE) {
    textFrom = 0;
    return skipNull(p);
  }
  const from = p + 1;
  p = skipPlain(from);
  textFrom = from;
  textEscaped = load<u8>(p) != QUOTE;
  if (textEscaped) {
    p = skipString(from);
    if (p == LOST) return LOST;
    p--;
  }
  textTo = p;
  return p + 1;
}

/** A whole number without sign, fraction or exponent, told in `number`; null has `u64.MAX_VALUE`. */
export function integer(p: usize): usize {
  const from = p;
  p = digits(from);
  if (p == from) {
    number = u64.MAX_VALUE;
    return skipNull(from);
  }
  if (p - from > MOST_DIGITS || number > GREATEST || (load<u8>(from) == 0x30 && p > from + 1)) return LOST;
  const c: u32 = load<u8>(p);
  return c == COMMA || c == CLOSE_OBJECT || c <= SPACE ? p : LOST;
}

/** Told in `number`: 1, 0, or `u64.MAX_VALUE` for null. */
export function boolean(p: usize): usize {
  if (isTrue(p)) {
    number = 1;
    return p + 4;
  }
  if (isFalse(p)) {
    number = 0;
    return p + 5;
  }
  number = u64.MAX_VALUE;
  return skipNull(p);
}

/** Whether `element` found that the array had ended. */
export let ended: bool = false;

/** Onto the next object of the array entered, or past its end; lost where something else stands there. */
export function element(p: usize): usize {
  const first = load<u8>(p - 1) == OPEN_ARRAY;
  p = skipSpace(p);
  let c: u32 = load<u8>(p);
  ended = c == CLOSE_ARRAY;
  if (ended) return p + 1;
  if (!first) {
    if (c != COMMA) return LOST;
    p = skipSpace(p + 1);
    c = load<u8>(p);
  }
  return c == OPEN_OBJECT ? p : LOST;
}

/** Whether an array that opens at `p` closes at once. */
export function isEmptyArray(p: usize): bool {
  return load<u8>(p) == OPEN_ARRAY && load<u8>(skipSpace(p + 1)) == CLOSE_ARRAY;
}
