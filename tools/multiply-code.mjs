// Compiles src/measures/wasm/multiply.ts (AssemblyScript) to WebAssembly, as text in src/measures/multiply-code.ts.
import { readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

import asc from 'assemblyscript/asc';

const SOURCE = fileURLToPath(new URL('../src/measures/wasm/multiply.ts', import.meta.url));
const OUT = fileURLToPath(new URL('../src/measures/multiply-code.ts', import.meta.url));

/** The code as the source compiles to it, as base64. */
export async function compiled() {
  let binary;
  const { error, stderr } = await asc.main(
    [
      ...['multiply.ts', '--outFile', 'multiply.wasm', '--runtime', 'stub', '--noAssert'],
      ...['--optimizeLevel', '3', '--converge', '--enable', 'simd'],
    ],
    {
      readFile: (name) => (name === 'multiply.ts' ? readFileSync(SOURCE, 'utf8') : null),
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
    `/** WebAssembly of \`wasm/multiply.ts\`, by \`node tools/multiply-code.mjs\`. */\nexport const CODE =\n  '${await compiled()}';\n`,
  );
