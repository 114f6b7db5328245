import { existsSync, readFileSync } from 'fs';
import { describe, expect, it } from 'vitest';

const here = (path: string): URL => new URL(path, import.meta.url);

/** The files that index.ts exports from, by name. */
const FILES = [
  ...new Set(
    [...readFileSync(here('./index.ts'), 'utf8').matchAll(/ from '\.\/(.+)\.ts'/g)].map(([, name]) => name),
  ),
];

describe('what index.ts exports', () => {
  it('is found', () => {
    expect(FILES.length).toBeGreaterThan(20);
  });

  it.each(FILES)('%s has a test of its name', (name) => {
    expect(existsSync(here(`./${name}.test.ts`)), `src/effects/${name}.test.ts`).toBe(true);
  });
});
