import { total } from '../../engine/dialect.ts';
import { sql } from '../../engine/sql.ts';
import { OUTPUT_COLUMNS, product } from './city-output.ts';
import type { Table } from './table.ts';

export const regionOutput: Table = {
  name: 'region_output',
  description:
    'Output of each province, nation and definition by year and subfield. Its Share is the sum of its cities’; its count is of works.',
  key: ['place', 'year', 'subfield'],
  columns: { place: ['VARCHAR', 'place id of the province, nation or region'], ...OUTPUT_COLUMNS },
  byYear: ['place'],
  sql: sql`
    SELECT place, year, subfield, count(*) AS count, ${total(sql`share`)} AS share,
      ${total(product(sql`share`, sql`share`))} AS share_squared
    FROM in_place GROUP BY place, year, subfield`,
};
