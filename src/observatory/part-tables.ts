const CITIES = {
  work: 'BIGINT',
  year: 'INTEGER',
  subfield: 'INTEGER',
  city: 'VARCHAR',
  share: 'BIGINT',
  authors: 'INTEGER',
} as const;

const INSTITUTIONS = {
  work: 'BIGINT',
  year: 'INTEGER',
  topic: 'INTEGER',
  subfield: 'INTEGER',
  institution: 'VARCHAR',
  city: 'VARCHAR',
  reason: 'VARCHAR',
  share: 'BIGINT',
} as const;

const UNLOCATED = {
  work: 'BIGINT',
  year: 'INTEGER',
  subfield: 'INTEGER',
  country: 'VARCHAR',
  reason: 'VARCHAR',
  share: 'BIGINT',
} as const;

const COAFFILIATIONS = {
  work: 'BIGINT',
  year: 'INTEGER',
  subfield: 'INTEGER',
  author: 'INTEGER',
  city: 'VARCHAR',
} as const;

/**
 * What a part keeps of its works, by table and column. Every table is keyed by work, so that a newer version can replace
 * an older one; `row` tells the records of a part apart, a later one having the greater number.
 */
export const PART_COLUMNS = {
  works: {
    work: 'BIGINT',
    version: 'VARCHAR',
    row: 'BIGINT',
    reason: 'VARCHAR',
    year: 'INTEGER',
    type: 'VARCHAR',
    title: 'VARCHAR',
    doi: 'VARCHAR',
    topic: 'INTEGER',
    subfield: 'INTEGER',
    source: 'VARCHAR',
    authors: 'INTEGER',
    authorships: 'INTEGER',
    truncated: 'BOOLEAN',
    citations: 'INTEGER',
    synthetic: 'VARCHAR',
  },
  cities: CITIES,
  institutions: INSTITUTIONS,
  unlocated: UNLOCATED,
  coaffiliations: COAFFILIATIONS,
  /** Works in which an address moves a part: the tables by address have all of their rows, and no others. */
  moved: { work: 'BIGINT' },
  cities_by_address: CITIES,
  institutions_by_address: INSTITUTIONS,
  unlocated_by_address: UNLOCATED,
  coaffiliations_by_address: COAFFILIATIONS,
  /** What addresses say, as they were read: of records that a newer one replaces too. */
  addresses: {
    outcome: 'VARCHAR',
    country: 'VARCHAR',
    city: 'VARCHAR',
    told: 'VARCHAR',
    how: 'VARCHAR',
    strings: 'INTEGER',
    example: 'VARCHAR',
  },
  mentioned: { institution: 'VARCHAR', name: 'VARCHAR', country: 'VARCHAR', reason: 'VARCHAR' },
  topics: {
    topic: 'INTEGER',
    subfield: 'INTEGER',
    field: 'INTEGER',
    domain: 'INTEGER',
    topic_name: 'VARCHAR',
    subfield_name: 'VARCHAR',
    field_name: 'VARCHAR',
    domain_name: 'VARCHAR',
  },
  sources: { id: 'VARCHAR', issns: 'VARCHAR', name: 'VARCHAR' },
} as const satisfies Readonly<Record<string, Readonly<Record<string, string>>>>;

export type PartTable = keyof typeof PART_COLUMNS;
export const PART_TABLES = Object.keys(PART_COLUMNS) as PartTable[];
