import { EngineError } from '../engine/engine.ts';
import { InputError } from '../base/index.ts';
import type { Manifest } from './manifest.ts';
import { messages } from './messages.ts';

const MISSING = /Table with name "?(\w+)"? does not exist/;

/** The table that a statement asked for and that stayed on the cluster; null where something else is wrong with it. */
export function tableAway(error: unknown, { cluster }: Manifest): string | null {
  if (!(error instanceof EngineError) || cluster === undefined) return null;
  const table = MISSING.exec(error.message)?.[1];
  return table !== undefined && cluster.tables.includes(table) ? table : null;
}

/** An error as it is, unless a table was asked for that stayed on the cluster: then it says so, and what to do. */
export function unlessAway(error: unknown, manifest: Manifest): unknown {
  const table = tableAway(error, manifest);
  if (table === null) return error;
  const { catalog, schema } = manifest.cluster!;
  return new InputError(messages.onCluster({ table, catalog, schema }));
}
