import {
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { join, resolve } from 'node:path';
import { InputError } from '../places/index.ts';
import { isAlive } from './alive.ts';
import { readManifestOrNull } from './manifest.ts';
import { TABLES } from './tables/index.ts';

const WORKSHOP = '.building';
const PARTS = 'parts';
/** Files that only an observatory has: where none stands, nothing in a folder is taken for one. */
const MARKS = [WORKSHOP, PARTS];
const OURS = new Set([
  ...MARKS,
  'manifest.json',
  'manifest.json.part',
  'datapackage.json',
  ...TABLES.map(({ name }) => `${name}.parquet`),
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
  private constructor(readonly path: string) {
    this.parts = join(path, PARTS);
    this.workshop = join(path, WORKSHOP);
  }

  /** @throws InputError where the folder holds something else, or another build is at work in it */
  static claim(path: string): BuildFolder {
    refuseStrangers(path);
    const folder = new BuildFolder(resolve(path));
    folder.lock();
    try {
      mkdirSync(folder.parts, { recursive: true });
      for (const name of readdirSync(folder.workshop)) {
        if (name !== 'lock') rmSync(join(folder.workshop, name), { recursive: true });
      }
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

  /** Puts finished tables in the place of the old ones. Between the first and the manifest the folder counts as unfinished. */
  swapIn(tables: string): void {
    rmSync(join(this.path, 'manifest.json'), { force: true });
    for (const name of readdirSync(tables)) renameSync(join(tables, name), join(this.path, name));
  }

  release(): void {
    rmSync(this.workshop, { recursive: true, force: true });
    claimed.delete(this.path);
  }

  private lock(): void {
    if (claimed.has(this.path)) throw atWork(this.path, process.pid);
    mkdirSync(this.workshop, { recursive: true });
    const lock = join(this.workshop, 'lock');
    if (existsSync(lock)) {
      const owner = Number(readFileSync(lock, 'utf8'));
      if (owner !== process.pid && isAlive(owner)) throw atWork(this.path, owner);
      rmSync(lock, { force: true });
    }
    try {
      writeFileSync(lock, String(process.pid), { flag: 'wx' });
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
      throw atWork(this.path, Number(readFileSync(lock, 'utf8')));
    }
    claimed.add(this.path);
  }
}

function atWork(path: string, owner: number): InputError {
  return new InputError(`another build (process ${owner}) is at work in it.`, {
    file: path,
    todo: 'Wait for it, or stop it.',
  });
}

/** A table of the user's own may bear the name of one of ours: only a folder that once was built in is ours. */
function refuseStrangers(path: string): void {
  if (!existsSync(path)) return;
  if (!statSync(path).isDirectory()) {
    throw new InputError('is a file.', { file: path, todo: 'Name an empty or new folder with --out.' });
  }
  const names = readdirSync(path).filter((name) => name !== '.DS_Store');
  const built = names.some((name) => MARKS.includes(name)) || readManifestOrNull(path) !== null;
  const strangers = built ? names.filter((name) => !OURS.has(name)) : names;
  if (strangers.length === 0) return;
  const shown = `${strangers.slice(0, 3).join(', ')}${strangers.length > 3 ? ', …' : ''}`;
  throw new InputError(`holds something else (${shown}).`, {
    file: path,
    todo: 'Name an empty or new folder with --out.',
  });
}
