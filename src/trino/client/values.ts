import type { Value } from '../../engine/engine.ts';
import type { Wide } from '../../engine/values.ts';
import { distinct, type TypeArgument, type TypeSignature } from './answer.ts';

/** Makes what Trino says of one value into plain JavaScript. */
export type Reader = (said: unknown) => Value;

/** Of which Trino sends the text, and the text is what we show. */
const TEXTS = [
  'varchar',
  'char',
  'json',
  'uuid',
  'date',
  'ipaddress',
  'timestamp with time zone',
  'time with time zone',
  'interval day to second',
  'interval year to month',
];
const WHOLE = ['tinyint', 'smallint', 'integer', 'bigint'];

/**
 * The reader of a column's values: the same values as DuckDB's, so that nobody above notices which engine answered.
 * NaN and infinities are null: undefined is never a number (law 5). `wide` says what becomes of numbers with more
 * digits than JavaScript keeps.
 * @throws RangeError for a type that has no plain form
 */
export function reader(type: TypeSignature, column: string, wide: Wide): Reader {
  const { rawType } = type;
  const inner = parts(type);
  const of = (i: number): Reader => reader(inner[i].type, column, wide);
  const present =
    (read: Reader): Reader =>
    (said) =>
      said === null ? null : read(said);
  if (WHOLE.includes(rawType)) return present((said) => whole(said as number | string, column, wide));
  if (TEXTS.includes(rawType)) return (said) => said as string | null;
  switch (rawType) {
    case 'boolean':
    case 'unknown':
      return (said) => said as boolean | null;
    case 'double':
      return present(finite);
    case 'real':
      // Trino writes the shortest digits of a real; its value is the single-precision number itself.
      return present((said) => finite(Math.fround(Number(said))));
    case 'decimal':
      return present((said) => decimal(said as string, column, wide));
    case 'timestamp':
    case 'time':
      return present((said) => withoutZeros(said as string));
    case 'varbinary':
      return present((said) => bytes(said as string));
    case 'array': {
      const item = of(0);
      return present((said) => (said as unknown[]).map(item));
    }
    case 'map': {
      const item = of(1);
      return present((said) =>
        Object.fromEntries(Object.entries(said as object).map(([key, value]) => [key, item(value)])),
      );
    }
    case 'row': {
      const names = distinct(inner.map(({ name }, i) => name ?? `field${i}`));
      const items = names.map((_, i) => of(i));
      return present((said) =>
        Object.fromEntries((said as unknown[]).map((value, i) => [names[i], items[i](value)])),
      );
    }
    default:
      throw new RangeError(
        `column ${column} is of type ${rawType}, which has no plain form; cast it in the query`,
      );
  }
}

/** The types that a type is made of, with the names of a row's fields. */
export function parts(type: TypeSignature): { name: string | null; type: TypeSignature }[] {
  const part = (argument: TypeArgument): { name: string | null; type: TypeSignature }[] => {
    if (argument.kind === 'TYPE') return [{ name: null, type: argument.value }];
    if (argument.kind === 'NAMED_TYPE')
      return [{ name: argument.value.fieldName?.name ?? null, type: argument.value.typeSignature }];
    return [];
  };
  return type.arguments.flatMap(part);
}

function whole(said: number | string, column: string, wide: Wide): Value {
  // Those of many digits come as text, from `readResults`.
  const value = Number(said);
  return Number.isSafeInteger(value) ? value : wide(String(said), column);
}

function decimal(digits: string, column: string, wide: Wide): Value {
  const unscaled = Number(digits.replace('.', ''));
  return Number.isSafeInteger(unscaled) ? Number(digits) : wide(digits, column);
}

/** Trino writes NaN, Infinity and -Infinity as text; whole numbers of many digits come as text from `readResults`. */
function finite(said: unknown): number | null {
  const value = Number(said);
  return Number.isFinite(value) ? value : null;
}

/** DuckDB writes no zeros at the end of a fraction of a second. */
function withoutZeros(time: string): string {
  return time.includes('.') ? time.replace(/\.?0+$/, '') : time;
}

/** Bytes as DuckDB writes them: printable characters as they are, others as `\x00`. */
function bytes(base64: string): string {
  return [...Buffer.from(base64, 'base64')]
    .map((byte) =>
      byte <= 0x1f || byte === 0x22 || byte === 0x27 || byte >= 0x7f
        ? `\\x${byte.toString(16).toUpperCase().padStart(2, '0')}`
        : String.fromCharCode(byte),
    )
    .join('');
}
