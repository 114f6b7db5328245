import { total } from '../../engine/dialect.ts';
import { sql } from '../../engine/sql.ts';
import { SHARE, type Table } from './table.ts';

export const works: Table = {
  name: 'works',
  description: 'One row per work that counts, after filters and after the newest version of each id won.',
  key: ['work'],
  columns: {
    work: ['BIGINT', 'OpenAlex number: 123 for https://openalex.org/W123'],
    year: ['INTEGER', 'publication year'],
    type: ['VARCHAR', 'work type in OpenAlex’s present words; null where the record has none'],
    title: ['VARCHAR', 'title as recorded, cut at 1,000 characters'],
    doi: ['VARCHAR', 'DOI as recorded'],
    topic: ['INTEGER', 'number of the primary topic (T10123 is 10123); 0 is none'],
    subfield: ['INTEGER', 'number of its subfield; 0 is none'],
    source: ['VARCHAR', 'OpenAlex id of the journal or other source'],
    n_authors: ['INTEGER', 'distinct authors, authorships with one author id united'],
    citations: ['INTEGER', 'cited_by_count at the time of the record'],
    located: ['BIGINT', `Share that cities got, ${SHARE}`],
    cities: ['INTEGER', 'distinct cities'],
    truncated: [
      'BOOLEAN',
      'list of authors known or likely to be cut at 100; treated as above the author cap',
    ],
    synthetic: ['VARCHAR', 'what made the record up, as it says itself; null for a record of a real work'],
  },
  steps: [
    {
      name: 'located_works',
      sql: sql`
        SELECT work, ${total(sql`share`)} AS located, CAST(count(*) AS INTEGER) AS cities FROM part_cities GROUP BY work`,
    },
  ],
  sql: sql`
    SELECT w.work, w.year, w.type, w.title, w.doi, w.topic, w.subfield, w.source, w.authors AS n_authors, w.citations,
      coalesce(c.located, 0) AS located, coalesce(c.cities, 0) AS cities, w.truncated, w.synthetic
    FROM part_works w
    LEFT JOIN located_works c ON c.work = w.work
    WHERE w.reason IS NULL`,
};
