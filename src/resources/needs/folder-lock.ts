import { mkdir, readdir, rename, rm, rmdir, unlink, writeFile } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { isOver, isOwnerToken, ownerToken } from './lock-owner.ts';

/** Between two attempts; milliseconds. Not always the same, so that two programs do not keep in step. */
const AGAIN = 10;
/** What `rename` says where a lock stands: a folder that is not empty, or something that is no folder. */
const HELD = new Set(['ENOTEMPTY', 'EEXIST', 'ENOTDIR']);
/** Windows says the same of any folder that is there, also of an empty one. */
const HELD_ON_WINDOWS = new Set(['EPERM', 'EACCES', 'EBUSY']);

/**
 * Takes a lock that only its holder, or the end of its process, can end. The lock is a folder with one file, which is named
 * after the holder. It is taken by renaming a folder that has the file already, which fails on every file system while the
 * lock holds another; so there is no moment at which it is held by nobody known. It is ended by removing the holder’s
 * own file: whoever ends the lock of a process that is no more names that process, and cannot remove another’s that has
 * been taken meanwhile.
 * @returns what releases it; null where another holds it for longer than `patience` milliseconds
 * @throws Error of the file system where no lock can be made there
 */
export async function takeLock(path: string, patience: number): Promise<(() => Promise<void>) | null> {
  const token = ownerToken();
  const prepared = join(dirname(path), preparedPrefix(path) + token);
  const end = performance.now() + patience;
  await mkdir(prepared);
  try {
    await writeFile(join(prepared, token), '');
    while (!(await isTaken(prepared, path))) {
      if (await endOfTheDead(path)) continue;
      if (performance.now() >= end) {
        await rm(prepared, { recursive: true, force: true });
        return null;
      }
      await pause(AGAIN * (0.5 + Math.random()));
    }
  } catch (error) {
    await rm(prepared, { recursive: true, force: true });
    throw error;
  }
  return async () => {
    await unlink(join(path, token)).catch(ignore('ENOENT'));
    await rmdir(path).catch(ignore('ENOENT', 'ENOTEMPTY', 'EEXIST', 'ENOTDIR'));
  };
}

/** Removes what programs left that were killed before they had the lock. For who holds it. */
export async function removePrepared(path: string): Promise<void> {
  const prefix = preparedPrefix(path);
  for (const name of await namesIn(dirname(path)))
    if (name.startsWith(prefix) && isOver(name.slice(prefix.length)))
      await rm(join(dirname(path), name), { recursive: true, force: true });
}

function preparedPrefix(path: string): string {
  return `.${basename(path)}.`;
}

async function isTaken(prepared: string, path: string): Promise<boolean> {
  try {
    await rename(prepared, path);
    return true;
  } catch (error) {
    const { code = '' } = error as NodeJS.ErrnoException;
    if (HELD.has(code) || (process.platform === 'win32' && HELD_ON_WINDOWS.has(code))) return false;
    throw error;
  }
}

/** Whether a lock was ended because its holder is no more. */
async function endOfTheDead(path: string): Promise<boolean> {
  const names = await namesIn(path);
  const dead = names.filter((name) => isOwnerToken(name) && isOver(name));
  for (const name of dead) await unlink(join(path, name)).catch(ignore('ENOENT'));
  // Elsewhere a folder takes the place of an empty one.
  if (process.platform === 'win32' && names.length === dead.length)
    await rmdir(path).catch(ignore('ENOENT', 'ENOTEMPTY', 'EEXIST', 'EPERM', 'EBUSY'));
  return dead.length > 0;
}

async function namesIn(path: string): Promise<string[]> {
  return readdir(path).catch(() => []);
}

function ignore(...codes: readonly string[]): (error: NodeJS.ErrnoException) => void {
  return (error) => {
    if (!codes.includes(error.code ?? '')) throw error;
  };
}
