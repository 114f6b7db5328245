import { grown, newBuffer, Buffer, take } from './heap';
import { learn, recall } from './host';
import { find, keep, newRuns, Runs } from './runs';
import { OUT_OF_STEP, expectSupported } from './unsupported';

/** Objects of a kind, each told apart by the numbers of its texts. */
@unmanaged
export class Known {
  kind: i32;
  objects: Runs;
  /** Codes in this segment, by the number of the object. */
  codes: Buffer;
  count: u32;
}

const UNASKED: i32 = -1;

/** The object that is put together: numbers of its texts, then how many its list has (`NONE`: no list), and these. */
let buffer: Buffer = changetype<Buffer>(0);
let numbers: usize = 0;
let most: u32 = 0;
let size: u32 = 0;

export function beginObjects(): void {
  buffer = newBuffer();
  most = 0;
  more();
}

function more(): void {
  const wanted = max(most * 2, 64);
  numbers = grown(buffer, usize(most) * 4, usize(wanted) * 4);
  most = wanted;
}

export function beginObject(): void {
  size = 0;
}

export function addText(number: i32): void {
  if (size == most) more();
  store<i32>(numbers + usize(size++) * 4, number);
}

/** In the place of a number that was added before. */
export function setText(place: u32, number: i32): void {
  store<i32>(numbers + usize(place) * 4, number);
}

export function newKnown(kind: i32): Known {
  const known = changetype<Known>(take(offsetof<Known>()));
  known.kind = kind;
  known.objects = newRuns(false);
  known.codes = newBuffer();
  known.count = 0;
  return known;
}

/** A segment begins. */
export function forgetCodes(known: Known): void {
  memory.fill(known.codes.at, 0xff, usize(known.count) * 4);
}

/** The code of the object that was put together, 0 where it means nothing. */
export function codeOf(known: Known): i32 {
  const from = numbers;
  const to = from + usize(size) * 4;
  let number = find(known.objects, from, to);
  if (number < 0) {
    number = keep(known.objects, from, to);
    const codes = grown(known.codes, usize(known.count) * 4, usize(known.count + 1) * 4);
    store<i32>(codes + usize(known.count++) * 4, UNASKED);
    expectSupported(learn(known.kind, from, size) == number, OUT_OF_STEP);
  }
  const code = load<i32>(known.codes.at + usize(number) * 4);
  if (code != UNASKED) return code;
  const recalled = recall(known.kind, number);
  store<i32>(known.codes.at + usize(number) * 4, recalled);
  return recalled;
}
