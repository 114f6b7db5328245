import { createHash } from 'node:crypto';
import { join, list, name, raw, type Sql, sql } from '../../engine/sql.ts';
import { documents } from '../records/documents.ts';
import { picked } from '../records/picked.ts';
import { type FileRecords, makeRelations } from '../records/relations.ts';
import type { Load } from '../../observatory/load-references.ts';
import { PART_COLUMNS, PART_TABLES, type PartTable } from '../../observatory/part-tables.ts';
import { partTable, type PartOptions, splitWorks } from '../../observatory/part.ts';
import type { Parts } from '../../observatory/deduplicate-works.ts';
import { trinoType } from './load.ts';
import type { Store } from './store.ts';
import type { ClusterFile, ClusterWorks } from './works.ts';

/** Files of works that are read at once: what a build that was stopped goes on from. */
export interface Batch {
  readonly files: readonly ClusterFile[];
}

/** A batch whose part stands. */
export interface FinishedBatch extends Batch {
  readonly part: string;
  readonly records: readonly FileRecords[];
  readonly reused: boolean;
}

const FINISHED = 'finished';
const FINISHED_COLUMNS = { settings: 'VARCHAR', files: 'VARCHAR', records: 'VARCHAR' } as const;

/**
 * The parts of a build as tables of the cluster, each partitioned by `part`. A part is whole once its row stands in
 * `finished`, which is written last; whatever else is there is taken away before anything is read.
 */
export class ClusterParts {
  constructor(
    private readonly store: Store,
    private readonly settings: string,
  ) {}

  /** Makes the tables where they are missing; gives the parts that earlier builds finished, in no order. */
  async open(): Promise<FinishedBatch[]> {
    const { store } = this;
    for (const [table, columns] of [...Object.entries(PART_COLUMNS), [FINISHED, FINISHED_COLUMNS] as const]) {
      const types = Object.entries({ ...columns, part: 'VARCHAR' }).map(
        ([column, type]) => sql`${name(column)} ${trinoType(type)}`,
      );
      await store.engine.execute(sql`CREATE TABLE IF NOT EXISTS ${this.table(table)} (${join(types, ', ')})
        WITH (partitioned_by = ARRAY['part'])`);
    }
    const rows = await store.engine.query<{ part: string; settings: string; files: string; records: string }>(
      sql`SELECT part, settings, files, records FROM ${this.table(FINISHED)} ORDER BY part`,
    );
    await this.dropAllBut(rows.map(({ part }) => part));
    return rows
      .filter(({ settings }) => settings === this.settings)
      .map(({ part, files, records }) => ({
        part,
        files: JSON.parse(files) as ClusterFile[],
        records: JSON.parse(records) as FileRecords[],
        reused: true,
      }));
  }

  /** Reads a batch into a part. */
  async make(
    works: ClusterWorks,
    { files }: Batch,
    given: Pick<PartOptions, 'filters' | 'plausible'>,
    load: Load,
  ): Promise<FinishedBatch> {
    const { store } = this;
    const { engine } = store;
    const part = createHash('sha256')
      .update(this.settings)
      .update(JSON.stringify(files))
      .digest('hex')
      .slice(0, 20)
      .concat(`_${store.stamp}`);
    const records = await makeRelations(engine, picked(documents(works, files)), load);
    // What is in a partition of the snapshot is no answer to a list, which may be cut.
    const partition = files[0].partition === null ? null : '';
    await splitWorks(engine, { ...given, partition });
    // Side by side: none reads what another writes.
    await Promise.all(PART_TABLES.map((table) => this.put(table, part)));
    await this.hold(part);
    const row = [this.settings, JSON.stringify(files), JSON.stringify(records), part];
    await engine.execute(sql`INSERT INTO ${this.table(FINISHED)} VALUES (${list(row)})`);
    return { files, part, records, reused: false };
  }

  /** The parts given, a later one winning, for `deduplicateWorks`. */
  united(parts: readonly string[]): Parts {
    return {
      rows: (table) => sql`(SELECT * FROM ${this.table(table)} WHERE part IN (${list(parts)}))`,
      part: 'part',
      order: parts.map((part, ordinal) => ({ part, ordinal })),
      of: (_table, part) => part,
    };
  }

  /** Takes away parts that this observatory is not made of, and what was left of ones that never were finished. */
  async dropAllBut(parts: readonly string[]): Promise<void> {
    // Its row first: without it nothing takes the rest for a part.
    for (const table of [FINISHED, ...PART_TABLES]) {
      const there = await this.store.engine.query<{ part: string }>(
        sql`SELECT part FROM ${this.table(`${table}$partitions`)}`,
      );
      for (const { part } of there.filter((other) => !parts.includes(other.part)))
        await this.store.engine.execute(sql`DELETE FROM ${this.table(table)} WHERE part = ${part}`);
    }
  }

  private async put(table: PartTable, part: string): Promise<void> {
    const columns = Object.entries(PART_COLUMNS[table]).map(
      ([column, type]) => sql`CAST(${name(column)} AS ${raw(type)})`,
    );
    await this.store.engine.execute(
      sql`INSERT INTO ${this.table(table)} SELECT ${join(columns, ', ')}, ${part} FROM (${partTable(table)}) AS p`,
    );
  }

  /** @throws Error where a part holds other works than were read */
  private async hold(part: string): Promise<void> {
    const count = async (from: Sql): Promise<number> =>
      (await this.store.engine.query<{ n: number }>(sql`SELECT count(*) AS n FROM ${from}`))[0].n;
    const [read, kept] = [
      await count(sql`works`),
      await count(sql`${this.table('works')} WHERE part = ${part}`),
    ];
    if (read !== kept)
      throw new Error(`${read} works were read, and ${kept} arrived: is another build at work in it?`);
  }

  private table(table: string): Sql {
    return this.store.named(this.store.parts, table);
  }
}

/**
 * Which files are read anew, and together: those of one partition, and of small partitions that follow one another. A part
 * of an earlier build is used where its files are as they were, and still follow one another. In the order of files, by
 * which later ones win.
 */
export function planned(
  files: readonly ClusterFile[],
  finished: readonly FinishedBatch[],
  most: number,
): (Batch | FinishedBatch)[] {
  const starts = new Map(finished.map((batch) => [JSON.stringify(batch.files[0]), batch]));
  const plan: (Batch | FinishedBatch)[] = [];
  let open: ClusterFile[] = [];
  let bytes = 0;
  const close = (): void => {
    if (open.length > 0) plan.push({ files: open });
    open = [];
    bytes = 0;
  };
  for (let i = 0; i < files.length;) {
    const known = starts.get(JSON.stringify(files[i]));
    if (
      known !== undefined &&
      JSON.stringify(files.slice(i, i + known.files.length)) === JSON.stringify(known.files)
    ) {
      close();
      plan.push(known);
      i += known.files.length;
      continue;
    }
    const file = files[i++];
    const differs = (open[0]?.partition === null) !== (file.partition === null);
    if (open.length > 0 && (differs || bytes + file.bytes > most)) close();
    open.push(file);
    bytes += file.bytes;
  }
  close();
  return plan;
}
