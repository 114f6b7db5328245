import { mkdtempSync, rmSync, statSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeEach, describe, expect, it } from 'vitest';
import { isUntouched, seeFile } from './seen-file.ts';

const folder = mkdtempSync(join(tmpdir(), 'seen-'));
const file = join(folder, 'works.jsonl');
/** Ten seconds after it was last changed, by a clock of this test. */
const later = (): number => statSync(file).ctimeMs + 10_000;
beforeEach(() => {
  rmSync(file, { force: true });
  writeFileSync(file, 'old');
  utimesSync(file, 1e9, 1e9);
});
afterAll(() => rmSync(folder, { recursive: true }));

describe('a file counts as untouched', () => {
  it('where nothing of it changed since it was looked at', () => {
    const then = seeFile(file, later);
    expect(isUntouched(then, seeFile(file, later))).toBe(true);
    expect(isUntouched(JSON.parse(JSON.stringify(then)) as typeof then, seeFile(file, later))).toBe(true);
  });
});

describe('a file does not count as untouched', () => {
  it.each<[string, () => void]>([
    [
      'where its bytes were replaced, though size and date are the old ones',
      () => writeFileSync(file, 'new'),
    ],
    [
      'where another file took its name',
      () => {
        rmSync(file);
        writeFileSync(file, 'new');
      },
    ],
    ['where its date was set', () => undefined],
  ])('%s', async (_, change) => {
    const then = seeFile(file, later);
    // Clocks of files tick some hundred times a second.
    await new Promise((resolve) => setTimeout(resolve, 20));
    change();
    utimesSync(file, 1e9, 1e9);
    expect(seeFile(file).modified).toBe(then.modified);
    expect(isUntouched(then, seeFile(file, later))).toBe(false);
  });

  it('where it had been changed so shortly before that another change would have left the same dates', () => {
    const soon = (): number => statSync(file).ctimeMs + 1_000;
    expect(isUntouched(seeFile(file, soon), seeFile(file, later))).toBe(false);
  });
});
