// Compiles src/ to dist/ (without tests), the scanner of works to WebAssembly, bundles the web application to dist/web, then
// writes what is derived from packages at build time: the gazetteer.
import { execFileSync } from 'node:child_process';
import { existsSync, rmSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';

/** The reader of works, from AssemblyScript to WebAssembly. */
const SCANNER = [
  ...[
    'src/records/wasm/index.ts',
    '--outFile',
    'dist/records/scanner.wasm',
    '--runtime',
    'stub',
    '--noAssert',
  ],
  ...['--optimizeLevel', '3', '--converge', '--enable', 'simd', '--enable', 'bulk-memory'],
];

const root = dirname(dirname(fileURLToPath(import.meta.url)));
rmSync(join(root, 'dist'), { recursive: true, force: true });
execFileSync(process.execPath, [join(root, 'node_modules/typescript/bin/tsc'), '-p', 'tsconfig.build.json'], {
  cwd: root,
  stdio: 'inherit',
});
execFileSync(process.execPath, [join(root, 'node_modules/assemblyscript/bin/asc.js'), ...SCANNER], {
  cwd: root,
  stdio: 'inherit',
});
execFileSync(process.execPath, [join(root, 'node_modules/vite/bin/vite.js'), 'build', '--logLevel', 'warn'], {
  cwd: root,
  stdio: 'inherit',
});
const gazetteer = join(root, 'tools/gazetteer.mjs');
if (existsSync(gazetteer)) await import(pathToFileURL(gazetteer).href);
