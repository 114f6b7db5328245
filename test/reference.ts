import { existsSync, readFileSync } from 'node:fs';
import { expect } from 'vitest';

/** Reference cases worked out elsewhere: an optional folder beside the project's. */
const folder = new URL('../../shared/refs/', import.meta.url);
export const absent = !existsSync(new URL('cases.json', folder));
export const title = (name: string): string =>
  absent ? `${name} (skipped: no ../shared/refs/cases.json)` : name;

interface Case {
  readonly id: string;
  readonly inputs: readonly string[];
  readonly expected: string;
  readonly tolerance: { readonly abs: number };
}

function text(path: string): string {
  return readFileSync(new URL(path, folder), 'utf8');
}

function read(path: string): unknown {
  return path.endsWith('.csv') ? readTable(path) : JSON.parse(text(path));
}

/** A table as its columns by name. */
function readTable(path: string): Record<string, string[]> {
  const [head, ...rows] = text(path)
    .trim()
    .split(/\r?\n/)
    .map((line) => line.split(','));
  return Object.fromEntries(head.map((name, i) => [name, rows.map((row) => row[i])]));
}

/** Input, expected result and absolute tolerance of a case. */
export function load(id: string): { input: unknown; expected: unknown; tolerance: number } {
  const { inputs, expected, tolerance } = (read('cases.json') as Case[]).find((entry) => entry.id === id)!;
  return { input: read(inputs[0]), expected: read(expected), tolerance: tolerance.abs };
}

export function close(actual: number | null, expected: number, tolerance: number): void {
  expect(actual).not.toBeNull();
  expect(Math.abs(actual! - expected)).toBeLessThanOrEqual(tolerance);
}
