import { hash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import type { FileReport } from '../records/index.ts';
import type { Message } from '../base/index.ts';
import { type Checksum, sealFiles, wrongEnd } from './checksum.ts';
import type { FileDamage } from './damaged.ts';
import { messages } from './messages.ts';
import { syncFolder, writeDurably } from './durable.ts';
import type { SeenFile } from './seen-file.ts';
import { PART_TABLES, type PartTable } from './part-tables.ts';

/** The folder of parts in that of an observatory. */
export const PARTS = 'parts';
const RECORD = 'part.json';

/** What stands in `part.json`, written last: a part without it was never finished. */
export interface PartRecord {
  /** Hash of everything but the file that decides what the part holds. */
  readonly settings: string;
  readonly file: SeenFile & { readonly partition: string | null };
  /** The day on which it was read. */
  readonly read: string;
  /** The newest `updated_date` of its records; null where none has one. */
  readonly newest: string | null;
  /** The last year that was plausible when it was read, and the earliest later one in it; null where there is none. */
  readonly years: { readonly to: number; readonly beyond: number | null };
  readonly report: FileReport;
  /** Folders of its segments, in the order of the file. */
  readonly segments: readonly string[];
  /** Every table of every segment, by its path in the part. */
  readonly files: Readonly<Record<string, Checksum>>;
  /** Of all of the above. */
  readonly sha256: string;
}

/** A file of works as its finished part. */
export interface Part extends PartRecord {
  readonly folder: string;
  readonly reused: boolean;
}

export function partFiles(part: Part, table: PartTable): string[] {
  return part.segments.map((segment) => join(part.folder, pathIn(segment, table)));
}

/** Writes the record of a part whose tables stand in `folder`, once these are on the disk. */
export async function finishPart(
  folder: string,
  made: Omit<PartRecord, 'files' | 'sha256'>,
): Promise<PartRecord> {
  const paths = pathsOf(made);
  const files = await sealFiles(folder, paths);
  for (const segment of made.segments) syncFolder(join(folder, segment));
  const record = sealed({ ...made, files });
  writeDurably(join(folder, RECORD), `${JSON.stringify(record, null, 2)}\n`);
  syncFolder(folder);
  return record;
}

/** The finished parts of a folder; one whose record cannot be read, or a table of which is not whole, is as good as unfinished. */
export function finishedParts(folder: string): Part[] {
  return readdirSync(folder)
    .sort()
    .flatMap((name) => {
      const path = join(folder, name);
      const record = recordIn(path);
      if (record === null) return [];
      const whole = pathsOf(record).every((file) => faultAt(path, file, record, wrongEnd) === null);
      return whole ? [{ ...record, folder: path, reused: false }] : [];
    });
}

/** What is wrong with files of a part; empty where nothing is. */
export async function partFaults(
  folder: string,
  look: (file: string, written: Checksum) => Promise<Message | null>,
): Promise<FileDamage[]> {
  const record = recordIn(folder);
  if (record === null) return [{ file: join(folder, RECORD), problem: messages.otherBytes() }];
  const found: FileDamage[] = [];
  for (const path of pathsOf(record)) {
    const fault = await faultAt(folder, path, record, look);
    if (fault === null) continue;
    const problem = messages.ofPart({ works: record.file.path, problem: fault });
    found.push({ file: join(folder, path), problem });
  }
  return found;
}

/** Takes away parts that were made under other settings, which this observatory can no longer use. */
export function dropOtherParts(folder: string, settings: string): void {
  for (const part of finishedParts(folder)) {
    if (part.settings !== settings) rmSync(part.folder, { recursive: true, force: true });
  }
}

/** Null where there is none, or it is not as it was written. */
function recordIn(folder: string): PartRecord | null {
  try {
    const record = JSON.parse(readFileSync(join(folder, RECORD), 'utf8')) as PartRecord;
    return sealed(record).sha256 === record.sha256 ? record : null;
  } catch {
    return null;
  }
}

/** The record with its hash, which is of all but itself. */
export function sealed(record: Omit<PartRecord, 'sha256'>): PartRecord {
  const { settings, file, read, newest, years, report, segments, files } = record;
  const all = { settings, file, read, newest, years, report, segments, files };
  return { ...all, sha256: hash('sha256', JSON.stringify(all)) };
}

function pathsOf({ segments }: Pick<PartRecord, 'segments'>): string[] {
  return segments.flatMap((segment) => PART_TABLES.map((table) => pathIn(segment, table)));
}

function faultAt<T>(
  folder: string,
  path: string,
  { files }: PartRecord,
  look: (file: string, written: Checksum) => T,
): T | Message {
  const file = join(folder, path);
  if (!Object.hasOwn(files, path) || !existsSync(file)) return messages.missing();
  return look(file, files[path]);
}

function pathIn(segment: string, table: PartTable): string {
  return `${segment}/${table}.parquet`;
}
