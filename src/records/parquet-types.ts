/** The type of a column as DuckDB writes it, taken apart: `STRUCT(id VARCHAR, n INTEGER[])[]`. */
export type Type =
  | { readonly kind: 'scalar'; readonly name: string }
  | { readonly kind: 'list'; readonly of: Type }
  | { readonly kind: 'struct'; readonly fields: ReadonlyMap<string, Type> };

/** A place in a column where another kind of value stands than is wanted; `[]` in the path is a step into a list. */
export interface Difference {
  readonly path: readonly string[];
  readonly own: string;
}

/** Takes a type apart. Types that are neither struct nor list (maps, decimals, enums) stay as they are written. */
export function parseType(text: string): Type {
  if (text.endsWith('[]')) return { kind: 'list', of: parseType(text.slice(0, -2)) };
  if (!text.startsWith('STRUCT(') || !text.endsWith(')')) return { kind: 'scalar', name: text };
  const fields = new Map<string, Type>();
  for (const field of topLevel(text.slice('STRUCT('.length, -1))) {
    const [, quoted, bare, type] = /^(?:"((?:[^"]|"")*)"|(\S+)) (.*)$/s.exec(field) ?? ['', '', field, ''];
    // Names of columns are the same in any case.
    fields.set(
      (quoted as string | undefined)?.replaceAll('""', '"').toLowerCase() ?? bare.toLowerCase(),
      parseType(type),
    );
  }
  return { kind: 'struct', fields };
}

/** The parts between commas that stand in no bracket and no quotes. */
function topLevel(text: string): string[] {
  const parts: string[] = [];
  let [from, depth, quote] = [0, 0, ''];
  for (let i = 0; i < text.length; i++) {
    const c = text[i];
    if (quote !== '') quote = c === quote ? '' : quote;
    else if (c === '"' || c === "'") quote = c;
    else if (c === '(') depth++;
    else if (c === ')') depth--;
    else if (c === ',' && depth === 0) {
      parts.push(text.slice(from, i));
      from = i + 2;
    }
  }
  return [...parts, text.slice(from)];
}

export function typeText(type: Type): string {
  if (type.kind === 'scalar') return type.name;
  if (type.kind === 'list') return `${typeText(type.of)}[]`;
  const fields = [...type.fields].map(([field, of]) => `"${field.replaceAll('"', '""')}" ${typeText(of)}`);
  return `STRUCT(${fields.join(', ')})`;
}

const WHOLE = /^U?(TINY|SMALL|BIG|HUGE)?INT(EGER)?$/;
const NUMBER = /^(FLOAT|DOUBLE|DECIMAL\(.*\))$/;

/** Types whose values can be taken for the wanted one without a guess. Numbers stand for ids of fields in old records. */
const TAKEN: Readonly<Record<string, (own: string) => boolean>> = {
  VARCHAR: (own) => own === 'VARCHAR' || own === 'DATE' || own.startsWith('TIMESTAMP') || WHOLE.test(own),
  INTEGER: (own) => WHOLE.test(own) || NUMBER.test(own),
  BOOLEAN: (own) => own === 'BOOLEAN',
};

/**
 * What of the wanted type the own one has, as a type to cast to, or null where that is nothing: a struct is cast field
 * by field, by name, if at least one is the same. Differences of kind are left out and told.
 */
export function common(
  own: Type,
  wanted: Type,
  path: readonly string[],
  differences: Difference[],
): Type | null {
  if (own.kind === 'list' && wanted.kind === 'list') {
    const of = common(own.of, wanted.of, [...path, '[]'], differences);
    return of === null ? null : { kind: 'list', of };
  }
  if (own.kind === 'struct' && wanted.kind === 'struct') {
    const fields = new Map<string, Type>();
    for (const [field, type] of wanted.fields) {
      const has = own.fields.get(field);
      const both = has === undefined ? null : common(has, type, [...path, field], differences);
      if (both !== null) fields.set(field, both);
    }
    return fields.size === 0 ? null : { kind: 'struct', fields };
  }
  if (own.kind === 'scalar' && wanted.kind === 'scalar' && TAKEN[wanted.name](own.name)) return wanted;
  differences.push({ path, own: typeText(own) });
  return null;
}
