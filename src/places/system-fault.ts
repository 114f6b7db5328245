import { InputError } from './errors.ts';

interface Fault {
  /** How the system says it in other programs' messages, such as the engine's. */
  readonly said: RegExp;
  readonly what: string;
  readonly todo: string;
}

const ALLOW = 'Check who may read and write it, and its folder.';

/** What a system refuses, by its code: nobody's mistake in a program, and something that a person can mend. */
const FAULTS: Readonly<Record<string, Fault>> = {
  EACCES: { said: /Permission denied/, what: 'permission is denied.', todo: ALLOW },
  EPERM: { said: /Operation not permitted/, what: 'the system does not permit this.', todo: ALLOW },
  EROFS: {
    said: /Read-only file system/,
    what: 'the file system is read-only.',
    todo: 'Name a place that can be written to.',
  },
  ENOSPC: {
    said: /No space left/,
    what: 'there is no space left on the disk.',
    todo: 'Free some and run the same command again.',
  },
  EDQUOT: {
    said: /quota exceeded/i,
    what: 'your quota of the disk is used up.',
    todo: 'Free some and run the same command again.',
  },
  EFBIG: {
    said: /File too large/,
    what: 'the file became larger than the system allows.',
    todo: 'Raise the limit (`ulimit -f`), or name a place on another file system.',
  },
  EMFILE: {
    said: /Too many open files/,
    what: 'too many files are open.',
    todo: 'Raise the limit (`ulimit -n`) and run the same command again.',
  },
  ENFILE: {
    said: /Too many open files in system/,
    what: 'too many files are open on this machine.',
    todo: 'Close other programs and run the same command again.',
  },
  EISDIR: { said: /Is a directory/, what: 'is a folder, not a file.', todo: 'Name a file.' },
  ENOTDIR: {
    said: /Not a directory/,
    what: 'lies in something that is not a folder.',
    todo: 'Check the path.',
  },
  ENOENT: { said: /No such file or directory/, what: 'does not exist.', todo: 'Check the path.' },
  ELOOP: {
    said: /Too many levels of symbolic links/,
    what: 'is a link that leads back to itself.',
    todo: 'Mend the link.',
  },
  ENAMETOOLONG: { said: /File name too long/, what: 'the name is too long.', todo: 'Take a shorter one.' },
  EIO: {
    said: /Input\/output error/,
    what: 'the disk cannot read or write it.',
    todo: 'Check the disk, and copy what it holds to another.',
  },
  EBUSY: {
    said: /Device or resource busy/,
    what: 'is in use by another program.',
    todo: 'End that program and run the same command again.',
  },
};

/**
 * What the system refused, as a person should be told: for an error of Node's by its code, for one in other words (the
 * engine's) by what the system says in them. Null for any other error.
 */
export function systemFault(error: unknown): InputError | null {
  if (!(error instanceof Error)) return null;
  const { code, path, message } = error as NodeJS.ErrnoException;
  if (code !== undefined) {
    return Object.hasOwn(FAULTS, code) ? faultOf(FAULTS[code], path ?? quoted(message)) : null;
  }
  if (!OF_FILES.test(message)) return null;
  const found = Object.values(FAULTS).find(({ said }) => said.test(message));
  return found === undefined ? null : faultOf(found, quoted(message));
}

/** Messages of the engine about files. */
const OF_FILES = /^IO Error: /;

function faultOf({ what, todo }: Fault, file: string | null): InputError {
  return new InputError(what, { ...(file === null ? {} : { file }), todo });
}

/** The first path in quotes. */
function quoted(message: string): string | null {
  return /["']([^"']*\/[^"']*)["']/.exec(message)?.[1] ?? null;
}
