import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';

/**
 * What tests write for a moment lies in one folder, and is gone with it, also where a test was killed. Each project of tests
 * asks for it; they share the first, since sockets may not lie deep.
 */
export default function temporaryFolder(): (() => void) | undefined {
  if (basename(tmpdir()).startsWith('synopolis-tests-')) return undefined;
  const folder = mkdtempSync(join(tmpdir(), 'synopolis-tests-'));
  const before = process.env.TMPDIR;
  process.env.TMPDIR = folder;
  return () => {
    if (before === undefined) delete process.env.TMPDIR;
    else process.env.TMPDIR = before;
    rmSync(folder, { recursive: true, force: true });
  };
}
