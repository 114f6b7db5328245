import { existsSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { TestProject } from 'vitest/node';
import { COMPILED } from '../src/base/own-program.ts';

const ROOT = fileURLToPath(new URL('..', import.meta.url));
/** What is compiled; the scanners are of another compiler, and the application is for the browser. */
const COMPILED_FROM = /^(?!web\/|.*\bwasm\/).*(?<!\.test)\.ts$/;

/**
 * Says to tests whether `dist` is as new as every file of the source: then the threads and processes that they start run what is
 * compiled. Never while tests run again as files are saved.
 */
export default function compiled(project: TestProject): void {
  const built = join(ROOT, 'dist', 'index.js');
  if (project.config.watch || !existsSync(built)) return;
  const { mtimeMs } = statSync(built);
  const source = join(ROOT, 'src');
  const changed = readdirSync(source, { recursive: true, encoding: 'utf8' }).some(
    (file) => COMPILED_FROM.test(file) && statSync(join(source, file)).mtimeMs > mtimeMs,
  );
  if (!changed) process.env[COMPILED] = 'yes';
}
