// The observatory of the benchmark's works, built once beside them.
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

import { generated } from './generate.mjs';
import { measure } from './measure.mjs';

export const SYNOPOLIS = fileURLToPath(new URL('../bin/synopolis.mjs', import.meta.url));

/** The folder of the observatory for these parameters of `generated`. */
export async function built(parameters) {
  const set = await generated(parameters);
  const observatory = join(set.folder, 'observatory');
  if (!existsSync(join(observatory, 'manifest.json'))) console.error(`Building ${observatory} …`);
  // A build of the same works by the same code has nothing to do.
  await measure(process.execPath, [
    SYNOPOLIS,
    ...['build', '--works', set.works, '--institutions', set.institutions, '--out', observatory],
  ]);
  return observatory;
}
