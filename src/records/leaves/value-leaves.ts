import { isUtf8 } from 'node:buffer';
import { openAlexNumber } from '../ids.ts';
import { readHybrid } from './hybrid.ts';
import { Leaf } from './leaf.ts';
import type { Page, Values } from './pages.ts';
import type { Place } from './schema.ts';
import type { Texts } from './texts.ts';
import { sure } from '../unsure.ts';

/** A leaf whose values are worked out once for each of a dictionary, and for each of a page that has none. */
abstract class WorkedOut<T extends Int32Array | Float64Array> extends Leaf {
  protected values: T | null = null;
  private known: T | null = null;

  protected begin(): void {
    this.known = null;
  }

  protected load(page: Page, dictionary: Values | null): void {
    if (!page.coded) {
      sure(!page.runs, 'values in RLE');
      this.values = this.workOut(plausible(page));
      return;
    }
    const of = dictionary as Values;
    const known = (this.known ??= this.workOut(plausible(of)));
    const codes = readCodes(page, of.count);
    const values = this.room(codes.length);
    for (let i = 0; i < codes.length; i++) values[i] = known[codes[i]];
    this.values = values;
  }

  protected abstract room(count: number): T;
  protected abstract workOut(values: Values): T;
}

/** Each value but a boolean has four bytes at least: whoever claims more values than fit is not believed. */
function plausible(values: Values): Values {
  sure(
    values.count >= 0 && values.from + values.count * 4 <= values.bytes.length,
    'values that end too early',
  );
  return values;
}

function readCodes({ bytes, from, count }: Page, entries: number): Int32Array {
  const codes = new Int32Array(count);
  const width = count === 0 ? 0 : bytes[from];
  if (width > 0) readHybrid(bytes, from + 1, bytes.length, width, codes, count);
  let greatest = 0;
  for (let i = 0; i < count; i++) if (codes[i] > greatest) greatest = codes[i];
  sure(count === 0 || greatest < entries, 'codes beyond the dictionary');
  return codes;
}

/** Calls with where each text stands, which has its length before it. */
function eachText({ bytes, from, count }: Values, take: (i: number, from: number, to: number) => void): void {
  let at = from;
  for (let i = 0; i < count; i++) {
    sure(at + 4 <= bytes.length, 'texts that end too early');
    const length = bytes[at] | (bytes[at + 1] << 8) | (bytes[at + 2] << 16) | (bytes[at + 3] << 24);
    at += 4;
    sure(length >= 0 && at + length <= bytes.length, 'texts that end too early');
    take(i, at, at + length);
    at += length;
  }
}

/** Texts that repeat, by their numbers. */
export class RepeatedLeaf extends WorkedOut<Int32Array> {
  constructor(
    place: Place,
    private readonly texts: Texts,
  ) {
    super(place);
    sure(place.kind === 'text', `${place.path.join('.')} as ${place.kind}`);
  }

  /** The number of the entry's text. */
  number(): number {
    return (this.values as Int32Array)[this.cursor.value];
  }

  protected room(count: number): Int32Array {
    return new Int32Array(count);
  }

  protected workOut(values: Values): Int32Array {
    const numbers = this.room(values.count);
    eachText(values, (i, from, to) => {
      numbers[i] = this.texts.number(values.bytes, from, to);
    });
    return numbers;
  }
}

/** Ids of OpenAlex as numbers, 0 where they are none. */
export class IdLeaf extends WorkedOut<Float64Array> {
  private readonly prefix: Buffer;

  constructor(
    place: Place,
    private readonly letter: string,
  ) {
    super(place);
    sure(place.kind === 'text', `${place.path.join('.')} as ${place.kind}`);
    this.prefix = Buffer.from(`https://openalex.org/${letter}`);
  }

  id(): number {
    return (this.values as Float64Array)[this.cursor.value];
  }

  protected room(count: number): Float64Array {
    return new Float64Array(count);
  }

  protected workOut(values: Values): Float64Array {
    const ids = this.room(values.count);
    eachText(values, (i, from, to) => {
      ids[i] = this.parse(values.bytes, from, to);
    });
    return ids;
  }

  private parse(bytes: Uint8Array, from: number, to: number): number {
    const { prefix } = this;
    const digits = to - from - prefix.length;
    let usual = digits > 0 && digits <= 15;
    for (let i = 0; usual && i < prefix.length; i++) usual = bytes[from + i] === prefix[i];
    let number = 0;
    for (let i = from + prefix.length; usual && i < to; i++) {
      const digit = bytes[i] - 0x30;
      usual = digit >= 0 && digit <= 9;
      number = number * 10 + digit;
    }
    if (usual) return number;
    const text = Buffer.from(bytes.subarray(from, to));
    sure(isUtf8(text), 'text that is no UTF-8');
    return openAlexNumber(text.toString(), this.letter) ?? 0;
  }
}

/** Whole numbers. */
export class NumberLeaf extends WorkedOut<Float64Array> {
  constructor(place: Place) {
    super(place);
    sure(place.kind !== 'text' && place.kind !== 'boolean', `${place.path.join('.')} as ${place.kind}`);
  }

  number(): number {
    return (this.values as Float64Array)[this.cursor.value];
  }

  protected room(count: number): Float64Array {
    return new Float64Array(count);
  }

  protected workOut({ bytes, from, count }: Values): Float64Array {
    const numbers = this.room(count);
    const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.length);
    const short = this.place.kind === 'int32' || this.place.kind === 'days';
    sure(from + count * (short ? 4 : 8) <= bytes.length, 'numbers that end too early');
    for (let i = 0, at = from; i < count; i++, at += short ? 4 : 8) {
      numbers[i] = short
        ? view.getInt32(at, true)
        : view.getInt32(at + 4, true) * 2 ** 32 + view.getUint32(at, true);
    }
    return numbers;
  }
}

export class BooleanLeaf extends Leaf {
  private bits = new Int32Array(0);

  constructor(place: Place) {
    super(place);
    sure(place.kind === 'boolean', `${place.path.join('.')} as ${place.kind}`);
  }

  holds(): boolean {
    return this.bits[this.cursor.value] === 1;
  }

  protected begin(): void {
    this.bits = new Int32Array(0);
  }

  protected load({ bytes, from, count, coded, runs }: Page): void {
    sure(!coded, 'booleans in a dictionary');
    this.bits = new Int32Array(count);
    if (runs) readHybrid(bytes, from + 4, bytes.length, 1, this.bits, count);
    else {
      sure(from + ((count + 7) >> 3) <= bytes.length, 'booleans that end too early');
      for (let i = 0; i < count; i++) this.bits[i] = (bytes[from + (i >> 3)] >> (i & 7)) & 1;
    }
  }
}

/** Texts each of its own, by where they stand. */
export class TextLeaf extends Leaf {
  bytes: Uint8Array = new Uint8Array(0);
  private spans = new Int32Array(0);
  private dictionary: Int32Array<ArrayBuffer> | null = null;

  constructor(place: Place) {
    super(place);
    sure(place.kind === 'text', `${place.path.join('.')} as ${place.kind}`);
  }

  from(): number {
    return this.spans[this.cursor.value * 2];
  }

  to(): number {
    return this.spans[this.cursor.value * 2 + 1];
  }

  protected begin(): void {
    this.dictionary = null;
  }

  protected load(page: Page, dictionary: Values | null): void {
    sure(!page.runs, 'texts in RLE');
    if (!page.coded) {
      this.bytes = page.bytes;
      this.spans = spansOf(page);
      return;
    }
    const of = dictionary as Values;
    const known = (this.dictionary ??= spansOf(of));
    const codes = readCodes(page, of.count);
    this.bytes = of.bytes;
    this.spans = new Int32Array(codes.length * 2);
    for (let i = 0; i < codes.length; i++) {
      this.spans[i * 2] = known[codes[i] * 2];
      this.spans[i * 2 + 1] = known[codes[i] * 2 + 1];
    }
  }
}

function spansOf(values: Values): Int32Array<ArrayBuffer> {
  plausible(values);
  const spans = new Int32Array(values.count * 2);
  eachText(values, (i, from, to) => {
    spans[i * 2] = from;
    spans[i * 2 + 1] = to;
  });
  return spans;
}
