import { realpathSync } from 'node:fs';
import { InputError } from '../../base/index.ts';
import {
  buildStamp,
  type LocationRule,
  type Manifest,
  readManifest,
  type RemoteAccess,
} from '../../observatory/index.ts';
import type { Limits } from '../limits.ts';
import { idsOf } from '../observatories/ids.ts';
import { messages } from '../observatories/messages.ts';
import { LOCATED_BY } from '../parameters.ts';
import type { KeptAnswer } from './answers.ts';
import { type Job, Jobs } from './jobs.ts';
import { Kept } from './kept.ts';
import { Live, type Opened } from './live.ts';
import { TroubleError } from './question.ts';

/** An observatory that answers, and the id by which it was asked for. */
export interface AskedObservatory extends Opened {
  readonly id: string;
}

interface Entry {
  readonly folder: string;
  /** Its manifest as it was last read, of which build. */
  read: { readonly stamp: string; readonly manifest: Manifest } | null;
}

interface OpeningOptions {
  /** Told of jobs that end without an answer. */
  readonly failed?: (job: Job) => void;
  /** How to ask the cluster that tables stayed on. */
  readonly cluster?: RemoteAccess | undefined;
  /** Folders beside those given that may hold an observatory later: until then it is not available. */
  readonly expected?: readonly string[];
}

/**
 * The observatories of one server, each under an id, and each by the rule for where authorships count. The first, by the
 * rule of its build, is open as long as the server runs; another is opened when it is asked, and where more are open than
 * `limits.observatories`, the one longest unasked is closed. They share jobs and the memory for answers.
 */
export class Observatories {
  readonly jobs: Jobs;
  private readonly kept: Kept<KeptAnswer>;
  private readonly cluster: RemoteAccess | undefined;
  /** By id; the first is the one that is meant where none is named. */
  private readonly entries: ReadonlyMap<string, Entry>;
  /** Those that are open, by what was asked of them. */
  private readonly live = new Map<string, Promise<Live>>();
  /** Of those beside the one that is always open, the one longest unasked first. */
  private readonly unasked = new Set<string>();
  private readonly closing = new Set<Promise<void>>();
  readonly first: string;
  /** Ids of those that may not be there yet. */
  private readonly expected: ReadonlySet<string>;

  private constructor(
    folders: readonly string[],
    private readonly limits: Limits,
    { failed, cluster, expected = [] }: OpeningOptions,
  ) {
    this.cluster = cluster;
    this.jobs = new Jobs(limits, Date.now, failed);
    this.kept = new Kept(limits.kept);
    const ids = idsOf(folders);
    this.expected = new Set(ids.filter((_, i) => expected.includes(folders[i])));
    this.first = ids[0];
    this.entries = new Map(ids.map((id, i) => [id, { folder: folders[i], read: null }]));
  }

  /** @throws InputError where a folder is given twice, or is no finished observatory of this version's format */
  static async open(
    folders: readonly string[],
    limits: Limits,
    options: OpeningOptions = {},
  ): Promise<Observatories> {
    const { expected = [] } = options;
    refuseTwice([...folders, ...expected]);
    // What is wrong with one that nobody has asked yet is said before anything is served.
    for (const folder of folders.slice(1)) readManifest(folder);
    const all = new Observatories([...folders, ...expected], limits, options);
    await all.liveOf(all.first, null);
    return all;
  }

  /** Whether it is one that may not be there yet. */
  isExpected(id: string): boolean {
    return this.expected.has(id);
  }

  get ids(): readonly string[] {
    return [...this.entries.keys()];
  }

  /** Folders by id, in the order in which they were given. */
  get folders(): ReadonlyMap<string, string> {
    return new Map([...this.entries].map(([id, { folder }]) => [id, folder]));
  }

  /**
   * The observatory of an id, as its folder holds it now.
   * @param id null for the first
   * @param locatedBy where authorships count; null for what it was built for
   * @throws TroubleError where there is no such id, its records have no addresses and are asked by address, or the folder
   * holds none: it was removed, or is being rebuilt
   */
  async current(id: string | null, locatedBy: LocationRule | null): Promise<AskedObservatory> {
    const asked = id ?? this.first;
    const entry = this.entries.get(asked);
    if (entry === undefined) throw new TroubleError({ kind: 'unknown', id: asked, known: this.ids });
    const opened = await (await this.liveOf(asked, variantOf(entry, locatedBy))).current();
    return { ...opened, id: asked };
  }

  /** The manifest of each; null where its folder holds no observatory now. */
  manifests(): readonly (readonly [id: string, manifest: Manifest | null])[] {
    return [...this.entries].map(([id, entry]) => [id, manifestOf(entry)] as const);
  }

  async close(): Promise<void> {
    await Promise.all([...this.live.values()].map(async (live) => (await live).close()));
    await Promise.all(this.closing);
  }

  /** @param rule null for that of its build: then it is the one that is asked mostly */
  private liveOf(id: string, rule: LocationRule | null): Promise<Live> {
    const key = rule === null ? id : `${id} ${rule}`;
    const isAlwaysOpen = key === this.first;
    const { limits, jobs, kept, cluster } = this;
    const { folder } = this.entries.get(id)!;
    this.unasked.delete(key);
    let live = this.live.get(key);
    if (live === undefined) {
      const shares = { limits, jobs, kept, cluster, locatedBy: rule ?? undefined, waits: isAlwaysOpen };
      live = Live.open(folder, shares).catch((error: unknown) => {
        // Its folder may hold one again next time.
        this.live.delete(key);
        this.unasked.delete(key);
        throw error instanceof InputError && !isAlwaysOpen ? new TroubleError({ kind: 'gone' }) : error;
      });
      this.live.set(key, live);
    }
    if (!isAlwaysOpen) this.unasked.add(key);
    this.closeLongestUnasked();
    return live;
  }

  private closeLongestUnasked(): void {
    for (const key of this.unasked) {
      if (this.unasked.size < this.limits.observatories) return;
      this.unasked.delete(key);
      const live = this.live.get(key);
      this.live.delete(key);
      if (live === undefined) continue;
      const closed = live
        .then((one) => one.retire())
        .catch(() => undefined)
        .finally(() => this.closing.delete(closed));
      this.closing.add(closed);
    }
  }
}

/**
 * What an observatory is opened for beside what its build was told: null where that is what is asked for.
 * @throws TroubleError where its records have no addresses
 */
function variantOf(entry: Entry, rule: LocationRule | null): LocationRule | null {
  const manifest = rule === null ? null : manifestOf(entry);
  if (manifest === null || rule === (manifest.locatedBy ?? 'institution')) return null;
  if (manifest.addresses !== undefined) return rule;
  throw new TroubleError({ kind: 'input', detail: messages.noAddresses(), parameter: LOCATED_BY });
}

/** @throws InputError that names the folder */
function refuseTwice(folders: readonly string[]): void {
  const seen = new Set<string>();
  for (const folder of folders) {
    const real = realPath(folder);
    if (seen.has(real)) throw new InputError(messages.givenTwice({ folder }));
    seen.add(real);
  }
}

/** A folder that does not exist is reported when it is opened. */
function realPath(folder: string): string {
  try {
    return realpathSync(folder);
  } catch {
    return folder;
  }
}

function manifestOf(entry: Entry): Manifest | null {
  try {
    const stamp = buildStamp(entry.folder);
    if (stamp === null) return null;
    if (entry.read?.stamp !== stamp) entry.read = { stamp, manifest: readManifest(entry.folder) };
    return entry.read.manifest;
  } catch {
    return null;
  }
}
