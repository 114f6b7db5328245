// Compiles src/ to dist/ (without tests), bundles its programs, the scanners of works to WebAssembly, and the web application,
// then writes what is derived from packages at build time: the gazetteer.
import { spawn } from 'node:child_process';
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

/** Runs a program of Node.js in a process of its own, so that steps that do not read each other run side by side. */
function run(program, ...args) {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [join(root, program), ...args], { cwd: root, stdio: 'inherit' });
    child.once('error', reject);
    child.once('exit', (code, signal) =>
      code === 0 ? resolve() : reject(new Error(`${program} ended with ${signal ?? code}`)),
    );
  });
}

async function compileReaders() {
  const { recordFields } = await import('./record-fields.mjs');
  const [spec, rows] = await Promise.all(
    ['spec', 'work-rows'].map((name) => import(pathToFileURL(join(root, `dist/records/${name}.js`)).href)),
  );
  for (const [name, text] of Object.entries(recordFields(spec, rows)))
    writeFileSync(join(root, 'src/records/wasm/generated', name), text);
  for (const [source, made] of Object.entries(READERS)) {
    const files = [`src/records/${source}`, '--outFile', `dist/records/${made}`];
    await run('node_modules/assemblyscript/bin/asc.js', ...files, ...COMPILED);
  }
}

/** Makes one file, and what several share, of each program and of the modules that it imports; packages stay outside. */
async function bundlePrograms() {
  const [{ build }, { PROGRAMS }] = await Promise.all([
    import('vite'),
    import(pathToFileURL(join(root, 'dist/base/own-program.js')).href),
  ]);
  const input = Object.fromEntries(
    Object.entries(PROGRAMS).map(([name, module]) => [name, join(root, 'dist', `${module}.js`)]),
  );
  await build({
    root,
    configFile: false,
    logLevel: 'warn',
    build: {
      ...{ ssr: true, outDir: 'dist/programs', target: 'node20', minify: false, copyPublicDir: false },
      rolldownOptions: { input, output: { entryFileNames: '[name].js', chunkFileNames: '[name]-[hash].js' } },
    },
  });
}

/** Compiles, then makes what reads the compiled JavaScript: programs, scanners, and the gazetteer. */
async function compile() {
  await run('node_modules/typescript/bin/tsc', '-p', 'tsconfig.build.json');
  await Promise.all([
    bundlePrograms(),
    compileReaders(),
    ...(existsSync(join(root, 'tools/gazetteer.mjs')) ? [run('tools/gazetteer.mjs')] : []),
  ]);
}

rmSync(join(root, 'dist'), { recursive: true, force: true });
try {
  await Promise.all([compile(), run('node_modules/vite/bin/vite.js', 'build', '--logLevel', 'warn')]);
} catch (error) {
  // The step itself has said what is wrong.
  console.error(error.message);
  process.exit(1);
}
