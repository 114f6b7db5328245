import { raw } from './sql.ts';

/** How every Parquet file of ours is written, whoever computed its rows. */
export const PARQUET = raw('FORMAT parquet, COMPRESSION zstd, ROW_GROUP_SIZE 122880');
