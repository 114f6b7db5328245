import { join, name, type Sql } from '../../engine/sql.ts';

/** `type` and what the column holds, units included. */
export type Column = readonly [type: string, description: string];

/** A temporary table that others read. */
export interface Step {
  readonly name: string;
  readonly sql: Sql;
}

/** One table of an observatory: its columns and the SQL that makes it. */
export interface Table {
  readonly name: string;
  readonly description: string;
  readonly key: readonly string[];
  readonly columns: Readonly<Record<string, Column>>;
  /**
   * It is made a few years at a time, so that memory stays flat: it then reads the tables of `yearSteps`, in no order, and
   * has places by number in these columns.
   */
  readonly byYear?: readonly string[];
  /** Tables of the observatory that it is made from. */
  readonly reads?: readonly string[];
  /** Made before it and dropped after: a statement that groups, joins and sorts at once needs memory for all three. */
  readonly steps?: readonly Step[];
  /** Columns that its rows are sorted by; the key where left out. */
  readonly order?: readonly string[];
  readonly sql: Sql;
}

/** What the rows of a table are ordered by, so that a rerun gives the same bytes. */
export function orderOf({ key, order = key }: Table): Sql {
  return join(order.map(name), ', ');
}

/** Units of the additive columns, said once. */
export const SHARE = 'in units of 2^-30 of a work';
