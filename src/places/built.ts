import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { InputError } from '../base/index.ts';
import { Packed } from './packed.ts';
import { ROOT } from './tables.ts';

/** A file of columns that `npm run build` made of the gazetteer's packages. @throws InputError where it did not yet, or it is damaged */
export function readBuilt(name: string, folder: string = join(ROOT, 'dist/places')): Packed {
  const file = join(folder, name);
  try {
    return new Packed(readFileSync(file));
  } catch (error) {
    const { code, message } = error as NodeJS.ErrnoException;
    const what = code === 'ENOENT' ? 'has not been built' : `cannot be read (${message})`;
    throw new InputError(`The gazetteer ${what}.`, { file, todo: 'Run `npm run build`.' });
  }
}
