import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Message } from '../base/index.ts';
import { append } from '../measures/extremes.ts';
import { type Checksum, wrongContent, wrongEnd } from './checksum.ts';
import { DamagedError, type FileDamage } from './damaged.ts';
import { PARTS, partFaults } from './finished-parts.ts';
import type { Manifest } from './manifest.ts';
import { messages } from './messages.ts';

/** What is wrong with a file; null where nothing is. */
type Look = (file: string, written: Checksum) => Message | null | Promise<Message | null>;

/** Holds sizes and footers of all files of an observatory to what its manifest says of them. @throws DamagedError */
export function checkFiles(folder: string, { files }: Manifest): void {
  for (const [name, written] of Object.entries(files)) {
    const file = join(folder, name);
    const problem = existsSync(file) ? wrongEnd(file, written) : messages.missing();
    if (problem !== null) throw new DamagedError(file, problem);
  }
}

/** Holds every byte of them to it. @throws DamagedError */
export async function checkFilesWhole(folder: string, manifest: Manifest): Promise<void> {
  for await (const { file, problem } of damagedFiles(folder, manifest, wrongContent))
    throw new DamagedError(file, problem);
}

/** What is wrong with files of an observatory, or of parts beside it, each read whole. */
export async function damageOf(folder: string, manifest: Manifest): Promise<FileDamage[]> {
  const found: FileDamage[] = [];
  for await (const damage of damagedFiles(folder, manifest, wrongContent)) found.push(damage);
  const parts = join(folder, PARTS);
  // An observatory may be handed on without them.
  for (const name of existsSync(parts) ? readdirSync(parts).sort() : [])
    append(found, await partFaults(join(parts, name), wrongContent));
  return found;
}

async function* damagedFiles(folder: string, { files }: Manifest, look: Look): AsyncGenerator<FileDamage> {
  for (const [name, written] of Object.entries(files)) {
    const file = join(folder, name);
    const problem = existsSync(file) ? await look(file, written) : messages.missing();
    if (problem !== null) yield { file, problem };
  }
}
