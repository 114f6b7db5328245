import { readdir, stat } from 'node:fs/promises';
import { join } from 'node:path';

import { append } from '../../measures/extremes.ts';
import { InputError } from '../../base/index.ts';
import { messages as files } from '../messages.ts';
import { messages } from './messages.ts';

const JSON_FILE = /(?:\.(?:json|jsonl|ndjson)|^part_\d+)(?:\.gz)?$/i;
const CSV_FILE = /\.csv(?:\.gz)?$/i;

/**
 * The files that the given files and folders hold, in the order given, those of a folder by name, folders within it
 * included (`updated_date=2026-01-05/part_0000.gz`). Of a folder: its JSON files, or its CSV files when it has no JSON
 * (ROR ships the same records as both); `manifest.json` and the progress file of `fetch` are none of them.
 *
 * @throws InputError when a path does not exist or a folder holds no such file.
 */
export async function institutionFiles(paths: readonly string[]): Promise<string[]> {
  const all: string[] = [];
  for (const path of paths) {
    const found = await stat(path).catch(() => {
      throw new InputError(files.missingFile(), { file: path });
    });
    if (found.isDirectory()) append(all, await inFolder(path));
    else all.push(path);
  }
  return [...new Set(all)];
}

async function inFolder(folder: string): Promise<string[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const named = entries.filter(
    (entry) => entry.isFile() && !/^(?:manifest(?:\.json)?|fetch\.json)$|^\./.test(entry.name),
  );
  const json = named.filter((entry) => JSON_FILE.test(entry.name));
  const chosen = json.length > 0 ? json : named.filter((entry) => CSV_FILE.test(entry.name));
  if (chosen.length === 0) throw new InputError(messages.noFile(), { file: folder });
  return chosen.map((entry) => join(entry.parentPath, entry.name)).sort();
}
