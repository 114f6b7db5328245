import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { append } from '../measures/extremes.ts';
import { type Checksum, wrongContent, wrongEnd } from './checksum.ts';
import { DamagedError } from './damaged.ts';
import { PARTS, partFaults } from './finished-parts.ts';
import type { Manifest } from './manifest.ts';

/** What is wrong with a file; null where nothing is. */
type Look = (file: string, written: Checksum) => string | null | Promise<string | null>;

/** Holds sizes and footers of all files of an observatory to what its manifest says of them. @throws DamagedError */
export function checkFiles(folder: string, { files }: Manifest): void {
  for (const [name, written] of Object.entries(files)) {
    const file = join(folder, name);
    const how = existsSync(file) ? wrongEnd(file, written) : 'is missing';
    if (how !== null) throw new DamagedError(file, how);
  }
}

/** Holds every byte of them to it. @throws DamagedError */
export async function checkFilesWhole(folder: string, manifest: Manifest): Promise<void> {
  for await (const { file, how } of damagedFiles(folder, manifest, wrongContent))
    throw new DamagedError(file, how);
}

/** What is wrong with files of an observatory, or of parts beside it, each read whole: one sentence each. */
export async function damageOf(folder: string, manifest: Manifest): Promise<string[]> {
  const found: string[] = [];
  for await (const { file, how } of damagedFiles(folder, manifest, wrongContent))
    found.push(`${file} ${how}`);
  const parts = join(folder, PARTS);
  // An observatory may be handed on without them.
  for (const name of existsSync(parts) ? readdirSync(parts).sort() : [])
    append(found, await partFaults(join(parts, name), wrongContent));
  return found;
}

async function* damagedFiles(
  folder: string,
  { files }: Manifest,
  look: Look,
): AsyncGenerator<{ readonly file: string; readonly how: string }> {
  for (const [name, written] of Object.entries(files)) {
    const file = join(folder, name);
    const how = existsSync(file) ? await look(file, written) : 'is missing';
    if (how !== null) yield { file, how };
  }
}
