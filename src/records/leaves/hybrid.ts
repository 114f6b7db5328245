import { sure } from '../unsure.ts';

/** Bits of a number that can be taken apart in steps of a byte without leaving 32 bits. */
const WIDEST = 24;

/**
 * Parquet's hybrid of runs and bit-packed groups of eight (RLE, https://parquet.apache.org/docs/file-format/data-pages/encodings/):
 * the first `count` numbers of `width` bits that stand in `bytes` from `from` up to `to`. Gives how many of them are the
 * one that is sought.
 * @throws Unsure where the bytes end too early
 */
export function readHybrid(
  bytes: Uint8Array,
  from: number,
  to: number,
  width: number,
  out: Int32Array,
  count: number,
  sought = -1,
): number {
  sure(width <= WIDEST && to <= bytes.length && count <= out.length, 'numbers of this width');
  const mask = (1 << width) - 1;
  const runBytes = (width + 7) >> 3;
  let at = from;
  let n = 0;
  let found = 0;
  while (n < count) {
    let header = 0;
    let shift = 0;
    let byte = 0;
    do {
      sure(at < to && shift < 28, 'numbers that go on');
      byte = bytes[at++];
      header |= (byte & 0x7f) << shift;
      shift += 7;
    } while (byte & 0x80);
    const length = header >>> 1;
    if (header & 1) {
      const last = at + length * width;
      sure(last <= to, 'numbers that go on');
      const end = Math.min(n + length * 8, count);
      let held = 0;
      let bits = 0;
      while (n < end) {
        while (bits < width) {
          held |= bytes[at++] << bits;
          bits += 8;
        }
        const value = held & mask;
        out[n++] = value;
        if (value === sought) found++;
        held >>>= width;
        bits -= width;
      }
      at = last;
    } else {
      sure(at + runBytes <= to && length > 0, 'numbers that go on');
      let value = 0;
      for (let i = 0; i < runBytes; i++) value |= bytes[at++] << (8 * i);
      const end = Math.min(n + length, count);
      out.fill(value, n, end);
      if (value === sought) found += end - n;
      n = end;
    }
  }
  return found;
}
