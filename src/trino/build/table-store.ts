import { join, type Sql, sql } from '../../engine/sql.ts';
import type { TableStore } from '../../observatory/table-store.ts';
import type { Table } from '../../observatory/tables/index.ts';
import type { Store } from './store.ts';

/** Tables in the cluster's storage, readable by name in the schema of the build. */
export class ClusterTableStore implements TableStore {
  constructor(private readonly store: Store) {}

  async put(table: Table, rows: Sql): Promise<number> {
    const { engine } = this.store;
    const kept = this.store.named(this.store.tables, table.name);
    await engine.execute(sql`CREATE TABLE ${kept} AS ${rows}`);
    await engine.view(table.name, sql`SELECT * FROM ${kept}`);
    return (await engine.query<{ n: number }>(sql`SELECT count(*) AS n FROM ${kept}`))[0].n;
  }

  aside(table: Table, piece: number, rows: Sql): Promise<void> {
    return this.store.engine.table(this.piece(table, piece), rows);
  }

  pieces(table: Table, count: number): Sql {
    const pieces = Array.from(
      { length: count },
      (_, i) => sql`SELECT * FROM ${this.store.named(this.store.work, this.piece(table, i))}`,
    );
    return sql`(${join(pieces, ' UNION ALL ')})`;
  }

  async clear(table: Table, count: number): Promise<void> {
    for (let i = 0; i < count; i++) await this.store.engine.drop(this.piece(table, i));
  }

  private piece(table: Table, piece: number): string {
    return `${table.name}_piece_${piece}`;
  }
}
