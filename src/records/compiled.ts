import { readFileSync } from 'node:fs';

/** What is used of the platform's WebAssembly, which the types of Node leave out. */
declare const WebAssembly: {
  readonly Module: new (bytes: Uint8Array) => object;
  readonly Instance: new (module: object, imports: Imports) => { readonly exports: unknown };
};

type Imports = Readonly<Record<string, Readonly<Record<string, (...numbers: number[]) => unknown>>>>;

export interface Memory {
  readonly buffer: ArrayBuffer;
  grow(pages: number): number;
}

const modules = new Map<string, object>();

/** Runs what the build made of a folder of AssemblyScript below `wasm/`; from source (tests) it is the same. */
export function instance(name: 'scanner' | 'parquet', host: Imports['host']): unknown {
  const module =
    modules.get(name) ??
    new WebAssembly.Module(readFileSync(new URL(`../../dist/records/${name}.wasm`, import.meta.url)));
  modules.set(name, module);
  const abort = (): void => {
    throw new Error(`the WebAssembly of the ${name} failed`);
  };
  return new WebAssembly.Instance(module, { env: { abort }, host }).exports;
}
