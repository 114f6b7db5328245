import { ENDLESS, expectSupported, WIDTH } from './unsupported';

/** Bits of a number that can be taken out of four bytes wherever it begins in the first. */
const WIDEST: u32 = 24;

/**
 * Parquet's hybrid of runs and bit-packed groups of eight (RLE, https://parquet.apache.org/docs/file-format/data-pages/encodings/):
 * the first `count` numbers of `width` bits that stand from `from` up to `to`, put into `out` as numbers of type T. Gives how
 * many of them are the one that is sought.
 */
export function hybrid<T>(from: usize, to: usize, width: u32, out: usize, count: u32, sought: u32): u32 {
  expectSupported(width <= WIDEST, WIDTH);
  const mask: u32 = (1 << width) - 1;
  const runBytes = usize((width + 7) >> 3);
  let at = from;
  let n: u32 = 0;
  let found: u32 = 0;
  while (n < count) {
    let header: u32 = 0;
    let shift: u32 = 0;
    let byte: u32 = 0;
    do {
      expectSupported(at < to && shift < 28, ENDLESS);
      byte = load<u8>(at++);
      header |= (byte & 0x7f) << shift;
      shift += 7;
    } while (byte & 0x80);
    const length = header >>> 1;
    if (header & 1) {
      expectSupported(u64(at) + u64(length) * u64(width) <= u64(to), ENDLESS);
      const end = n + min(length * 8, count - n);
      for (let bit: u32 = 0; n < end; n++, bit += width) {
        const value = (load<u32>(at + usize(bit >>> 3)) >>> (bit & 7)) & mask;
        store<T>(out + usize(n) * sizeof<T>(), <T>value);
        if (value == sought) found++;
      }
      at += usize(length) * usize(width);
    } else {
      expectSupported(at + runBytes <= to && length > 0, ENDLESS);
      let value: u32 = 0;
      for (let i: usize = 0; i < runBytes; i++) value |= u32(load<u8>(at++)) << (8 * u32(i));
      const end = n + min(length, count - n);
      if (value == sought) found += end - n;
      if (sizeof<T>() == 1) memory.fill(out + usize(n), u8(value), usize(end - n));
      else for (let i = n; i < end; i++) store<T>(out + usize(i) * sizeof<T>(), <T>value);
      n = end;
    }
  }
  return found;
}
