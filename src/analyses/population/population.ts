import { messages } from '../messages.ts';
import { raw, sql } from '../../engine/sql.ts';
import type { Observatory } from '../../observatory/index.ts';
import { InputError } from '../../base/index.ts';
import { aggregatesOf } from '../aggregates/aggregates-of.ts';
import { type Field, resolveField } from './field.ts';
import { WorkFilter } from './work-filter.ts';

export interface PopulationParams {
  readonly years: { readonly from: number; readonly to: number } | null;
  readonly field: string | null;
  readonly sector: readonly string[] | null;
}

/** The works that a question is about, and how many they are. */
export class Population extends WorkFilter {
  private constructor(
    years: PopulationParams['years'],
    field: Field | null,
    sectors: readonly string[] | null,
    /** Works per year under years and field; a sector picks institutions, not works. */
    readonly worksByYear: ReadonlyMap<number, number>,
    private readonly locatedByYear: ReadonlyMap<number, number>,
  ) {
    super(years, field, sectors);
  }

  /** @throws InputError where field or sector is not in the observatory */
  static async of(observatory: Observatory, params: PopulationParams): Promise<Population> {
    const field = params.field === null ? null : await resolveField(observatory, params.field);
    const sectors = params.sector === null ? null : await checkSectors(observatory, params.sector);
    const rows = await aggregatesOf(observatory, new WorkFilter(params.years, field, null)).worksByYear();
    return new Population(
      params.years,
      field,
      sectors,
      new Map(rows.map(({ year, works }) => [year, works])),
      new Map(rows.map(({ year, located }) => [year, located])),
    );
  }

  /** The works of some of these years, without asking the tables anew. */
  within(years: { readonly from: number; readonly to: number }): Population {
    const inside = (byYear: ReadonlyMap<number, number>): Map<number, number> =>
      new Map([...byYear].filter(([year]) => year >= years.from && year <= years.to));
    return new Population(
      years,
      this.field,
      this.sectors,
      inside(this.worksByYear),
      inside(this.locatedByYear),
    );
  }

  /** All works: the N of every interval. */
  get works(): number {
    return overYears(this.worksByYear);
  }

  /** Part of all works' Share that cities got; null where there are no works. */
  get locatedShare(): number | null {
    return this.works === 0 ? null : overYears(this.locatedByYear) / this.works;
  }
}

function overYears(byYear: ReadonlyMap<number, number>): number {
  let sum = 0;
  for (const value of byYear.values()) sum += value;
  return sum;
}

async function checkSectors(observatory: Observatory, wanted: readonly string[]): Promise<string[]> {
  const rows = await observatory.query<{ type: string }>(
    sql`SELECT DISTINCT type FROM (SELECT ${raw('UNNEST')}(types) AS type FROM institutions) ORDER BY type`,
  );
  const known = rows.map(({ type }) => type);
  const sectors = [...new Set(wanted.map((sector) => sector.trim().toLowerCase()))];
  for (const sector of sectors) {
    if (!known.includes(sector)) {
      throw new InputError(messages.unknownSector({ sector, known }), { parameter: 'sector' });
    }
  }
  return sectors;
}
