import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import {
  build,
  type BuildOptions,
  type BuildWorld,
  Filters,
  type Manifest,
  Observatory,
  TABLES,
} from '../../src/observatory/index.ts';
import { name, raw, sql } from '../../src/engine/sql.ts';
import { sha256 } from './bytes.ts';
import type { RawWork } from './oracle-works.ts';

/** A folder of a test's own, taken away with `dispose`. */
export class Bench {
  readonly folder = mkdtempSync(join(tmpdir(), 'observatory-'));

  path(...names: string[]): string {
    return join(this.folder, ...names);
  }

  /** Writes works as JSON Lines, gzipped where the name says so; returns the path. */
  works(file: string, records: readonly (RawWork | string)[]): string {
    const path = this.path('in', file);
    mkdirSync(join(path, '..'), { recursive: true });
    const text = records
      .map((record) => (typeof record === 'string' ? record : JSON.stringify(record)))
      .join('\n');
    writeFileSync(path, file.endsWith('.gz') ? gzipSync(`${text}\n`) : `${text}\n`);
    return path;
  }

  text(file: string, text: string): string {
    const path = this.path('in', file);
    mkdirSync(join(path, '..'), { recursive: true });
    writeFileSync(path, text);
    return path;
  }

  build(
    options: Partial<BuildOptions> & Pick<BuildOptions, 'works' | 'institutions'>,
    world?: BuildWorld,
  ): Promise<Manifest> {
    return build(
      {
        out: this.path('out'),
        filters: Filters.parse({}),
        authorCap: 100,
        memory: 1e9,
        threads: 1,
        ...options,
      },
      world,
    );
  }

  dispose(): void {
    rmSync(this.folder, { recursive: true, force: true });
  }
}

/** Hashes of the bytes of every table in a folder. */
export function tableBytes(folder: string): Record<string, string> {
  return Object.fromEntries(
    TABLES.map((table) => [table.name, sha256(readFileSync(join(folder, `${table.name}.parquet`)))]),
  );
}

/** The rows of a table, chosen columns or all. */
export async function rowsOf(
  folder: string,
  table: string,
  columns?: readonly string[],
): Promise<Record<string, unknown>[]> {
  const observatory = await Observatory.open(folder, { threads: 1 });
  try {
    const chosen =
      columns === undefined ? raw('*') : raw(columns.map((column) => name(column).text).join(', '));
    return await observatory.query(sql`SELECT ${chosen} FROM ${name(table)}`);
  } finally {
    observatory.close();
  }
}
