import { sql } from '../../engine/sql.ts';
import { type Observatory, WORK } from '../../observatory/index.ts';
import type { Message } from '../../base/index.ts';
import type { Population } from '../population/population.ts';
import { messages } from './messages.ts';
import type { Relating } from './reference.ts';

/** Which cities say what goes together. */
export function relatingNote(relating: Relating | null, enough: number): Message {
  if (relating === null) return messages.notRelating({ enough });
  const params = { cities: relating.cities.length, enough };
  return relating.withOwn ? messages.relatingWithOwn(params) : messages.relating(params);
}

/** How much of the works' Share is left out because no field is known. */
export async function withoutField(observatory: Observatory, population: Population): Promise<Message[]> {
  if (population.field !== null) return [];
  const [{ part }] = await observatory.query<{ part: number | null }>(sql`
    SELECT CAST(sum(CASE WHEN w.subfield = 0 THEN w.located ELSE 0 END) AS DOUBLE) / ${WORK}
      / nullif(CAST(sum(w.located) AS DOUBLE) / ${WORK}, 0) AS part
    FROM works w WHERE ${population.aggregateFilter('w')}`);
  return part === null || part === 0 ? [] : [messages.withoutField({ part })];
}
