import { LONGEST_TEXT } from '../areas';
import { NO_NUMBER, NOT_TOLD, textField } from '../rows';
import { emptied, newBuffer, Buffer } from './heap';
import { momentOf, textOf } from './host';
import { isTrue, Leaf, next, TEXT, textFrom, textTo, wholeNumber } from './leaf';
import { beUtf8 } from './texts';
import { expectSupported, TOO_MUCH } from './unsupported';

/** Bytes of a text of which it is not looked whether it is to be cut. */
const SHORT: usize = 1000;
const GREATEST: f64 = 2147483647;

/** Where the host puts what a text means. */
let scratch: Buffer = changetype<Buffer>(0);

export function beginScratch(): void {
  scratch = newBuffer();
}

export function scratchBuffer(bytes: usize): usize {
  return emptied(scratch, bytes);
}

export function scratchAt(): usize {
  return scratch.at;
}

/** A number that a column of the relations holds. */
export function whole(leaf: Leaf): i32 {
  if (!next(leaf)) return NO_NUMBER;
  const number = wholeNumber(leaf);
  return Math.abs(number) <= GREATEST ? i32(number) : NO_NUMBER;
}

export function told(leaf: Leaf): u32 {
  return next(leaf) ? u32(isTrue(leaf)) : NOT_TOLD;
}

/** Adds the text at a leaf unless it is blank; gives its bit. */
export function add(area: i32, leaf: Leaf): u32 {
  const from = textFrom(leaf);
  const to = textTo(leaf);
  const visible = from < to && u32(load<u8>(from)) - 0x21 < 0x7f - 0x21;
  if (!visible || to - from > SHORT) return meant(area, textOf(area, from, to));
  beUtf8(from, to);
  return textField(area, from, to, false);
}

export function addDate(area: i32, leaf: Leaf): u32 {
  return leaf.kind == TEXT
    ? add(area, leaf)
    : meant(area, momentOf(wholeNumber(leaf), changetype<usize>(leaf)));
}

/** What the host put down. */
export function meant(area: i32, bytes: u32): u32 {
  expectSupported(bytes <= LONGEST_TEXT, TOO_MUCH);
  return field(area, scratch.at, bytes);
}

export function field(area: i32, from: usize, bytes: u32): u32 {
  return bytes == 0 ? 0 : textField(area, from, from + usize(bytes), false);
}
