import { readFile, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';

import { InputError, type Message } from '../../base/index.ts';
import { makeFolder } from '../../places/index.ts';
import { theWorld, type World } from '../openalex-api/world.ts';
import { ask, download, type Remote } from './download.ts';
import { messages } from './messages.ts';
import { toGzip, zipEntries } from './zip-entry.ts';

/** Releases of ROR, the newest first, as ROR's documentation has it (CC0). */
const ROR_RELEASES = 'https://zenodo.org/api/communities/ror-data/records?q=&sort=newest&size=1';

/** What Zenodo tells of a record, as far as it is read. */
const Answer = z.object({
  hits: z.object({
    hits: z
      .array(
        z.object({
          doi: z.string(),
          metadata: z.object({ version: z.string().optional(), publication_date: z.string() }),
          files: z.array(
            z.object({
              key: z.string().regex(/^[\w.-]+$/),
              size: z.int(),
              checksum: z.string(),
              links: z.object({ self: z.url() }),
            }),
          ),
        }),
      )
      .min(1),
  }),
});

/** What the folder says of the release that it holds, as far as it is read. */
const Held = z.object({
  source: z.literal('ror'),
  md5: z.string(),
  file: z.string().regex(/^[\w.-]+$/),
});

/** A release of ROR. */
export interface RorRelease {
  readonly version: string;
  readonly doi: string;
  /** `YYYY-MM-DD`, on which it was published. */
  readonly day: string;
  readonly name: string;
  readonly zip: Remote & { readonly url: string };
}

export interface RorOptions {
  /** Folder of the release; a newer one replaces what is there. */
  readonly out: string;
  readonly address?: string | undefined;
  readonly signal?: AbortSignal | undefined;
  /** Sees what the download takes before it begins; false ends there. */
  readonly agree?: ((cost: Message) => boolean | Promise<boolean>) | undefined;
  readonly onBytes?: ((bytes: number, of: number) => void) | undefined;
}

export interface RorResult {
  /** `already`: this release was there. */
  readonly status: 'finished' | 'already' | 'declined';
  readonly release: RorRelease;
  /** The gzip file of its records. */
  readonly file: string;
}

/** Names what the folder holds; the reader of institutions passes over a file of this name. */
const RECORD = 'fetch.json';

/**
 * Fetches the newest release of ROR as one gzip file of JSON that `build` reads.
 * @throws InputError where Zenodo cannot be reached, answers otherwise, or the bytes are not those that it names
 */
export async function fetchRor(options: RorOptions, world: World = theWorld): Promise<RorResult> {
  const { out, address = ROR_RELEASES, signal, agree = () => true, onBytes = () => undefined } = options;
  const release = await newestRelease(address, world, signal);
  const file = join(out, `${release.name.replace(/\.zip$/, '')}.json.gz`);
  const held = await heldRelease(out);
  if (held !== null && held.md5 === release.zip.md5) return { status: 'already', release, file };
  const { version, day, zip } = release;
  if (!(await agree(messages.cost({ version, day, megabytes: Math.ceil(zip.bytes / 1e6) }))))
    return { status: 'declined', release, file };
  makeFolder(out);
  const archive = join(out, `${release.name}.unfinished`);
  await download(zip, archive, { url: zip.url, world, signal }, (bytes) => onBytes(bytes, zip.bytes));
  const entry = recordsIn(await zipEntries(archive));
  if (entry === undefined) throw new InputError(messages.notZip(), { file: archive });
  await toGzip(archive, entry, file);
  const record = {
    source: 'ror',
    version,
    doi: release.doi,
    day,
    md5: zip.md5,
    file: `${release.name.replace(/\.zip$/, '')}.json.gz`,
  };
  await writeFile(join(out, `${RECORD}.tmp`), `${JSON.stringify(record, null, 1)}\n`);
  await rename(join(out, `${RECORD}.tmp`), join(out, RECORD));
  // Two releases side by side would be read as two sources.
  if (held !== null && held.file !== record.file) await rm(join(out, held.file), { force: true });
  await rm(archive);
  return { status: 'finished', release, file };
}

async function newestRelease(address: string, world: World, signal?: AbortSignal): Promise<RorRelease> {
  const { host } = new URL(address);
  const body = await ask(
    { url: address, world, signal },
    () => Promise.resolve({}),
    async (response) => parsed(await response.text()),
  );
  const read = Answer.safeParse(body);
  const record = read.data?.hits.hits[0];
  const zip = record?.files.find(({ key }) => key.endsWith('.zip'));
  const md5 = /^md5:([0-9a-f]{32})$/.exec(zip?.checksum ?? '')?.[1];
  if (record === undefined || zip === undefined || md5 === undefined)
    throw new InputError(messages.notRelease({ host }));
  return {
    version: record.metadata.version ?? zip.key,
    doi: record.doi,
    day: record.metadata.publication_date,
    name: zip.key,
    zip: { url: zip.links.self, bytes: zip.size, md5 },
  };
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

/** The JSON of the newer schema, where a release has both (up to 1.74, of November 2025). */
function recordsIn<E extends { readonly name: string }>(entries: readonly E[]): E | undefined {
  const json = entries.filter(({ name }) => name.endsWith('.json') && !name.startsWith('__MACOSX'));
  return json.find(({ name }) => name.endsWith('schema_v2.json')) ?? json.at(0);
}

async function heldRelease(out: string): Promise<{ md5: string; file: string } | null> {
  const text = await readFile(join(out, RECORD), 'utf8').catch(() => null);
  if (text === null) return null;
  return Held.safeParse(parsed(text)).data ?? null;
}
