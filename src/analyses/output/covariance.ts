import { list, type Sql, sql } from '../../engine/sql.ts';
import { type Stratum, stratifiedCovariance } from '../../measures/index.ts';
import { type Observatory, WORK } from '../../observatory/index.ts';
import { ALL_YEARS, sumOfProducts, type UnitChoice, type YearOutput } from './output.ts';
import type { Population } from '../population/population.ts';
import type { Unit } from './rank-neighbourhood.ts';
import { tabledProducts, workProducts } from '../in-memory/products.ts';
import { unitCities } from '../places/units.ts';

/**
 * With so many works in every place, what the tables round off (half a unit of 2⁻³⁰ a work) is lost in a variance.
 * Below it the covariance may be singular, because there are fewer works than places, and rounding would break it:
 * there products are summed exactly, work by work, which is cheap as those places have few.
 */
const ENOUGH_WORKS = 1000;

export interface CovarianceQuestion {
  readonly population: Population;
  readonly choice: UnitChoice;
  readonly units: readonly Unit[];
  readonly by: 'share' | 'count';
  readonly rows: readonly YearOutput[];
  /** N(base)/N(year) of every year where years are adjusted; null where all years are one set of works. */
  readonly weights: ReadonlyMap<number, number> | null;
}

/**
 * Covariance of the units' totals over resampled works, n × n: for a fixed number of works over all years together, or
 * in every year where years are adjusted. Products from the tables where all units are of one kind and have enough
 * works; work by work otherwise.
 */
export async function covarianceOf(
  observatory: Observatory,
  question: CovarianceQuestion,
): Promise<Float64Array> {
  const { population, units, by, rows, weights } = question;
  const n = units.length;
  if (n === 0) return new Float64Array(0);
  const index = new Map(units.map(({ id }, i) => [id, i]));
  const strata = new Map<number, Stratum & { totals: Float64Array; products: Float64Array }>();
  const stratum = (year: number, works: number, weight: number): void => {
    strata.set(year, { totals: new Float64Array(n), products: new Float64Array(n * n), works, weight });
  };
  if (weights === null) stratum(ALL_YEARS, population.works, 1);
  else for (const [year, works] of population.worksByYear) stratum(year, works, weights.get(year)!);
  const of = (year: number): { totals: Float64Array; products: Float64Array } =>
    strata.get(weights === null ? ALL_YEARS : year)!;
  for (const row of rows) {
    const i = index.get(row.unit);
    if (i !== undefined) of(row.year).totals[i] += row[by];
  }
  const tabled = fromTables(question);
  if (tabled) {
    for (const row of rows) {
      const i = index.get(row.unit);
      if (i !== undefined) of(row.year).products[i * n + i] += by === 'share' ? row.shareSquared : row.count;
    }
  }
  const kept = weights === null ? residentProducts(observatory, question, tabled) : null;
  if (kept !== null) {
    const { products } = of(ALL_YEARS);
    for (let cell = 0; cell < kept.length; cell++) products[cell] += kept[cell];
    return stratifiedCovariance([...strata.values()]);
  }
  const statement = tabled ? tablePairs(question) : workPairs(question);
  for (const { a, b, year, value } of await observatory.query<PairValue>(statement)) {
    const i = index.get(a)!;
    const j = index.get(b)!;
    const { products } = of(year);
    products[i * n + j] = products[j * n + i] = value;
  }
  return stratifiedCovariance([...strata.values()]);
}

/** Products of all years together, from the columns in memory; null where they do not tell. */
function residentProducts(
  { resident }: Observatory,
  { population: { cells }, choice, units, by }: CovarianceQuestion,
  tabled: boolean,
): Float64Array | null {
  if (resident === null || cells === null) return null;
  if (tabled) return tabledProducts(resident, cells, units, by);
  const { ids, members } = resident.places;
  const own = new Map(choice.adHoc.map(({ id, cities }) => [id, cities]));
  const citiesOf = ({ id, kind }: Unit): readonly string[] =>
    own.get(id) ?? (kind === 'city' ? [id] : (members.get(id) ?? []).map((city) => ids[city]));
  return workProducts(resident, cells, units.map(citiesOf), by);
}

interface PairValue {
  readonly a: string;
  readonly b: string;
  readonly year: number;
  readonly value: number;
}

function fromTables({ population, units }: CovarianceQuestion): boolean {
  const [{ kind }] = units;
  return (
    population.aggregated &&
    kind !== 'adhoc' &&
    units.every((unit) => unit.kind === kind && unit.works >= ENOUGH_WORKS)
  );
}

const yearOf = (weights: unknown, alias: Sql): Sql => (weights === null ? sql`${ALL_YEARS}` : alias);

function tablePairs({ population, units, by, weights }: CovarianceQuestion): Sql {
  const ids = list(units.map(({ id }) => id));
  const [{ kind }] = units;
  const joint = kind === 'city' ? sql`l.works + l.works_capped` : sql`l.works_together`;
  const value =
    by === 'share' ? sql`CAST(sum(l.share_product) AS DOUBLE) / ${WORK}` : sql`CAST(sum(${joint}) AS DOUBLE)`;
  const table = kind === 'city' ? sql`city_links` : sql`region_links`;
  return sql`
    SELECT l.a, l.b, ${yearOf(weights, sql`l.year`)} AS year, ${value} AS value FROM ${table} l
    WHERE l.a IN (${ids}) AND l.b IN (${ids}) AND ${population.aggregateFilter('l')} GROUP BY 1, 2, 3`;
}

function workPairs({ population, choice, units, by, weights }: CovarianceQuestion): Sql {
  const members = unitCities(choice.kinds, choice.definitions, choice.adHoc);
  const value = by === 'share' ? sumOfProducts(sql`x.share`, sql`y.share`) : sql`CAST(count(*) AS DOUBLE)`;
  return sql`
    WITH members AS (SELECT unit, city FROM (${members}) WHERE unit IN (${list(units.map(({ id }) => id))})),
    parts AS (
      SELECT c.work, m.unit, c.year, CAST(sum(c.share) AS BIGINT) AS share
      FROM (${population.cityWorks(sql`SELECT city FROM members`)}) c JOIN members m ON m.city = c.city
      GROUP BY c.work, m.unit, c.year
    )
    SELECT x.unit AS a, y.unit AS b, ${yearOf(weights, sql`x.year`)} AS year, ${value} AS value
    FROM parts x JOIN parts y ON y.work = x.work AND x.unit <= y.unit
    GROUP BY 1, 2, 3`;
}
