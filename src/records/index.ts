export { discoverWorks, type WorksFile } from './discover.ts';
export { MATCHED_ANEW } from './matched-anew.ts';
export { ReaderPool } from './pool.ts';
export type { FileReport } from './read-json.ts';
export { EngineFallback } from './engine-fallback.ts';
export { noRows, readRelation, RELATIONS, type Relation, SEGMENT } from './relations.ts';
export { detectFormat } from './detect-format.ts';
export { loadParquet, parquetRows } from './parquet.ts';
