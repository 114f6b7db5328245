import { contains, total } from '../../engine/dialect.ts';
import { every, join, list, raw, type Sql, sql } from '../../engine/sql.ts';
import type { Selection } from '../aggregates/aggregates.ts';
import type { Field } from './field.ts';

/** Some works, and how their parts are reached in SQL: from tables of sums, or work by work. */
export class WorkFilter implements Selection {
  constructor(
    readonly years: Selection['years'],
    readonly field: Field | null,
    readonly sectors: readonly string[] | null,
  ) {}

  /** Whether the tables by place, year and subfield answer; a topic or a sector needs work by work. */
  get aggregated(): boolean {
    return this.sectors === null && this.field?.level !== 'topic';
  }

  /** Condition on the table of works. */
  workFilter(alias: string): Sql {
    return every(conditions(this.years, this.field, raw(`${alias}.`)));
  }

  /** Condition on a table with columns `year` and `subfield`. */
  aggregateFilter(alias: string): Sql {
    return every(conditions(this.years, this.field?.level === 'topic' ? null : this.field, raw(`${alias}.`)));
  }

  /**
   * Rows (work, city, year, subfield, share, authors) of these works. With sectors only the parts of their
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

function conditions(years: Selection['years'], field: Field | null, alias: Sql): Sql[] {
  const parts: Sql[] = [];
  if (years !== null) parts.push(sql`${alias}year BETWEEN ${years.from} AND ${years.to}`);
  if (field?.level === 'topic') parts.push(sql`${alias}topic = ${field.id}`);
  else if (field !== null) parts.push(sql`${alias}subfield IN (${list(field.subfields ?? [])})`);
  return parts;
}
