import type { TrinoAccess } from '../client/trino-engine.ts';
import type { BuildOptions } from '../../observatory/options.ts';

/** Tables of several rows a work, left on the cluster unless asked for. `works` comes home: all questions count by it. */
export const LARGE_TABLES = ['work_cities', 'work_institutions', 'work_coaffiliations'] as const;
export type LargeTable = (typeof LARGE_TABLES)[number];

export interface ClusterOptions extends Omit<
  BuildOptions,
  'works' | 'memory' | 'threads' | 'skipDamaged' | 'segment'
> {
  readonly access: TrinoAccess & { readonly catalog: string; readonly schema: string };
  /** A table of the cluster, or a location of JSON Lines. */
  readonly works: string;
  /** Large tables that come home, too. */
  readonly bring: readonly LargeTable[];
  /** Bytes of files that are read at once. */
  readonly batch?: number;
  /** Rows of `work_cities` whose pairs are counted at once. */
  readonly rowsAtATime?: number;
}
