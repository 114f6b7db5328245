import { InputError } from '../../base/index.ts';
import { messages as observatory } from '../../observatory/messages.ts';
import { messages } from '../messages.ts';
import { join } from 'node:path';
import { ConnectionPool } from '../../engine/connection-pool.ts';
import { sql } from '../../engine/sql.ts';
import { TrinoEngine } from '../client/trino-engine.ts';
import { tooManyBroken } from '../../places/broken-lines.ts';
import { ROOT } from '../../places/index.ts';
import { RELATIONS } from '../../records/index.ts';
import { READER_STEPS } from '../records/relations.ts';
import { checkRecordCount } from '../../observatory/check-record-count.ts';
import { assemble } from '../../observatory/assemble.ts';
import { composeManifest } from '../../observatory/compose-manifest.ts';
import { type DeletedIds, readDeletedIds } from '../../observatory/deleted-ids.ts';
import { writeDataPackage } from '../../observatory/datapackage.ts';
import { buildError } from '../../observatory/build-error.ts';
import { BuildFolder } from '../../observatory/folder.ts';
import { type BuildInputs, readBuildInputs } from '../../observatory/build-inputs.ts';
import { type Load, loadInstitutions, loadPlaces } from '../../observatory/load-references.ts';
import { checkLaws, LawError } from '../../observatory/laws.ts';
import { type Manifest, readManifestOrNull, type WorksEntry } from '../../observatory/manifest.ts';
import { type MergedIds, readMergedIds } from '../../observatory/merged-ids.ts';
import type { YearWindow } from '../../observatory/filters.ts';
import { plausibleYears } from '../../observatory/plausible-years.ts';
import {
  BuildCancelled,
  type BuildWorld,
  checkOptions,
  type Phase,
  QUIET,
} from '../../observatory/options.ts';
import { PART_STEPS } from '../../observatory/part.ts';
import { partSettings } from '../../observatory/settings.ts';
import { summarise } from '../../observatory/summary.ts';
import { syntheticMark } from '../../observatory/synthetic.ts';
import { TABLES } from '../../observatory/tables/index.ts';
import { deduplicateWorks } from '../../observatory/deduplicate-works.ts';
import { downloadTable } from './download-table.ts';
import { loadingStatements } from './load.ts';
import { type ClusterOptions, LARGE_TABLES } from './options.ts';
import { ClusterParts, type FinishedBatch, planned } from './parts.ts';
import { ClusterTableStore } from './table-store.ts';
import { Store } from './store.ts';
import { clusterWorks, type ClusterWorks } from './works.ts';

/** Bytes of gzip, some fifteen million works: what a stop costs at most, against some minutes of planning for each batch. */
const BATCH = 20e9;
const ROWS_AT_A_TIME = 100_000_000;
/** Names of schemas are put together from it. */
const PLAIN_NAME = /^[a-z][a-z0-9_]*$/;

/**
 * Builds an observatory on a cluster: works are read there and tables made there by the same SQL, and the tables of places
 * come home to a folder like any other.
 *
 * @throws InputError, LawError, BuildCancelled as `build` does; EngineError in the cluster's words
 */
export async function buildOnCluster(options: ClusterOptions, world: BuildWorld = QUIET): Promise<Manifest> {
  checkOptions({ ...options, works: [], memory: 1e9, threads: 1 });
  const { schema } = options.access;
  if (!PLAIN_NAME.test(schema)) throw new InputError(messages.badSchema({ schema }));
  let phase: Phase = 'institutions';
  const folder = BuildFolder.claim(options.out);
  let engine: TrinoEngine | null = null;
  const stop = (): void => engine?.cancel();
  world.signal?.addEventListener('abort', stop);
  try {
    engine = await TrinoEngine.open(options.access);
    const store = await Store.open(engine, options.access, new Date());
    const stopStore = (): void => store.engine.cancel();
    world.signal?.addEventListener('abort', stopStore);
    try {
      return await new ClusterBuild(options, world, folder, store, (now) => (phase = now)).run();
    } catch (error) {
      await store.abandon();
      throw error;
    } finally {
      world.signal?.removeEventListener('abort', stopStore);
      store.engine.close();
      await store.release();
    }
  } catch (error) {
    throw buildError(error, { out: options.out, phase, cancelled: world.signal?.aborted === true });
  } finally {
    world.signal?.removeEventListener('abort', stop);
    engine?.close();
    folder.release();
  }
}

class ClusterBuild {
  private readonly seconds: Record<string, number> = {};
  private readonly load: Load;
  private readonly today: Date;
  private readonly plausible: YearWindow;
  private done = { records: 0, bytes: 0, totalBytes: 0 };

  constructor(
    private readonly options: ClusterOptions,
    private readonly world: BuildWorld,
    private readonly folder: BuildFolder,
    private readonly store: Store,
    private readonly entered: (phase: Phase) => void,
  ) {
    this.load = loadingStatements(store.engine);
    this.today = world.today?.() ?? new Date();
    this.plausible = plausibleYears(this.today);
  }

  async run(): Promise<Manifest> {
    const { options, folder, store } = this;
    const { engine } = store;
    const before = readManifestOrNull(options.out);
    const merged = readMergedIds(options.mergedIds ?? []);
    const deleted = await readDeletedIds(options.deletedIds ?? []);
    const inputs = await this.timed('institutions', async () => {
      const read = await readBuildInputs(options);
      this.stopIfAsked();
      await loadInstitutions(this.load, read.prepared, merged.institutions);
      return read;
    });
    const settings = await partSettings({ ...options, works: [], memory: 1e9, threads: 1 }, merged.files);
    // Which years may be is decided here for all parts at once: a year on, they are read anew.
    const parts = new ClusterParts(store, `${settings}-${this.plausible.to}`);
    const batches = await this.timed('works', () => this.read(parts));
    const made = await this.timed('tables', () => this.tables(parts, batches, { merged, deleted }, inputs));
    await this.timed('laws', async () => {
      this.progress('laws');
      const violations = [...(await checkLaws(new ConnectionPool([engine]))), ...checkRecordCount(made)];
      if (violations.length > 0) throw new LawError(violations);
    });
    const tables = folder.fresh('tables');
    const away = LARGE_TABLES.filter((table) => !options.bring.includes(table));
    await this.timed('bringing home', async () => {
      for (const table of TABLES.filter(({ name }) => !(away as readonly string[]).includes(name))) {
        this.stopIfAsked();
        this.progress('tables', table.name);
        await downloadTable(store, table, made.rows[table.name], tables);
      }
    });
    this.stopIfAsked();

    const { prepared, definitions } = inputs;
    const { catalog, schema, stamp } = store;
    const synthetic = syntheticMark(made.summary, prepared.report);
    writeDataPackage(tables, { title: options.title ?? null, synthetic }, made.rows);
    const manifest = composeManifest({
      options: { ...options, works: [options.works], memory: 0, threads: 0 },
      engine: engine.version,
      seconds: this.seconds,
      prepared,
      definitions,
      merged,
      deleted,
      plausible: this.plausible,
      before,
      works: batches.flatMap(worksEntries),
      damaged: [],
      ...made,
      files: await folder.sealed(tables),
      cluster: { catalog, schema, stamp, tables: away },
      built: this.today,
    });
    await store.publish(TABLES.map((table) => table.name));
    folder.publish(tables, manifest);
    await parts.dropAllBut(batches.map(({ part }) => part));
    return manifest;
  }

  private async read(parts: ClusterParts): Promise<FinishedBatch[]> {
    const { options, store } = this;
    const works = await clusterWorks(store, options.works);
    const plan = planned(works.files, await parts.open(), options.batch ?? BATCH);
    this.done.totalBytes = works.files.reduce((sum, { bytes }) => sum + bytes, 0);
    const batches: FinishedBatch[] = [];
    for (const batch of plan) {
      this.stopIfAsked();
      const finished = 'part' in batch ? batch : await this.readBatch(parts, works, batch);
      refuseDamaged(finished);
      batches.push(finished);
      this.done.records += finished.records.reduce((sum, { records }) => sum + records, 0);
      this.done.bytes += batch.files.reduce((sum, { bytes }) => sum + bytes, 0);
      this.progress('works');
    }
    if (this.done.records === 0) throw new InputError(observatory.noWorks());
    return batches;
  }

  private readBatch(
    parts: ClusterParts,
    works: ClusterWorks,
    batch: Parameters<ClusterParts['make']>[1],
  ): Promise<FinishedBatch> {
    const { filters } = this.options;
    return parts.make(works, batch, { filters, plausible: this.plausible }, this.load);
  }

  private async tables(
    parts: ClusterParts,
    batches: readonly FinishedBatch[],
    { merged, deleted }: { readonly merged: MergedIds; readonly deleted: DeletedIds },
    { prepared, definitions, gazetteer }: BuildInputs,
  ): Promise<Pick<Parameters<typeof composeManifest>[0], 'versions' | 'rows' | 'summary'>> {
    const { store, load, options } = this;
    const { engine } = store;
    await engine.execute(sql`DROP VIEW IF EXISTS taken`);
    const left = [...Object.keys(RELATIONS), ...PART_STEPS, ...READER_STEPS];
    await Promise.all(left.map((table) => engine.drop(table)));
    const versions = await deduplicateWorks(
      engine,
      parts.united(batches.map(({ part }) => part)),
      { merged: merged.works, deleted: deleted.works },
      load,
    );
    await loadPlaces(engine, load, prepared, definitions, gazetteer, join(ROOT, 'data/fields-zh.csv'));
    const tableStore = new ClusterTableStore(store);
    const rows = await assemble({
      engine,
      // Steps have the same names on all connections of a cluster, which itself works on all of a statement at once.
      connections: new ConnectionPool([engine]),
      tableStore: () => tableStore,
      authorCap: options.authorCap,
      rowsAtATime: options.rowsAtATime ?? ROWS_AT_A_TIME,
      onTable: (table) => {
        this.stopIfAsked();
        this.progress('tables', table);
      },
    });
    return { versions, rows, summary: await summarise(engine, options.authorCap) };
  }

  private progress(phase: Phase, table?: string): void {
    this.entered(phase);
    this.world.progress({ phase, ...this.done, ...(table === undefined ? {} : { table }) });
  }

  private async timed<T>(what: string, work: () => Promise<T>): Promise<T> {
    const from = this.world.now();
    const result = await work();
    this.seconds[what] = Math.round(this.world.now() - from) / 1000;
    return result;
  }

  private stopIfAsked(): void {
    if (this.world.signal?.aborted === true) throw new BuildCancelled();
  }
}

/** @throws InputError where so many lines of a file are no JSON that it must be damaged */
function refuseDamaged({ records }: FinishedBatch): void {
  for (const { path, records: whole, bad } of records) {
    const broken = bad['not JSON'] ?? 0;
    if (!tooManyBroken(broken, whole)) continue;
    throw new InputError(messages.tooManyBroken({ broken, of: broken + whole }), { file: path });
  }
}

/** What the manifest tells of each file of a batch. */
function worksEntries({ files, records, reused }: FinishedBatch): WorksEntry[] {
  const told = new Map(records.map((file) => [file.path, file]));
  return files.map(({ path, bytes, partition, modified }) => ({
    path,
    bytes,
    sha256: null,
    records: told.get(path)?.records ?? 0,
    bad: told.get(path)?.bad ?? {},
    examples: [],
    replacedBytes: false,
    reused,
    vintage: { from: partition, to: /^\d{4}-\d{2}-\d{2}/.exec(modified)?.[0] ?? null },
  }));
}
