import { readFileSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';
import { parseCsv } from '../places/index.ts';
import { openAlexNumber } from '../records/ids.ts';
import { isGzip, listFiles } from './id-lists.ts';

/** Ids that OpenAlex merged into others, followed to the end. */
export interface MergedIds {
  readonly files: readonly string[];
  readonly works: ReadonlyMap<number, number>;
  /** `I123` → `I456`. */
  readonly institutions: ReadonlyMap<string, string>;
}

/**
 * Reads the snapshot's `merged_ids`: CSV, plain or gzip, with the columns `merge_date, id, merge_into_id`.
 * @throws InputError where a file lacks the columns or a path is not there
 */
export function readMergedIds(paths: readonly string[]): MergedIds {
  const files = paths.flatMap((path) => listFiles(path, '--merged-ids'));
  const works = new Map<number, number>();
  const institutions = new Map<string, string>();
  for (const file of files) {
    const bytes = readFileSync(file);
    const text = (isGzip(file) ? gunzipSync(bytes) : bytes).toString('utf8');
    for (const { cells } of parseCsv(
      text,
      { required: ['id', 'merge_into_id'], optional: ['merge_date'] },
      file,
    )) {
      const from = openAlexNumber(cells.id, 'W');
      const into = openAlexNumber(cells.merge_into_id, 'W');
      if (from !== null && into !== null) works.set(from, into);
      const oldOne = openAlexNumber(cells.id, 'I');
      const newOne = openAlexNumber(cells.merge_into_id, 'I');
      if (oldOne !== null && newOne !== null) institutions.set(`I${oldOne}`, `I${newOne}`);
    }
  }
  return { files, works: followed(works), institutions: followed(institutions) };
}

/** Chains of merges followed to their end; an id in a circle stays itself. */
function followed<T>(map: ReadonlyMap<T, T>): Map<T, T> {
  const result = new Map<T, T>();
  for (const [from, into] of map) {
    const seen = new Set<T>([from]);
    let end = into;
    while (map.has(end) && !seen.has(end)) {
      seen.add(end);
      end = map.get(end)!;
    }
    if (end !== from && !seen.has(end)) result.set(from, end);
  }
  return result;
}
