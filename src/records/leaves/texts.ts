import { isUtf8 } from 'node:buffer';
import { sure } from '../unsure.ts';

/** Runs of bytes or numbers, each kept once and known by the order of first sight. */
abstract class Numbered {
  /** Of all of them, one behind the other. */
  length = 0;
  /** Where each begins; one more than there are. */
  protected starts = new Int32Array(1 << 10);
  /** By hash the number of a run and one more, 0 where there is none; half of it stays free. */
  protected slots = new Int32Array(1 << 11);
  private count = 0;

  /** The number of the run that was put behind the others, for which this slot was found free. */
  protected claim(slot: number, size: number): number {
    this.length += size;
    if (this.count + 2 > this.starts.length) this.starts = doubled(this.starts);
    const number = this.count++;
    this.starts[number + 1] = this.length;
    this.slots[slot] = number + 1;
    if (this.count * 2 > this.slots.length) this.spread();
    return number;
  }

  protected abstract hash(from: number, to: number): number;

  private spread(): void {
    const slots = new Int32Array(this.slots.length * 2);
    const mask = slots.length - 1;
    for (let number = 0; number < this.count; number++) {
      let slot = this.hash(this.starts[number], this.starts[number + 1]) & mask;
      while (slots[slot] !== 0) slot = (slot + 1) & mask;
      slots[slot] = number + 1;
    }
    this.slots = slots;
  }
}

/** Texts that repeat. */
export class Texts extends Numbered {
  private bytes = Buffer.alloc(1 << 16);

  /** The number of a text of UTF-8. @throws Unsure where it is none */
  number(bytes: Uint8Array, from: number, to: number): number {
    const mask = this.slots.length - 1;
    let slot = hashed(bytes, from, to) & mask;
    for (let known = this.slots[slot]; known !== 0; known = this.slots[slot]) {
      if (this.same(known - 1, bytes, from, to)) return known - 1;
      slot = (slot + 1) & mask;
    }
    const text = bytes.subarray(from, to);
    sure(isUtf8(text), 'text that is no UTF-8');
    if (this.length + text.length > this.bytes.length) {
      const larger = Buffer.alloc(Math.max(this.length + text.length, this.bytes.length * 2));
      larger.set(this.bytes.subarray(0, this.length));
      this.bytes = larger;
    }
    this.bytes.set(text, this.length);
    return this.claim(slot, text.length);
  }

  text(number: number): string {
    return this.bytes.toString('utf8', this.starts[number], this.starts[number + 1]);
  }

  protected hash(from: number, to: number): number {
    return hashed(this.bytes, from, to);
  }

  private same(number: number, bytes: Uint8Array, from: number, to: number): boolean {
    const start = this.starts[number];
    if (this.starts[number + 1] - start !== to - from) return false;
    for (let i = from, j = start; i < to; i++, j++) if (bytes[i] !== this.bytes[j]) return false;
    return true;
  }
}

/** Lists of numbers that repeat. */
export class Tuples extends Numbered {
  private numbers = new Int32Array(1 << 12);

  /** The number of the list in the first `size` of `values`. */
  number(values: Int32Array, size: number): number {
    const mask = this.slots.length - 1;
    let slot = mixed(values, 0, size) & mask;
    for (let known = this.slots[slot]; known !== 0; known = this.slots[slot]) {
      if (this.same(known - 1, values, size)) return known - 1;
      slot = (slot + 1) & mask;
    }
    while (this.length + size > this.numbers.length) this.numbers = doubled(this.numbers);
    this.numbers.set(values.subarray(0, size), this.length);
    return this.claim(slot, size);
  }

  values(number: number): Int32Array {
    return this.numbers.subarray(this.starts[number], this.starts[number + 1]);
  }

  protected hash(from: number, to: number): number {
    return mixed(this.numbers, from, to);
  }

  private same(number: number, values: Int32Array, size: number): boolean {
    const start = this.starts[number];
    if (this.starts[number + 1] - start !== size) return false;
    for (let i = 0; i < size; i++) if (this.numbers[start + i] !== values[i]) return false;
    return true;
  }
}

/** Ids differ near their ends, names anywhere: the beginnings of long texts and their ends are enough. */
function hashed(bytes: Uint8Array, from: number, to: number): number {
  let hash = to - from;
  const middle = to - from > 48 ? from + 24 : to;
  for (let i = from; i < middle; i++) hash = Math.imul(hash ^ bytes[i], 0x01000193);
  for (let i = middle === to ? to : to - 24; i < to; i++) hash = Math.imul(hash ^ bytes[i], 0x01000193);
  return hash ^ (hash >>> 15);
}

function mixed(values: Int32Array, from: number, to: number): number {
  let hash = to - from;
  for (let i = from; i < to; i++) {
    hash = Math.imul(hash ^ values[i], 0x85ebca6b);
    hash ^= hash >>> 13;
  }
  return hash;
}

export function doubled(array: Int32Array): Int32Array<ArrayBuffer> {
  const larger = new Int32Array(array.length * 2);
  larger.set(array);
  return larger;
}
