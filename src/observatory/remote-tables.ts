import { InputError, type Message } from '../base/index.ts';
import { EngineError, type Row } from '../engine/engine.ts';
import type { Sql } from '../engine/sql.ts';
import type { Manifest } from './manifest.ts';
import { messages } from './messages.ts';

/** The tables of one build that stayed on the cluster that made them, for statements that need one of them. */
export interface RemoteTables {
  query<T extends object = Row>(statement: Sql): Promise<T[]>;
  /** Hands over a query's rows as columns, as they come. */
  scan(statement: Sql, see: (columns: readonly (readonly unknown[])[]) => void): Promise<void>;
  cancel(): void;
  close(): void;
}

/** How to open them, as plain data that one process can hand to another. */
export interface RemoteAccess {
  /** URL of a module that exports `openTables(access, manifest)`. */
  readonly module: string;
  readonly access: unknown;
}

/** A cluster that gives no answer, or only one of another build. */
export class ClusterError extends InputError {
  constructor(
    /** Whether what is asked for is gone, and not only the cluster in passing. */
    readonly rebuilt: boolean,
    problem: Message,
  ) {
    super(problem);
  }
}

/** @throws InputError where no table is on a cluster; ClusterError where the cluster cannot be asked, or holds another build */
export async function openRemoteTables(
  { module, access }: RemoteAccess,
  manifest: Manifest,
): Promise<RemoteTables> {
  const { openTables } = (await import(module)) as {
    openTables: (access: unknown, manifest: Manifest) => Promise<RemoteTables>;
  };
  return openTables(access, manifest);
}

/** DuckDB has no code for it. */
const MISSING = /Table with name "?(\w+)"? does not exist/;

/** The table that a statement asked for and that stayed on the cluster; null where something else is wrong with it. */
export function remoteTable(error: unknown, { cluster }: Manifest): string | null {
  if (!(error instanceof EngineError) || cluster === undefined) return null;
  const table = MISSING.exec(error.message)?.[1];
  return table !== undefined && cluster.tables.includes(table) ? table : null;
}

/** An error as it is, unless a table was asked for that stayed on the cluster: then it says so, and what to do. */
export function unlessRemote(error: unknown, manifest: Manifest): unknown {
  const table = remoteTable(error, manifest);
  if (table === null) return error;
  const { catalog, schema } = manifest.cluster!;
  return new InputError(messages.onCluster({ table, catalog, schema }));
}
