import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll } from 'vitest';

/** Lists of resources written for one test file, in a folder that is gone after it. */
export function listsOf(): { readonly folder: string; write(...lines: string[]): string } {
  const folder = mkdtempSync(join(tmpdir(), 'resources-'));
  let files = 0;
  afterAll(() => {
    rmSync(folder, { recursive: true });
  });
  return {
    folder,
    write: (...lines) => {
      const file = join(folder, `list-${++files}.csv`);
      writeFileSync(file, [...lines, ''].join('\n'));
      return file;
    },
  };
}
