import { randomUUID } from 'node:crypto';
import { chmod, open, readdir, readFile, realpath, rename, rm, stat } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { InputError } from '../../base/index.ts';
import { messages } from './messages.ts';
import { removePrepared, takeLock } from './folder-lock.ts';

/**
 * Changes a file as a whole: what stands in it is read, changed, written under a temporary name and renamed, so that a
 * reader, or a program that is killed, never sees half of it. Programs that use this wait for each other (a lock beside
 * it, which a killed one leaves behind harmlessly, and which no other takes from one that lives); one that does not, such as
 * a spreadsheet program, is noticed. What it returns for is on the disk: the file and its name are synced. `change` gets
 * null where the file is not there yet.
 * @throws InputError where another program holds the file for longer than `patience` milliseconds, or changes it meanwhile
 */
export async function changeWhole<T>(
  path: string,
  patience: number,
  change: (bytes: Uint8Array | null) => { readonly text: string; readonly result: T },
): Promise<T> {
  // A link stays a link.
  const file = await realpath(path).catch(() => path);
  const release = await lock(`${file}.lock`, path, patience);
  try {
    await removePrepared(`${file}.lock`);
    await removeLeftOvers(file);
    const before = await readOrNull(file, path);
    const { text, result } = change(before);
    await replace(file, path, text, before);
    return result;
  } finally {
    await release();
  }
}

/** The bytes of a file; null where there is none. @throws InputError where it cannot be read */
export async function readOrNull(file: string, named = file): Promise<Uint8Array | null> {
  try {
    return await readFile(file);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return null;
    throw unwritable('read', named, error);
  }
}

async function replace(file: string, named: string, text: string, before: Uint8Array | null): Promise<void> {
  const temporary = join(dirname(file), `.${basename(file)}.${randomUUID()}`);
  try {
    const handle = await open(temporary, 'wx');
    try {
      await handle.writeFile(text);
      await handle.sync();
    } finally {
      await handle.close();
    }
    if (before !== null) await chmod(temporary, (await stat(file)).mode);
    const now = await readOrNull(file, named);
    if (now === null ? before !== null : before === null || !Buffer.from(now).equals(before))
      throw new InputError(messages.changedMeanwhile(), { file: named });
    await rename(temporary, file);
    await syncFolder(dirname(file));
  } catch (error) {
    await rm(temporary, { force: true });
    throw error instanceof InputError ? error : unwritable('written', named, error);
  }
}

/** What programs left that were killed while they wrote: only who holds the lock writes, so it is nobody's. */
async function removeLeftOvers(file: string): Promise<void> {
  const names = await readdir(dirname(file)).catch(() => []);
  const ours = names.filter(
    (name) => name.startsWith(`.${basename(file)}.`) && UUID.test(name.slice(basename(file).length + 2)),
  );
  for (const name of ours) await rm(join(dirname(file), name), { force: true });
}

async function lock(path: string, named: string, patience: number): Promise<() => Promise<void>> {
  let release: (() => Promise<void>) | null;
  try {
    release = await takeLock(path, patience);
  } catch (error) {
    throw unwritable('written', named, error);
  }
  if (release !== null) return release;
  throw new InputError(messages.beingChanged({ lock: path }), { file: named });
}

const UUID = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/** So that a name that was changed stays changed when the power fails. Windows, and some network file systems, know no such thing. */
async function syncFolder(folder: string): Promise<void> {
  if (process.platform === 'win32') return;
  const handle = await open(folder, 'r');
  try {
    await handle.sync();
  } catch (error) {
    if (!['EINVAL', 'ENOTSUP'].includes((error as NodeJS.ErrnoException).code ?? '')) throw error;
  } finally {
    await handle.close();
  }
}

function unwritable(action: 'read' | 'written', file: string, error: unknown): InputError {
  const code = (error as NodeJS.ErrnoException).code ?? 'error';
  return new InputError(messages.unusableFile({ action, code }), { file });
}
