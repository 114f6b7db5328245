import { renameSync } from 'node:fs';
import { DuckDBEngine } from '../../src/engine/duckdb.ts';
import { parquet } from '../../src/engine/dialect.ts';
import { raw, sql } from '../../src/engine/sql.ts';

/** Writes a Parquet file anew from a SELECT over its rows, which stand under the name `t`. */
export async function tamper(file: string, select: string): Promise<void> {
  const engine = await DuckDBEngine.open({ threads: 1 });
  try {
    await engine.execute(sql`CREATE VIEW t AS SELECT * FROM ${parquet([file])}`);
    await engine.export(sql`${raw(select)}`, `${file}.tampered`);
  } finally {
    engine.close();
  }
  renameSync(`${file}.tampered`, file);
}
