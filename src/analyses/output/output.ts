import { sql } from '../../engine/sql.ts';
import type { Observatory } from '../../observatory/index.ts';
import type { UnitChoice, YearOutput } from '../aggregates/aggregates.ts';
import { aggregatesOf } from '../aggregates/aggregates-of.ts';
import { outputParts } from '../aggregates/sql/outputs.ts';
import { FIELD_LEVELS, fieldOfSubfield } from '../field-table/level.ts';
import type { Population } from '../population/population.ts';

export type { UnitChoice, YearOutput };

/** Output of one unit in one year of the works of one field; the field 0 is none. */
export interface FieldOutput extends YearOutput {
  readonly field: number;
}

/**
 * Share, Count and Σ Share² of every unit, by unit and year. `years: 'added'` is for callers who add years up anyway:
 * rows may then be of `ALL_YEARS`.
 */
export function outputs(
  observatory: Observatory,
  population: Population,
  choice: UnitChoice,
  { years = 'apart' }: { readonly years?: 'apart' | 'added' } = {},
): Promise<YearOutput[]> {
  return aggregatesOf(observatory, population).outputs(choice, years);
}

/** The same by field of a level too. */
export async function fieldOutputs(
  observatory: Observatory,
  population: Population,
  choice: UnitChoice,
  level: (typeof FIELD_LEVELS)[number],
): Promise<FieldOutput[]> {
  const fields = sql`(${fieldOfSubfield(level)} UNION ALL SELECT 0, 0) f ON f.subfield`;
  const parts = outputParts(population, choice, { field: sql`f.field`, of: sql`JOIN ${fields}` });
  if (parts === null) return [];
  return observatory.query<FieldOutput>(
    sql`SELECT unit, year, field, count, share, shareSquared FROM (${parts}) ORDER BY unit, year, field`,
  );
}
