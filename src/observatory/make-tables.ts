import { join } from 'node:path';
import type { DuckDBEngine } from '../engine/duckdb.ts';
import { join as joined, name, sql } from '../engine/sql.ts';
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
import { PART_COLUMNS } from './part-tables.ts';
import type { LocationRule } from './steps/affiliations.ts';
import { FileTableStore } from './table-store.ts';
import { BY_ADDRESS, keptAs, LOCATED_PARTS } from './tables/by-address.ts';
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
  const { engine, connections, load, options, merged, deleted, inputs } = from;
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
  const rows = await assembled(from, 'institution');
  return { versions, rows };
}

/**
 * Makes the tables that depend on where authorships count a second time, by address; they take the names of the others in the
 * engine. Null where no address moves anything, and they would be the same.
 */
export async function makeTablesByAddress(
  from: Ingredients,
): Promise<Readonly<Record<string, number>> | null> {
  const { engine } = from;
  const [{ moved }] = await engine.query<{ moved: number }>(sql`SELECT count(*) AS moved FROM part_moved`);
  if (moved === 0) return null;
  await engine.table('moved', sql`SELECT work FROM part_moved`);
  for (const table of LOCATED_PARTS) {
    const columns = joined(Object.keys(PART_COLUMNS[table]).map(name), ', ');
    await engine.view(
      `part_${table}`,
      sql`SELECT ${columns} FROM ${name(`by_institution_${table}`)} WHERE work NOT IN (SELECT work FROM moved)
        UNION ALL SELECT ${columns} FROM ${name(`part_${table}_by_address`)}`,
    );
  }
  const rows = await assembled(from, 'address');
  return Object.fromEntries(Object.entries(rows).map(([table, count]) => [keptAs(table, 'address'), count]));
}

function assembled(
  { engine, connections, options, folder, onTable }: Ingredients,
  by: LocationRule,
): Promise<Record<string, number>> {
  return assemble({
    engine,
    connections,
    ...(by === 'address' ? { tables: BY_ADDRESS } : {}),
    tableStore: (connection) => new FileTableStore(connection, folder, by),
    authorCap: options.authorCap,
    rowsAtATime: rowsAtATime(options.memory, connections.all.length),
    onTable,
  });
}
