import { join, name, sql } from '../../engine/sql.ts';
import type { TrinoEngine } from '../client/trino-engine.ts';
import { InputError } from '../../base/index.ts';
import { messages } from '../messages.ts';
import { PARTITION } from '../../records/discover.ts';
import { KEYS } from '../../records/spec.ts';
import type { WorksTable } from '../records/documents.ts';
import { type Name, overLocation, SNAPSHOT_DATE } from './location.ts';
import { connectorOf, type Store } from './store.ts';

/** A file behind a table of works; a new content is a new size or time. */
export interface ClusterFile {
  readonly path: string;
  readonly bytes: number;
  readonly modified: string;
  /** The snapshot's partition, from its path. */
  readonly partition: string | null;
}

export interface ClusterWorks extends WorksTable {
  /** By path, so that of two records as old as each other the one in the later partition wins. */
  readonly files: readonly ClusterFile[];
}

const LOCATION = /^[a-z][a-z0-9+.-]*:\/\//i;
/** Files that have columns with types: as lines they would be bad records, all of them. */
const TYPED = /\.(?:parquet|orc|avro)$/i;
const PARTITIONS = ['updated_date', SNAPSHOT_DATE];

/**
 * The works that a user named: a table of the cluster, or a location that a table is laid over for this build.
 * @throws InputError where there are none, or the table is not one of works
 */
export async function clusterWorks(store: Store, named: string): Promise<ClusterWorks> {
  const table = LOCATION.test(named) ? await overLocation(store, named) : tableOf(store, named);
  const [catalog] = table;
  const { engine } = store;
  const full = join(table.map(name), '.');
  const described = await engine.query<{ Column: string; Type: string; Extra: string }>(
    sql`SHOW COLUMNS FROM ${full}`,
  );
  const own = described.filter(({ Extra }) => Extra !== 'partition key');
  const partition = described.find(
    ({ Extra, Column }) => Extra === 'partition key' && PARTITIONS.includes(Column),
  );
  const columns = Object.fromEntries(
    described.filter(({ Column }) => KEYS.includes(Column)).map(({ Column, Type }) => [Column, Type]),
  );
  const isLines = own.length === 1 && own[0].Type.startsWith('varchar');
  if (!isLines && !('id' in columns && 'authorships' in columns)) {
    throw new InputError(messages.notWorksTable({ table: named }));
  }
  const files = await filesOf(engine, await connectorOf(engine, catalog), table);
  if (files.length === 0) throw new InputError(messages.noRecord({ table: named }));
  const typed = LOCATION.test(named) && isLines ? files.find(({ path }) => TYPED.test(path)) : undefined;
  if (typed !== undefined) throw new InputError(messages.notJsonLines({ path: typed.path }));
  return {
    table: full,
    line: isLines ? own[0].Column : null,
    columns: isLines ? {} : columns,
    partition: partition === undefined ? null : partition.Column,
    files,
  };
}

function tableOf({ catalog, schema }: Store, named: string): Name {
  const steps = named.split('.');
  if (steps.length > 3 || steps.includes('')) throw new InputError(messages.notTableName({ text: named }));
  return [catalog, schema].slice(0, 3 - steps.length).concat(steps) as unknown as Name;
}

async function filesOf(engine: TrinoEngine, connector: string, table: Name): Promise<ClusterFile[]> {
  const [catalog, schema, last] = table;
  // A file of Iceberg stays as it is; what is deleted of it stands in others.
  const all = join([catalog, schema, `${last}$files`].map(name), '.');
  const iceberg = sql`SELECT file_path AS path, file_size_in_bytes AS bytes, deleted AS modified
    FROM ${all} CROSS JOIN (
      SELECT coalesce(to_hex(sha256(to_utf8(array_join(array_agg(file_path ORDER BY file_path), ' ')))), '') AS deleted
      FROM ${all} WHERE content <> 0)
    WHERE content = 0 ORDER BY 1`;
  const hive = sql`SELECT "$path" AS path, "$file_size" AS bytes, CAST("$file_modified_time" AS VARCHAR) AS modified
    FROM ${join(table.map(name), '.')} GROUP BY 1, 2, 3 ORDER BY 1`;
  if (connector !== 'hive' && connector !== 'iceberg')
    throw new InputError(messages.otherConnector({ catalog, connector }));
  const files = await engine.query<Omit<ClusterFile, 'partition'>>(connector === 'iceberg' ? iceberg : hive);
  return files.map((file) => ({ ...file, partition: PARTITION.exec(file.path)?.[1] ?? null }));
}
