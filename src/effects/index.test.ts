import { existsSync } from 'fs';
import { describe, expect, it } from 'vitest';
import { exportedFiles } from '../../test/exported-files.ts';

const here = (path: string): URL => new URL(path, import.meta.url);

/** The files that the indexes export from, with their folders. */
const FILES = exportedFiles(here('./index.ts'));

describe('what index.ts exports', () => {
  it('is found', () => {
    expect(FILES.length).toBeGreaterThan(20);
  });

  it.each(FILES)('%s has a test of its name', (name) => {
    expect(existsSync(here(`./${name}.test.ts`)), `src/effects/${name}.test.ts`).toBe(true);
  });
});
