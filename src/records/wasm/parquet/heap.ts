import { expectSupported, TOO_MUCH } from './unsupported';

/*
 * Memory that is taken as files need it, behind all that has a fixed place, used by one file after the other, and given back as a
 * whole. Behind everything are bytes that may be read though they mean nothing.
 */

const BEHIND: usize = 64;
const PAGES: i32 = 64;
/** The host knows places as signed numbers. */
const MOST: u64 = 0x7fff0000;

let top: usize = 0;

export function beginHeap(from: usize): void {
  top = from;
}

export function take(bytes: usize): usize {
  const at = top;
  expectSupported(u64(at) + u64(bytes) < MOST, TOO_MUCH);
  top = (at + bytes + 15) & ~15;
  const lacking = i32((top + BEHIND + 0xffff) >>> 16) - memory.size();
  if (lacking > 0 && memory.grow(max(lacking, PAGES)) < 0 && memory.grow(lacking) < 0)
    expectSupported(false, TOO_MUCH);
  return at;
}

/** A buffer that grows: it moves then, and what it held stays behind. */
@unmanaged
export class Buffer {
  at: usize;
  size: usize;
}

export function newBuffer(): Buffer {
  const buffer = changetype<Buffer>(take(offsetof<Buffer>()));
  buffer.at = 0;
  buffer.size = 0;
  return buffer;
}

/** What a buffer is larger by than was asked for: pages of one column are of about a size, and the next ones fit, too. */
const SPARE: usize = 8 << 20;

/** So much of it, holding nothing in particular. */
export function emptied(buffer: Buffer, bytes: usize): usize {
  if (buffer.size < bytes) {
    buffer.size = bytes + min(bytes >> 1, SPARE);
    buffer.at = take(buffer.size + BEHIND);
  }
  return buffer.at;
}

/** So much of it, the first `used` bytes as they were. */
export function grown(buffer: Buffer, used: usize, bytes: usize): usize {
  if (buffer.size < bytes) {
    const from = buffer.at;
    // By half of what it had, too, however much that is: what it held stays behind each time.
    emptied(buffer, max(bytes, buffer.size + (buffer.size >> 1)));
    memory.copy(buffer.at, from, used);
  }
  return buffer.at;
}
