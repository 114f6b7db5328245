import { existsSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { DuckDBEngine } from '../../src/engine/duckdb.ts';
import { parquet } from '../../src/engine/dialect.ts';
import { raw, sql } from '../../src/engine/sql.ts';
import { type Checksum, sealFiles } from '../../src/observatory/checksum.ts';
import { sealed } from '../../src/observatory/finished-parts.ts';

/** Writes a Parquet file anew from a SELECT over its rows, which stand under the name `t`; as if a build had made it so. */
export async function tamper(file: string, select: string): Promise<void> {
  const engine = await DuckDBEngine.open({ threads: 1 });
  try {
    await engine.execute(sql`CREATE VIEW t AS SELECT * FROM ${parquet([file])}`);
    await engine.export(sql`${raw(select)}`, `${file}.tampered`);
  } finally {
    engine.close();
  }
  renameSync(`${file}.tampered`, file);
  await reseal(file);
}

/** Lets the manifest, or the record of the part, that a file is of, tell of it as it is now. */
export async function reseal(file: string): Promise<void> {
  const [manifest, part] = [join(dirname(file), 'manifest.json'), join(dirname(file), '..', 'part.json')];
  const record = existsSync(manifest) ? manifest : part;
  const told = JSON.parse(readFileSync(record, 'utf8')) as {
    files: Record<string, Checksum>;
    sha256: string;
  };
  const folder = dirname(record);
  Object.assign(told.files, await sealFiles(folder, [relative(folder, file)]));
  writeFileSync(record, JSON.stringify(record === part ? sealed(told as never) : told, null, 2));
}
