import { createHash } from 'node:crypto';
import type { Manifest } from './manifest.ts';

/**
 * What differs between two builds of the same: when, how long, from which folder, in which parts, whether these are old, and
 * what only the dates of files tell.
 */
const BESIDE: ReadonlySet<string> = new Set([
  ...['built', 'seconds', 'stamp', 'path', 'part', 'reused', 'warnings', 'warningMessages'],
  ...['vintage', 'plausibleYears'],
]);

/**
 * SHA-256, in hexadecimal, of what a manifest says of its records (the hash of every file among it), settings,
 * definitions, versions and tables: that of a rerun is the same, wherever and whenever it was.
 */
export function manifestHash(manifest: Manifest): string {
  const told = JSON.stringify(manifest, (key, value: unknown) => (BESIDE.has(key) ? undefined : value));
  return createHash('sha256').update(told).digest('hex');
}
