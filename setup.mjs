// Brings a bare clone to a state that runs: dependencies when the lock file changed, then the build when a source did.
// Called by `prestart`, `pretest` and `prereal`; needs nothing but Node and npm.
import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = dirname(fileURLToPath(import.meta.url));
const [major, minor] = process.versions.node.split('.').map(Number);
if (major < 20 || (major === 20 && minor < 19)) {
  console.error(`Synopolis needs Node 20.19 or newer; this is ${process.versions.node}.`);
  process.exit(1);
}

/** Runs `run` unless the stamp `name` already holds the hash of `inputs`. */
function once(name, proof, inputs, run) {
  const hash = createHash('sha256');
  for (const file of inputs) hash.update(file).update(readFileSync(join(root, file)));
  const stamp = join(root, 'node_modules', '.synopolis', name);
  const digest = hash.digest('hex');
  if (existsSync(join(root, proof)) && existsSync(stamp) && readFileSync(stamp, 'utf8') === digest) return;
  run();
  mkdirSync(dirname(stamp), { recursive: true });
  writeFileSync(stamp, digest);
}

function filesBelow(folder) {
  return readdirSync(join(root, folder), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(root.length + 1))
    .sort();
}

const quiet = { cwd: root, stdio: ['ignore', 'ignore', 'inherit'] };
once('dependencies', 'node_modules', ['package.json', 'package-lock.json'], () => {
  console.error('Installing dependencies…');
  execFileSync('npm', ['ci', '--no-audit', '--no-fund', '--loglevel=error'], {
    ...quiet,
    shell: process.platform === 'win32',
  });
});
const sources = [
  ...filesBelow('src'),
  ...filesBelow('tools'),
  ...filesBelow('data/places'),
  'tsconfig.json',
  'tsconfig.build.json',
  'vite.config.ts',
  'package-lock.json',
];
once('build', 'dist', sources, () => {
  console.error('Building…');
  execFileSync(process.execPath, ['tools/build.mjs'], quiet);
});
