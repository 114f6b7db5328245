import { existsSync, readdirSync, statSync } from 'node:fs';
import { basename, join, resolve, sep } from 'node:path';
import { InputError } from '../places/errors.ts';

/** A file of works to be read. The order in the list is the order in which later files win (law 3). */
export interface WorksFile {
  readonly path: string;
  /** The partition `updated_date=YYYY-MM-DD` of a snapshot; stands in for a record's own missing date. */
  readonly partition: string | null;
}

const ENDINGS = /\.(jsonl|ndjson|json|parquet|gz)$|^part_[0-9]+$/i;
const PARTITION = /updated_date=([0-9]{4}-[0-9]{2}-[0-9]{2})/;

/**
 * The files behind what a user named: files as they are; folders with everything in them that works come in; patterns
 * with `*`, `**` and `?`. Inside a whole OpenAlex snapshot only `works` is taken, and Parquet where both formats stand.
 * @throws InputError where something named is not there or holds no such file
 */
export function discoverWorks(named: readonly string[]): WorksFile[] {
  const files = new Map<string, WorksFile>();
  for (const path of named) {
    for (const found of expand(path)) {
      const absolute = resolve(found);
      if (!files.has(absolute))
        files.set(absolute, { path: absolute, partition: PARTITION.exec(absolute)?.[1] ?? null });
    }
  }
  return [...files.values()];
}

function expand(path: string): string[] {
  if (existsSync(path)) return statSync(path).isDirectory() ? folder(path) : [path];
  if (/[*?]/.test(path)) {
    const found = glob(path);
    if (found.length === 0) throw new InputError('fits no file.', { file: path, todo: 'Check the pattern.' });
    return found;
  }
  throw new InputError('does not exist.', { file: path, todo: 'Check the path.' });
}

function folder(path: string): string[] {
  const all = filesBelow(path);
  let files = all.filter(
    (file) => ENDINGS.test(basename(file)) && !/^manifest(\.json)?$|^fetch\.json$/.test(basename(file)),
  );
  const inside = (file: string, name: string): boolean => file.slice(path.length).split(sep).includes(name);
  if (files.some((file) => inside(file, 'works'))) files = files.filter((file) => inside(file, 'works'));
  files = files.filter((file) => !inside(file, 'merged_ids'));
  if (files.some((file) => inside(file, 'parquet')) && files.some((file) => inside(file, 'jsonl'))) {
    files = files.filter((file) => !inside(file, 'jsonl'));
  }
  if (files.length === 0) {
    throw new InputError('holds no works: no .jsonl, .json, .gz or .parquet file is in it.', {
      file: path,
      todo: 'Check the path.',
    });
  }
  return files;
}

function filesBelow(path: string): string[] {
  return readdirSync(path, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .sort();
}

function glob(pattern: string): string[] {
  const parts = pattern.split(/[\\/]/);
  const fixed = parts.slice(
    0,
    parts.findIndex((part) => /[*?]/.test(part)),
  );
  const root = fixed.join('/') || (pattern.startsWith('/') ? '/' : '.');
  if (!existsSync(root)) return [];
  const expression = new RegExp(
    `^${parts
      .slice(fixed.length)
      .map((part) => (part === '**' ? '(?:[^/]+/)*' : `${globPart(part)}/`))
      .join('')
      .replace(/\/$/, '')}$`,
  );
  return filesBelow(root).filter((file) =>
    expression.test(
      file
        .slice(join(root, 'x').length - 1)
        .split(sep)
        .join('/'),
    ),
  );
}

function globPart(part: string): string {
  return part
    .replace(/[.+^${}()|[\]\\]/g, '\\$&')
    .replaceAll('*', '[^/]*')
    .replaceAll('?', '[^/]');
}
