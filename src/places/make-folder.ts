import { existsSync, mkdirSync } from 'node:fs';
import { dirname } from 'node:path';
import { InputError } from '../base/index.ts';
import { messages } from './messages.ts';

/**
 * Makes a folder, and those that it is in, where they are not there. One step after the other: asked for all at once, Node
 * goes on for ever where a system makes none, as below `/proc`.
 * @throws InputError where the system makes no folder there
 */
export function makeFolder(path: string): void {
  if (existsSync(path)) return;
  if (dirname(path) !== path) makeFolder(dirname(path));
  try {
    mkdirSync(path);
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === 'EEXIST') return;
    if (code !== 'ENOENT') throw error;
    throw new InputError(messages.noFolderThere(), { file: path });
  }
}
