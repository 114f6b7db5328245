import { closeSync, openSync, readdirSync, readSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { InputError } from '../base/index.ts';
import { messages } from './messages.ts';

/**
 * The files of a list of ids that a user named: the file itself, or every CSV in a folder, by path.
 * @param flag what named it
 * @throws InputError where it is not there
 */
export function listFiles(path: string, flag: string): string[] {
  let stat;
  try {
    stat = statSync(path);
  } catch {
    throw new InputError(messages.missingList({ flag }), { file: path });
  }
  if (!stat.isDirectory()) return [path];
  return readdirSync(path, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && /\.csv(\.gz)?$/.test(entry.name))
    .map((entry) => join(entry.parentPath, entry.name))
    .sort();
}

/** Told by its first bytes, not its name. */
export function isGzip(path: string): boolean {
  const descriptor = openSync(path, 'r');
  try {
    const head = Buffer.alloc(2);
    return readSync(descriptor, head, 0, 2, 0) === 2 && head[0] === 0x1f && head[1] === 0x8b;
  } finally {
    closeSync(descriptor);
  }
}
