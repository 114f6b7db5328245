import {
  BIGINT,
  BLOB,
  blobValue,
  BOOLEAN,
  DOUBLE,
  type DuckDBType,
  type DuckDBValue,
  FLOAT,
  INTEGER,
  LIST,
  listValue,
  MAP,
  mapValue,
  SMALLINT,
  STRUCT,
  structValue,
  TINYINT,
  VARCHAR,
} from '@duckdb/node-api';
import { distinct, type TypeSignature } from './answer.ts';
import { parts } from './values.ts';

/** How a column of Trino's goes into the embedded engine without losing a digit. */
export interface StagedColumn {
  readonly column: string;
  /** As which it is put in: what Trino sends as text stays text. */
  readonly type: DuckDBType;
  /** What it is in the end, in DuckDB's words. */
  readonly kept: string;
  readonly put: (said: unknown) => DuckDBValue;
}

const SAME: Readonly<Record<string, DuckDBType>> = {
  boolean: BOOLEAN,
  tinyint: TINYINT,
  smallint: SMALLINT,
  integer: INTEGER,
};
/** Fractions of a second that a TIMESTAMP of DuckDB keeps. */
const MICROSECONDS = 6;

/** @throws RangeError for a type that DuckDB does not keep exactly */
export function stagedColumn(signature: TypeSignature, column: string): StagedColumn {
  const { type, kept, put } = plan(signature, column);
  return { column, type, kept, put: (said) => (said === null ? null : put(said)) };
}

function plan(signature: TypeSignature, column: string): Omit<StagedColumn, 'column'> {
  const inner = parts(signature);
  const of = (i: number): StagedColumn => stagedColumn(inner[i].type, column);
  const { rawType } = signature;
  if (rawType in SAME)
    return { type: SAME[rawType], kept: SAME[rawType].toString(), put: (said) => said as DuckDBValue };
  switch (rawType) {
    case 'bigint':
      // Those of many digits come as text, from `readResults`.
      return { type: BIGINT, kept: 'BIGINT', put: (said) => BigInt(said as number | string) };
    case 'double':
    case 'real': {
      const type = rawType === 'real' ? FLOAT : DOUBLE;
      return { type, kept: type.toString(), put: (said) => Number(said) };
    }
    case 'varbinary':
      return {
        type: BLOB,
        kept: 'BLOB',
        put: (said) => blobValue(new Uint8Array(Buffer.from(said as string, 'base64'))),
      };
    case 'array': {
      const item = of(0);
      return {
        type: LIST(item.type),
        kept: `${item.kept}[]`,
        put: (said) => listValue((said as unknown[]).map(item.put)),
      };
    }
    case 'map': {
      // Trino sends keys as text, whatever they are.
      const [key, item] = [of(0), of(1)];
      return {
        type: MAP(VARCHAR, item.type),
        kept: `MAP(${key.kept}, ${item.kept})`,
        put: (said) =>
          mapValue(
            Object.entries(said as object).map(([text, value]) => ({ key: text, value: item.put(value) })),
          ),
      };
    }
    case 'row': {
      const names = distinct(inner.map(({ name }, i) => name ?? `field${i}`));
      const fields = names.map((_, i) => of(i));
      return {
        type: STRUCT(Object.fromEntries(names.map((name, i) => [name, fields[i].type]))),
        kept: `STRUCT(${names.map((name, i) => `"${name.replaceAll('"', '""')}" ${fields[i].kept}`).join(', ')})`,
        put: (said) =>
          structValue(
            Object.fromEntries(names.map((name, i) => [name, fields[i].put((said as unknown[])[i])])),
          ),
      };
    }
    default:
      return { type: VARCHAR, kept: text(signature, column), put: (said) => said as string };
  }
}

/** What becomes of a type of which Trino sends the text. */
function text({ rawType, arguments: given }: TypeSignature, column: string): string {
  const numbers = given.flatMap(({ kind, value }) => (kind === 'LONG' ? [value] : []));
  switch (rawType) {
    case 'varchar':
    case 'char':
    case 'json':
    case 'unknown':
      return 'VARCHAR';
    case 'decimal':
      return `DECIMAL(${numbers.join(', ')})`;
    case 'date':
      return 'DATE';
    case 'uuid':
      return 'UUID';
    case 'timestamp':
      if (numbers[0] <= MICROSECONDS) return 'TIMESTAMP';
  }
  throw new RangeError(
    `column ${column} is of type ${rawType}, which cannot be brought home; cast it in the query`,
  );
}
