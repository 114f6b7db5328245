import type { z } from 'zod';
import type { fieldOfLevel } from '../result/values.ts';
import { type Sql, sql } from '../../engine/sql.ts';
import type { Observatory } from '../../observatory/index.ts';
import type { Population } from '../population/population.ts';

/** Levels of fields that aggregates know. */
export const FIELD_LEVELS = ['domain', 'field', 'subfield'] as const;
export type FieldLevel = (typeof FIELD_LEVELS)[number] | 'topic';

/** A field as a result names it. */
export type FieldName = z.output<typeof fieldOfLevel>;

/** The fields of a level by their numbers as text, without *none*. */
export async function fieldNames(
  observatory: Observatory,
  level: FieldLevel,
): Promise<ReadonlyMap<string, FieldName>> {
  const rows = await observatory.query<{ id: number; name: string | null; nameZh: string | null }>(
    sql`SELECT id, name, name_zh AS nameZh FROM fields WHERE level = ${level} AND id <> 0 ORDER BY id`,
  );
  return new Map(rows.map(({ id, name, nameZh }) => [String(id), { id, name: name ?? String(id), nameZh }]));
}

/** Which field of the level each subfield is in: rows (subfield, field), without *none*. */
export function fieldOfSubfield(level: Exclude<FieldLevel, 'topic'>): Sql {
  switch (level) {
    case 'subfield':
      return sql`SELECT id AS subfield, id AS field FROM fields WHERE level = 'subfield' AND id <> 0`;
    case 'field':
      return sql`SELECT id AS subfield, parent AS field FROM fields WHERE level = 'subfield' AND id <> 0`;
    case 'domain':
      return sql`SELECT s.id AS subfield, f.parent AS field FROM fields s JOIN fields f ON f.level = 'field' AND f.id = s.parent
        WHERE s.level = 'subfield' AND s.id <> 0`;
  }
}

/** What cities get of each work that has a field: rows (work, city, field, share), share in table units. */
export function fieldParts(population: Population, level: FieldLevel, cities?: Sql): Sql {
  const parts = population.cityWorks(cities);
  return level === 'topic'
    ? sql`SELECT c.work, c.city, w.topic AS field, c.share FROM (${parts}) c JOIN works w ON w.work = c.work WHERE w.topic <> 0`
    : sql`SELECT c.work, c.city, f.field, c.share FROM (${parts}) c JOIN (${fieldOfSubfield(level)}) f ON f.subfield = c.subfield`;
}

/** Works with a field, and what all cities get of them: rows (work, field, share). */
export function locatedParts(population: Population, level: FieldLevel): Sql {
  if (population.sectors !== null)
    return sql`SELECT work, field, CAST(sum(share) AS BIGINT) AS share FROM (${fieldParts(population, level)}) GROUP BY work, field`;
  const topic = population.field?.level === 'topic' ? sql`AND w.topic = ${population.field.id}` : sql``;
  const where = sql`w.located > 0 AND ${population.aggregateFilter('w')} ${topic}`;
  return level === 'topic'
    ? sql`SELECT w.work, w.topic AS field, w.located AS share FROM works w WHERE w.topic <> 0 AND ${where}`
    : sql`SELECT w.work, f.field, w.located AS share FROM works w JOIN (${fieldOfSubfield(level)}) f ON f.subfield = w.subfield
        WHERE ${where}`;
}
