import { join } from 'node:path';
import { join as joined, name, sql } from '../../engine/sql.ts';
import type { Table } from '../../observatory/tables/index.ts';
import { orderOf } from '../../observatory/tables/table.ts';
import { trinoType } from './load.ts';
import type { Store } from './store.ts';

/**
 * Brings a table home into a file of `folder`, in the types and the order that it has everywhere.
 * @throws Error where other than so many rows arrive
 */
export async function downloadTable(store: Store, table: Table, rows: number, folder: string): Promise<void> {
  const columns = Object.entries(table.columns).map(
    ([column, [type]]) => sql`CAST(${name(column)} AS ${trinoType(type)}) AS ${name(column)}`,
  );
  const kept = store.named(store.tables, table.name);
  const arrived = await store.engine.download(
    sql`SELECT ${joined(columns, ', ')} FROM ${kept} ORDER BY ${orderOf(table)}`,
    join(folder, `${table.name}.parquet`),
  );
  if (arrived !== rows)
    throw new Error(`${table.name} has ${rows} rows on the cluster, and ${arrived} arrived`);
}
