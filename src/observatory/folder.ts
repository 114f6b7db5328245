import { InputError } from '../base/index.ts';
import { existsSync, mkdirSync, readdirSync, renameSync, rmSync, statSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { makeFolder } from '../places/index.ts';
import { BuildLock } from './build-lock.ts';
import { type Checksum, sealFiles } from './checksum.ts';
import { syncFolder } from './durable.ts';
import { PARTS } from './finished-parts.ts';
import { type Manifest, readManifestOrNull, writeManifest } from './manifest.ts';
import { messages } from './messages.ts';
import { BY_ADDRESS, keptAs } from './tables/by-address.ts';
import { TABLES } from './tables/index.ts';

const WORKSHOP = '.building';
/** In the workshop: the manifest of the tables that others are put in the place of. */
const BEFORE = 'before.json';
/** Files that only an observatory has: where none stands, nothing in a folder is taken for one. */
const MARKS = [WORKSHOP, PARTS];
const OURS = new Set([
  ...MARKS,
  'manifest.json',
  'manifest.json.part',
  'datapackage.json',
  ...TABLES.map(({ name }) => `${name}.parquet`),
  ...BY_ADDRESS.map(({ name }) => `${keptAs(name, 'address')}.parquet`),
]);

/** Folders that builds of this process are at work in. */
const claimed = new Set<string>();

/**
 * The folder of an observatory while it is built. Parts stay between builds; everything unfinished is in a workshop
 * that the next build empties; the tables are swapped in whole, and the manifest, written last, says that they are.
 */
export class BuildFolder {
  readonly parts: string;
  readonly workshop: string;
  private lock: BuildLock | null = null;

  private constructor(readonly path: string) {
    this.parts = join(path, PARTS);
    this.workshop = join(path, WORKSHOP);
  }

  /** @throws InputError where the folder holds something else, or another build is at work in it */
  static claim(path: string): BuildFolder {
    refuseStrangers(path);
    const folder = new BuildFolder(resolve(path));
    makeFolder(folder.path);
    folder.take();
    try {
      makeFolder(folder.parts);
      folder.empty();
      for (const name of readdirSync(folder.parts)) {
        if (!existsSync(join(folder.parts, name, 'part.json')))
          rmSync(join(folder.parts, name), { recursive: true });
      }
    } catch (error) {
      folder.release();
      throw error;
    }
    return folder;
  }

  /** A folder of the given name in the workshop, empty. */
  fresh(name: string): string {
    const path = join(this.workshop, name);
    rmSync(path, { recursive: true, force: true });
    mkdirSync(path, { recursive: true });
    return path;
  }

  /** Waits until finished tables are on the disk, and says of each file what it holds. */
  sealed(tables: string): Promise<Record<string, Checksum>> {
    return sealFiles(tables, readdirSync(tables).sort());
  }

  /**
   * Puts finished tables in the place of the old ones, and the manifest that tells of them. From before the first to after
   * the last there is none, also after a failure of power, so that no table is taken for one of another build.
   */
  publish(tables: string, manifest: Manifest): void {
    this.lock?.hold();
    const before = join(this.path, 'manifest.json');
    if (existsSync(before)) renameSync(before, join(this.workshop, BEFORE));
    syncFolder(this.path);
    for (const name of readdirSync(tables)) renameSync(join(tables, name), join(this.path, name));
    for (const name of manifest.cluster?.tables ?? [])
      rmSync(join(this.path, `${name}.parquet`), { force: true });
    syncFolder(this.path);
    writeManifest(this.path, manifest);
  }

  release(): void {
    this.empty();
    this.lock?.release();
    claimed.delete(this.path);
  }

  private empty(): void {
    for (const name of existsSync(this.workshop) ? readdirSync(this.workshop) : [])
      if (name !== 'lock') rmSync(join(this.workshop, name), { recursive: true, force: true });
  }

  private take(): void {
    if (claimed.has(this.path)) {
      const builder = { process: process.pid, host: null };
      throw new InputError(messages.inUse({ builder }), { file: this.path });
    }
    this.lock = BuildLock.take(this.path, this.workshop);
    claimed.add(this.path);
  }
}

/** Whether a build is putting tables in place of those of another just now. */
export function isPublishing(folder: string): boolean {
  return existsSync(join(folder, WORKSHOP, BEFORE));
}

/** A table of the user's own may bear the name of one of ours: only a folder that once was built in is ours. */
function refuseStrangers(path: string): void {
  if (!existsSync(path)) return;
  if (!statSync(path).isDirectory()) {
    throw new InputError(messages.outIsFile(), { file: path });
  }
  const names = readdirSync(path).filter((name) => name !== '.DS_Store');
  const built = names.some((name) => MARKS.includes(name)) || readManifestOrNull(path) !== null;
  const strangers = built ? names.filter((name) => !OURS.has(name)) : names;
  if (strangers.length === 0) return;
  throw new InputError(messages.otherContents({ names: strangers.slice(0, 3), more: strangers.length > 3 }), {
    file: path,
  });
}
