import { raw, sql } from '../../engine/sql.ts';
import { LINK_COLUMNS, linkColumnNames, linkSums } from './links.ts';
import type { Table } from './table.ts';

export const cityLinks: Table = {
  name: 'city_links',
  description: 'Works that two cities share, by year and subfield, under every counting.',
  key: ['a', 'b', 'year', 'subfield'],
  columns: {
    a: ['VARCHAR', 'place id of the city that sorts first'],
    b: ['VARCHAR', 'place id of the other city'],
    year: ['INTEGER', 'publication year'],
    subfield: ['INTEGER', 'number of the subfield; 0 is none'],
    ...LINK_COLUMNS,
  },
  byYear: true,
  sql: sql`
    WITH sums AS (
      SELECT a, b, year, subfield, ${linkSums()} FROM city_pairs GROUP BY a, b, year, subfield
    )
    SELECT m.place AS a, n.place AS b, l.year, l.subfield, ${raw(linkColumnNames.map((column) => `l.${column}`).join(', '))}
    FROM sums l JOIN numbered m ON m.number = l.a JOIN numbered n ON n.number = l.b
    ORDER BY l.a, l.b, l.year, l.subfield`,
};
