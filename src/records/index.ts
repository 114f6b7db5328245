export { discoverWorks, type WorksFile } from './discover.ts';
export { MATCHED_ANEW } from './matched-anew.ts';
export { ReaderPool } from './pool.ts';
export type { FileReport } from './read-json.ts';
export { LeftToEngine } from './left-to-engine.ts';
export { readRelation, RELATIONS, type Relation, SEGMENT } from './relations.ts';
export { sniff } from './sniff.ts';
export { loadParquet, parquetRows } from './parquet.ts';
