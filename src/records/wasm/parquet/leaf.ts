import { emptied, newBuffer, Buffer, take } from './heap';
import { page } from './host';
import { LENGTHS, expectSupported } from './unsupported';

/** Kinds of leaves, by what stands for a value of theirs once a page is loaded. */
export const REPEATED: i32 = 0; // a text that repeats: its number, u32
export const WORK_ID: i32 = 1; // u64, 0 where it is none
export const AUTHOR_ID: i32 = 2;
export const INT32: i32 = 3; // f64
export const INT64: i32 = 4;
export const BOOLEAN: i32 = 5; // u8
export const TEXT: i32 = 6; // where it begins and ends, u32 each
export const ADDRESS: i32 = 7; // its number among addresses, u32, or `NONE`

/** What stands for null among the numbers of texts. */
export const NONE: i32 = -1;

/** Pages of a column. */
export const PAGE: i32 = 0;
export const DICTIONARY: i32 = 1;

/**
 * A leaf of the file, gone through entry by entry: `ahead` says how the next one goes on from the last (its level of
 * repetition, 0 where a row begins or none is left), `goOn` goes to it and gives its level of definition. Where that is the
 * greatest there can be, the entry has a value.
 */
@unmanaged
export class Leaf {
  kind: i32;
  /** The greatest levels that there can be. */
  greatest: u32;
  repeats: u32;
  /** Levels of the page, a byte each; 0 where all are 0, or the greatest. */
  repetition: usize;
  definition: usize;
  level: u32;
  levels: u32;
  /** Of the entry gone to last, among the values of its page. */
  value: i32;
  values: usize;
  /** What the values of this group's dictionary come to, and how many it has; −1 where there is none. */
  known: usize;
  entries: i32;
  /** Rows gone to, of a leaf that is only read where it is asked for; −1 where it is not open. */
  rows: i32;
  bytes: Buffer;
  dictionary: Buffer;
  repetitionBuffer: Buffer;
  definitionBuffer: Buffer;
  valuesBuffer: Buffer;
  knownBuffer: Buffer;

  /** How the next entry goes on from the last; a page more where this one is at its end. */
  @inline
  ahead(): u32 {
    if (this.level == this.levels && !turned(this)) return 0;
    return this.repetition == 0 ? 0 : load<u8>(this.repetition + this.level);
  }

  /** Goes to the next entry, and gives its level of definition. */
  @inline
  goOn(): u32 {
    if (this.level == this.levels) expectSupported(turned(this), LENGTHS);
    const level = this.definition == 0 ? this.greatest : u32(load<u8>(this.definition + this.level));
    this.level++;
    this.value += i32(level == this.greatest);
    return level;
  }

  /**
   * Goes to the next entry of a text that repeats, and gives its number, or `NONE`. `entered` is its level of definition,
   * and `following` what `ahead` would say.
   */
  @inline
  text(): i32 {
    let at = this.level;
    if (at == this.levels) {
      expectSupported(turned(this), LENGTHS);
      at = 0;
    }
    const level = this.definition == 0 ? this.greatest : u32(load<u8>(this.definition + at));
    let number = NONE;
    if (level == this.greatest) {
      const value = this.value + 1;
      this.value = value;
      number = load<i32>(this.values + usize(value) * 4);
    }
    entered = level;
    this.level = ++at;
    if (at == this.levels) following = this.ahead();
    else following = this.repetition == 0 ? 0 : u32(load<u8>(this.repetition + at));
    return number;
  }
}

export let entered: u32 = 0;
export let following: u32 = 0;

function turned(leaf: Leaf): bool {
  return page(changetype<usize>(leaf));
}

/** Takes what it needs for its pages along from one file to the next. */
export function newLeaf(): Leaf {
  const leaf = changetype<Leaf>(take(offsetof<Leaf>()));
  memory.fill(changetype<usize>(leaf), 0, offsetof<Leaf>());
  leaf.bytes = newBuffer();
  leaf.dictionary = newBuffer();
  leaf.repetitionBuffer = newBuffer();
  leaf.definitionBuffer = newBuffer();
  leaf.valuesBuffer = newBuffer();
  leaf.knownBuffer = newBuffer();
  return leaf;
}

/** Before the first page of a group of rows. */
export function reset(leaf: Leaf): void {
  leaf.level = 0;
  leaf.levels = 0;
  leaf.known = 0;
  leaf.entries = -1;
  leaf.rows = -1;
}

/** Bytes that are used up as soon as a page is turned to, or a dictionary is there: those of all leaves but texts of their own. */
let passing: Buffer = changetype<Buffer>(0);

export function beginPages(): void {
  passing = newBuffer();
}

/** Where the bytes of a page of it go. */
export function bufferOf(leaf: Leaf, what: i32, bytes: usize): usize {
  if (leaf.kind != TEXT) return emptied(passing, bytes);
  return emptied(what == DICTIONARY ? leaf.dictionary : leaf.bytes, bytes);
}

/** Goes to the next entry; whether there is a leaf, and the entry has a value. */
export function next(leaf: Leaf): bool {
  return changetype<usize>(leaf) != 0 && leaf.goOn() == leaf.greatest;
}

/** Leaves out what is left of so many rows. */
export function skip(leaf: Leaf, rows: i32): void {
  for (let left = rows; left > 0;) {
    leaf.goOn();
    if (leaf.ahead() == 0) left--;
  }
}

export function isEnded(leaf: Leaf): bool {
  return leaf.level == leaf.levels && !turned(leaf);
}

/** Values of the entry gone to last, by the leaf's kind. */
export function textNumber(leaf: Leaf): i32 {
  return load<i32>(leaf.values + usize(leaf.value) * 4);
}

export function idNumber(leaf: Leaf): u64 {
  return load<u64>(leaf.values + usize(leaf.value) * 8);
}

export function wholeNumber(leaf: Leaf): f64 {
  return load<f64>(leaf.values + usize(leaf.value) * 8);
}

export function isTrue(leaf: Leaf): bool {
  return load<u8>(leaf.values + usize(leaf.value)) == 1;
}

export function textFrom(leaf: Leaf): usize {
  return load<u32>(leaf.values + usize(leaf.value) * 8);
}

export function textTo(leaf: Leaf): usize {
  return load<u32>(leaf.values + usize(leaf.value) * 8, 4);
}
