import { isUtf8 } from './host';
import { find, keep, newRuns, Runs } from './runs';
import { NO_UTF8, expectSupported } from './unsupported';

/** Texts that repeat, of all leaves, from one file to the next. */
let texts: Runs = changetype<Runs>(0);

export function beginTexts(): void {
  texts = newRuns();
}

/** The number of a text. */
export function numberOf(from: usize, to: usize): i32 {
  const known = find(texts, from, to);
  if (known >= 0) return known;
  beUtf8(from, to);
  return keep(texts, from, to);
}

export function textBegin(number: u32): usize {
  return texts.bytes.at + load<u32>(texts.starts.at + usize(number) * 4);
}

/** Bytes of all of them. */
export function textBytes(): u32 {
  return texts.length;
}

export function beUtf8(from: usize, to: usize): void {
  if (!isAscii(from, to)) expectSupported(isUtf8(from, to), NO_UTF8);
}

function isAscii(from: usize, to: usize): bool {
  let p = from;
  for (; p + 16 <= to; p += 16) if (i8x16.bitmask(v128.load(p)) != 0) return false;
  return p == to || (i8x16.bitmask(v128.load(p)) & ((1 << i32(to - p)) - 1)) == 0;
}
