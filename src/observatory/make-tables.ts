import { join } from 'node:path';
import type { DuckDBEngine } from '../engine/duckdb.ts';
import type { ConnectionPool } from '../engine/connection-pool.ts';
import { ROOT } from '../places/index.ts';
import { assemble } from './assemble.ts';
import type { DeletedIds } from './deleted-ids.ts';
import type { Part } from './finished-parts.ts';
import type { BuildInputs } from './build-inputs.ts';
import { type Load, loadPlaces } from './load-references.ts';
import { rowsAtATime } from './memory.ts';
import type { MergedIds } from './merged-ids.ts';
import type { BuildOptions } from './options.ts';
import { FileTableStore } from './table-store.ts';
import { partsInFiles, deduplicateWorks, type Versions } from './deduplicate-works.ts';

/** What the tables are made of, and with. */
export interface Ingredients {
  readonly engine: DuckDBEngine;
  readonly connections: ConnectionPool<DuckDBEngine>;
  readonly load: Load;
  readonly options: Pick<BuildOptions, 'authorCap' | 'memory' | 'threads'>;
  readonly parts: readonly Part[];
  readonly merged: MergedIds;
  readonly deleted: DeletedIds;
  readonly inputs: BuildInputs;
  /** Where they are written. */
  readonly folder: string;
  readonly onTable: (table: string) => void;
}

/** Makes every table out of the parts of a build, each readable as a view of the engine. */
export async function makeTables(
  from: Ingredients,
): Promise<{ versions: Versions; rows: Readonly<Record<string, number>> }> {
  const { engine, connections, load, options, merged, deleted, inputs, folder, onTable } = from;
  const { prepared, definitions, gazetteer } = inputs;
  // One for each connection, and what is left for whichever has work for it: two of one statement cost a quarter more in all.
  await engine.useThreads(Math.max(1, options.threads - connections.all.length + 1));
  const versions = await deduplicateWorks(
    engine,
    partsInFiles(from.parts),
    { merged: merged.works, deleted: deleted.works },
    load,
  );
  await loadPlaces(engine, load, prepared, definitions, gazetteer, join(ROOT, 'data/fields-zh.csv'));
  const rows = await assemble({
    engine,
    connections,
    tableStore: (connection) => new FileTableStore(connection, folder),
    authorCap: options.authorCap,
    rowsAtATime: rowsAtATime(options.memory, connections.all.length),
    onTable,
  });
  return { versions, rows };
}
