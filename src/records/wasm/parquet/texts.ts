import { isBlank } from '../text';
import { isUtf8 } from './host';
import { NONE } from './leaf';
import { emptyRuns, find, keep, newRuns, Runs } from './runs';
import { NO_UTF8, expectSupported } from './unsupported';

/** Texts that repeat, of all leaves, from one file to the next. */
let texts: Runs = changetype<Runs>(0);
/** Addresses, which seldom recur in other files. */
let addresses: Runs = changetype<Runs>(0);
/** Bytes of them that are kept from one group of rows to the next. */
const MOST_ADDRESSES: u32 = 16 << 20;

export function beginTexts(): void {
  texts = newRuns(false);
  addresses = newRuns(true);
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

/** The number of an address, among those of addresses; `NONE` where it is blank. */
export function addressNumber(from: usize, to: usize): i32 {
  const known = find(addresses, from, to);
  if (known >= 0) return known;
  const visible = from < to && u32(load<u8>(from)) - 0x21 < 0x7f - 0x21;
  if (!visible && isBlank(from, to)) return NONE;
  beUtf8(from, to);
  return keep(addresses, from, to);
}

export function addressBegin(number: u32): usize {
  return addresses.bytes.at + load<u32>(addresses.starts.at + usize(number) * 4);
}

/** Where they are too many for the next group of rows: forgets them; whether it did. */
export function forgotAddresses(): bool {
  if (addresses.length <= MOST_ADDRESSES) return false;
  emptyRuns(addresses);
  return true;
}

/** Bytes of all texts but addresses. */
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
