import { randomUUID } from 'node:crypto';
import { chmod, open, readdir, readFile, realpath, rename, rm, stat, writeFile } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { isAlive } from '../../observatory/alive.ts';
import { InputError } from '../../places/index.ts';

/** Between making a lock and writing into it lies less than that. */
const EMPTY_LOCK_MS = 1000;

/**
 * Changes a file as a whole: what stands in it is read, changed, written under a temporary name and renamed, so that a
 * reader, or a program that is killed, never sees half of it. Programs that use this wait for each other (a lock file
 * beside it, which a killed one leaves behind harmlessly); one that does not, such as a spreadsheet program, is noticed.
 * `change` gets null where the file is not there yet.
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
      throw new InputError('was changed by another program just now; nothing was written.', {
        file: named,
        todo: 'Save and close it there, and say it again.',
      });
    await rename(temporary, file);
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

const UUID = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/** Takes the lock, from a program that is no more if need be. */
async function lock(path: string, named: string, patience: number): Promise<() => Promise<void>> {
  const mine = `${process.pid} ${randomUUID()}`;
  const end = performance.now() + patience;
  for (;;) {
    try {
      await writeFile(path, mine, { flag: 'wx' });
      return async () => {
        if ((await textOf(path)) === mine) await rm(path, { force: true });
      };
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw unwritable('written', named, error);
    }
    const held = await textOf(path);
    if (held !== null && (await isDead(path, held))) await abandon(path, held);
    else if (performance.now() >= end)
      throw new InputError('is being changed by another program.', {
        file: named,
        todo: `Try again; if none is at work, remove ${path}.`,
      });
    else await pause(20);
  }
}

/** Whether nobody holds a lock any more. One that stays empty is of a program that was killed while it took it. */
async function isDead(path: string, held: string): Promise<boolean> {
  if (held !== '') return !isAlive(Number(held.split(' ')[0]));
  const taken = await stat(path).catch(() => null);
  return taken !== null && Date.now() - taken.mtimeMs > EMPTY_LOCK_MS;
}

/** Removes the lock of a dead program, and only that: somebody else may have done so and taken it since. */
async function abandon(path: string, held: string): Promise<void> {
  const aside = `${path}.${randomUUID()}`;
  try {
    await rename(path, aside);
  } catch {
    return;
  }
  const taken = await textOf(aside);
  if (taken !== null && taken !== held) await writeFile(path, taken, { flag: 'wx' }).catch(() => undefined);
  await rm(aside, { force: true });
}

async function textOf(path: string): Promise<string | null> {
  const bytes = await readFile(path).catch(() => null);
  return bytes === null ? null : bytes.toString('utf8');
}

function unwritable(what: 'read' | 'written', file: string, error: unknown): InputError {
  const code = (error as NodeJS.ErrnoException).code ?? 'error';
  return new InputError(`cannot be ${what} (${code}).`, {
    file,
    todo: 'Check the path and its folder, and that no other program holds it.',
  });
}
