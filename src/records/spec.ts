/**
 * What is read of the record of a work, once for all readers: the DuckDB and the Trino reader, the columns of Parquet, the
 * scanners in WebAssembly and the layout of their rows derive from this table; `extract.ts` alone states the same again, and
 * tests hold every reader to it.
 */

/** A text is null where it is missing or blank; `ids` are texts with the number of an OpenAlex id, addresses texts that seldom recur. */
export type Leaf = 'text' | 'workId' | 'authorId' | 'address';
export interface Parts {
  readonly [key: string]: Shape;
}
/** A leaf, an object by its keys, or a list of either. */
export type Shape = Leaf | Parts | readonly [Shape];

interface Of<T extends string> {
  readonly type: T;
  /** Where it stands in a record; behind that, where it stood in the schemas of earlier years. The first with a value counts. */
  readonly paths: readonly [string, ...string[]];
}
export type Field =
  /** A whole number of four bytes; null where it is missing. */
  | Of<'integer'>
  /** `absent` where it is missing. */
  | (Of<'boolean'> & { readonly absent: false | null })
  /** Null where it is missing or blank. `longest` characters are kept of it; `renamed` says what old values are called since. */
  | (Of<'text'> & { readonly longest?: number; readonly renamed?: Readonly<Record<string, string>> })
  /** A text in ISO 8601; in Parquet it may be a date or a time. */
  | Of<'date'>
  /** An object, told by its code in a dictionary; null where it is missing. */
  | (Of<'object'> & { readonly shape: Shape });

const SOURCE = { id: 'text', display_name: 'text', issn_l: 'text', issn: ['text'] } as const;
const LEVEL = { id: 'text', display_name: 'text' } as const;
const TOPIC = { ...LEVEL, subfield: LEVEL, field: LEVEL, domain: LEVEL } as const;
const INSTITUTION = {
  id: 'text',
  ror: 'text',
  display_name: 'text',
  country_code: 'text',
  lineage: ['text'],
} as const;
const AUTHORSHIP = {
  author: { id: 'authorId' },
  countries: ['text'],
  institutions: [INSTITUTION],
  raw_affiliation_strings: ['address'],
  affiliations: [{ raw_affiliation_string: 'address', institution_ids: ['text'] }],
} as const;
/** Objects that recur, by their kinds in both scanners. */
export const OBJECTS = { institution: INSTITUTION, source: SOURCE, topic: TOPIC } as const;

/** By the columns of the relation `works`, in the order in which `extract` looks at them: a record with two faults has the first. */
export const FIELDS = {
  year: { type: 'integer', paths: ['publication_year'] },
  type: {
    ...{ type: 'text', paths: ['type'] },
    // Until 2023 types had the names of Crossref.
    renamed: {
      'journal-article': 'article',
      'proceedings-article': 'article',
      'posted-content': 'preprint',
    },
  },
  title: { type: 'text', paths: ['display_name', 'title'], longest: 1000 },
  doi: { type: 'text', paths: ['doi'] },
  citations: { type: 'integer', paths: ['cited_by_count'] },
  updated: { type: 'date', paths: ['updated_date'] },
  retracted: { type: 'boolean', paths: ['is_retracted'], absent: false },
  paratext: { type: 'boolean', paths: ['is_paratext'], absent: false },
  /** In OpenAlex's extended corpus; since 2025. */
  extended: { type: 'boolean', paths: ['is_xpac'], absent: false },
  truncated: { type: 'boolean', paths: ['is_authors_truncated'], absent: null },
  /** What made it up; null for a record of a real work. */
  synthetic: { type: 'text', paths: ['synthetic'] },
  /** Until 2023 in `host_venue`. */
  source: { type: 'object', paths: ['primary_location.source', 'host_venue'], shape: SOURCE },
  /** Until 2024 the first of `topics`. */
  topic: { type: 'object', paths: ['primary_topic', 'topics[]'], shape: TOPIC },
  authorships: { type: 'object', paths: ['authorships[]'], shape: AUTHORSHIP },
} as const satisfies Readonly<Record<string, Field>>;

export type Column = keyof typeof FIELDS;
type Typed<T extends Field['type']> = {
  [C in Column]: (typeof FIELDS)[C] extends { readonly type: T } ? C : never;
}[Column];
export type Numbers = Typed<'integer'>;
export type Flags = Typed<'boolean'>;
export type Texts = Typed<'text' | 'date'>;

const named = Object.entries(FIELDS) as readonly (readonly [Column, Field])[];
const ofType = (...types: readonly Field['type'][]): readonly Column[] =>
  named.filter(([, { type }]) => types.includes(type)).map(([column]) => column);
/** Columns of `works` that hold what one field says. */
export const NUMBERS = ofType('integer') as readonly Numbers[];
export const FLAGS = ofType('boolean') as readonly Flags[];
export const TEXTS = ofType('text', 'date') as readonly Texts[];
export const SCALARS: readonly (Numbers | Flags | Texts)[] = named
  .filter(([, { type }]) => type !== 'object')
  .map(([column]) => column as Numbers | Flags | Texts);

/** What a work has where its record says nothing. */
export type Scalars = { -readonly [C in Numbers]: number | null } & {
  -readonly [C in Texts]: string | null;
} & {
  -readonly [C in Flags]: (typeof FIELDS)[C]['absent'] extends false ? boolean : boolean | null;
};
export const NOTHING = Object.fromEntries(
  SCALARS.map((column) => [column, absentOf(FIELDS[column])]),
) as unknown as Scalars;

export function absentOf(field: Field): false | null {
  return field.type === 'boolean' ? field.absent : null;
}

const SQL: Readonly<Record<Exclude<Field['type'], 'object'>, 'INTEGER' | 'BOOLEAN' | 'VARCHAR'>> = {
  ...{ integer: 'INTEGER', boolean: 'BOOLEAN', text: 'VARCHAR', date: 'VARCHAR' },
};
/** The columns of `works` that hold what one field says, with their types. */
export const SCALAR_COLUMNS = Object.fromEntries(
  SCALARS.map((column) => [column, SQL[FIELDS[column].type]]),
) as Readonly<Record<keyof Scalars, 'INTEGER' | 'BOOLEAN' | 'VARCHAR'>>;

/** Every place in a record that is read, with what stands there: `primary_location.source`, `topics[]`. */
export const PLACES_READ: readonly (readonly [path: string, type: Field['type'] | 'workId', shape: Shape])[] =
  [
    ['id', 'workId', 'workId'],
    ...named.flatMap(([, field]) =>
      field.paths.map((path) => [path, field.type, field.type === 'object' ? field.shape : 'text'] as const),
    ),
  ];

/** Keys of a record that are read. */
export const KEYS: readonly string[] = [...new Set(PLACES_READ.map(([path]) => /^\w+/.exec(path)![0]))];

/** The same as the columns of a table of works, with their types as DuckDB writes them. */
export const COLUMNS: Readonly<Record<string, string>> = Object.fromEntries(
  PLACES_READ.map(([path, type, shape]) => {
    const [key, ...rest] = path.replace('[]', '').split('.');
    const whole = rest.reduceRight<Shape>(
      (inner, step) => ({ [step]: inner }),
      path.endsWith('[]') ? [shape] : shape,
    );
    return [key, type === 'integer' || type === 'boolean' ? SQL[type] : typeOf(whole)];
  }),
);

function typeOf(shape: Shape): string {
  if (typeof shape === 'string') return 'VARCHAR';
  if (Array.isArray(shape)) return `${typeOf((shape as readonly [Shape])[0])}[]`;
  return `STRUCT(${Object.entries(shape)
    .map(([key, part]) => `"${key}" ${typeOf(part)}`)
    .join(', ')})`;
}

/** The leaves below a place, by their names: `topics[].subfield.id`. */
export function leavesOf(path: string, shape: Shape): (readonly [name: string, leaf: Leaf])[] {
  if (typeof shape === 'string') return [[path, shape]];
  if (Array.isArray(shape)) return leavesOf(`${path}[]`, (shape as readonly [Shape])[0]);
  return Object.entries(shape).flatMap(([key, part]) => leavesOf(`${path}.${key}`, part));
}
