import { createHash } from 'node:crypto';
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { ROOT } from '../places/index.ts';
import { institutionFiles } from '../places/institutions/files.ts';
import { SEGMENT } from '../records/index.ts';
import { sha256Of } from './checksum.ts';
import type { BuildOptions } from './options.ts';
import { PART_FORMAT } from './part.ts';
import { VERSION } from './version.ts';

/**
 * A hash of everything besides a file of works that decides what its part holds: filters, institutions, corrections,
 * merged ids, the tables of places, this version. Files count by their content, so that one put in another's place with
 * the same size and date is noticed, and one that was only touched or moved changes nothing.
 *
 * @param mergedIds the files of merged ids
 * @throws InputError where institutions are not there
 */
export async function partSettings(options: BuildOptions, mergedIds: readonly string[]): Promise<string> {
  const { filters, segment = SEGMENT, institutions, corrections } = options;
  const hash = createHash('sha256').update(JSON.stringify({ PART_FORMAT, VERSION, filters, segment }));
  const tables = join(ROOT, 'data/places');
  const places = readdirSync(tables)
    .sort()
    .map((name) => join(tables, name));
  const given = [
    await institutionFiles(institutions),
    mergedIds,
    corrections === undefined ? [] : [corrections],
  ];
  for (const [kind, files] of [...given, places].entries()) {
    for (const file of files) hash.update(`\n${kind}\n`).update(await sha256Of(file), 'hex');
  }
  return hash.digest('hex');
}
