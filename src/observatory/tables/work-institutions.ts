import { sql } from '../../engine/sql.ts';
import { SHARE, type Table } from './table.ts';

export const workInstitutions: Table = {
  name: 'work_institutions',
  description:
    'One row per work and institution, located or not. The institutions of a city add up to the city’s part of the work.',
  key: ['institution', 'work', 'city'],
  columns: {
    institution: [
      'VARCHAR',
      'id in the table institutions; by address null for authors without one whom it locates',
    ],
    work: ['BIGINT', 'OpenAlex number of the work'],
    year: ['INTEGER', 'publication year'],
    topic: ['INTEGER', 'number of the work’s topic; 0 is none'],
    subfield: ['INTEGER', 'number of the work’s subfield; 0 is none'],
    city: ['VARCHAR', 'place id where this part counts; null where it is unlocated'],
    reason: ['VARCHAR', 'why it is unlocated; null where it is located'],
    share: ['BIGINT', `Share of the institution in the work, ${SHARE}`],
  },
  order: ['institution', 'year', 'work', 'city', 'reason'],
  sql: sql`SELECT institution, work, year, topic, subfield, city, reason, share FROM part_institutions`,
};
