import type { Kind, Place } from './schema.ts';
import { expectSupported } from '../unsupported-parquet.ts';

/** What is made of the values of a leaf: in the order of the kinds in `../wasm/parquet/leaf.ts`. */
const MADE = ['repeated', 'work', 'author', 'int32', 'int64', 'boolean', 'text'] as const;
type Made = (typeof MADE)[number];
type Slot = readonly [name: string, made: Made | 'number' | 'date'];

const repeated = (at: string, fields: readonly string[]): readonly Slot[] =>
  fields.map((field) => [`${at}.${field}`, 'repeated']);

export const SOURCE_FIELDS = ['id', 'display_name', 'issn_l'] as const;
const CLASSES = ['subfield', 'field', 'domain'];
export const TOPIC_FIELDS: readonly string[] = [
  ...['id', 'display_name'],
  ...CLASSES.flatMap((name) => [`${name}.id`, `${name}.display_name`]),
];
export const INSTITUTION_FIELDS = ['id', 'ror', 'display_name', 'country_code'] as const;

/** The leaves that are used, in the order of `../wasm/parquet/slots.ts`. */
export const SLOTS: readonly Slot[] = [
  ['id', 'work'],
  ['publication_year', 'number'],
  ['cited_by_count', 'number'],
  ['is_retracted', 'boolean'],
  ['is_paratext', 'boolean'],
  ['is_xpac', 'boolean'],
  ['is_authors_truncated', 'boolean'],
  ['display_name', 'text'],
  ['title', 'text'],
  ['doi', 'text'],
  ['updated_date', 'date'],
  ['type', 'repeated'],
  ...repeated('primary_location.source', [...SOURCE_FIELDS, 'issn[]']),
  ...repeated('host_venue', [...SOURCE_FIELDS, 'issn[]']),
  ...repeated('primary_topic', TOPIC_FIELDS),
  ...repeated('topics[]', TOPIC_FIELDS),
  ['authorships[].author.id', 'author'],
  ['authorships[].countries[]', 'repeated'],
  ...repeated('authorships[].institutions[]', [...INSTITUTION_FIELDS, 'lineage[]']),
  ['synthetic', 'text'],
];

/** Leaves that are only read where a work has no name that is shown, or no primary topic. */
export const isSeldom = (name: string): boolean => name === 'title' || name.startsWith('topics[]');

/** Steps on the way to leaves below an object or list, in the same order. */
const STEPS: readonly (readonly [below: string, step: string])[] = [
  ['primary_location.source.', 'primary_location.source'],
  ['host_venue.', 'host_venue'],
  ['primary_topic.', 'primary_topic'],
  ['topics[].', 'topics[]!'],
  ['authorships[].', 'authorships[]'],
  ['authorships[].', 'authorships[]!'],
  ['authorships[].countries[]', 'authorships[].countries[]'],
  ['authorships[].institutions[].', 'authorships[].institutions[]!'],
  ['authorships[].institutions[].lineage[]', 'authorships[].institutions[].lineage'],
  ['authorships[].institutions[].lineage[]', 'authorships[].institutions[].lineage[]'],
];

/** From which level of definition on each step is there, by the first leaf that the file has below it; 0 where it has none. */
export function levelsOf(places: ReadonlyMap<string, Place>): number[] {
  return STEPS.map(([below, step]) => {
    const first = SLOTS.find(([name]) => name.startsWith(below) && places.has(name));
    if (first === undefined) return 0;
    const level = places.get(first[0])!.there.get(step);
    if (level === undefined) throw new Error(`${step} is no step to ${first[0]}`);
    return level;
  });
}

/** The kind of a leaf, by its number. @throws UnsupportedParquet where the file has it as something else */
export function kindOf([name, made]: Slot, kind: Kind): number {
  const wanted = made === 'number' ? numberOf(kind) : made === 'date' ? dateOf(kind) : made;
  expectSupported(
    (kind === 'text') === TEXTS.has(wanted) && (kind === 'boolean') === (wanted === 'boolean'),
    `${name} as ${kind}`,
  );
  return MADE.indexOf(wanted);
}

const TEXTS: ReadonlySet<Made> = new Set(['repeated', 'work', 'author', 'text']);

function dateOf(kind: Kind): Made {
  return kind === 'text' ? 'text' : numberOf(kind);
}

function numberOf(kind: Kind): Made {
  return kind === 'int32' || kind === 'days' ? 'int32' : 'int64';
}
