import { KEYS } from '../spec.ts';

export type Entity = 'works' | 'institutions';

interface Fields {
  /** Without these a record is of no use: refused when the API does not know them. */
  readonly needed: readonly string[];
  /** Asked for where the API has them; schemas differ by year (`is_xpac` came in 2025). */
  readonly welcome: readonly string[];
}

const NEEDED_OF_WORKS = ['id', 'display_name', 'publication_year', 'type', 'authorships'];
/** What records of the API lack: names of earlier years, and the mark of what is made up. */
const NOT_IN_API = ['title', 'host_venue', 'synthetic'];

/**
 * The fields that `build` reads. `select` takes root-level fields only, so `authorships` comes with everything in it;
 * about 5.9 of the 8 to 16 KB of a whole work remain.
 */
const FIELDS: Readonly<Record<Entity, Fields>> = {
  works: {
    needed: NEEDED_OF_WORKS,
    welcome: KEYS.filter((key) => !NEEDED_OF_WORKS.includes(key) && !NOT_IN_API.includes(key)),
  },
  institutions: {
    needed: ['id', 'ror', 'display_name', 'country_code', 'type', 'geo'],
    welcome: ['display_name_alternatives', 'lineage', 'associated_institutions'],
  },
};

export function defaultFields(entity: Entity): readonly string[] {
  return [...FIELDS[entity].needed, ...FIELDS[entity].welcome];
}

/** The field that an error message of the API refuses, if it is one that can be done without; else null. */
export function dispensable(entity: Entity, message: string): string | null {
  const field = /\b([a-z_]+) is not a valid select field/.exec(message)?.[1];
  return field !== undefined && FIELDS[entity].welcome.includes(field) ? field : null;
}
