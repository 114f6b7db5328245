import { sql } from '../../engine/sql.ts';
import type { Tables } from './tables.ts';

/** The key of all fields together. */
export const ALL_FIELDS = 'all';

/** The subfields of every domain, field and subfield, by `level:id`, and of all together, in which works without one are. */
export async function readFieldSets(tables: Tables): Promise<ReadonlyMap<string, readonly number[]>> {
  const rows = await tables.query<{ level: string; id: number; parent: number | null }>(
    sql`SELECT level, id, parent FROM fields WHERE level <> 'topic' ORDER BY level, id`,
  );
  const parents = new Map(rows.map(({ level, id, parent }) => [`${level}:${id}`, parent]));
  const used = await tables.query<{ subfield: number }>(
    sql`SELECT DISTINCT subfield FROM works ORDER BY subfield`,
  );
  const sets = new Map<string, number[]>([[ALL_FIELDS, []]]);
  const put = (key: string, subfield: number): void => {
    const set = sets.get(key);
    if (set === undefined) sets.set(key, [subfield]);
    else set.push(subfield);
  };
  for (const { subfield } of used) {
    put(ALL_FIELDS, subfield);
    put(`subfield:${subfield}`, subfield);
    const field = parents.get(`subfield:${subfield}`) ?? null;
    if (field === null || !parents.has(`field:${field}`)) continue;
    put(`field:${field}`, subfield);
    const domain = parents.get(`field:${field}`) ?? null;
    if (domain !== null && parents.has(`domain:${domain}`)) put(`domain:${domain}`, subfield);
  }
  return sets;
}
