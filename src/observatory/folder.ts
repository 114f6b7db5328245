import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { InputError } from '../places/index.ts';
import { TABLES } from './tables/index.ts';

const WORKSHOP = '.building';
const PARTS = 'parts';
const OURS = new Set([
  WORKSHOP,
  PARTS,
  'manifest.json',
  'datapackage.json',
  ...TABLES.map(({ name }) => `${name}.parquet`),
]);

/**
 * The folder of an observatory while it is built. Parts stay between builds; everything unfinished is in a workshop
 * that the next build empties; the tables are swapped in whole, and the manifest, written last, says that they are.
 */
export class BuildFolder {
  readonly parts: string;
  readonly workshop: string;
  private constructor(readonly path: string) {
    this.parts = join(path, PARTS);
    this.workshop = join(path, WORKSHOP);
  }

  /** @throws InputError where the folder holds something else, or another build is at work in it */
  static claim(path: string): BuildFolder {
    const strangers = existsSync(path)
      ? readdirSync(path).filter((name) => !OURS.has(name) && name !== '.DS_Store')
      : [];
    if (strangers.length > 0) {
      throw new InputError(
        `holds something else (${strangers.slice(0, 3).join(', ')}${strangers.length > 3 ? ', …' : ''}).`,
        {
          file: path,
          todo: 'Name an empty or new folder with --out.',
        },
      );
    }
    const folder = new BuildFolder(path);
    mkdirSync(folder.parts, { recursive: true });
    folder.lock();
    for (const name of readdirSync(folder.workshop)) {
      if (name !== 'lock') rmSync(join(folder.workshop, name), { recursive: true });
    }
    for (const name of readdirSync(folder.parts)) {
      if (!existsSync(join(folder.parts, name, 'part.json')))
        rmSync(join(folder.parts, name), { recursive: true });
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

  /** Puts finished tables in the place of the old ones. Between the first and the manifest the folder counts as unfinished. */
  swapIn(tables: string): void {
    rmSync(join(this.path, 'manifest.json'), { force: true });
    for (const name of readdirSync(tables)) renameSync(join(tables, name), join(this.path, name));
  }

  release(): void {
    rmSync(this.workshop, { recursive: true, force: true });
  }

  private lock(): void {
    mkdirSync(this.workshop, { recursive: true });
    const lock = join(this.workshop, 'lock');
    try {
      writeFileSync(lock, String(process.pid), { flag: 'wx' });
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
      const owner = Number(readFileSync(lock, 'utf8'));
      if (owner !== process.pid && isAlive(owner)) {
        throw new InputError(`another build (process ${owner}) is at work in it.`, {
          file: this.path,
          todo: 'Wait for it, or stop it.',
        });
      }
      writeFileSync(lock, String(process.pid));
    }
  }
}

function isAlive(pid: number): boolean {
  if (!Number.isInteger(pid) || pid <= 0) return false;
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}
