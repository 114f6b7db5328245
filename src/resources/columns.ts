/** Columns of a list of resources. The other ones may be left out, header and all. */
export const REQUIRED = ['id', 'name_en', 'kind', 'place', 'source'] as const;
export const OPTIONAL = [
  'name_zh',
  'region',
  'city_en',
  'city_zh',
  'lat',
  'lon',
  'coord_precision',
  'host',
  'partners',
  'opened',
  'status',
  'fields',
  'url',
  'source_kind',
  'source_status',
  'recalled',
  'note',
  'contact',
] as const;

/** A row as written. */
export type Cells = Readonly<Record<(typeof REQUIRED)[number] | (typeof OPTIONAL)[number], string>>;
