import { randomUUID } from 'node:crypto';
import {
  linkSync,
  mkdirSync,
  readFileSync,
  rmdirSync,
  rmSync,
  statSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { InputError } from '../base/index.ts';
import { writeDurably } from './durable.ts';
import { messages } from './messages.ts';
import { identityOf, isRunning, type ProcessIdentity } from './process-identity.ts';

/** Seconds between signs of life, and after how many without one a builder that cannot be looked at is taken for dead. */
const SIGN_EVERY = 20;
const DEAD_AFTER = 120;
/** Whoever takes a dead one’s lock away needs no time for it; seconds. */
const TAKEN_WITHIN = 10;
const TRIES = 10;

type Owner = ProcessIdentity & { readonly token: string };

/**
 * One builder at a time: a file that says who it is. Another's is taken where its process has ended: one that has its
 * number now is another, by when it began and in which run of the machine. Where that cannot be known (another machine or
 * container, no `/proc`), a lock is dead once no sign of life was given for two minutes.
 */
export class BuildLock {
  private readonly sign: NodeJS.Timeout;

  private constructor(
    private readonly folder: string,
    private readonly workshop: string,
    private readonly token: string,
  ) {
    this.sign = setInterval(() => this.giveSign(), 1000 * SIGN_EVERY);
    this.sign.unref();
  }

  /**
   * @param workshop the folder in which the lock is, and what its owner has there; made where it is not there
   * @throws InputError where another build is at work
   */
  static take(folder: string, workshop: string): BuildLock {
    for (let tries = 1; ; tries++) {
      try {
        mkdirSync(workshop, { recursive: true });
        return BuildLock.takeIn(folder, workshop);
      } catch (error) {
        // The one before it has just taken its workshop away.
        if ((error as NodeJS.ErrnoException).code !== 'ENOENT' || tries === TRIES) throw error;
      }
    }
  }

  private static takeIn(folder: string, workshop: string): BuildLock {
    const file = join(workshop, 'lock');
    const token = randomUUID();
    if (!make(file, token)) {
      // Two that find the same dead lock must not take each other's away.
      const taking = join(workshop, 'taking');
      if (!make(taking, token) && secondsSince(taking, workshop) <= TAKEN_WITHIN)
        throw atWork(folder, file, null, 0);
      try {
        const owner = ownerOf(file);
        const silent = secondsSince(file, workshop);
        if (owner !== null && !isDead(owner, silent)) throw atWork(folder, file, owner, silent);
        rmSync(file, { force: true });
        if (!make(file, token)) throw atWork(folder, file, ownerOf(file), 0);
      } finally {
        rmSync(taking, { force: true });
      }
    }
    return new BuildLock(folder, workshop, token);
  }

  /** Before anything is shown: one that slept may have been taken for dead. @throws InputError where it was */
  hold(): void {
    const owner = ownerOf(this.file);
    if (owner?.token !== this.token) throw atWork(this.folder, this.file, owner, 0);
  }

  /** Gives the folder back, and takes the empty workshop away. What is another's stays. */
  release(): void {
    clearInterval(this.sign);
    if (ownerOf(this.file)?.token !== this.token) return;
    rmSync(this.file, { force: true });
    try {
      rmdirSync(this.workshop);
    } catch {
      // The next one is in it already.
    }
  }

  private get file(): string {
    return join(this.workshop, 'lock');
  }

  private giveSign(): void {
    try {
      const now = new Date();
      if (ownerOf(this.file)?.token === this.token) utimesSync(this.file, now, now);
    } catch {
      // Without signs it is another's in two minutes, and this build finds out before it shows anything.
    }
  }
}

function isDead(owner: Owner, silent: number): boolean {
  return !(isRunning(owner) ?? silent <= DEAD_AFTER);
}

/** Whole or not at all, where names can be linked. False where there is one. */
function make(file: string, token: string): boolean {
  const owner: Owner = { ...identityOf(process.pid), token };
  const text = JSON.stringify(owner);
  const own = `${file}-${token}`;
  try {
    writeFileSync(own, text, { flag: 'wx' });
    try {
      linkSync(own, file);
    } catch (error) {
      if (['EEXIST', 'ENOENT'].includes((error as NodeJS.ErrnoException).code ?? '')) throw error;
      writeFileSync(file, text, { flag: 'wx' });
    }
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') return false;
    throw error;
  } finally {
    rmSync(own, { force: true });
  }
}

/** Null where there is none, or none that says whose it is. */
function ownerOf(file: string): Owner | null {
  try {
    const told = JSON.parse(readFileSync(file, 'utf8')) as Partial<Owner> | number | null;
    if (typeof told !== 'object' || told === null || !Number.isInteger(told.pid)) return null;
    return told as Owner;
  } catch {
    return null;
  }
}

/** Seconds since a file was written, by the clock of the disk that it is on. */
function secondsSince(file: string, workshop: string): number {
  const probe = join(workshop, 'clock');
  writeDurably(probe, '');
  try {
    return (statSync(probe).mtimeMs - statSync(file).mtimeMs) / 1000;
  } catch {
    return 0;
  } finally {
    rmSync(probe, { force: true });
  }
}

function atWork(folder: string, file: string, owner: Owner | null, silent: number): InputError {
  const here = owner !== null && isRunning(owner) === true;
  const builder = owner === null ? null : { process: owner.pid, host: here ? null : owner.host };
  return new InputError(
    here
      ? messages.inUse({ builder })
      : messages.perhapsInUse({ builder, silent: Math.round(silent), deadAfter: DEAD_AFTER, lock: file }),
    { file: folder },
  );
}
