import { createHash } from 'node:crypto';
import { renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import type { FileEngine } from '../engine/engine.ts';
import type { ConnectionPool } from '../engine/connection-pool.ts';
import {
  type FileReport,
  EngineFallback,
  loadParquet,
  parquetRows,
  readRelation,
  type ReaderPool,
  RELATIONS,
  type Relation,
  detectFormat,
  type WorksFile,
} from '../records/index.ts';
import { InputError } from '../base/index.ts';
import { sha256Of, wrongContent } from './checksum.ts';
import { syncFolder } from './durable.ts';
import type { BuildFolder } from './folder.ts';
import { makePart, type PartOptions } from './part.ts';
import { finishedParts, finishPart, type Part, partFaults } from './finished-parts.ts';
import { messages } from './messages.ts';
import { isUntouched, seeFile, type SeenFile } from './seen-file.ts';

export interface PartMakerOptions {
  /** Of the engine; each works on one segment at a time. */
  readonly connections: ConnectionPool<FileEngine>;
  readonly folder: BuildFolder;
  readonly pool: ReaderPool;
  /** Threads there are, for the readers and the engine together. */
  readonly threads: number;
  /** Sets how many of them the engine has besides the one of each connection that works. */
  readonly useThreads: (count: number) => Promise<void>;
  readonly settings: string;
  /** Whether files are read to know that they are those of before, whatever their dates say. */
  readonly verify: boolean;
  readonly part: Omit<PartOptions, 'partition'>;
  /** `YYYY-MM-DD`. */
  readonly today: string;
  readonly segment: number;
  /** Resolves when the tables of places stand in the engine. */
  readonly ready: Promise<void>;
  /** Called before each segment; throws where the build is to stop. */
  readonly check: () => void;
  readonly onRecords: (records: number) => void;
  readonly onBytes: (bytes: number) => void;
}

type Take = (load: (engine: FileEngine) => Promise<void>, rows: number, byEngine: boolean) => Promise<void>;

/**
 * Turns files of works into parts, one file at a time per reader, and one segment at a time per connection. A part is the unit of progress and resume: made aside, renamed when whole, found again by the next build.
 */
export class PartMaker {
  private readonly cached: Part[];
  private made = 0;
  private engineThreads = 0;

  constructor(private readonly options: PartMakerOptions) {
    const { to } = options.part.plausible;
    // A year that was too late when the part was made, and is no more, makes another part of the file.
    const holds = ({ years }: Part): boolean =>
      to >= years.to && (years.beyond === null || years.beyond > to);
    this.cached = finishedParts(options.folder.parts).filter(
      (part) => part.settings === options.settings && holds(part),
    );
  }

  /** The part of a file: from an earlier build where the file is the same, else read. */
  async part(file: WorksFile): Promise<Part> {
    return (await this.reuse(file)) ?? (await this.make(file));
  }

  private async reuse({ path, partition }: WorksFile): Promise<Part | null> {
    const now = seeFile(path);
    const alike = this.cached.filter(({ file }) => file.size === now.size && file.partition === partition);
    const untouched = this.options.verify ? undefined : alike.find(({ file }) => isUntouched(file, now));
    const found = untouched ?? (alike.length === 0 ? undefined : await this.sameContent(path, alike));
    // What it holds goes into the tables: it is read whole before, which costs less than a hundredth of making these.
    if (found === undefined || (await partFaults(found.folder, wrongContent)).length > 0) return null;
    this.options.onBytes(now.size);
    this.options.onRecords(found.report.records);
    // Named as it is now: the manifest says what went in, not what it was called when it was read.
    return { ...found, file: { ...found.file, path }, reused: true };
  }

  private async sameContent(path: string, alike: readonly Part[]): Promise<Part | undefined> {
    const sha256 = await sha256Of(path);
    return alike.find(({ report }) => report.sha256 === sha256);
  }

  private async make(file: WorksFile): Promise<Part> {
    const { folder, settings } = this.options;
    const seen = seeFile(file.path);
    const workshop = folder.fresh(`part-${this.made++}`);
    const format = detectFormat(file.path);
    const segments: string[] = [];
    let arrived = 0;
    let newest: string | null = null;
    let beyond: number | null = null;
    const take: Take = async (load, rows, byEngine) => {
      const segment = String(segments.length);
      segments.push(segment);
      await this.inTurn(async (engine) => {
        await this.options.ready;
        await this.shareThreads(byEngine);
        await load(engine);
        const made = await makePart(engine, join(workshop, segment), {
          ...this.options.part,
          partition: file.partition,
        });
        // Several of one file may be at work at once.
        arrived += made.records;
        if (made.newest !== null && made.newest > (newest ?? '')) newest = made.newest;
        if (made.beyond !== null && made.beyond < (beyond ?? Infinity)) beyond = made.beyond;
      });
      this.options.onRecords(rows);
    };
    let told = 0;
    const onBytes = (bytes: number): void => {
      told += bytes;
      this.options.onBytes(bytes);
    };
    const report = await this.read(file.path, format, workshop, take, onBytes).catch((error: unknown) => {
      if (error instanceof EngineFallback) return this.readByEngine(file.path, error.row, take, told);
      throw error;
    });
    if (arrived !== report.records) {
      throw new Error(`${file.path}: the reader told of ${report.records} records, and ${arrived} arrived`);
    }
    refuseChanged(seen);
    const record = await finishPart(workshop, {
      settings,
      file: { ...seen, partition: file.partition },
      read: this.options.today,
      newest,
      years: { to: this.options.part.plausible.to, beyond },
      report,
      segments,
    });
    const id = createHash('sha256')
      .update(settings)
      .update(report.sha256)
      .update(file.partition ?? '')
      .digest('hex')
      .slice(0, 20);
    const final = join(folder.parts, id);
    rmSync(final, { recursive: true, force: true });
    renameSync(workshop, final);
    syncFolder(folder.parts);
    return { ...record, folder: final, reused: false };
  }

  private read(
    path: string,
    format: ReturnType<typeof detectFormat>,
    workshop: string,
    take: Take,
    onBytes: (bytes: number) => void,
  ): Promise<FileReport> {
    return this.options.pool
      .read({
        path,
        format,
        folder: join(workshop, 'read'),
        segment: this.options.segment,
        onBytes,
        take: async (segment, rows) => {
          await take((engine) => loadSegment(engine, segment), rows, false);
          rmSync(segment, { recursive: true });
        },
      })
      .finally(() => rmSync(join(workshop, 'read'), { recursive: true, force: true }));
  }

  /** A file of Parquet from a row on, of which so many bytes were told already. */
  private async readByEngine(path: string, row: number, take: Take, told: number): Promise<FileReport> {
    const { segment, onBytes } = this.options;
    const { rows, bad, sha256, bytes } = await this.inTurn((engine) => parquetRows(engine, path));
    const starts = Array.from({ length: Math.ceil((rows - row) / segment) }, (_, i) => row + i * segment);
    await Promise.all(
      starts.map((from) => {
        const load = (engine: FileEngine): Promise<void> => loadParquet(engine, path, from, from + segment);
        return take(load, Math.min(segment, rows - from), true);
      }),
    );
    onBytes(bytes - told);
    const dropped: Record<string, number> = bad > 0 ? { 'no OpenAlex work id': bad } : {};
    return {
      bytes,
      sha256,
      records: rows - bad,
      bad: dropped,
      examples: [],
      parsed: rows - row,
      replacedBytes: false,
    };
  }

  /**
   * Where the engine reads a file itself it has all threads. Beside the readers it has half of them, and no more
   * when these have ended: a segment has so few rows that more of its threads mostly wait for each other, busily.
   */
  private async shareThreads(byEngine: boolean): Promise<void> {
    const { useThreads, threads, connections } = this.options;
    const share = byEngine ? threads : Math.floor(threads / 2);
    const wanted = Math.max(1, share - connections.all.length + 1);
    if (wanted === this.engineThreads) return;
    this.engineThreads = wanted;
    await useThreads(wanted);
  }

  /** Runs work on one of the engine's connections. */
  private inTurn<T>(work: (engine: FileEngine) => Promise<T>): Promise<T> {
    return this.options.connections.run((connection) => {
      this.options.check();
      return work(connection);
    });
  }
}

async function loadSegment(engine: FileEngine, folder: string): Promise<void> {
  for (const relation of Object.keys(RELATIONS) as Relation[])
    await engine.table(relation, readRelation(folder, relation));
}

/** @throws InputError where a file changed since it was looked at: nobody knows then what was read */
function refuseChanged(seen: SeenFile): void {
  const now = seeFile(seen.path);
  if (now.size === seen.size && now.modified === seen.modified) return;
  throw new InputError(messages.changed(), { file: seen.path });
}
