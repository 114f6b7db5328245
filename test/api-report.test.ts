import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, it } from 'vitest';

const root = fileURLToPath(new URL('..', import.meta.url));
const unbuilt = !existsSync(join(root, 'dist/index.d.ts'));

it.skipIf(unbuilt)('the public interface is that of tools/api-report.txt', () => {
  const { status, stderr } = spawnSync(process.execPath, ['tools/api-report.mjs', '--check'], {
    cwd: root,
    encoding: 'utf8',
  });
  expect(`${String(status)} ${stderr}`).toBe('0 ');
});
