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
  byYear: true,
  sql: (years) => sql`
    WITH work_places AS (
      SELECT c.work, m.place, c.year, c.subfield, ${total(sql`c.share`)} AS share
      FROM work_cities c JOIN membership m ON m.city = c.city
      WHERE c.year IN (${years})
      GROUP BY c.work, m.place, c.year, c.subfield
    )
    SELECT place, year, subfield, count(*) AS count, ${total(sql`share`)} AS share,
      ${total(product(sql`share`, sql`share`))} AS share_squared
    FROM work_places GROUP BY place, year, subfield ORDER BY place, year, subfield`,
};
