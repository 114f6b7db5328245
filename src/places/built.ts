import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { InputError } from '../base/index.ts';
import { messages } from './messages.ts';
import { Packed } from './packed.ts';
import { ROOT } from './tables.ts';

/** A file of columns that `npm run build` made of the gazetteer's packages. @throws InputError where it did not yet, or it is damaged */
export function readBuilt(name: string, folder: string = join(ROOT, 'dist/places')): Packed {
  const file = join(folder, name);
  try {
    return new Packed(readFileSync(file));
  } catch (error) {
    const { code, message } = error as NodeJS.ErrnoException;
    throw new InputError(
      code === 'ENOENT' ? messages.gazetteerNotBuilt() : messages.gazetteerUnreadable({ fault: message }),
      { file },
    );
  }
}
