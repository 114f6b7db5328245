import { CODE } from './kernel-code.ts';

/** What `wasm` exports; addresses are bytes in its memory. */
export interface Kernel {
  readonly memory: WebAssembly.Memory;
  readonly cholesky: (n: number, width: number, columns: number, least: number, worst: number) => number;
  readonly multiply: (n: number, lower: number, columns: number, products: number) => void;
  readonly settle: (
    n: number,
    means: number,
    products: number,
    sign: number,
    grid: number,
    drawn: number,
  ) => void;
  readonly settleAlone: (
    n: number,
    means: number,
    errors: number,
    normals: number,
    sign: number,
    drawn: number,
  ) => void;
  readonly countAbove: (n: number, drawn: number, own: number, counts: number) => void;
}

const NUMBER = 8;
const PAGE = 65_536;

let made: Kernel | null | undefined;

/**
 * Made once; null where the platform has no WebAssembly, or a page may not use it: the plain code gives the same to the
 * last bit. All that use it share its memory, so that one is used up before the next begins.
 */
export function kernel(): Kernel | null {
  if (made === undefined) {
    try {
      const code = Uint8Array.from(atob(CODE), (character) => character.charCodeAt(0));
      made = new WebAssembly.Instance(new WebAssembly.Module(code)).exports as unknown as Kernel;
    } catch {
      made = null;
    }
  }
  return made;
}

/** Room for arrays of so many numbers each in the kernel's memory, one behind the other; what they hold is undefined. */
export function roomFor({ memory }: Kernel, lengths: readonly number[]): Float64Array[] {
  const end = PAGE + lengths.reduce((sum, length) => sum + length, 0) * NUMBER;
  const lacking = end - memory.buffer.byteLength;
  if (lacking > 0) memory.grow(Math.ceil(lacking / PAGE));
  let at = PAGE;
  return lengths.map((length) => {
    const array = new Float64Array(memory.buffer, at, length);
    at += length * NUMBER;
    return array;
  });
}
