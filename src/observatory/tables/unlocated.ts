import { total } from '../../engine/dialect.ts';
import { sql } from '../../engine/sql.ts';
import { SHARE, type Table } from './table.ts';

export const unlocated: Table = {
  name: 'unlocated',
  description: 'The Share that no city got, with its reason: always shown, never spread.',
  key: ['year', 'subfield', 'country', 'reason'],
  columns: {
    year: ['INTEGER', 'publication year'],
    subfield: ['INTEGER', 'number of the subfield; 0 is none'],
    country: ['VARCHAR', 'ISO 3166 code where the country is known'],
    reason: ['VARCHAR', 'why no city got it'],
    share: ['BIGINT', `Share, ${SHARE}`],
  },
  sql: sql`
    SELECT year, subfield, country, reason, ${total(sql`share`)} AS share FROM part_unlocated
    GROUP BY year, subfield, country, reason`,
};
