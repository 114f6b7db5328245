import { sql } from '../../engine/sql.ts';
import type { Table } from './table.ts';

export const workCoaffiliations: Table = {
  name: 'work_coaffiliations',
  description:
    'One row per work, author and city, only for authors with affiliations in several cities, from which pairs of co-affiliation follow.',
  key: ['work', 'author', 'city'],
  columns: {
    work: ['BIGINT', 'OpenAlex number of the work'],
    year: ['INTEGER', 'publication year'],
    subfield: ['INTEGER', 'number of the work’s subfield; 0 is none'],
    author: ['INTEGER', 'position of the author’s first authorship in the work'],
    city: ['VARCHAR', 'place id of a city of hers'],
  },
  sql: sql`SELECT work, year, subfield, author, city FROM part_coaffiliations`,
};
