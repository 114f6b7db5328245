import { quotient, total } from '../../engine/dialect.ts';
import { type Sql, sql } from '../../engine/sql.ts';
import { WORK } from '../units.ts';
import { SHARE, type Table } from './table.ts';

/** Product of two Shares, both in units of 2⁻³⁰, in the same units, rounded. */
export function product(a: Sql, b: Sql): Sql {
  return quotient(sql`${a} * ${b} + ${WORK / 2}`, WORK);
}

export const OUTPUT_COLUMNS = {
  year: ['INTEGER', 'publication year'],
  subfield: ['INTEGER', 'number of the subfield; 0 is none'],
  count: ['BIGINT', 'works with an author there'],
  share: ['BIGINT', `Share, ${SHARE}`],
  share_squared: ['BIGINT', `sum over works of Share squared, ${SHARE}`],
} as const;

export const cityOutput: Table = {
  name: 'city_output',
  description: 'Output of each city by year and subfield.',
  key: ['city', 'year', 'subfield'],
  reads: ['work_cities'],
  columns: { city: ['VARCHAR', 'place id of the city'], ...OUTPUT_COLUMNS },
  sql: sql`
    SELECT city, year, subfield, count(*) AS count, ${total(sql`share`)} AS share,
      ${total(product(sql`share`, sql`share`))} AS share_squared
    FROM work_cities GROUP BY city, year, subfield`,
};
