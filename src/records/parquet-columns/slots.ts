import { FIELDS, type Leaf, leavesOf, PLACES_READ } from '../spec.ts';
import type { Kind, Place } from './schema.ts';
import { expectSupported } from '../unsupported-parquet.ts';

/** What is made of the values of a leaf: in the order of the kinds in `../wasm/parquet/leaf.ts`. */
const MADE = ['repeated', 'work', 'author', 'int32', 'int64', 'boolean', 'text', 'address'] as const;
type Made = (typeof MADE)[number];
type Slot = readonly [name: string, made: Made | 'number' | 'date'];

/** The leaves that are used, in the order of the constants in `../wasm/generated/parquet.ts`. */
export const SLOTS: readonly Slot[] = PLACES_READ.flatMap(([path, type, shape]) =>
  leavesOf(path, shape).map(([name, leaf]) => [name, madeOf(name, type, leaf)] as const),
);

function madeOf(name: string, type: (typeof PLACES_READ)[number][1], leaf: Leaf): Slot[1] {
  if (type === 'integer') return 'number';
  if (type === 'boolean' || type === 'date') return type;
  if (leaf !== 'text') return { workId: 'work', authorId: 'author', address: 'address' }[leaf] as Made;
  // Types are few, so that each is looked up once.
  return type === 'object' || name === FIELDS.type.paths[0] ? 'repeated' : 'text';
}

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
  ['authorships[].affiliations[].', 'authorships[].affiliations[]!'],
  ['authorships[].affiliations[].institution_ids[]', 'authorships[].affiliations[].institution_ids[]'],
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

const TEXTS: ReadonlySet<Made> = new Set(['repeated', 'work', 'author', 'text', 'address']);

function dateOf(kind: Kind): Made {
  return kind === 'text' ? 'text' : numberOf(kind);
}

function numberOf(kind: Kind): Made {
  return kind === 'int32' || kind === 'days' ? 'int32' : 'int64';
}
