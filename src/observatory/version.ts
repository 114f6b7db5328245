import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { ROOT } from '../places/index.ts';

/** The version of this package. */
export const VERSION = (JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8')) as { version: string })
  .version;
