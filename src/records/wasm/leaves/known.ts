import { grown, newRoom, Room } from './heap';
import { meaning } from './host';
import { find, keep, newRuns, Runs } from './runs';

/** Objects of a kind, each told apart by the numbers of its texts and read once a segment. */
@unmanaged
export class Known {
  kind: i32;
  objects: Runs;
  /** Codes in this segment, by the number of the object. */
  codes: Room;
  count: u32;
}

/** What stands for null among the numbers of texts. */
export const NONE: i32 = -1;
const UNASKED: i32 = -1;

/** The object that is put together: numbers of its texts, then how many its list has (`NONE`: no list), and these. */
let room: Room = changetype<Room>(0);
let size: u32 = 0;

export function beginObjects(): void {
  room = newRoom();
  grown(room, 0, 1 << 10);
}

export function beginObject(): void {
  size = 0;
}

export function addText(number: i32): void {
  const at = grown(room, usize(size) * 4, usize(size + 1) * 4);
  store<i32>(at + usize(size) * 4, number);
  size++;
}

/** In the place of a number that was added before. */
export function setText(place: u32, number: i32): void {
  store<i32>(room.at + usize(place) * 4, number);
}

export function textAt(place: u32): i32 {
  return load<i32>(room.at + usize(place) * 4);
}

export function newKnown(known: Known, kind: i32): void {
  known.kind = kind;
  known.objects = newRuns();
  known.codes = newRoom();
  known.count = 0;
}

/** A segment begins. */
export function forgetCodes(known: Known): void {
  memory.fill(known.codes.at, 0xff, usize(known.count) * 4);
}

/** The code of the object that was put together, 0 where it means nothing. */
export function codeOf(known: Known): i32 {
  const from = room.at;
  const to = from + usize(size) * 4;
  let number = find(known.objects, from, to);
  if (number < 0) {
    number = keep(known.objects, from, to);
    const codes = grown(known.codes, usize(known.count) * 4, usize(known.count + 1) * 4);
    store<i32>(codes + usize(known.count) * 4, UNASKED);
    known.count++;
  }
  const code = load<i32>(known.codes.at + usize(number) * 4);
  if (code != UNASKED) return code;
  const learnt = meaning(known.kind, from, size);
  store<i32>(known.codes.at + usize(number) * 4, learnt);
  return learnt;
}
