export { buildOnCluster } from './build/build.ts';
export { type ClusterOptions, LARGE_TABLES, type LargeTable } from './build/options.ts';
export type { TrinoAccess } from './client/trino-engine.ts';
export { onTrino } from './remote-tables.ts';
