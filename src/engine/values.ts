import {
  type DuckDBValue,
  DuckDBArrayValue,
  DuckDBDateValue,
  DuckDBDecimalValue,
  DuckDBListValue,
  DuckDBMapValue,
  DuckDBStructValue,
  DuckDBTimestampTZValue,
  DuckDBTimestampValue,
  DuckDBUnionValue,
} from '@duckdb/node-api';
import type { Value } from './engine.ts';

/** What becomes of a number with more digits than a JavaScript number keeps. */
export type Wide = (digits: string, column: string) => Value;

/** For results that are computed with. */
export const refuseWide: Wide = (digits, column) => {
  throw new RangeError(
    `column ${column} holds ${digits}, beyond what a number keeps exactly; cast it in the query`,
  );
};

/** For results that are shown. */
export const wideAsText: Wide = (digits) => digits;

/**
 * A DuckDB value as plain JavaScript. Dates, times, UUIDs and the like become their text. NaN and infinities are
 * null: undefined is never a number (law 5).
 */
export function plain(value: DuckDBValue, column: string, wide: Wide): Value {
  if (value === null || typeof value === 'string' || typeof value === 'boolean') return value;
  if (typeof value === 'number') return Number.isFinite(value) ? value : null;
  if (typeof value === 'bigint') return isExact(value) ? Number(value) : wide(String(value), column);
  if (value instanceof DuckDBDecimalValue) {
    return isExact(value.value) ? Number(value.toString()) : wide(value.toString(), column);
  }
  if (value instanceof DuckDBListValue || value instanceof DuckDBArrayValue)
    return value.items.map((item) => plain(item, column, wide));
  if (value instanceof DuckDBStructValue)
    return Object.fromEntries(
      Object.entries(value.entries).map(([key, item]) => [key, plain(item, column, wide)]),
    );
  if (value instanceof DuckDBMapValue)
    return Object.fromEntries(
      value.entries.map(({ key, value: item }) => [String(key), plain(item, column, wide)]),
    );
  if (value instanceof DuckDBUnionValue) return plain(value.value, column, wide);
  const endless =
    value instanceof DuckDBDateValue ||
    value instanceof DuckDBTimestampValue ||
    value instanceof DuckDBTimestampTZValue;
  return endless && !value.isFinite ? null : String(value);
}

function isExact(value: bigint): boolean {
  return value >= Number.MIN_SAFE_INTEGER && value <= Number.MAX_SAFE_INTEGER;
}
