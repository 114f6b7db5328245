import { createHash } from 'node:crypto';
import { readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { DuckDBEngine } from '../engine/duckdb.ts';
import {
  type Definition,
  Gazetteer,
  InputError,
  prepareInstitutions,
  type PreparedInstitutions,
  readDefinitions,
  ROOT,
  shippedDefinitions,
} from '../places/index.ts';
import { discoverWorks, ReaderPool, SEGMENT, type WorksFile } from '../records/index.ts';
import { assemble, uniteParts } from './assemble.ts';
import { writeDataPackage } from './datapackage.ts';
import type { Filters } from './filters.ts';
import { BuildFolder } from './folder.ts';
import { loadInstitutions, loadPlaces } from './known.ts';
import { checkLaws, LawError } from './laws.ts';
import { hasManifest, type Manifest, OBSERVATORY_FORMAT, readManifest, writeManifest } from './manifest.ts';
import { readMergedIds } from './merged-ids.ts';
import { PART_FORMAT } from './part.ts';
import { type Part, PartMaker } from './parts.ts';
import { summarise } from './summary.ts';
import { VERSION } from './version.ts';

export interface BuildOptions {
  readonly works: readonly string[];
  readonly institutions: readonly string[];
  readonly out: string;
  /** Definitions of regions; those that ship with the project where none are named. */
  readonly regions?: readonly string[];
  readonly corrections?: string;
  readonly mergedIds?: readonly string[];
  readonly filters: Filters;
  readonly authorCap: number;
  /** Bytes that the whole process should stay below. */
  readonly memory: number;
  readonly threads: number;
  /** Leave damaged files out, counted, instead of failing. */
  readonly skipDamaged?: boolean;
  readonly title?: string;
  readonly synthetic?: string;
  /** Records per part segment; for tests. */
  readonly segment?: number;
}

export type Phase = 'institutions' | 'works' | 'tables' | 'laws';

/** What a build touches besides its files; tests and surfaces hand in their own. */
export interface BuildWorld {
  now(): number;
  progress(state: Progress): void;
  readonly signal?: AbortSignal;
}

export interface Progress {
  readonly phase: Phase;
  readonly records: number;
  readonly bytes: number;
  readonly totalBytes: number;
  readonly table?: string;
}

export class BuildCancelled extends Error {
  constructor() {
    super('The build was stopped. What it finished stays; the same command goes on from there.');
    this.name = 'BuildCancelled';
  }
}

const QUIET: BuildWorld = { now: () => performance.now(), progress: () => undefined };

/**
 * Builds an observatory from files of works and institutions, under the laws. Parts that an earlier build finished are
 * used again where file and settings are the same; the tables are replaced only when all of them stand and keep the laws.
 *
 * @returns the manifest, as written
 * @throws InputError for input that cannot be used; LawError where the tables break a law; BuildCancelled
 */
export async function build(options: BuildOptions, world: BuildWorld = QUIET): Promise<Manifest> {
  const files = discoverWorks(options.works);
  const folder = BuildFolder.claim(options.out);
  try {
    return await new Build(options, world, folder, files).run();
  } finally {
    folder.release();
  }
}

class Build {
  private readonly seconds: Record<string, number> = {};
  private readonly warnings: string[] = [];
  private readonly totalBytes: number;
  private records = 0;
  private bytes = 0;
  private phase: Phase = 'institutions';

  constructor(
    private readonly options: BuildOptions,
    private readonly world: BuildWorld,
    private readonly folder: BuildFolder,
    private readonly files: readonly WorksFile[],
  ) {
    this.totalBytes = files.reduce((sum, { path }) => sum + statSync(path).size, 0);
  }

  async run(): Promise<Manifest> {
    const { options, folder, world } = this;
    const before = hasManifest(options.out) ? readManifestQuietly(options.out) : null;
    const engine = await DuckDBEngine.open({
      threads: options.threads,
      memory: `${Math.max(200, Math.round(options.memory / 1e6) - 400)}MB`,
      temporary: folder.fresh('spill'),
    });
    const stop = (): void => engine.cancel();
    world.signal?.addEventListener('abort', stop);
    const pool = new ReaderPool(options.threads);
    try {
      const merged = readMergedIds(options.mergedIds ?? []);
      const known = folder.fresh('known');
      const gazetteer = await Gazetteer.open();
      const definitions = await this.definitions(gazetteer);
      let prepared!: PreparedInstitutions;
      const ready = this.timed('institutions', async () => {
        prepared = await prepareInstitutions(
          { paths: options.institutions, corrections: options.corrections },
          gazetteer,
        );
        await loadInstitutions(engine, known, prepared, merged.institutions);
      });
      ready.catch(() => undefined);
      const maker = new PartMaker({
        engine,
        folder,
        pool,
        ready,
        settings: this.settings(),
        part: { filters: options.filters },
        segment: options.segment ?? SEGMENT,
        onRecords: (records) => this.progress('works', { records }),
        onBytes: (bytes) => this.progress('works', { bytes }),
      });
      const { parts, damaged } = await this.timed('works', () => this.readAll(maker, ready));
      await ready;
      const tables = folder.fresh('tables');
      const result = await this.timed('tables', async () => {
        const versions = await uniteParts(engine, parts, merged.works, known);
        await loadPlaces(engine, known, prepared, definitions, join(ROOT, 'data/fields-zh.csv'));
        const rows = await assemble({
          engine,
          folder: tables,
          authorCap: options.authorCap,
          onTable: (table) => this.progress('tables', { table }),
        });
        return { versions, rows, summary: await summarise(engine, options.authorCap) };
      });
      await this.timed('laws', async () => {
        this.progress('laws');
        const violations = await checkLaws(engine);
        if (violations.length > 0) throw new LawError(violations);
      });
      this.stopIfAsked();
      writeDataPackage(tables, options.title ?? null, result.rows);
      const manifest = this.manifest({
        parts,
        damaged,
        prepared,
        definitions,
        merged,
        before,
        engine,
        ...result,
      });
      folder.swapIn(tables);
      writeManifest(options.out, manifest);
      return manifest;
    } catch (error) {
      throw this.explained(error);
    } finally {
      world.signal?.removeEventListener('abort', stop);
      await pool.close();
      engine.close();
    }
  }

  /** Reads all files; one that is damaged does not stop the others, whose parts are kept. */
  private async readAll(
    maker: PartMaker,
    ready: Promise<void>,
  ): Promise<{ parts: Part[]; damaged: Manifest['damaged'] }> {
    const faults: InputError[] = [];
    const read = async (file: WorksFile): Promise<Part | null> => {
      try {
        this.stopIfAsked();
        return await maker.part(file);
      } catch (error) {
        if (!(error instanceof InputError) || error.file !== file.path) throw error;
        faults.push(error);
        return null;
      }
    };
    // Institutions that cannot be used end the build at once, not after hours of reading works.
    const found = await Promise.race([
      inParallel(this.files, this.options.threads, read),
      ready.then(() => new Promise<never>(() => undefined)),
    ]);
    if (faults.length > 0 && this.options.skipDamaged !== true) {
      throw faults.length === 1
        ? faults[0]
        : new InputError(
            `${faults.length} files cannot be used:\n${faults.map(({ message }) => `  ${message}`).join('\n')}\n`,
            {
              todo: 'Mend them, or leave them out with --skip-damaged; what was read of the others is kept.',
            },
          );
    }
    // A file given twice under two names is one part; it stands where it was named last.
    const parts = [
      ...new Map(
        found
          .filter((part) => part !== null)
          .reverse()
          .map((part) => [part.folder, part]),
      ).values(),
    ].reverse();
    if (parts.every(({ segments }) => segments.length === 0)) {
      throw new InputError('there is not one work in the files given.', {
        todo: 'Check what --works names.',
      });
    }
    return { parts, damaged: faults.map(({ file, what }) => ({ path: file ?? '', problem: what })) };
  }

  /** Everything besides a file of works that decides what its part holds. */
  private settings(): string {
    const { institutions, corrections, mergedIds = [], filters } = this.options;
    const hash = createHash('sha256').update(
      JSON.stringify({ PART_FORMAT, VERSION, filters, segment: this.options.segment ?? SEGMENT }),
    );
    for (const path of [...institutions, ...mergedIds]) hash.update(JSON.stringify(stampsOf(path)));
    if (corrections !== undefined) hash.update(readFileSync(corrections));
    return hash.digest('hex');
  }

  private async definitions(gazetteer: Gazetteer): Promise<Definition[]> {
    const { regions = [] } = this.options;
    return regions.length === 0 ? shippedDefinitions(gazetteer) : readDefinitions(regions, gazetteer);
  }

  private progress(phase: Phase, done: { records?: number; bytes?: number; table?: string } = {}): void {
    this.phase = phase;
    this.records += done.records ?? 0;
    this.bytes += done.bytes ?? 0;
    const { records, bytes, totalBytes } = this;
    this.world.progress({
      phase,
      records,
      bytes,
      totalBytes,
      ...(done.table === undefined ? {} : { table: done.table }),
    });
  }

  private async timed<T>(phase: Phase, work: () => Promise<T>): Promise<T> {
    const from = this.world.now();
    const result = await work();
    this.seconds[phase] = Math.round(this.world.now() - from) / 1000;
    return result;
  }

  private stopIfAsked(): void {
    if (this.world.signal?.aborted === true) throw new BuildCancelled();
  }

  private explained(error: unknown): unknown {
    if (this.world.signal?.aborted === true) return new BuildCancelled();
    const text =
      error instanceof Error ? `${(error as NodeJS.ErrnoException).code ?? ''} ${error.message}` : '';
    if (/ENOSPC|No space left|EDQUOT|not enough space|max_temp_directory_size/i.test(text)) {
      return new InputError('there is no space left on the disk.', {
        file: this.options.out,
        todo: `Free some and run the same command again: finished parts are kept (stopped at: ${this.phase}).`,
      });
    }
    return error;
  }

  private manifest(from: ManifestParts): Manifest {
    const { options } = this;
    const { dropped, kept, withoutType, truncated, aboveAuthorCap, withoutAuthors, equalDois, located } =
      from.summary;
    const read = from.parts.reduce((sum, { report }) => sum + report.records, 0);
    const bad: Record<string, number> = {};
    for (const { report } of from.parts)
      for (const [reason, n] of Object.entries(report.bad)) bad[reason] = (bad[reason] ?? 0) + n;
    const droppedTotal = Object.values(dropped).reduce((sum, n) => sum + n, 0);
    const { corrected, report } = from.prepared;
    this.warn(from, read, withoutType, truncated, located.share);
    return {
      synopolis: {
        format: OBSERVATORY_FORMAT,
        version: VERSION,
        engine: from.engine.version,
        node: process.version,
      },
      title: options.title ?? null,
      synthetic: options.synthetic ?? null,
      built: new Date().toISOString(),
      seconds: this.seconds,
      works: from.parts.map(
        ({ report: { bytes, sha256, records, bad: own, examples, replacedBytes }, file, reused }) => ({
          path: file.path,
          bytes,
          sha256,
          records,
          bad: own,
          examples,
          replacedBytes,
          reused,
        }),
      ),
      damaged: from.damaged,
      institutions: report,
      corrections: { path: options.corrections ?? null, changed: corrected },
      mergedIds: {
        files: from.merged.files,
        works: from.versions.merged,
        institutions: from.merged.institutions.size,
      },
      filters: options.filters,
      authorCap: options.authorCap,
      definitions: from.definitions.map(({ id, name, version, members }) => ({
        id,
        name,
        version,
        cities: members.length,
        partial: members.filter(({ membership }) => membership === 'partial').length,
      })),
      records: {
        read,
        bad,
        superseded: read - kept - droppedTotal,
        dropped,
        kept,
        withoutType,
        truncated,
        aboveAuthorCap,
        withoutAuthors,
        equalDois,
      },
      located,
      warnings: this.warnings,
      tables: from.rows,
    };
  }

  private warn(
    { before, parts, damaged }: ManifestParts,
    read: number,
    withoutType: number,
    truncated: number,
    located: number | null,
  ): void {
    const now = new Set(parts.map(({ file }) => file.path));
    const gone = before?.works.filter(({ path }) => !now.has(path)) ?? [];
    if (gone.length > 0)
      this.warnings.push(
        `${gone.length} files of the last build were not named this time, so their works are not in it`,
      );
    if (damaged.length > 0) this.warnings.push(`${damaged.length} damaged files were left out`);
    if (withoutType > 0)
      this.warnings.push(`${withoutType} works have no type and passed the filter of types`);
    if (truncated > 0)
      this.warnings.push(
        `${truncated} works may have more authors than their record lists (cut at 100); they count as above the author cap`,
      );
    if (located !== null && located < 0.5)
      this.warnings.push(
        `only ${Math.round(located * 100)} % of Share is located: read rankings with care, and see coverage`,
      );
    const replaced = parts.filter(({ report }) => report.replacedBytes).length;
    if (replaced > 0)
      this.warnings.push(`${replaced} files hold bytes that are no UTF-8; they were replaced in texts`);
    const empty = parts.filter(({ report }) => report.records === 0).length;
    if (empty > 0) this.warnings.push(`${empty} files hold no work`);
    const bad = parts.reduce(
      (sum, { report }) => sum + Object.values(report.bad).reduce((a, b) => a + b, 0),
      0,
    );
    if (bad > 0) this.warnings.push(`${bad} of ${read + bad} records could not be used`);
  }
}

interface ManifestParts {
  readonly parts: readonly Part[];
  readonly damaged: Manifest['damaged'];
  readonly prepared: PreparedInstitutions;
  readonly definitions: readonly Definition[];
  readonly merged: ReturnType<typeof readMergedIds>;
  readonly before: Manifest | null;
  readonly engine: DuckDBEngine;
  readonly versions: Awaited<ReturnType<typeof uniteParts>>;
  readonly rows: Record<string, number>;
  readonly summary: Awaited<ReturnType<typeof summarise>>;
}

function readManifestQuietly(out: string): Manifest | null {
  try {
    return readManifest(out);
  } catch {
    return null;
  }
}

function stampsOf(path: string): unknown {
  try {
    const { size, mtimeMs } = statSync(path);
    return [path, size, mtimeMs];
  } catch {
    return [path];
  }
}

async function inParallel<T, R>(
  items: readonly T[],
  width: number,
  run: (item: T) => Promise<R>,
): Promise<R[]> {
  const results: R[] = new Array<R>(items.length);
  let next = 0;
  const lane = async (): Promise<void> => {
    for (let i = next++; i < items.length; i = next++) results[i] = await run(items[i]);
  };
  await Promise.all(Array.from({ length: Math.min(width, items.length) }, lane));
  return results;
}
