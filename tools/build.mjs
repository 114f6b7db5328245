// Compiles src/ to dist/ (without tests), then writes what is derived from packages at build time: the gazetteer.
import { execFileSync } from 'node:child_process';
import { existsSync, rmSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';

const root = dirname(dirname(fileURLToPath(import.meta.url)));
rmSync(join(root, 'dist'), { recursive: true, force: true });
execFileSync(process.execPath, [join(root, 'node_modules/typescript/bin/tsc'), '-p', 'tsconfig.build.json'], {
  cwd: root,
  stdio: 'inherit',
});
const gazetteer = join(root, 'tools/gazetteer.mjs');
if (existsSync(gazetteer)) await import(pathToFileURL(gazetteer).href);
