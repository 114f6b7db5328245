import { sql } from '../../engine/sql.ts';
import type { Table } from './table.ts';

export const fields: Table = {
  name: 'fields',
  description:
    'Domains, fields, subfields and topics as the records name them, and the field none of works without one.',
  key: ['level', 'id'],
  columns: {
    level: ['VARCHAR', 'domain, field, subfield or topic'],
    id: ['INTEGER', 'OpenAlex number within its level; 0 is none'],
    parent: ['INTEGER', 'number of the level above; null for a domain'],
    name: ['VARCHAR', 'English name'],
    name_zh: ['VARCHAR', 'Chinese name from the glossary, where it has one'],
  },
  sql: sql`
    WITH levels AS (
      SELECT 'domain' AS level, domain AS id, NULL AS parent, min(domain_name) AS name FROM part_topics GROUP BY domain
      UNION ALL SELECT 'field', field, min(domain), min(field_name) FROM part_topics GROUP BY field
      UNION ALL SELECT 'subfield', subfield, min(field), min(subfield_name) FROM part_topics GROUP BY subfield
      UNION ALL SELECT 'topic', topic, min(subfield), min(topic_name) FROM part_topics GROUP BY topic
      UNION ALL SELECT level, 0, CASE WHEN level <> 'domain' THEN 0 END, 'none'
        FROM (VALUES ('domain'), ('field'), ('subfield'), ('topic')) AS none(level)
    )
    SELECT l.level, l.id, l.parent, l.name, CASE WHEN l.id = 0 THEN '未分类' ELSE g.name_zh END AS name_zh
    FROM levels l LEFT JOIN known_field_names g ON g.level = l.level AND g.id = l.id
    WHERE l.id <> 0 OR l.name = 'none'`,
};

export const sources: Table = {
  name: 'sources',
  description: 'Journals and other sources of the works.',
  key: ['source'],
  reads: ['works'],
  columns: {
    source: ['VARCHAR', 'OpenAlex id'],
    name: ['VARCHAR', 'name'],
    issns: ['VARCHAR', 'ISSNs joined by |'],
  },
  sql: sql`
    SELECT id AS source, min(name) AS name, max(issns) AS issns FROM part_sources
    WHERE id IN (SELECT source FROM works) GROUP BY id`,
};
