// Compiles src/ to dist/ (without tests), the scanner of works to WebAssembly, bundles the web application to dist/web, then
// writes what is derived from packages at build time: the gazetteer.
import { execFileSync } from 'node:child_process';
import { existsSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';

/** The readers of works, from AssemblyScript to WebAssembly: where each begins, and what it becomes. */
const READERS = { 'wasm/index.ts': 'scanner.wasm', 'wasm/parquet/index.ts': 'parquet.wasm' };
const COMPILED = [
  ...['--runtime', 'stub', '--noAssert', '--optimizeLevel', '3', '--converge'],
  ...['--enable', 'simd', '--enable', 'bulk-memory'],
];

const root = dirname(dirname(fileURLToPath(import.meta.url)));
rmSync(join(root, 'dist'), { recursive: true, force: true });
execFileSync(process.execPath, [join(root, 'node_modules/typescript/bin/tsc'), '-p', 'tsconfig.build.json'], {
  cwd: root,
  stdio: 'inherit',
});
const { recordFields } = await import('./record-fields.mjs');
const [spec, rows] = await Promise.all(
  ['spec', 'work-rows'].map((name) => import(pathToFileURL(join(root, `dist/records/${name}.js`)).href)),
);
for (const [name, text] of Object.entries(recordFields(spec, rows)))
  writeFileSync(join(root, 'src/records/wasm/generated', name), text);
for (const [source, made] of Object.entries(READERS)) {
  const files = [`src/records/${source}`, '--outFile', `dist/records/${made}`];
  execFileSync(
    process.execPath,
    [join(root, 'node_modules/assemblyscript/bin/asc.js'), ...files, ...COMPILED],
    { cwd: root, stdio: 'inherit' },
  );
}
execFileSync(process.execPath, [join(root, 'node_modules/vite/bin/vite.js'), 'build', '--logLevel', 'warn'], {
  cwd: root,
  stdio: 'inherit',
});
const gazetteer = join(root, 'tools/gazetteer.mjs');
if (existsSync(gazetteer)) await import(pathToFileURL(gazetteer).href);
