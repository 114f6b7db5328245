import { existsSync, readdirSync, statSync } from 'node:fs';
import { basename, join, resolve, sep } from 'node:path';
import { InputError } from '../base/index.ts';
import { messages } from './messages.ts';

/** A file of works to be read. The order in the list is the order in which later files win (law 3). */
export interface WorksFile {
  readonly path: string;
  /** The partition `updated_date=YYYY-MM-DD` of a snapshot; stands in for a record's own missing date. */
  readonly partition: string | null;
}

const ENDINGS = /\.(jsonl|ndjson|json|parquet|gz)$|^part_[0-9]+$/i;
/** What lies beside works in a snapshot or a fetched folder; and hidden files. */
const NO_WORKS = /^manifest(\.json)?$|^fetch\.json$|^\./;
/** Stands in the path of a file of the snapshot. */
export const PARTITION = /updated_date=([0-9]{4}-[0-9]{2}-[0-9]{2})/;

/**
 * The files behind what a user named: files as they are; folders with everything in them that works come in; patterns
 * with `*`, `**` and `?`, which may fit files or folders. Inside a whole OpenAlex snapshot only `works` is taken, and
 * Parquet where both formats stand. In the order named; those of a folder by path, so that partitions come by date.
 * @throws InputError where something named is not there or holds no such file
 */
export function discoverWorks(named: readonly string[]): WorksFile[] {
  const files = new Set(named.flatMap(expand).map((path) => resolve(path)));
  return [...files].map((path) => ({ path, partition: PARTITION.exec(path)?.[1] ?? null }));
}

function expand(path: string): string[] {
  if (existsSync(path)) return filesAt(path);
  if (!/[*?]/.test(path)) throw new InputError(messages.missing(), { file: path });
  const found = glob(path);
  if (found.length === 0) throw new InputError(messages.noMatch(), { file: path });
  return found.flatMap(filesAt);
}

function filesAt(path: string): string[] {
  return statSync(path).isDirectory() ? worksBelow(path) : [path];
}

function worksBelow(folder: string): string[] {
  const inside = (file: string, name: string): boolean => file.slice(folder.length).split(sep).includes(name);
  let files = below(folder).filter(
    (file) =>
      ENDINGS.test(basename(file)) &&
      !NO_WORKS.test(basename(file)) &&
      !inside(file, 'merged_ids') &&
      statSync(file).isFile(),
  );
  if (files.some((file) => inside(file, 'works'))) files = files.filter((file) => inside(file, 'works'));
  if (files.some((file) => inside(file, 'parquet')) && files.some((file) => inside(file, 'jsonl'))) {
    files = files.filter((file) => !inside(file, 'jsonl'));
  }
  if (files.length === 0) {
    throw new InputError(messages.noFiles(), { file: folder });
  }
  return files;
}

/** Everything in a folder and its folders, by path. */
function below(folder: string): string[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .map((name) => join(folder, name))
    .sort();
}

/** Files and folders that fit a pattern, by path; `**` stands for any number of folders, wildcards for no hidden name. */
function glob(pattern: string): string[] {
  const [first, ...rest] = pattern.split(/[\\/]/);
  const found = first === '' ? fitting('/', rest) : fitting('.', [first, ...rest]);
  return [...new Set(found)].sort();
}

function fitting(at: string, parts: readonly string[]): string[] {
  if (parts.length === 0) return [at];
  const [part, ...rest] = parts;
  const inside = (name: string): string => join(at, name);
  if (!/[*?]/.test(part)) return existsSync(inside(part)) ? fitting(inside(part), rest) : [];
  if (!statSync(at).isDirectory()) return [];
  const entries = readdirSync(at, { withFileTypes: true }).filter(({ name }) => !name.startsWith('.'));
  if (part === '**') {
    const folders = entries.filter((entry) => entry.isDirectory());
    return [...fitting(at, rest), ...folders.flatMap(({ name }) => fitting(inside(name), ['**', ...rest]))];
  }
  const expression = wildcards(part);
  return entries.flatMap(({ name }) => (expression.test(name) ? fitting(inside(name), rest) : []));
}

function wildcards(part: string): RegExp {
  const escaped = part.replace(/[.+^${}()|[\]\\]/g, '\\$&');
  return new RegExp(`^${escaped.replace(/\*+/g, '.*').replaceAll('?', '.')}$`);
}
