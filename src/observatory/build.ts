import { statSync } from 'node:fs';
import { DuckDBEngine } from '../engine/duckdb.ts';
import { type ConnectionPool, withConnections } from '../engine/connection-pool.ts';
import { append } from '../measures/extremes.ts';
import { discoverWorks, ReaderPool, SEGMENT, type WorksFile } from '../records/index.ts';
import { checkRecordCount } from './check-record-count.ts';
import { composeManifest, worksEntry } from './compose-manifest.ts';
import { writeDataPackage } from './datapackage.ts';
import { buildError } from './build-error.ts';
import { readDeletedIds } from './deleted-ids.ts';
import type { YearWindow } from './filters.ts';
import { dropOtherParts } from './finished-parts.ts';
import { BuildFolder } from './folder.ts';
import { type BuildInputs, readBuildInputs } from './build-inputs.ts';
import { type Load, loadInstitutions, loadingFiles } from './load-references.ts';
import { checkLaws, LawError } from './laws.ts';
import { type Manifest, readManifestOrNull } from './manifest.ts';
import { makeTables, makeTablesByAddress } from './make-tables.ts';
import { engineMemory, partLanes, partMemory, tableLanes, tableMemory } from './memory.ts';
import { type MergedIds, readMergedIds } from './merged-ids.ts';
import {
  BuildCancelled,
  type BuildOptions,
  type BuildWorld,
  checkOptions,
  type Phase,
  QUIET,
} from './options.ts';
import { plausibleYears } from './plausible-years.ts';
import { PartMaker } from './parts.ts';
import { readWorks, type WorksRead } from './read-works.ts';
import { partSettings } from './settings.ts';
import { summarise, summariseLocated } from './summary.ts';
import { syntheticMark } from './synthetic.ts';

/**
 * Builds an observatory from files of works and institutions, under the laws. Parts that an earlier build finished are
 * used again where file and settings are the same; the tables are replaced only when all of them stand and keep the laws.
 *
 * @returns the manifest, as written
 * @throws InputError for input that cannot be used; LawError where the tables break a law; BuildCancelled
 */
export async function build(options: BuildOptions, world: BuildWorld = QUIET): Promise<Manifest> {
  checkOptions(options);
  const files = discoverWorks(options.works);
  let phase: Phase = 'institutions';
  let folder: BuildFolder | null = null;
  try {
    folder = BuildFolder.claim(options.out);
    const build = new Build(options, world, folder, files, (now) => (phase = now));
    return await build.run();
  } catch (error) {
    throw buildError(error, { out: options.out, phase, cancelled: world.signal?.aborted === true });
  } finally {
    folder?.release();
  }
}

class Build {
  private readonly seconds: Record<string, number> = {};
  private readonly totalBytes: number;
  private failedIn: Phase | null = null;
  private records = 0;
  private bytes = 0;
  private readonly today: Date;
  private readonly day: string;
  private readonly plausible: YearWindow;

  constructor(
    private readonly options: BuildOptions,
    private readonly world: BuildWorld,
    private readonly folder: BuildFolder,
    private readonly files: readonly WorksFile[],
    private readonly entered: (phase: Phase) => void,
  ) {
    this.today = world.today?.() ?? new Date();
    this.day = this.today.toISOString().slice(0, 10);
    this.plausible = plausibleYears(this.today);
    this.totalBytes = files.reduce((sum, { path }) => sum + statSync(path).size, 0);
  }

  async run(): Promise<Manifest> {
    const { options, folder, world } = this;
    const engine = await DuckDBEngine.open({
      threads: options.threads,
      memory: megabytes(engineMemory(options.memory)),
      temporary: folder.fresh('spill'),
    });
    const stop = (): void => engine.cancel();
    world.signal?.addEventListener('abort', stop);
    try {
      return await this.make(engine);
    } finally {
      world.signal?.removeEventListener('abort', stop);
      engine.close();
    }
  }

  private async make(engine: DuckDBEngine): Promise<Manifest> {
    // The threads start while the main one makes ready what they wait for.
    const pool = new ReaderPool(this.options.threads);
    try {
      return await this.makeWith(engine, pool);
    } finally {
      await pool.close();
    }
  }

  private async makeWith(engine: DuckDBEngine, pool: ReaderPool): Promise<Manifest> {
    const { options, folder } = this;
    const before = readManifestOrNull(options.out);
    const merged = readMergedIds(options.mergedIds ?? []);
    const deleted = await readDeletedIds(options.deletedIds ?? []);
    const settings = await partSettings(options, merged.files);
    const load = loadingFiles(engine, folder.fresh('known'));
    const { read, inputs } = await this.read(engine, pool, { merged, settings, load });
    const { prepared, definitions } = inputs;
    const tables = folder.fresh('tables');
    const records = read.parts.reduce((sum, { report }) => sum + report.records, 0);
    const connectionsForTables = tableLanes(options.memory, options.threads, records);
    const made = await withConnections(engine, connectionsForTables, async (connections) => {
      const onTable = (table: string): void => {
        this.stopIfAsked();
        this.progress('tables', { table });
      };
      const { parts } = read;
      const ingredients = {
        ...{ engine, connections, load, options, parts, merged, deleted, inputs },
        ...{ folder: tables, onTable },
      };
      const made = await this.timed('tables', () => makeTables(ingredients));
      const summary = await this.timed('laws', async () => {
        this.progress('laws');
        const summing = connections.run((connection) => summarise(connection, options.authorCap));
        const [summary, violations] = await Promise.all([summing, checkLaws(connections)]);
        append(violations, checkRecordCount({ ...made, summary }));
        if (violations.length > 0) throw new LawError(violations);
        return summary;
      });
      const byAddress = await this.timed('tables', () => makeTablesByAddress(ingredients));
      if (byAddress === null) return { ...made, summary };
      const broken = await this.timed('laws', () => checkLaws(connections));
      if (broken.length > 0) throw new LawError(broken);
      // What the manifest says of places is by the rule that questions ask by default.
      const located = options.locate === 'address' ? await summariseLocated(engine) : summary.located;
      return { ...made, rows: { ...made.rows, ...byAddress }, summary: { ...summary, located } };
    });
    this.stopIfAsked();
    const synthetic = syntheticMark(made.summary, prepared.report);
    writeDataPackage(tables, { title: options.title ?? null, synthetic }, made.rows);
    const { seconds } = this;
    const from = {
      options,
      engine: engine.version,
      seconds,
      prepared,
      definitions,
      merged,
      deleted,
      plausible: this.plausible,
      before,
      works: read.parts.map((part) => worksEntry(part, options, this.day)),
      damaged: read.damaged,
      ...made,
      files: await folder.sealed(tables),
    };
    const manifest = composeManifest({ ...from, built: this.today });
    folder.publish(tables, manifest);
    dropOtherParts(folder.parts, settings);
    return manifest;
  }

  /** Prepares institutions and reads works side by side; works wait for institutions only where they join them. */
  private async read(
    engine: DuckDBEngine,
    pool: ReaderPool,
    { merged, settings, load }: { merged: MergedIds; settings: string; load: Load },
  ): Promise<{ read: WorksRead; inputs: BuildInputs }> {
    const { options, folder } = this;
    const preparing = this.timed('institutions', async () => {
      const inputs = await readBuildInputs(options);
      this.stopIfAsked();
      await loadInstitutions(load, inputs.prepared, merged.institutions);
      return inputs;
    });
    const ready = preparing.then(() => undefined);
    ready.catch(() => undefined);
    const reading = (connections: ConnectionPool<DuckDBEngine>): Promise<WorksRead> => {
      const maker = new PartMaker({
        connections,
        folder,
        pool,
        threads: options.threads,
        useThreads: (count) => engine.useThreads(count),
        ready,
        settings,
        verify: options.verify === true,
        part: { filters: options.filters, plausible: this.plausible },
        today: this.day,
        segment: options.segment ?? SEGMENT,
        check: () => this.stopIfAsked(),
        onRecords: (records) => this.progress('works', { records }),
        onBytes: (bytes) => this.progress('works', { bytes }),
      });
      return readWorks(this.files, maker, {
        // While segments of one file wait for the engine the next file is read.
        width: 2 * options.threads,
        skipDamaged: options.skipDamaged === true,
      });
    };
    // Institutions that cannot be used end the build at once, not after hours of reading works.
    const failing = ready.then(() => new Promise<never>(() => undefined));
    // They may fail before anything waits for them: without this the process would end with a stack trace.
    failing.catch(() => undefined);
    const connectionsForParts = partLanes(options.memory, options.threads);
    try {
      await engine.useMemory(megabytes(partMemory(options.memory, connectionsForParts)));
      const read = await this.timed('works', () =>
        withConnections(engine, connectionsForParts, async (connections) => {
          try {
            return await Promise.race([reading(connections), failing]);
          } finally {
            await pool.close();
          }
        }),
      );
      await engine.useMemory(megabytes(tableMemory(options.memory)));
      return { read, inputs: await preparing };
    } finally {
      // The engine is closed after this, also when a file failed in the middle: nothing may still be at work in it.
      await Promise.allSettled([preparing]);
    }
  }

  private progress(phase: Phase, done: { records?: number; bytes?: number; table?: string } = {}): void {
    this.entered(this.failedIn ?? phase);
    this.records += done.records ?? 0;
    this.bytes += done.bytes ?? 0;
    const { records, bytes, totalBytes } = this;
    const { table } = done;
    this.world.progress({ phase, records, bytes, totalBytes, ...(table === undefined ? {} : { table }) });
  }

  private async timed<T>(phase: Phase, work: () => Promise<T>): Promise<T> {
    const from = this.world.now();
    const result = await work().catch((error: unknown) => {
      // Others of the build are at work still, and tell of their progress: the error is of this phase.
      this.failedIn ??= phase;
      this.entered(this.failedIn);
      throw error;
    });
    const took = (this.seconds[phase] ?? 0) * 1000 + this.world.now() - from;
    this.seconds[phase] = Math.round(took) / 1000;
    return result;
  }

  private stopIfAsked(): void {
    if (this.world.signal?.aborted === true) throw new BuildCancelled();
  }
}

function megabytes(bytes: number): string {
  return `${Math.round(bytes / 1e6)}MB`;
}
