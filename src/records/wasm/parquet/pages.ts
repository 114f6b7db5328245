import { emptied } from './heap';
import { idOf } from './host';
import { hybrid } from './hybrid';
import { ADDRESS, BOOLEAN, INT32, INT64, Leaf, REPEATED, TEXT, WORK_ID } from './leaf';
import { CODES, SHORT, expectSupported } from './unsupported';
import { addressNumber, beUtf8, numberOf } from './texts';

/** How values stand in a page. */
const PLAIN: i32 = 0;
const CODED: i32 = 1; // places in the dictionary
const RUNS: i32 = 2; // booleans in runs, with their length before them

/** Gives a leaf the dictionary of its group of rows: `count` values from `from` up to `to`. */
export function dictionary(leaf: Leaf, from: usize, to: usize, count: i32): void {
  expectSupported(count >= 0, SHORT);
  leaf.entries = count;
  leaf.known = emptied(leaf.knownBuffer, usize(count) * bytesOf(leaf.kind));
  workOut(leaf.kind, from, to, u32(count), leaf.known);
}

/** Gives a leaf its next page: so many entries, where the bytes of their levels and of the values stand, and how these do. */
export function turnTo(
  leaf: Leaf,
  levels: u32,
  repetition: usize,
  repetitionEnd: usize,
  definition: usize,
  definitionEnd: usize,
  from: usize,
  to: usize,
  how: i32,
): void {
  let count = levels;
  leaf.repetition = 0;
  leaf.definition = 0;
  if (leaf.repeats > 0) {
    leaf.repetition = emptied(leaf.repetitionBuffer, levels);
    hybrid<u8>(repetition, repetitionEnd, widthOf(leaf.repeats), leaf.repetition, levels, 0);
  }
  if (leaf.greatest > 0) {
    leaf.definition = emptied(leaf.definitionBuffer, levels);
    count = hybrid<u8>(
      definition,
      definitionEnd,
      widthOf(leaf.greatest),
      leaf.definition,
      levels,
      leaf.greatest,
    );
  }
  leaf.level = 0;
  leaf.levels = levels;
  leaf.value = -1;
  leaf.values = emptied(leaf.valuesBuffer, usize(count) * bytesOf(leaf.kind));
  if (leaf.kind == BOOLEAN) booleans(from, to, count, how, leaf.values);
  else if (how == CODED) coded(leaf, from, to, count);
  else {
    expectSupported(how == PLAIN, CODES);
    workOut(leaf.kind, from, to, count, leaf.values);
  }
}

function widthOf(greatest: u32): u32 {
  return 32 - clz(greatest);
}

function bytesOf(kind: i32): usize {
  if (kind == BOOLEAN) return 1;
  return isNumbered(kind) ? 4 : 8;
}

/** Whether texts are known by their numbers. */
function isNumbered(kind: i32): bool {
  return kind == REPEATED || kind == ADDRESS;
}

function coded(leaf: Leaf, from: usize, to: usize, count: u32): void {
  expectSupported(leaf.entries >= 0 && (count == 0 || from < to), CODES);
  const width: u32 = count == 0 ? 0 : load<u8>(from);
  const values = leaf.values;
  const known = leaf.known;
  const entries = u32(leaf.entries);
  // The codes themselves stand where the last of the values will: each is read before anything is written over it.
  const numbered = isNumbered(leaf.kind);
  const codes = numbered ? values : values + usize(count) * 4;
  if (width == 0) memory.fill(codes, 0, usize(count) * 4);
  else hybrid<u32>(from + 1, to, width, codes, count, 0);
  for (let i: usize = 0; i < usize(count); i++) {
    const code = load<u32>(codes + i * 4);
    expectSupported(code < entries, CODES);
    if (numbered) store<u32>(values + i * 4, load<u32>(known + usize(code) * 4));
    else store<u64>(values + i * 8, load<u64>(known + usize(code) * 8));
  }
}

function booleans(from: usize, to: usize, count: u32, how: i32, out: usize): void {
  expectSupported(how != CODED, CODES);
  if (how == RUNS) {
    hybrid<u8>(from + 4, to, 1, out, count, 0);
    return;
  }
  expectSupported(from + usize((count + 7) >> 3) <= to, SHORT);
  for (let i: usize = 0; i < usize(count); i++)
    store<u8>(out + i, (load<u8>(from + (i >> 3)) >> u8(i & 7)) & 1);
}

/** What plain values come to. Each has four bytes at least: whoever claims more of them than fit is not believed. */
function workOut(kind: i32, from: usize, to: usize, count: u32, out: usize): void {
  expectSupported(kind != BOOLEAN && u64(from) + u64(count) * u64(kind == INT64 ? 8 : 4) <= u64(to), SHORT);
  if (kind == INT32 || kind == INT64) {
    numbers(kind, from, count, out);
    return;
  }
  let at = from;
  for (let i: usize = 0; i < usize(count); i++) {
    expectSupported(at + 4 <= to, SHORT);
    const size = load<u32>(at);
    at += 4;
    expectSupported(u64(at) + u64(size) <= u64(to), SHORT);
    const end = at + usize(size);
    if (kind == REPEATED) store<i32>(out + i * 4, numberOf(at, end));
    else if (kind == ADDRESS) store<i32>(out + i * 4, addressNumber(at, end));
    else if (kind == TEXT) {
      store<u32>(out + i * 8, u32(at));
      store<u32>(out + i * 8, u32(end), 4);
    } else store<u64>(out + i * 8, identifier(at, end, kind == WORK_ID ? 0x57 : 0x41));
    at = end;
  }
}

function numbers(kind: i32, from: usize, count: u32, out: usize): void {
  for (let i: usize = 0; i < usize(count); i++)
    store<f64>(out + i * 8, kind == INT32 ? f64(load<i32>(from + i * 4)) : f64(load<i64>(from + i * 8)));
}

/** `https://openalex.org/` in words of eight bytes, up to the letter and the digits. */
const HTTPS: u64 = 0x2f2f3a7370747468;
const OPENALEX: u64 = 0x78656c616e65706f;
const ORG: u32 = 0x67726f2e;
const DIGITS: usize = 22;

/** The number in an id of OpenAlex with this letter, 0 where it is none. */
function identifier(from: usize, to: usize, letter: u32): u64 {
  const digits = to - from - DIGITS;
  let usual =
    to > from + DIGITS &&
    digits <= 15 &&
    load<u64>(from) == HTTPS &&
    load<u64>(from, 8) == OPENALEX &&
    load<u32>(from, 16) == ORG &&
    load<u8>(from, 20) == 0x2f &&
    load<u8>(from, 21) == letter;
  let number: u64 = 0;
  for (let p = from + DIGITS; usual && p < to; p++) {
    const digit: u32 = u32(load<u8>(p)) - 0x30;
    usual = digit <= 9;
    number = number * 10 + digit;
  }
  if (usual) return number;
  beUtf8(from, to);
  return u64(idOf(from, to, letter));
}
