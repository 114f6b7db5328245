import { readFileSync, readlinkSync } from 'node:fs';
import { hostname } from 'node:os';
import { isAlive } from './process-alive.ts';

/** A process, told apart from every other that has or had its number. Null where the system does not tell. */
export interface ProcessIdentity {
  readonly pid: number;
  readonly host: string;
  /** Of the machine's present run. */
  readonly boot: string | null;
  /** Of the numbers of processes: a container has its own. */
  readonly numbers: string | null;
  /** When it began, in ticks of that run. */
  readonly started: string | null;
}

/** What is known of a process of this machine, under its number. */
export function identityOf(pid: number): ProcessIdentity {
  return {
    pid,
    host: hostname(),
    boot: readOr(() => readFileSync('/proc/sys/kernel/random/boot_id', 'utf8').trim()),
    numbers: readOr(() => readlinkSync('/proc/self/ns/pid')),
    started: startOf(pid),
  };
}

/** Whether a process still runs; null where it cannot be known from here. */
export function isRunning(told: ProcessIdentity): boolean | null {
  const now = identityOf(told.pid);
  if (told.host !== now.host) return null;
  if (told.boot !== now.boot) return told.boot === null || now.boot === null ? null : false;
  if (told.numbers !== now.numbers) return null;
  if (!isAlive(told.pid)) return false;
  if (told.started === null || now.started === null) return null;
  return told.started === now.started;
}

/** The 22nd field of `/proc/PID/stat`; the second is a name that may hold anything, in parentheses. */
function startOf(pid: number): string | null {
  return readOr(() => {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    return stat.slice(stat.lastIndexOf(')') + 2).split(' ')[22 - 3];
  });
}

function readOr(read: () => string): string | null {
  try {
    return read();
  } catch {
    return null;
  }
}
