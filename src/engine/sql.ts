/**
 * SQL as a tagged template. Values put into it become literals of their type, fragments made by the same tag are
 * put in as they are, so that no statement is ever joined from bare strings.
 *
 * @example sql`SELECT city FROM ${name('work_cities')} WHERE year = ${2015} AND city IN (${list(cities)})`
 */
export class Sql {
  /**
   * @param text in DuckDB's words
   * @param elsewhere in Trino's, where they are others
   */
  constructor(
    readonly text: string,
    private readonly elsewhere: () => string = () => text,
  ) {}

  in(dialect: Dialect): string {
    return dialect === 'duckdb' ? this.text : this.elsewhere();
  }
}

/** Whose words a statement is put in. */
export type Dialect = 'duckdb' | 'trino';

export type SqlValue = Sql | string | number | bigint | boolean | null;

export function sql(parts: TemplateStringsArray, ...values: readonly SqlValue[]): Sql {
  return inBoth((dialect) =>
    parts.reduce((text, part, i) => text + part + (i < values.length ? literal(values[i], dialect) : ''), ''),
  );
}

/** An identifier, quoted. */
export function name(identifier: string): Sql {
  if (identifier.includes('\0')) throw new RangeError('no SQL identifier holds a NUL');
  return new Sql(`"${identifier.replaceAll('"', '""')}"`);
}

/** Text that is known to be SQL, such as a type name or a statement of a user's; never a value. */
export function raw(text: string): Sql {
  return new Sql(text);
}

/** Values separated by commas; an empty list is `NULL`, so that `IN (…)` of nothing matches nothing. */
export function list(values: readonly SqlValue[]): Sql {
  if (values.length === 0) return new Sql('NULL');
  return inBoth((dialect) => values.map((value) => literal(value, dialect)).join(', '));
}

/** Fragments joined by a separator of SQL such as ` AND ` or `, `. */
export function join(fragments: readonly Sql[], separator: string): Sql {
  return inBoth((dialect) => fragments.map((fragment) => fragment.in(dialect)).join(separator));
}

/** All conditions, or TRUE where there is none. */
export function every(conditions: readonly Sql[]): Sql {
  return conditions.length === 0
    ? new Sql('TRUE')
    : inBoth((dialect) => conditions.map((condition) => `(${condition.in(dialect)})`).join(' AND '));
}

function inBoth(write: (dialect: Dialect) => string): Sql {
  return new Sql(write('duckdb'), () => write('trino'));
}

function literal(value: SqlValue, dialect: Dialect): string {
  if (value instanceof Sql) return value.in(dialect);
  if (value === null) return 'NULL';
  switch (typeof value) {
    case 'string':
      return text(value);
    case 'number':
      if (!Number.isFinite(value)) throw new RangeError(`no SQL literal for ${value}`);
      return signed(Object.is(value, -0) ? '0' : digitsOf(value, dialect));
    case 'bigint':
      if (value !== BigInt.asIntN(128, value)) throw new RangeError(`no SQL type holds ${value}`);
      return signed(String(value));
    case 'boolean':
      return String(value);
    default:
      throw new TypeError(`no SQL literal for ${typeof value}: ${String(value)}`);
  }
}

/** As a DOUBLE where it is no whole number: with a point alone it is a decimal to Trino, which rounds what it divides. */
function digitsOf(value: number, dialect: Dialect): string {
  const digits = String(value);
  return dialect === 'trino' && digits.includes('.') && !digits.includes('e') ? `${digits}E0` : digits;
}

/** In brackets where negative: `1 -${-1}` would be a comment. */
function signed(digits: string): string {
  return digits.startsWith('-') ? `(${digits})` : digits;
}

/** A statement ends at the first NUL, so that one inside a text is put in by its number. */
function text(value: string): string {
  const parts = value.split('\0').map((part) => `'${part.replaceAll("'", "''")}'`);
  return parts.length === 1 ? parts[0] : `(${parts.join(' || chr(0) || ')})`;
}
