import { createHash, randomBytes } from 'node:crypto';
import { readFileSync, readlinkSync } from 'node:fs';
import { hostname } from 'node:os';
import { isAlive } from '../../observatory/process-alive.ts';

/**
 * Who holds a lock, as a file name: the process, when it started (the number of one that ended is given to another), the
 * start of the machine, the namespace that the number is of (a container has its own), the machine, and a part that no
 * other holder has. What the system does not tell is `0`.
 */
interface Owner {
  readonly pid: number;
  readonly started: string;
  readonly boot: string;
  readonly namespace: string;
  readonly machine: string;
}

const TOKEN = /^(\d+)\.(\d+)\.([0-9a-f]+)\.(\d+)\.([0-9a-f]{12})\.[0-9a-f]{16}$/;

/** A name for this process as a holder, another each time. */
export function ownerToken(): string {
  const { pid, started, boot, namespace, machine } = here;
  return [pid, started, boot, namespace, machine, randomBytes(8).toString('hex')].join('.');
}

export function isOwnerToken(name: string): boolean {
  return TOKEN.test(name);
}

/**
 * Whether the holder is certainly no more: its process has ended, or its machine was started again since. One of another
 * machine or container may still live, and what is no such name is not judged.
 */
export function isOver(token: string): boolean {
  const found = TOKEN.exec(token);
  if (found === null) return false;
  const [, number, started, boot, namespace, machine] = found;
  if (machine !== here.machine) return false;
  if (boot !== here.boot) return true;
  if (namespace !== here.namespace) return false;
  const pid = Number(number);
  if (!isAlive(pid)) return true;
  const process = processOf(pid);
  // One whose every thread has ended, and which nobody has waited for, still has its number.
  return process !== null && (process.isOver || process.started !== started);
}

/** What Linux says of a process; null where it does not, or on another system. */
function processOf(pid: number): { readonly started: string; readonly isOver: boolean } | null {
  const text = textOf(`/proc/${pid}/stat`);
  if (text === null) return null;
  // Behind the name in parentheses, which may hold anything: state is the third field, threads the 20th, start the 22nd.
  const fields = text.slice(text.lastIndexOf(')') + 2).split(' ');
  return { started: fields[19], isOver: (fields[0] === 'Z' || fields[0] === 'X') && Number(fields[17]) <= 1 };
}

const here: Owner = {
  pid: process.pid,
  started: processOf(process.pid)?.started ?? '0',
  boot: textOf('/proc/sys/kernel/random/boot_id')?.trim().replaceAll('-', '') ?? '0',
  namespace: namespaceOf(),
  machine: createHash('sha256')
    .update(`${hostname()}\n${textOf('/etc/machine-id') ?? ''}`)
    .digest('hex')
    .slice(0, 12),
};

function namespaceOf(): string {
  try {
    return /\d+/.exec(readlinkSync('/proc/self/ns/pid'))?.[0] ?? '0';
  } catch {
    return '0';
  }
}

function textOf(path: string): string | null {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return null;
  }
}
