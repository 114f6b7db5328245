import { closeSync, fstatSync, openSync, readdirSync, readFileSync, readSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import type { FileReport } from '../records/index.ts';
import { PART_TABLES, type PartTable } from './part-tables.ts';

/** What stands in `part.json`, written last: a part without it was never finished. */
export interface PartRecord {
  /** Hash of everything but the file that decides what the part holds. */
  readonly settings: string;
  readonly file: {
    readonly path: string;
    readonly size: number;
    readonly modified: number;
    readonly partition: string | null;
  };
  readonly report: FileReport;
  /** Folders of its segments, in the order of the file. */
  readonly segments: readonly string[];
}

/** A file of works as its finished part. */
export interface Part extends PartRecord {
  readonly folder: string;
  readonly reused: boolean;
}

export function partFiles(part: Part, table: PartTable): string[] {
  return part.segments.map((segment) => join(part.folder, segment, `${table}.parquet`));
}

/** The finished parts of a folder; one whose record cannot be read, or a table of which is not whole, is as good as unfinished. */
export function finishedParts(folder: string): Part[] {
  return readdirSync(folder)
    .sort()
    .flatMap((name) => {
      const path = join(folder, name);
      try {
        const record = JSON.parse(readFileSync(join(path, 'part.json'), 'utf8')) as PartRecord;
        const part = { ...record, folder: path, reused: false };
        return PART_TABLES.every((table) => partFiles(part, table).every(endsAsParquet)) ? [part] : [];
      } catch {
        return [];
      }
    });
}

/** Takes away parts that were made under other settings, which this observatory can no longer use. */
export function dropOtherParts(folder: string, settings: string): void {
  for (const part of finishedParts(folder)) {
    if (part.settings !== settings) rmSync(part.folder, { recursive: true, force: true });
  }
}

/** After the power failed, a file may stand under its name with less than was written into it. */
function endsAsParquet(file: string): boolean {
  const descriptor = openSync(file, 'r');
  try {
    const end = Buffer.alloc(4);
    const { size } = fstatSync(descriptor);
    return size > 4 && readSync(descriptor, end, 0, 4, size - 4) === 4 && end.toString('latin1') === 'PAR1';
  } finally {
    closeSync(descriptor);
  }
}
