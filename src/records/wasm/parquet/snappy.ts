import { SHORT, expectSupported } from './unsupported';

const LITERAL: u32 = 0;
const NEAR: u32 = 1;
const FAR: u32 = 2;

/**
 * Takes bytes out of Snappy (https://github.com/google/snappy/blob/main/format_description.txt) into `out`: exactly `size` of
 * them. Up to fifteen bytes behind what is read and written may be touched.
 */
export function unsnap(from: usize, to: usize, out: usize, size: u32): void {
  let p = from;
  let length: u32 = 0;
  let shift: u32 = 0;
  let byte: u32 = 0;
  do {
    expectSupported(p < to && shift < 32, SHORT);
    byte = load<u8>(p++);
    length |= (byte & 0x7f) << shift;
    shift += 7;
  } while (byte & 0x80);
  expectSupported(length == size, SHORT);
  let o = out;
  const end = out + usize(size);
  while (p < to) {
    const tag: u32 = load<u8>(p++);
    const kind = tag & 3;
    if (kind == LITERAL) {
      let n: u32 = tag >>> 2;
      if (n >= 60) {
        const bytes = n - 59;
        n = load<u32>(p) & (u32.MAX_VALUE >>> (32 - 8 * bytes));
        p += usize(bytes);
      }
      expectSupported(p <= to && u64(n) < u64(to - p) && u64(n) < u64(end - o), SHORT);
      const count = usize(n) + 1;
      if (count <= 16) v128.store(o, v128.load(p));
      else memory.copy(o, p, count);
      p += count;
      o += count;
      continue;
    }
    let count: usize = usize(tag >>> 2) + 1;
    let back: usize = 0;
    if (kind == NEAR) {
      count = usize((tag >>> 2) & 7) + 4;
      back = (usize(tag & 0xe0) << 3) | usize(load<u8>(p));
      p += 1;
    } else if (kind == FAR) {
      back = load<u16>(p);
      p += 2;
    } else {
      back = load<u32>(p);
      p += 4;
    }
    expectSupported(p <= to && back > 0 && back <= o - out && count <= end - o, SHORT);
    if (back >= 16) for (let i: usize = 0; i < count; i += 16) v128.store(o + i, v128.load(o - back + i));
    else for (let i: usize = 0; i < count; i++) store<u8>(o + i, load<u8>(o - back + i));
    o += count;
  }
  expectSupported(o == end, SHORT);
}
