import { join } from 'node:path';
import type { DuckDBEngine } from '../engine/duckdb.ts';
import type { Lanes } from '../engine/lanes.ts';
import { ROOT } from '../places/index.ts';
import { assemble } from './assemble.ts';
import type { DeletedIds } from './deleted-ids.ts';
import type { Part } from './finished-parts.ts';
import type { Given } from './given.ts';
import { type Load, loadPlaces } from './known.ts';
import { rowsAtATime } from './memory.ts';
import type { MergedIds } from './merged-ids.ts';
import type { BuildOptions } from './options.ts';
import { FileShelf } from './shelf.ts';
import { partsInFiles, uniteParts, type Versions } from './unite.ts';

/** What the tables are made of, and with. */
export interface Ingredients {
  readonly engine: DuckDBEngine;
  readonly lanes: Lanes<DuckDBEngine>;
  readonly load: Load;
  readonly options: Pick<BuildOptions, 'authorCap' | 'memory' | 'threads'>;
  readonly parts: readonly Part[];
  readonly merged: MergedIds;
  readonly deleted: DeletedIds;
  readonly given: Given;
  /** Where they are written. */
  readonly folder: string;
  readonly onTable: (table: string) => void;
}

/** Makes every table out of the parts of a build, each readable as a view of the engine. */
export async function makeTables(
  from: Ingredients,
): Promise<{ versions: Versions; rows: Readonly<Record<string, number>> }> {
  const { engine, lanes, load, options, merged, deleted, given, folder, onTable } = from;
  const { prepared, definitions, gazetteer } = given;
  // One for each lane, and what is left for whichever has work for it: two of one statement cost a quarter more in all.
  await engine.useThreads(Math.max(1, options.threads - lanes.all.length + 1));
  const versions = await uniteParts(
    engine,
    partsInFiles(from.parts),
    { merged: merged.works, deleted: deleted.works },
    load,
  );
  await loadPlaces(engine, load, prepared, definitions, gazetteer, join(ROOT, 'data/fields-zh.csv'));
  const rows = await assemble({
    engine,
    lanes,
    shelf: (lane) => new FileShelf(lane, folder),
    authorCap: options.authorCap,
    rowsAtATime: rowsAtATime(options.memory, lanes.all.length),
    onTable,
  });
  return { versions, rows };
}
