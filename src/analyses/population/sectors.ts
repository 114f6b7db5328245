import { raw, sql } from '../../engine/sql.ts';
import type { Observatory } from '../../observatory/index.ts';

/** A sector (ROR type) and how many institutions of it have works in a city here. */
export interface SectorRow {
  readonly sector: string;
  readonly institutions: number;
}

/** The sectors that a question about these works can be narrowed to: those of institutions that works count for in a city. */
export function sectorsOf(observatory: Observatory): Promise<SectorRow[]> {
  return observatory.query<SectorRow>(sql`
    SELECT type AS sector, CAST(count(*) AS INTEGER) AS institutions
    FROM (
      SELECT ${raw('UNNEST')}(types) AS type FROM institutions
      WHERE institution IN (SELECT institution FROM work_institutions WHERE city IS NOT NULL))
    GROUP BY type ORDER BY type`);
}
