import { NO_TEXTS } from '../../engine/dialect.ts';
import { sql } from '../../engine/sql.ts';
import type { Table } from './table.ts';

export const institutions: Table = {
  name: 'institutions',
  description:
    'Every institution known from the institution files, and every one that works here count for and the files lack.',
  key: ['institution'],
  reads: ['work_institutions'],
  columns: {
    institution: [
      'VARCHAR',
      'ROR id of nine characters, else OpenAlex id, else name:COUNTRY:normalised name',
    ],
    ror: ['VARCHAR', 'ROR id'],
    openalex: ['VARCHAR', 'OpenAlex id'],
    name: ['VARCHAR', 'name'],
    types: ['VARCHAR[]', 'ROR types, lower case: the sectors'],
    country: ['VARCHAR', 'ISO 3166 code'],
    city: ['VARCHAR', 'place id where it counts; null where it is unlocated'],
    latitude: ['DOUBLE', 'degrees'],
    longitude: ['DOUBLE', 'degrees'],
    parents: ['VARCHAR[]', 'ids of the institutions directly above it'],
    located_by: ['VARCHAR', 'which step of the rule located it'],
    reason: ['VARCHAR', 'why it is unlocated; null where it is located'],
    known: ['BOOLEAN', 'whether an institution file has it'],
  },
  sql: sql`
    SELECT institution, ror, openalex, name, types, country, city, latitude, longitude, parents, located_by, reason,
      TRUE AS known
    FROM known_institutions
    UNION ALL
    SELECT institution, NULL, CASE WHEN institution LIKE 'I%' THEN institution END, min(name), ${NO_TEXTS}, min(country), NULL,
      NULL, NULL, ${NO_TEXTS}, NULL, min(reason), FALSE
    FROM part_mentioned
    WHERE institution IN (SELECT institution FROM work_institutions)
      AND institution NOT IN (SELECT institution FROM known_institutions)
    GROUP BY institution`,
};
