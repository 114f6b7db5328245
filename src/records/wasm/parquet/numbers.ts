import { emptied, grown, newBuffer, Buffer, take } from './heap';

/** A list of numbers that grows. */
@unmanaged
export class Numbers {
  buffer: Buffer;
  count: u32;
}

export function newNumbers(): Numbers {
  const numbers = changetype<Numbers>(take(offsetof<Numbers>()));
  numbers.buffer = newBuffer();
  emptied(numbers.buffer, 1 << 10);
  numbers.count = 0;
  return numbers;
}

export function push(numbers: Numbers, number: i32): void {
  const at = usize(numbers.count++) * 4;
  store<i32>(grown(numbers.buffer, at, at + 4) + at, number);
}

export function numberAt(numbers: Numbers, i: u32): i32 {
  return load<i32>(numbers.buffer.at + usize(i) * 4);
}
