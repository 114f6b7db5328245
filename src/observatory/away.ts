import { EngineError } from '../engine/engine.ts';
import { InputError } from '../places/index.ts';
import type { Manifest } from './manifest.ts';

const MISSING = /Table with name "?(\w+)"? does not exist/;

/** An error as it is, unless a table was asked for that stayed on the cluster: then it says so, and what to do. */
export function unlessAway(error: unknown, { cluster }: Manifest): unknown {
  if (!(error instanceof EngineError) || cluster === undefined) return error;
  const table = MISSING.exec(error.message)?.[1];
  if (table === undefined || !cluster.tables.includes(table)) return error;
  const { catalog, schema } = cluster;
  return new InputError(
    `this needs the table ${table}, which stayed on the cluster, as ${catalog}.${schema}.${table}.`,
    { todo: `Build again with --bring ${table}: what was read there is kept.` },
  );
}
