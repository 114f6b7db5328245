import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { parquet } from '../engine/dialect.ts';
import type { FileEngine } from '../engine/engine.ts';
import { type Sql, sql } from '../engine/sql.ts';
import type { LocationRule } from './steps/affiliations.ts';
import { keptAs, rowsOfTable } from './tables/by-address.ts';
import type { Table } from './tables/table.ts';

/** Where the tables of an observatory are put as they are made: files of one machine, or the storage of a cluster. */
export interface TableStore {
  /** Puts a table there, readable under its name by the statements that follow; returns its rows. Files keep the order. */
  put(table: Table, rows: Sql, order: Sql): Promise<number>;
  /** Puts the rows of some years of a table aside. */
  aside(table: Table, piece: number, rows: Sql): Promise<void>;
  /** All that was put aside of a table, to select from. */
  pieces(table: Table, count: number): Sql;
  /** Takes away what was put aside of a table. */
  clear(table: Table, count: number): Promise<void>;
}

/** Files of Parquet in a folder, each in its table's order. */
export class FileTableStore implements TableStore {
  constructor(
    private readonly engine: FileEngine,
    private readonly folder: string,
    private readonly by: LocationRule = 'institution',
  ) {}

  async put(table: Table, rows: Sql, order: Sql): Promise<number> {
    const file = join(this.folder, `${keptAs(table.name, this.by)}.parquet`);
    const count = await this.engine.export(sql`${rows} ORDER BY ${order}`, file);
    await this.engine.view(table.name, rowsOfTable(this.folder, table.name, this.by));
    return count;
  }

  async aside(table: Table, piece: number, rows: Sql): Promise<void> {
    await this.engine.export(rows, this.piece(table, piece));
  }

  pieces(table: Table, count: number): Sql {
    return parquet(Array.from({ length: count }, (_, i) => this.piece(table, i)));
  }

  clear(table: Table, count: number): Promise<void> {
    for (let i = 0; i < count; i++) rmSync(this.piece(table, i));
    return Promise.resolve();
  }

  private piece(table: Table, piece: number): string {
    return join(this.folder, `.${table.name}-${piece}.parquet`);
  }
}
