/** The columns of a table of definitions: those it must have, and those it may. */
export const DEFINITION_SHAPE = {
  required: ['definition', 'source'],
  optional: [
    'name', 'name_zh', 'version', 'idea', 'default', 'place', 'city', 'country', 'city_zh', 'membership', 'policy_year', 'policy_note',
    'source_kind', 'note',
  ], // prettier-ignore
} as const;

export type DefinitionColumn =
  | (typeof DEFINITION_SHAPE.required)[number]
  | (typeof DEFINITION_SHAPE.optional)[number];

/** What a definition may be called: the id in front of each of its rows. */
export const DEFINITION_ID = /^[\p{L}\p{N}][\p{L}\p{N}_.-]*$/u;
