import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { onTestFinished } from 'vitest';

import {
  type FetchOptions,
  type FetchResult,
  fetchInstitutions,
  fetchWorks,
} from '../src/records/openalex-api/fetch.ts';
import { theWorld, type World } from '../src/records/openalex-api/world.ts';
import { openAlexServer, type ServerOptions } from './openalex-server.ts';

export const KEY = 'not-for-the-disk';

const quick: World = { ...theWorld, sleep: () => Promise.resolve() };

/** An empty folder for one test. */
export async function newFolder(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'fetch-'));
  onTestFinished(() => rm(folder, { recursive: true, force: true }));
  return folder;
}

/** A server and a folder for one test, and fetching from the one into the other. */
export async function place(options: ServerOptions) {
  const server = await openAlexServer(options);
  onTestFinished(() => server.close());
  const out = join(await newFolder(), 'works');
  const base = { out, apiKey: KEY, baseUrl: server.baseUrl, filter: 'publication_year:2024' };
  return {
    out,
    calls: server.calls,
    baseUrl: server.baseUrl,
    onCall: server.onCall,
    fetch: (more: Partial<FetchOptions> = {}): Promise<FetchResult> =>
      fetchWorks({ ...base, ...more }, quick),
    fetchInstitutions: (): Promise<FetchResult> => fetchInstitutions({ ...base, filter: '' }, quick),
  };
}

/** Every file of a folder, by name, in base 64. */
export async function content(out: string): Promise<Record<string, string>> {
  const files: Record<string, string> = {};
  for (const name of (await readdir(out)).sort())
    files[name] = (await readFile(join(out, name))).toString('base64');
  return files;
}

/** The records of the finished parts, in order. */
export async function records(out: string): Promise<Record<string, unknown>[]> {
  const names = (await readdir(out)).filter((name) => name.endsWith('.jsonl.gz')).sort();
  const texts = await Promise.all(
    names.map(async (name) => gunzipSync(await readFile(join(out, name))).toString()),
  );
  return texts.flatMap((text) =>
    text
      .trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line) as Record<string, unknown>),
  );
}

export const ids = (list: readonly Readonly<Record<string, unknown>>[]): unknown[] =>
  list.map(({ id }) => id);
