import { type BigIntStats, statSync } from 'node:fs';

/** A file as it was when reading it began. Times are in nanoseconds, as texts: numbers would be rounded. */
export interface SeenFile {
  readonly path: string;
  readonly size: number;
  readonly modified: string;
  /** When its bytes, its name or its date last changed, which nobody sets: it gives away an old date on new bytes. */
  readonly changed: string;
  readonly inode: string;
  /** When it was looked at, in milliseconds. */
  readonly seen: number;
}

/** Clocks of files may be as coarse: what changed so shortly before it was looked at may have changed again since, unseen; milliseconds. */
const COARSE = 2_000;

export function seeFile(path: string, now: () => number = Date.now): SeenFile {
  const seen = now();
  const stats: BigIntStats = statSync(path, { bigint: true });
  return {
    path,
    size: Number(stats.size),
    modified: String(stats.mtimeNs),
    changed: String(stats.ctimeNs),
    inode: String(stats.ino),
    seen,
  };
}

/** Whether nothing says that the bytes of a file have changed since; size and date alone would not tell. */
export function isUntouched(then: SeenFile, now: SeenFile): boolean {
  return (
    then.path === now.path &&
    then.size === now.size &&
    then.modified === now.modified &&
    then.changed === now.changed &&
    then.inode === now.inode &&
    then.seen - Number(BigInt(then.changed) / 1_000_000n) > COARSE
  );
}
