import { sql } from '../../engine/sql.ts';
import { LINK_COLUMNS, linkSums } from './links.ts';
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
  byYear: ['a', 'b'],
  sql: sql`SELECT a, b, year, subfield, ${linkSums()} FROM city_pairs GROUP BY a, b, year, subfield`,
};
