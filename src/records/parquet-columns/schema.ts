import type { ColumnMetaData, FileMetaData, SchemaElement, SchemaTree } from 'hyparquet';
import { parquetSchema } from 'hyparquet';
import { parseType, type Type } from '../parquet-types.ts';
import type { Depth } from './pages.ts';
import { expectSupported, UnsupportedParquet } from '../unsupported-parquet.ts';

/** Kinds of values that are read: texts, whole numbers of four or eight bytes, booleans, and moments as numbers. */
export type Kind = 'text' | 'int32' | 'int64' | 'boolean' | 'days' | 'milliseconds' | 'microseconds';

/** Where a leaf lies: `authorships[].institutions[].id`. */
export interface Place {
  readonly kind: Kind;
  /** Which of the columns of a group of rows it is. */
  readonly column: number;
  readonly path: readonly string[];
  readonly depth: Depth;
  /**
   * For each step on the way, named as the path up to it, from which level of definition on it is there; behind `[]` the
   * entry of the list, which may still be null, and behind `[]!` one that is not.
   */
  readonly there: ReadonlyMap<string, number>;
}

/**
 * The leaves of a file that are wanted, by name. What the file lacks is left out; what it has in another kind than is
 * wanted is for the engine to judge.
 * @throws UnsupportedParquet
 */
export function places(
  metadata: FileMetaData,
  wanted: Readonly<Record<string, string>>,
): ReadonlyMap<string, Place> {
  const found = new Map<string, Place>();
  const columns = numbered(parquetSchema(metadata));
  const root = parquetSchema(metadata);
  for (const [name, type] of Object.entries(wanted)) {
    const node = child(root, name);
    if (node === null) continue;
    const start = { name, definition: 0, repetition: 0, there: new Map<string, number>() };
    walk(node, parseType(type), start, (place, path, kind) => {
      const column = columns.get(path.join('\n'));
      expectSupported(column !== undefined, 'a column that is not there');
      const { definition, repetition, there } = place;
      found.set(place.name, { kind, column, path, depth: { definition, repetition }, there });
    });
  }
  return found;
}

/** The column of a leaf in a group of rows. @throws UnsupportedParquet */
export function chunkOf(
  columns: FileMetaData['row_groups'][number]['columns'],
  place: Place,
): ColumnMetaData {
  const { file_path, meta_data } = columns[place.column] ?? {};
  expectSupported(file_path === undefined && meta_data !== undefined, 'columns elsewhere');
  expectSupported(meta_data.path_in_schema.join('\n') === place.path.join('\n'), 'columns in another order');
  return meta_data;
}

interface Step {
  readonly name: string;
  readonly definition: number;
  readonly repetition: number;
  readonly there: ReadonlyMap<string, number>;
}

type Take = (step: Step, path: readonly string[], kind: Kind) => void;

function walk(node: SchemaTree, wanted: Type, before: Step, take: Take): void {
  const step = into(node, before, before.name);
  if (wanted.kind === 'scalar') {
    expectSupported(node.children.length === 0, `${before.name} as something else`);
    take(step, node.path, kindOf(node.element, wanted.name, before.name));
  } else if (wanted.kind === 'list') {
    const [repeated, element] = listOf(node);
    const entry = into(repeated, step, `${step.name}[]`);
    const whole = element === repeated ? entry : into(element, entry, `${step.name}[]!`);
    const at = {
      ...whole,
      name: `${step.name}[]`,
      there: marked(whole.there, `${step.name}[]!`, whole.definition),
    };
    below(element, wanted.of, at, take);
  } else below(node, wanted, step, take);
}

/** What is wanted below a node that was stepped into. */
function below(node: SchemaTree, wanted: Type, at: Step, take: Take): void {
  if (wanted.kind === 'struct') {
    expectSupported(node.children.length > 0 && !isList(node.element), `${at.name} as something else`);
    for (const [field, type] of wanted.fields) {
      const own = child(node, field);
      if (own !== null) walk(own, type, { ...at, name: `${at.name}.${field}` }, take);
    }
  } else {
    expectSupported(wanted.kind === 'scalar' && node.children.length === 0, `${at.name} as something else`);
    take(at, node.path, kindOf(node.element, wanted.name, at.name));
  }
}

function into({ element }: SchemaTree, before: Step, name: string): Step {
  const repeated = element.repetition_type === 'REPEATED';
  expectSupported(!repeated || name.endsWith('[]'), `${name} repeated`);
  const definition = before.definition + (element.repetition_type === 'REQUIRED' ? 0 : 1);
  const repetition = before.repetition + (repeated ? 1 : 0);
  return { ...before, definition, repetition, there: marked(before.there, name, definition) };
}

function marked(there: ReadonlyMap<string, number>, name: string, definition: number): Map<string, number> {
  return new Map([...there, [name, definition]]);
}

const isList = ({ converted_type, logical_type }: SchemaElement): boolean =>
  converted_type === 'LIST' || logical_type?.type === 'LIST';

/** The repeated node of a list and its element, which in old files is the same. */
function listOf(node: SchemaTree): [SchemaTree, SchemaTree] {
  const [repeated] = node.children;
  expectSupported(
    isList(node.element) && node.children.length === 1,
    `${node.path.join('.')} as something else`,
  );
  expectSupported(repeated.element.repetition_type === 'REPEATED', 'a list without entries');
  const wrapped =
    repeated.children.length === 1 &&
    repeated.element.name !== 'array' &&
    repeated.element.name !== `${node.element.name}_tuple`;
  return [repeated, wrapped ? repeated.children[0] : repeated];
}

/** Names of columns are the same in any case. */
function child(node: SchemaTree, name: string): SchemaTree | null {
  const alike = node.children.filter(({ element }) => element.name.toLowerCase() === name);
  expectSupported(alike.length < 2, `${name} twice`);
  return alike[0] ?? null;
}

/** Leaves in the order of the columns of a group of rows. */
function numbered(root: SchemaTree): ReadonlyMap<string, number> {
  const columns = new Map<string, number>();
  const visit = (node: SchemaTree): void => {
    if (node.children.length === 0) columns.set(node.path.join('\n'), columns.size);
    else node.children.forEach(visit);
  };
  root.children.forEach(visit);
  return columns;
}

function kindOf(element: SchemaElement, wanted: string, name: string): Kind {
  const { type, converted_type: converted, logical_type: logical } = element;
  const marks = [converted, logical?.type].filter((mark) => mark !== undefined);
  const only = (...allowed: readonly string[]): boolean => marks.every((mark) => allowed.includes(mark));
  if (wanted === 'BOOLEAN' && type === 'BOOLEAN' && marks.length === 0) return 'boolean';
  if (wanted === 'INTEGER' && logicallySigned(logical)) {
    if (type === 'INT32' && only('INT_8', 'INT_16', 'INT_32', 'INTEGER')) return 'int32';
    if (type === 'INT64' && only('INT_64', 'INTEGER')) return 'int64';
  }
  if (wanted === 'VARCHAR' && type === 'BYTE_ARRAY' && only('UTF8', 'STRING')) return 'text';
  if (name === 'updated_date') {
    if (type === 'INT32' && marks.length > 0 && only('DATE')) return 'days';
    if (type === 'INT64' && marks.length > 0 && only('TIMESTAMP_MILLIS', 'TIMESTAMP_MICROS', 'TIMESTAMP')) {
      const unit =
        logical?.type === 'TIMESTAMP' ? logical.unit : converted === 'TIMESTAMP_MILLIS' ? 'MILLIS' : 'MICROS';
      if (unit === 'MILLIS') return 'milliseconds';
      if (unit === 'MICROS') return 'microseconds';
    }
  }
  throw new UnsupportedParquet(`${name} as ${String(type)} ${marks.join(' ')}`);
}

function logicallySigned(logical: SchemaElement['logical_type']): boolean {
  return logical?.type !== 'INTEGER' || logical.isSigned;
}
