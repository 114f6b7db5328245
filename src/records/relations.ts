import { join } from 'node:path';
import { parquet } from '../engine/dialect.ts';
import { join as joined, name, raw, type Sql, sql } from '../engine/sql.ts';
import { SCALAR_COLUMNS } from './spec.ts';

/**
 * What a reader hands over, whatever it read from: six relations for one segment (at most `SEGMENT` records of one
 * file). Everything after them is SQL and the same for every source and engine.
 */
export const RELATIONS = {
  /** One row a record, before any filter. `row` counts records in the file. */
  works: {
    row: 'INTEGER',
    work: 'BIGINT',
    ...SCALAR_COLUMNS,
    source: 'INTEGER',
    topic: 'INTEGER',
    authorships: 'INTEGER',
    authors: 'INTEGER',
  },
  /** One row per work, author and institution as mentioned; `of` is how many rows the author has in the work. */
  mentions: {
    row: 'INTEGER',
    author: 'INTEGER',
    of: 'INTEGER',
    institution: 'INTEGER',
    /** Code of what the address beside it says; 0 where there is none. */
    address: 'INTEGER',
  },
  /** One row for each outcome of reading the addresses beside an institution. */
  addresses: {
    code: 'INTEGER',
    institution: 'INTEGER',
    /** Whether the same string stands beside other institutions of the author. */
    shared: 'BOOLEAN',
    place: 'VARCHAR',
    how: 'VARCHAR',
    reason: 'VARCHAR',
    strings: 'INTEGER',
    example: 'VARCHAR',
  },
  institutions: {
    code: 'INTEGER',
    kind: 'VARCHAR',
    openalex: 'VARCHAR',
    ror: 'VARCHAR',
    name: 'VARCHAR',
    key: 'VARCHAR',
    country: 'VARCHAR',
    lineage: 'VARCHAR',
  },
  sources: { code: 'INTEGER', id: 'VARCHAR', issns: 'VARCHAR', name: 'VARCHAR' },
  topics: {
    code: 'INTEGER',
    topic: 'INTEGER',
    subfield: 'INTEGER',
    field: 'INTEGER',
    domain: 'INTEGER',
    topic_name: 'VARCHAR',
    subfield_name: 'VARCHAR',
    field_name: 'VARCHAR',
    domain_name: 'VARCHAR',
  },
} as const;

export type Relation = keyof typeof RELATIONS;

/** Records in one segment: small enough for flat memory, large enough that a statement's fixed cost does not show. */
export const SEGMENT = 100_000;

/** A relation without rows: addresses are read from JSON alone so far. */
export function noRows(relation: Relation): Sql {
  const columns = Object.entries(RELATIONS[relation]).map(
    ([column, type]) => sql`CAST(NULL AS ${raw(type)}) AS ${name(column)}`,
  );
  return sql`SELECT ${joined(columns, ', ')} WHERE FALSE`;
}

/** Where the reader of JSON writes a relation of a segment. */
export function relationFile(segment: string, relation: Relation): string {
  return join(segment, `${relation}.parquet`);
}

/** Reads one relation of a segment that `SegmentWriter` wrote. */
export function readRelation(segment: string, relation: Relation): Sql {
  return sql`SELECT * FROM ${parquet([relationFile(segment, relation)])}`;
}
