import { readFileSync, statSync } from 'node:fs';
import { basename, dirname, join, resolve, sep } from 'node:path';
import { InputError } from '../base/index.ts';
import { MATCHED_ANEW } from '../records/index.ts';
import type { Vintage, WorksEntry } from './manifest.ts';
import { messages } from './messages.ts';

/** A day that a user gives for a file, a folder, or (`path` null) all files. */
export interface GivenVintage {
  readonly path: string | null;
  readonly day: string;
}

/** OpenAlex began in 2022: an older date of a file is none of its content. */
const FIRST_RECORDS = '2022-01-01';

const DAY = /^\d{4}-\d{2}-\d{2}$/;

/**
 * `2026-10-05`, or `FILE-OR-FOLDER=2026-10-05`.
 * @throws InputError where it ends with no day
 */
export function parseVintage(text: string): GivenVintage {
  const at = text.lastIndexOf('=');
  const day = text.slice(at + 1);
  if (!DAY.test(day) || Number.isNaN(Date.parse(day))) throw new InputError(messages.badVintage({ text }));
  return { path: at < 0 ? null : text.slice(0, at), day };
}

/**
 * Between which days the records of a file were taken from their source, as far as anything tells: what the user says; else
 * the days that `fetch` wrote beside it; else not before the newest `updated_date` in it, and not after the file was last
 * written or first read.
 *
 * @param newest the newest `updated_date` of its records
 * @param read the day on which the file was first read
 */
export function vintageOf(
  path: string,
  {
    newest,
    read,
    given,
    today,
  }: { newest: string | null; read: string; given: readonly GivenVintage[]; today: string },
): Vintage {
  const own = given.find(
    (one) => one.path !== null && (resolve(one.path) === path || path.startsWith(resolve(one.path) + sep)),
  );
  const said = own ?? given.find((one) => one.path === null);
  if (said !== undefined) return { from: said.day, to: said.day };
  const fetched = fetchedOn(path);
  if (fetched !== null) return fetched;
  const modified = statSync(path).mtime.toISOString().slice(0, 10);
  const to = modified >= FIRST_RECORDS && modified < read ? modified : read;
  const from = newest?.slice(0, 10) ?? '';
  // A date to come is a slip of the record; a file older than its newest record had its own date set.
  if (!DAY.test(from) || from > today) return { from: null, to };
  return { from, to: from > to ? null : to };
}

function fetchedOn(path: string): Vintage | null {
  try {
    const { begun, parts } = JSON.parse(readFileSync(join(dirname(path), 'fetch.json'), 'utf8')) as {
      begun?: string;
      parts?: { file: string; day?: string }[];
    };
    const day = parts?.find(({ file }) => file === basename(path))?.day;
    return begun !== undefined && day !== undefined ? { from: begun, to: day } : null;
  } catch {
    return null;
  }
}

/** Files that are certainly from before and certainly from after such a day, for each day on both sides of which some are. */
export function mixedVintages(
  works: readonly Pick<WorksEntry, 'vintage'>[],
): { readonly day: string; readonly before: number; readonly after: number }[] {
  return MATCHED_ANEW.map((day) => ({
    day,
    before: works.filter(({ vintage }) => vintage.to !== null && vintage.to < day).length,
    after: works.filter(({ vintage }) => vintage.from !== null && vintage.from >= day).length,
  })).filter(({ before, after }) => before > 0 && after > 0);
}
