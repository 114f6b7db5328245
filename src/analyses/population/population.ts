import { messages } from '../messages.ts';
import { contains, total } from '../../engine/dialect.ts';
import { every, join, list, raw, type Sql, sql } from '../../engine/sql.ts';
import { type Observatory, WORK } from '../../observatory/index.ts';
import { InputError } from '../../base/index.ts';
import { type Field, resolveField } from './field.ts';
import { type Cells, cellsOf } from '../in-memory/cells.ts';
import { worksByYear } from '../in-memory/works-by-year.ts';

export interface PopulationParams {
  readonly years: { readonly from: number; readonly to: number } | null;
  readonly field: string | null;
  readonly sector: readonly string[] | null;
}

/** The works that a question is about, and how their parts are reached: from aggregates, or work by work. */
export class Population {
  private constructor(
    readonly years: { readonly from: number; readonly to: number } | null,
    readonly field: Field | null,
    readonly sectors: readonly string[] | null,
    /** Works per year under years and field; a sector picks institutions, not works. */
    readonly worksByYear: ReadonlyMap<number, number>,
    private readonly locatedByYear: ReadonlyMap<number, number>,
  ) {}

  /** @throws InputError where field or sector is not in the observatory */
  static async of(observatory: Observatory, params: PopulationParams): Promise<Population> {
    const field = params.field === null ? null : await resolveField(observatory, params.field);
    const sectors = params.sector === null ? null : await checkSectors(observatory, params.sector);
    const cells = cellsOf(params.years, field);
    const where = every(conditions(params.years, field, sql`w.`));
    const rows =
      observatory.resident !== null && cells !== null
        ? worksByYear(observatory.resident, cells)
        : await observatory.query<{ year: number; works: number; located: number }>(sql`
            SELECT w.year, count(*) AS works, CAST(sum(w.located) AS DOUBLE) / ${WORK} AS located
            FROM works w WHERE ${where} GROUP BY w.year ORDER BY w.year`);
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

  /** Whether the tables by place, year and subfield answer; a topic or a sector needs work by work. */
  get aggregated(): boolean {
    return this.sectors === null && this.field?.level !== 'topic';
  }

  /** Which rows of tables in memory are meant; null where they do not answer. */
  get cells(): Cells | null {
    return this.sectors === null ? cellsOf(this.years, this.field) : null;
  }

  /** Condition on a table with columns `year` and `subfield`. */
  aggregateFilter(alias: string): Sql {
    return every(conditions(this.years, this.field?.level === 'topic' ? null : this.field, raw(`${alias}.`)));
  }

  /**
   * Rows (work, city, year, subfield, share, authors) of this population. With sectors only the parts of their
   * institutions, and with two `first_share` and `second_share` tell whose they are, null where there are none; authors
   * are null then, since tables do not say at which institution of a city they are.
   */
  cityWorks(cities?: Sql): Sql {
    const within = cities === undefined ? sql`TRUE` : sql`c.city IN (${cities})`;
    const topic =
      this.field?.level === 'topic'
        ? sql`AND c.work IN (SELECT work FROM works WHERE topic = ${this.field.id})`
        : sql``;
    if (this.sectors === null) {
      return sql`SELECT c.work, c.city, c.year, c.subfield, c.share, c.authors FROM work_cities c
        WHERE ${within} AND ${this.aggregateFilter('c')} ${topic}`;
    }
    const [first, second] = [this.sectors[0], this.sectors.at(1)];
    const ends =
      second === undefined
        ? sql``
        : sql`, ${total(sql`CASE WHEN ${contains(sql`i.types`, first)} THEN c.share END`)} AS first_share,
          ${total(sql`CASE WHEN ${contains(sql`i.types`, second)} THEN c.share END`)} AS second_share`;
    const chosen = this.sectors.map((sector) => contains(sql`i.types`, sector));
    return sql`SELECT c.work, c.city, c.year, c.subfield, ${total(sql`c.share`)} AS share, CAST(NULL AS INTEGER) AS authors ${ends}
      FROM work_institutions c JOIN institutions i ON i.institution = c.institution
      WHERE c.city IS NOT NULL AND (${join(chosen, ' OR ')}) AND ${within} AND ${this.aggregateFilter('c')} ${topic}
      GROUP BY c.work, c.city, c.year, c.subfield`;
  }
}

function overYears(byYear: ReadonlyMap<number, number>): number {
  let sum = 0;
  for (const value of byYear.values()) sum += value;
  return sum;
}

function conditions(years: Population['years'], field: Field | null, alias: Sql): Sql[] {
  const parts: Sql[] = [];
  if (years !== null) parts.push(sql`${alias}year BETWEEN ${years.from} AND ${years.to}`);
  if (field?.level === 'topic') parts.push(sql`${alias}topic = ${field.id}`);
  else if (field !== null) parts.push(sql`${alias}subfield IN (${list(field.subfields ?? [])})`);
  return parts;
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
