// Compiles src/measures/wasm (AssemblyScript) to WebAssembly, as text in src/measures/kernel-code.ts.
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

import asc from 'assemblyscript/asc';

const SOURCE = new URL('../src/measures/wasm/', import.meta.url);
const OUT = fileURLToPath(new URL('../src/measures/kernel-code.ts', import.meta.url));

/** The code as the sources compile to it, as base64. */
export async function compiled() {
  let binary;
  const { error, stderr } = await asc.main(
    [
      ...['index.ts', '--outFile', 'kernel.wasm', '--runtime', 'stub', '--noAssert'],
      ...['--optimizeLevel', '3', '--converge', '--enable', 'simd'],
    ],
    {
      readFile(name) {
        const file = new URL(name, SOURCE);
        return existsSync(file) ? readFileSync(file, 'utf8') : null;
      },
      writeFile: (name, contents) => (binary = contents),
      listFiles: () => [],
    },
  );
  if (error) throw new Error(`${error.message}\n${stderr.toString()}`);
  return Buffer.from(binary).toString('base64');
}

if (process.argv[1] === fileURLToPath(import.meta.url))
  writeFileSync(
    OUT,
    `/** WebAssembly of \`wasm\`, by \`node tools/kernel-code.mjs\`. */\nexport const CODE =\n  '${await compiled()}';\n`,
  );
