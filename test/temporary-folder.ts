import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** What tests write for a moment lies in one folder, and is gone with it, also where a test was killed. */
export default function temporaryFolder(): () => void {
  const folder = mkdtempSync(join(tmpdir(), 'synopolis-tests-'));
  const before = process.env.TMPDIR;
  process.env.TMPDIR = folder;
  return () => {
    if (before === undefined) delete process.env.TMPDIR;
    else process.env.TMPDIR = before;
    rmSync(folder, { recursive: true, force: true });
  };
}
