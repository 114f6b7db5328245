import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect } from 'vitest';
import type { ReferenceCase } from './adapter.ts';

/** Reference cases worked out elsewhere: the folder of SYNOPOLIS_REFS, or an optional one beside the project's. */
const given = process.env.SYNOPOLIS_REFS;
const folder = given ?? fileURLToPath(new URL('../../shared/refs', import.meta.url));
/** A folder that was named and is not there is an error, not absent. */
export const absent = given === undefined && !existsSync(join(folder, 'cases.json'));
export const title = (name: string): string =>
  absent ? `${name} (skipped: no ../shared/refs/cases.json, and no SYNOPOLIS_REFS)` : name;

/** A case as cases.json lists it. */
export interface ListedCase {
  readonly id: string;
  /** Numbers of areas, separated by commas. */
  readonly area: string;
  readonly inputs: readonly string[];
  readonly params: Readonly<Record<string, unknown>>;
  readonly expected: string;
  readonly tolerance: Readonly<Record<string, number>>;
}

/** All cases; none where the folder is not there. */
export function listCases(): readonly ListedCase[] {
  return absent ? [] : (read('cases.json') as ListedCase[]);
}

/** A case with its files read. */
export function load(listed: ListedCase): ReferenceCase {
  const { id, inputs, params, expected, tolerance } = listed;
  return { id, inputs: inputs.map(read), files: inputs, params, expected: read(expected), tolerance };
}

function read(path: string): unknown {
  const text = readFileSync(join(folder, path), 'utf8');
  return path.endsWith('.csv') ? table(text) : (JSON.parse(text) as unknown);
}

/** A table as its columns by name. */
export type Columns = Readonly<Record<string, readonly string[]>>;

function table(text: string): Columns {
  const [head, ...rows] = text
    .trim()
    .split(/\r?\n/)
    .map((line) => line.split(',').map((cell) => cell.replace(/^"(.*)"$/, '$1')));
  return Object.fromEntries(head.map((name, i) => [name, rows.map((row) => row[i])]));
}

/** A column's numbers. */
export function numbers(columns: unknown, name: string): number[] {
  const column = (columns as Columns)[name] as readonly string[] | undefined;
  if (column === undefined) throw new Error(`the case has no column ${name}`);
  return column.map(Number);
}

/** Runs the check of each key of `expected`; fails by name on a key that no check knows. */
export function eachKey(
  expected: unknown,
  checks: Readonly<Record<string, (value: never, key: string) => void>>,
): void {
  for (const [key, value] of Object.entries(expected as object)) {
    if (!Object.hasOwn(checks, key)) throw new Error(`no check for ${key}`);
    checks[key](value as never, key);
  }
}

/** Equal but for numbers, which may differ by `tolerance`: lists (typed ones too) and records part by part. */
export function close(actual: unknown, expected: unknown, tolerance: number, where = 'the value'): void {
  if (typeof expected === 'number') {
    expect(actual, where).toBeTypeOf('number');
    expect(Math.abs((actual as number) - expected), where).toBeLessThanOrEqual(tolerance);
  } else if (typeof expected === 'object' && expected !== null) {
    expect(actual, where).toBeTypeOf('object');
    const [have, due] = [Object.entries(actual as object), Object.entries(expected)];
    expect(new Set(have.map(([key]) => key)), where).toEqual(new Set(due.map(([key]) => key)));
    const of = new Map<string, unknown>(have);
    for (const [key, value] of due) close(of.get(key), value, tolerance, `${where}, ${key}`);
  } else {
    expect(actual, where).toBe(expected);
  }
}
