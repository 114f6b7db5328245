import { sql } from '../../engine/sql.ts';
import { SHARE, type Table } from './table.ts';

export const workCities: Table = {
  name: 'work_cities',
  description: 'One row per work and city: the core, from which everything else derives.',
  key: ['city', 'work'],
  columns: {
    city: ['VARCHAR', 'place id of the city'],
    work: ['BIGINT', 'OpenAlex number of the work'],
    year: ['INTEGER', 'publication year'],
    subfield: ['INTEGER', 'number of the work’s subfield; 0 is none'],
    share: ['BIGINT', `Share of the city in the work, ${SHARE}`],
    authors: ['INTEGER', 'authors of the work with an institution there'],
  },
  // By city first, so that an ad hoc set of cities is found in a few row groups.
  order: ['city', 'year', 'work'],
  sql: sql`SELECT city, work, year, subfield, share, authors FROM part_cities`,
};
